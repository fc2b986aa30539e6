import assert from 'node:assert/strict';
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Page, Request} from 'playwright-core';
import {serveFolder, type FolderServer} from './folder-server.js';
import {CANARY, openPage, setStage} from './support.js';

const stage = setStage();
const fileAt = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const tally = {count: 1234, goal: 2000, asOf: '2026-11-22T09:00:00Z'};
const events = {events: [{id: 'e1', title: 'Vigil in Lyon', startsAt: '2199-03-16T12:00:00Z', timeZone: 'Europe/Paris', attendance: 'in-person', place: {country: 'FR', locality: 'Lyon'}, joinable: true}]};

let folder = '';
let server: FolderServer;

/** What a webmaster does with a guide: its document and its snippet, each as it stands; and what its text says lies beside the document. */
const paste = async (guide: string, change = (document: string) => document): Promise<void> => {
  const text = await readFile(fileAt(`docs/adapters/${guide}.md`), 'utf8');
  const code = (language: string) => new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(text)?.[1] ?? assert.fail(`${guide}.md shows no ${language}`);
  const document = change(code('json'));
  const {offers} = JSON.parse(document) as {offers: readonly string[]};
  await mkdir(join(folder, guide, 'save-the-park'), {recursive: true});
  await writeFile(join(folder, guide, 'save-the-park/petition.json'), document);
  if (offers.includes('getTally')) await writeFile(join(folder, guide, 'save-the-park/tally.json'), JSON.stringify(tally));
  if (offers.includes('listEvents')) await writeFile(join(folder, guide, 'save-the-park/events.json'), JSON.stringify(events));
  await writeFile(join(folder, guide, 'index.html'), `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Save the park</title><link rel="icon" href="data:,">${code('html').replaceAll('https://HOST/v1/', `${server.url}/v1/`).replaceAll('https://HOST/', `${server.url}/${guide}/`)}`);
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphere-platforms-'));
  await cp(fileAt('cdn'), join(folder, 'v1'), {recursive: true});
  server = await serveFolder(folder, {'Access-Control-Allow-Origin': '*'});
});
after(async () => {
  await server.close();
  await rm(folder, {recursive: true, force: true});
});

/** Opens what was pasted, with a stand-in for the platform, which lets every page read (`*`). Everything else that is asked for outside the folder fails. */
const open = async (guide: string, platform: string, answer: (request: Request) => {readonly status?: number; readonly type?: string; readonly body: object}) => {
  await paste(guide);
  const opened = await openPage(stage);
  const asked: Request[] = [];
  await opened.context.route((url) => url.origin !== server.url, async (route) => {
    const request = route.request();
    if (!request.url().startsWith(platform)) return route.abort();
    asked.push(request);
    const {status = 200, type = 'application/json', body} = answer(request);
    return route.fulfill({status, contentType: type, headers: {'Access-Control-Allow-Origin': '*'}, body: JSON.stringify(body)});
  });
  await opened.page.goto(`${server.url}/${guide}/`);
  return {...opened, asked};
};

/** Fills the form and sends it, as somebody does who agrees to what they must. */
const fillAndSend = async (page: Pick<Page, 'locator'>, isSubscribed: boolean): Promise<void> => {
  const form = page.locator('sphere-petition-form');
  for (const name of ['givenName', 'familyName', 'email'] as const) await form.locator(`[name=${name}]`).fill(CANARY[name]);
  await form.locator('[name=country]').selectOption(CANARY.country);
  const list = form.getByLabel('I agree that signing also puts my e-mail address on the mailing list');
  if (isSubscribed) {
    assert.equal(await list.isChecked(), false);
    await list.check();
  } else {
    assert.equal(await list.count(), 0);
  }
  await form.locator('button[type=submit]').click();
};

/** Signs. Gives what the form says then. */
const sign = async (page: Pick<Page, 'locator'>, isSubscribed: boolean): Promise<string> => {
  await fillAndSend(page, isSubscribed);
  return page.locator('sphere-petition-form [part=thanks]').innerText();
};

/** Joins the event of the list. */
const joinTheVigil = async (page: Page): Promise<void> => {
  const list = page.locator('sphere-event-list').first();
  await list.getByRole('button', {name: /join/i}).first().click();
  await list.locator('[name=givenName]').fill(CANARY.givenName);
  await list.locator('[name=email]').fill(CANARY.email);
  await list.getByLabel(/mailing list/).check();
  await list.locator('button[type=submit]').click();
  await list.getByText('Thank you. Your registration has been sent.').waitFor();
};

test('Action Network: document and snippet of the guide, pasted, are signed there, and nobody is told more than "sent"', async () => {
  // backend-apis.md §3.4 [V-doc].
  const {page, context, asked, messages} = await open('action-network', 'https://actionnetwork.org/', () => ({body: {}}));
  await page.locator('sphere-counter').getByText('1,234').waitFor();
  assert.match(await sign(page, true), /Your signature has been sent/);
  assert.deepEqual(asked.map((request) => [request.method(), request.url()]), [['POST', 'https://actionnetwork.org/api/v2/petitions/0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77/signatures']]);
  assert.deepEqual(asked[0]?.postDataJSON(), {
    person: {given_name: CANARY.givenName, family_name: CANARY.familyName, email_addresses: [{address: CANARY.email}], postal_addresses: [{country: 'FR'}], languages_spoken: ['en']}, add_tags: ['website'],
  });
  // Sent is not counted: the number stays.
  assert.equal(await page.locator('sphere-counter').getByText('1,234').count(), 1);
  assert.deepEqual(messages, []);
  await context.close();
});

