import assert from 'node:assert/strict';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser, type Page} from 'playwright-core';
import {serveEndpoint, type Behaviour, type Endpoint} from './endpoint-server.js';
import {serveFolder, type FolderServer} from './folder-server.js';
import {CANARY, fill, FLAGS} from './support.js';

let browser: Browser;
let folder = '';
let host: FolderServer;
let endpoint: Endpoint;
let elsewhere: Endpoint;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphere-json-'));
  endpoint = await serveEndpoint();
  elsewhere = await serveEndpoint('localhost');
  await mkdir(join(folder, 'petition'));
  await cp(fileURLToPath(new URL('../../cdn/', import.meta.url)), join(folder, 'v1'), {recursive: true});
  await writeFile(join(folder, 'petition/petition.json'), JSON.stringify({
    id: 'park', title: 'Save the park', language: 'en', letter: [{type: 'paragraph', text: 'Keep it green.'}], offers: ['getPetition'],
    consents: [{id: 'signature', purpose: 'signature', text: 'I sign.', version: '1', required: true}],
    connect: {sign: {adapter: 'json', src: `${endpoint.url}/sign`, settings: {sign: ''}}},
  }));
  const page = (body: string) => `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><script async src="v1/sphere-petition.bundle.js"></script>${body}</html>`;
  await writeFile(join(folder, 'count.html'), page(`<sphere-counter adapter="json" src="${endpoint.url}/count" setting-count="data.n">12 000</sphere-counter>`));
  await writeFile(join(folder, 'sign.html'), page('<sphere-petition-form src="petition/"><a href="petition/">Sign</a></sphere-petition-form>'));
  host = await serveFolder(folder);
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser.close();
  for (const server of [host, endpoint, elsewhere]) await server.close();
  await rm(folder, {recursive: true, force: true});
});

interface Opened {
  readonly page: Page;
  /** Everything in its console. */
  readonly messages: readonly string[];
  /** Waits for a message. */
  said(about: RegExp): Promise<void>;
}

const open = async (path: string): Promise<Opened> => {
  const page = await (await browser.newContext({locale: 'en'})).newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.goto(`${host.url}/${path}`, {waitUntil: 'commit'});
  return {page, messages, said: async (about) => { if (!messages.some((text) => about.test(text))) await page.waitForEvent('console', (message) => about.test(message.text())); }};
};

/** Lets every patience of the library in a page end after a moment. */
const impatient = (page: Page): Promise<void> => page.evaluate(() => {
  const genuine = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = () => genuine(500);
});

const json = (body: unknown): Behaviour => (response) => { response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body)); };
const html = (status: number): Behaviour => (response) => { response.writeHead(status, {'Content-Type': 'text/html'}).end('<!doctype html><title>Sorry</title>'); };
const to = (address: string, status: number): Behaviour => (response) => { response.writeHead(status, {Location: address}).end(); };
const empty: Behaviour = (response) => { response.end(); };
const brokenOff: Behaviour = (response) => { response.writeHead(200, {'Content-Length': '99'}).write('{"da', () => { response.destroy(); }); };

/** Keeps whoever asks waiting, until the test lets them go. */
const waiting = (then: Behaviour): {behaviour: Behaviour; asked: Promise<void>; release: () => void} => {
  let release: () => void = () => undefined;
  let tell: () => void = () => undefined;
  const released = new Promise<void>((resolve) => { release = resolve; });
  const asked = new Promise<void>((resolve) => { tell = resolve; });
  return {asked, release: () => { release(); }, behaviour: (response, request) => { tell(); void released.then(() => { then(response, request); }); }};
};

for (const [what, behaviour, told] of [
  ['an error page with the status 200', html(200), /invalid-response: .*\/count answered with a page of HTML instead of JSON/],
  ['an error page with the status 500', html(500), /unavailable: .*\/count answered with status 500/],
  ['an error page of another host', (response, request) => { to(`${elsewhere.url}/html`, 302)(response, request); }, /invalid-response: .*\/count, redirected to http:\/\/localhost:\d+\/html, answered with a page of HTML/],
  ['an empty body', empty, /invalid-response: .*\/count answered with nothing instead of JSON/],
  ['a body that breaks off', brokenOff, /offline: .*\/count gave no answer/],
  ['a text where a number is due', json({data: {n: 'many'}}), /invalid-response: .*no whole number from 0 up at "data\.n"/],
  ['less than nothing', json({data: {n: -3}}), /invalid-response: .*no whole number/],
] as const satisfies readonly (readonly [string, Behaviour, RegExp])[]) {
  test(`a count that is ${what} is named, and the page's own number stays`, async () => {
    endpoint.answer('/count', behaviour);
    elsewhere.answer('/html', html(200));
    const {page, said} = await open('count.html');
    await said(told);
    assert.equal(await page.locator('sphere-counter').innerText(), '12 000');
    await page.context().close();
  });
}

