import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {chromium, type Browser, type Page} from 'playwright-core';
import {startCrm} from '../../examples/adapter/src/stand-in.js';
import {trial} from '../../examples/adapter/src/trial.js';
import {serveSite} from './site.js';
import {fill, FLAGS} from './support.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

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
  if ('module' in given) await page.getByText('An adapter of your own').click();
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
  assert.match((await results(page, {settings: '{'})).said, /^It could not be run\. The settings are no JSON, such as \{"events"/);
  assert.match((await results(page, {module: 'conformance.js'})).said, /^It could not be run\. .*conformance\.js exports no function "create"/);
  assert.match((await results(page, {module: 'none.js'})).said, /^It could not be run\. .*none\.js/);
  assert.match((await results(page, {module: '', petition: 'none.json'})).said, /^It could not be run\. .*none\.json answered with 404/);
  assert.match((await results(page, {settings: '{"colour": "red"}'})).said, /^It could not be run\. .*colour/);
  assert.equal(await page.locator('.suite button').isEnabled(), true);
  await page.close();
});

test('the guide’s adapter, bundled as the guide says, is tried from another host and then signs on a page with a script tag', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sphere-own-'));
  const crm = await startCrm();
  let host: typeof site | undefined;
  try {
    const own = {cwd: join(root, 'examples/adapter'), shell: process.platform === 'win32'};
    await promisify(execFile)('npx', ['--no-install', 'esbuild', 'src/our-crm.ts', '--bundle', '--format=esm', '--minify', `--outfile=${join(folder, 'our-crm.js')}`], own);
    const connect = Object.fromEntries(['sign', 'getTally'].map((capability) => [capability, {adapter: 'our-crm', src: crm.url}]));
    await writeFile(join(folder, 'trial.json'), JSON.stringify(trial));
    await writeFile(join(folder, 'petition.json'), JSON.stringify({...trial, connect}));
    await writeFile(join(folder, 'page.html'), `<!doctype html><html lang="en"><title>Own</title>
      <script type="module">
        import {defineAdapter} from '${site.url}v1/sphere-petition.js';
        defineAdapter('our-crm', {matches: (src) => src.host === '${new URL(crm.url).host}', load: () => import('./our-crm.js')});
      </script>
      <sphere-counter src="${crm.url}"></sphere-counter>
      <sphere-petition src="petition.json"></sphere-petition>`);
    host = await serveSite(folder);

    const page = await browser.newPage();
    const {said, lines} = await results(page, {source: crm.url, adapter: '', settings: '', module: `${host.url}our-crm.js`, petition: `${host.url}trial.json`});
    assert.match(said, /^\d\d passed, 0 failed, \d+ excused\.$/, lines.join('\n'));
    for (const name of ['getTally answers with a tally', 'sign counts the same signature once', 'sign repeats nothing that a person typed in an error']) assert.ok(lines.includes(`passed\n${name}`), name);

    await page.goto(`${host.url}page.html`);
    const number = page.locator('body > sphere-counter data');
    await number.waitFor();
    const before = Number(await number.getAttribute('value'));
    await page.locator('sphere-petition-form button[type=submit]').waitFor();
    await fill(page);
    await page.locator('sphere-petition-form button[type=submit]').click();
    await page.locator('sphere-petition-form [part=thanks]').waitFor();
    await page.locator(`sphere-petition sphere-counter data[value="${before + 1}"]`).waitFor();
    await page.close();
  } finally {
    await host?.close();
    await crm.close();
    await rm(folder, {recursive: true});
  }
});
