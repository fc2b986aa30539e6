import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';
import {serveSite} from './site.js';
import {FLAGS} from './support.js';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
before(async () => {
  site = await serveSite();
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser.close();
  await site.close();
});

/** The page, its form filled in as told and sent; returns what its results say in the end. */
const results = async (page: Page, given: Readonly<Record<string, string>> = {}) => {
  await page.goto(`${site.url}conformance.html`);
  for (const [name, value] of Object.entries(given)) await page.locator(`.suite [name=${name}]`).fill(value);
  await page.locator('.suite button').click();
  const status = page.locator('.results [role=status]');
  await status.filter({hasText: /\d passed, |could not be run/}).waitFor();
  const excuses = page.locator('.results summary');
  if (await excuses.isVisible()) await excuses.click();
  return {said: await status.innerText(), lines: await page.locator('.results li').allInnerTexts()};
};

test('a visitor runs the suite against a back end in the page: all that can be asked is kept, and the rest says why not', async () => {
  const page = await browser.newPage();
  const {said, lines} = await results(page);
  assert.match(said, /^\d\d passed, 0 failed, \d+ excused\.$/);
  for (const name of ['sign counts the same signature once', 'joinEvent answers with a receipt']) assert.ok(lines.some((line) => line.includes(name) && line.startsWith('passed\n')), name);
  assert.ok(lines.some((line) => /^excused\ngetChallenge .*\ndoes not announce getChallenge$/.test(line)));
  await page.close();
});

test('against a petition that is not there for tests, nothing is written, and each such check says so', async () => {
  const page = await browser.newPage();
  const sent: string[] = [];
  page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()); });
  const {lines} = await results(page, {source: 'petition.json'});
  assert.deepEqual(lines.filter((line) => /^(passed|failed)\n(sign|joinEvent|proposeEvent)/.test(line)), []);
  assert.ok(lines.some((line) => line.includes('sign answers with a receipt\nwrites only where the petition says "test": true')));
  assert.deepEqual(sent, []);
  await page.close();
});

test('a promise that is broken comes first, with the reason', async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}conformance.html`);
  const define = `import('./v1/sphere-petition.js').then(({defineAdapter}) => { defineAdapter('broken', () => ({name: 'broken', getTally: async () => ({count: 'many', asOf: 'now'})})); })`;
  await page.evaluate(define);
  await page.locator('.suite [name=adapter]').fill('broken');
  await page.locator('.suite [name=settings]').fill('');
  await page.locator('.suite button').click();
  await page.locator('.results [role=status]').filter({hasText: /\d passed, /}).waitFor();
  const lines = await page.locator('.results li').allInnerTexts();
  const failed = lines.filter((line) => line.startsWith('failed\n'));
  assert.ok(failed.some((line) => /\ngetTally answers with a tally\n.*"count"/.test(line)), failed.join('\n'));
  assert.deepEqual(lines.slice(0, failed.length), failed);
  await page.close();
});

test('what cannot be run says why, and the page can be used again', async () => {
  const page = await browser.newPage();
  assert.match((await results(page, {settings: '{'})).said, /^It could not be run\. .*JSON/);
  assert.match((await results(page, {settings: '{"colour": "red"}'})).said, /^It could not be run\. .*colour/);
  assert.equal(await page.locator('.suite button').isEnabled(), true);
  await page.close();
});