test('ActionKit: the document and the snippet of its guide are signed, counted and joined by JSON, each once', async () => {
  // backend-apis.md §7.1 [V-doc]: 201, JSON, and a type that says HTML.
  const {page, context, asked, messages} = await open('actionkit', 'https://act.ngo.example/', () => ({status: 201, type: 'text/html', body: {action_id: 21, akid: '.3.x', rd: 1}}));
  await page.locator('sphere-counter').getByText('1,234').waitFor();
  await sign(page, true);
  // It was created, so it counts at once.
  await page.locator('sphere-counter').getByText('1,235').waitFor();
  await joinTheVigil(page);
  assert.deepEqual(asked.map((request) => [request.method(), request.url(), request.headers()['content-type']]), Array.from({length: 2}, () => ['POST', 'https://act.ngo.example/rest/v1/action/', 'application/json']));
  assert.deepEqual(asked[0]?.postDataJSON(), {page: 'save-the-park', first_name: CANARY.givenName, last_name: CANARY.familyName, email: CANARY.email, country: 'France'});
  assert.deepEqual(asked[1]?.postDataJSON(), {page: 'picnic-signup', event_id: 'e1', event_signup_ground_rules: '1', first_name: CANARY.givenName, email: CANARY.email});
  assert.deepEqual(messages, []);
  await context.close();
});

test('ActionKit: in a frame without an origin, which no list of hosts names, a form is sent unread, once, though the document says "readable"', async () => {
  const {page, context, asked, messages} = await open('actionkit', 'https://act.ngo.example/', () => ({status: 201, type: 'text/html', body: {action_id: 21}}));
  await page.setContent(`<iframe sandbox="allow-scripts" src="${server.url}/actionkit/" title="The petition" width="600" height="900"></iframe>`);
  assert.match(await sign(page.frameLocator('iframe'), true), /Your signature has been sent/);
  assert.deepEqual(asked.map((request) => [request.method(), request.headers()['content-type']]), [['POST', 'application/x-www-form-urlencoded']]);
  assert.equal(new URLSearchParams(asked[0]?.postData() ?? '').get('email'), CANARY.email);
  assert.deepEqual(messages, []);
  await context.close();
});

test('Proca: the document and the snippet of its guide are signed and counted, and nobody is put on a list unasked', async () => {
  // backend-apis.md §6.2, §6.3 [V-src].
  const {page, context, asked, messages} = await open('proca', 'https://api.proca.app/', (request) => ({
    body: {data: request.method() === 'GET' ? {actionPage: {campaign: {stats: {supporterCount: 4321}}}} : {addActionContact: {contactRef: 'Zm9v'}}},
  }));
  await page.locator('body > sphere-counter').getByText('4,321').waitFor();
  assert.match(await sign(page, false), /Your signature has been sent/);
  const {variables} = asked.find((request) => request.method() === 'POST')?.postDataJSON() as {variables: Record<string, unknown>};
  assert.deepEqual(variables, {
    actionPage: 42, action: {actionType: 'petition'}, contact: {firstName: CANARY.givenName, lastName: CANARY.familyName, email: CANARY.email, address: {country: 'FR'}}, privacy: {optIn: false},
  });
  assert.deepEqual(asked.map((request) => request.url()).filter((url) => new RegExp(CANARY.familyName, 'i').test(url)), []);
  assert.deepEqual(messages, []);
  await context.close();
});

test('OSDI: the document and the snippet of its guide are signed and joined at the helpers that they name', async () => {
  // backend-apis.md §4, OSDI 1.2 record_signature.md, record_attendance.md [V-doc].
  const {page, context, asked, messages} = await open('osdi', 'https://osdi.example/api/', () => ({body: {}}));
  assert.match(await sign(page, true), /Your signature has been sent/);
  await joinTheVigil(page);
  assert.deepEqual(asked.map((request) => request.url()), ['https://osdi.example/api/petitions/7/record_signature_helper', 'https://osdi.example/api/events/e1/record_attendance_helper']);
  assert.deepEqual(messages, []);
  await context.close();
});

test('what a person typed follows no redirect to another host, in a browser that would', async (testing) => {
  const reached: string[] = [];
  const serve = async (answer: Record<string, string>, status: number) => {
    const host = createServer((request, response) => {
      reached.push(`${request.method ?? ''} ${status}`);
      response.writeHead(request.method === 'OPTIONS' ? 204 : status, {...answer, 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*'}).end('{}');
    });
    await new Promise<void>((resolve) => { host.listen(0, '127.0.0.1', resolve); });
    testing.after(() => { host.close(); });
    const address = host.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };
  const other = await serve({}, 200);
  const platform = await serve({Location: `${other}/rest/v1/action/`}, 307);
  await paste('actionkit', (document) => document.replaceAll('https://act.ngo.example/rest', `${platform}/rest`));
  const {page, context, messages} = await openPage(stage);
  await page.goto(`${server.url}/actionkit/`);
  await fillAndSend(page, true);
  await page.getByText('We cannot tell whether your signature arrived.').first().waitFor();
  assert.deepEqual(reached, ['OPTIONS 307', 'POST 307']);
  assert.ok(messages.some((message) => message.includes(`${platform}/rest/v1/action/ sends on to another address`)), messages.join('\n'));
  await context.close();
});