test('a count that another host has is shown, and the page\'s own number until it comes', async () => {
  const {behaviour, asked, release} = waiting(json({data: {n: 12_345}}));
  endpoint.answer('/count', to(`${elsewhere.url}/count`, 307));
  elsewhere.answer('/count', behaviour);
  const {page} = await open('count.html');
  await asked;
  assert.equal(await page.locator('sphere-counter').innerText(), '12 000');
  release();
  await page.locator('sphere-counter').getByText('12,345').waitFor();
  await page.context().close();
});

/** Signs, and gives up soon where nothing comes. */
const sign = async (behaviour: Behaviour, patient = true): Promise<Opened> => {
  endpoint.answer('/sign', behaviour);
  const opened = await open('sign.html');
  await fill(opened.page);
  if (!patient) await impatient(opened.page);
  await opened.page.locator('sphere-petition-form .primary').click();
  return opened;
};

/** Nobody is thanked, what was typed is still there, and nothing of it in the console. */
const isUnsigned = async ({page, messages}: Opened, sentence: RegExp): Promise<void> => {
  assert.match(await page.locator('sphere-petition-form [part=summary]').textContent() ?? '', sentence);
  assert.equal(await page.locator('sphere-petition-form [part=thanks]').count(), 0);
  assert.equal(await page.locator('sphere-petition-form [name=email]').inputValue(), CANARY.email);
  assert.deepEqual(messages.filter((text) => Object.values(CANARY).some((typed) => typed.length > 2 && text.includes(typed))), []);
  await page.context().close();
};

// With GET and without the body in the one case, as it was sent in the other.
for (const status of [302, 307]) {
  test(`what was typed does not follow a redirect to another host (${status})`, async () => {
    const before = elsewhere.came.length;
    const opened = await sign(to(`${elsewhere.url}/thief`, status));
    await opened.said(/configuration: .*\/sign sends on to another address, and what a person typed is not sent after it/);
    await isUnsigned(opened, /cannot tell whether your signature arrived/);
    assert.deepEqual(elsewhere.came.slice(before), []);
  });
}

for (const [what, behaviour, told, sentence] of [
  ['an error page with the status 200', html(200), /invalid-response: .*\/sign answered with a page of HTML/, /cannot tell/],
  ['a text where an object is due', ((response) => { response.end('thank you'); }), /invalid-response: .*\/sign answered with text that is broken/, /cannot tell/],
] as const satisfies readonly (readonly [string, Behaviour, RegExp, RegExp])[]) {
  test(`a signature that is answered with ${what} thanks nobody, and the developer is told`, async () => {
    const opened = await sign(behaviour);
    await opened.said(told);
    await isUnsigned(opened, sentence);
  });
}

for (const [what, behaviour, patient] of [['an error page with the status 500', html(500), true], ['nothing, for longer than anybody waits', waiting(empty).behaviour, false], ['a body that breaks off', brokenOff, true]] as const) {
  test(`a signature that is answered with ${what} thanks nobody`, async () => {
    const opened = await sign(behaviour, patient);
    await isUnsigned(opened, /cannot tell/);
  });
}

test('an empty answer is "sent" and no more, however late it comes', async () => {
  const {behaviour, asked, release} = waiting(empty);
  const {page} = await sign(behaviour);
  await asked;
  await page.locator('sphere-petition-form').getByText('Your signature is being sent.').first().waitFor();
  assert.equal(await page.locator('sphere-petition-form [part=thanks]').count(), 0);
  release();
  await page.locator('sphere-petition-form [part=thanks]').getByText('Your signature has been sent.').waitFor();
  const {body = ''} = endpoint.came.findLast(({method}) => method === 'POST') ?? {};
  assert.equal((JSON.parse(body) as {fields: {email: string}}).fields.email, CANARY.email);
  await page.context().close();
});
