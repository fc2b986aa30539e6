import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import type {FrameLocator, Page} from 'playwright-core';
import {CANARY, fill, openPage, setStage} from './support.js';

const stage = setStage();

/** Another site, which carries the petition. */
let html = '';
const site = createServer((_request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
  response.end(html);
});
before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
after(() => new Promise((resolve) => { site.close(resolve); }));

const origin = () => {
  const address = site.address();
  assert.ok(typeof address === 'object' && address);
  return `http://127.0.0.1:${address.port}`;
};
const snippet = (attributes: string) =>
  `<!doctype html><html lang="en"><script type="module" src="${stage.url()}/v1/sphere-petition.js"></script><sphere-petition src="${stage.url()}/petitions/safe-exit" ${attributes}></sphere-petition>`;
const sign = async (page: Page, within: Page | FrameLocator = page) => {
  const form = within.locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  await fill(page, form);
  await form.locator('button[type=submit]').click();
};
/** The site that one is led to; none of the tests reaches a real one. */
const answerAt = (page: Page, address: string) => page.route(`${address}**`, (route) => route.fulfill({contentType: 'text/html', body: 'You are here'}));

test('after signing it goes where the page says, with nothing about who signed', async () => {
  const {page, context, requests} = await openPage(stage);
  await answerAt(page, 'https://next.example/');
  html = snippet('redirect="https://next.example/thanks?from=petition"');
  await page.goto(origin());
  await sign(page);
  await page.waitForURL('https://next.example/thanks?from=petition');
  for (const typed of Object.values(CANARY).slice(0, 3)) assert.ok(!requests.some((url) => decodeURIComponent(url).includes(typed)));
  await context.close();
});

test('it goes there only when the journey is at its end', async () => {
  const {page, context, messages} = await openPage(stage);
  await answerAt(page, 'https://next.example/');
  html = snippet('journey="share" redirect="https://next.example/"');
  await page.goto(origin());
  await sign(page);
  await page.getByRole('button', {name: 'Skip'}).waitFor();
  assert.equal(new URL(page.url()).origin, origin());
  await page.getByRole('button', {name: 'Skip'}).click();
  await page.waitForURL('https://next.example/');
  assert.deepEqual(messages, []);
  await context.close();
});

test('it stays where the page names anything but an https address', async () => {
  const {page, context, messages} = await openPage(stage);
  html = snippet('redirect="javascript:document.title=\'gone\'"');
  await page.goto(origin());
  await sign(page);
  await page.locator('[part=thanks]').waitFor();
  assert.deepEqual([new URL(page.url()).origin, await page.title(), messages.length], [origin(), '', 1]);
  assert.match(messages[0] ?? '', /redirect/);
  await context.close();
});

test('in a sandbox the way on is a link, and what is shared can be selected and copied', async () => {
  const {page, context} = await openPage(stage);
  const inner = snippet('journey="share" redirect="https://next.example/"').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  html = `<!doctype html><iframe sandbox="allow-scripts" width="900" height="1600" srcdoc="${inner}"></iframe>`;
  await page.goto(origin());
  const frame = page.frameLocator('iframe');
  await sign(page, frame);
  await frame.locator('sphere-share [part=button]').waitFor();
  assert.equal(await frame.locator('sphere-share a').count(), 0);
  assert.match(await frame.locator('sphere-share .address').innerText(), /^http:.*sphere_source=copy$/);
  // The clipboard of a sandbox is closed: what cannot be copied is selected.
  await frame.locator('sphere-share [part=button]').click();
  const field = frame.locator('sphere-share textarea');
  await field.waitFor();
  assert.equal(await field.evaluate((node) => node instanceof HTMLTextAreaElement && node.readOnly && node.selectionEnd - node.selectionStart === node.value.length), true);
  await frame.getByRole('button', {name: 'Skip'}).click();
  assert.equal(await frame.getByRole('link', {name: 'Continue to next.example'}).getAttribute('href'), 'https://next.example/');
  await context.close();
});

test('a link with answers in its fragment fills the form, and leaves none of them in the address or in a request', async () => {
  const {page, context, requests} = await openPage(stage);
  html = snippet('');
  await page.goto(`${origin()}/page?a=1#chapter&sphere_givenName=${CANARY.givenName}&sphere_email=${encodeURIComponent(CANARY.email)}&sphere_country=FR`);
  const form = page.locator('sphere-petition-form');
  await page.waitForFunction((name) => document.querySelector('sphere-petition')?.shadowRoot?.querySelector('sphere-petition-form')?.shadowRoot?.querySelector<HTMLInputElement>('[name=givenName]')?.value === name, CANARY.givenName);
  assert.equal(page.url(), `${origin()}/page?a=1#chapter`);
  assert.deepEqual([await form.locator('[name=email]').inputValue(), await form.locator('[name=country]').inputValue(), await form.locator('#consent-signature').isChecked()], [CANARY.email, 'FR', false]);
  // A browser sends no fragment; nor do we.
  for (const url of requests.filter((each) => !each.includes('#'))) assert.ok(!decodeURIComponent(url).includes(CANARY.givenName));
  await page.goBack().catch(() => null);
  assert.ok(!page.url().includes(CANARY.givenName));
  await context.close();
});

test('<sphere-share> and <sphere-updates> stand alone on a page, from the same script', async () => {
  const {page, context, messages} = await openPage(stage);
  html = `<!doctype html><html lang="en"><script type="module" src="${stage.url()}/v1/sphere-petition.js"></script><sphere-share src="${stage.url()}/petitions/safe-exit"></sphere-share><sphere-updates src="${stage.url()}/petitions/safe-exit"></sphere-updates>`;
  await page.goto(origin());
  await page.locator('sphere-share [part=button]').waitFor();
  await page.locator('sphere-updates [part=update]').first().waitFor();
  assert.deepEqual(messages, []);
  await context.close();
});
