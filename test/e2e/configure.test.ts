import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {after, before, test} from 'node:test';
import type {AxeResults} from 'axe-core';
import type {FrameLocator, Page} from 'playwright-core';
import {layoutProblems} from './in-page.js';
import {fill, openPage, setStage} from './support.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const stage = setStage();

/** A file of somebody else's, on another origin, with nothing in it but what was copied. */
let pasted = '';
const site = createServer((_request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8'});
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Ours</title><body>${pasted}</body></html>`);
});
before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
after(() => { site.close(); site.closeAllConnections(); });
const elsewhere = () => {
  const address = site.address();
  assert.ok(typeof address === 'object' && address);
  return `http://127.0.0.1:${address.port}/`;
};

const configure = async (query = 'src=petitions/safe-exit', options: Parameters<typeof openPage>[2] = {}) => {
  const opened = await openPage(stage, `/configure?${query}`, {permissions: ['clipboard-read', 'clipboard-write'], ...options});
  await opened.page.locator(query.includes('#') ? 'h1' : '.found').waitFor();
  return opened;
};
/** By the keyboard: the page's height is the preview's, and what is under a mouse moves while that changes. */
const choose = async (page: Page, name: string) => {
  const named = {name: new RegExp(`^${name}`)};
  const choice = page.getByRole('radio', named).or(page.getByRole('checkbox', named));
  await choice.press('Space');
  assert.equal(await choice.isChecked(), true);
};
const copied = async (page: Page, id = 'snippet') => {
  const block = page.locator('.code', {has: page.locator(`#${id}`)});
  await block.getByRole('button').click();
  await block.getByRole('button', {name: 'Copied'}).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
};
const count = async () => ((await (await fetch(`${stage.url()}/petitions/safe-exit/tally.json`)).json()) as {count: number}).count;
const signed = async (number: number) => { while ((await count()) < number) await new Promise((resolve) => { setTimeout(resolve, 200); }); };

/** Puts what was copied into the empty file, and signs there. */
const signElsewhere = async (snippet: string, within: (page: Page) => Page | FrameLocator = (page) => page) => {
  pasted = snippet;
  const {page, context, messages} = await openPage(stage);
  await page.goto(elsewhere());
  const form = within(page).locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  const before = await count();
  await fill(page, form);
  await form.locator('button[type=submit]').click();
  await form.locator('[part=thanks]').waitFor();
  await signed(before + 1);
  // Some browsers do not know that a frame could be let share.
  assert.deepEqual(messages.filter((message) => !message.includes('web-share')), []);
  await context.close();
};

for (const [name, clicks, query] of [
  ['an element', [], ''],
  ['an element of one version', [], '&pin=1'],
  ['the form alone', ['The form'], ''],
  ['one script tag', ['One script tag'], ''],
] as const) {
  test(`chosen, copied, put into an empty file on another origin, signed: ${name}`, async () => {
    const {page, context, messages} = await configure(`src=petitions/safe-exit&lang=en&accent=00566b${query}`);
    for (const click of clicks) await choose(page, click);
    if (query !== '') await page.locator('#snippet', {hasText: 'integrity="sha384-'}).waitFor();
    const snippet = await copied(page);
    assert.match(snippet, /<a href="http[^"]+\/petitions\/safe-exit">Sign the petition<\/a>/);
    await signElsewhere(snippet);
    assert.deepEqual(messages, []);
    await context.close();
  });
}

test('as an author in WordPress: the site’s script once, then a <div>', async () => {
  const {page, context} = await configure('src=petitions/safe-exit&lang=en');
  await choose(page, 'WordPress, as author');
  await choose(page, 'Plain <div>');
  const snippet = `${await copied(page, 'site-script')}\n${await copied(page)}`;
  assert.match(snippet, /^<script async src="[^"]+\/v1\/sphere-petition\.iife\.js"><\/script>\n<div data-sphere-petition="[^"]+" data-lang="en"><a /);
  await signElsewhere(snippet);
  await context.close();
});

test('in a frame', async () => {
  const {page, context} = await configure('src=petitions/safe-exit&lang=en&show=form');
  await choose(page, 'In a frame');
  await signElsewhere(await copied(page), (other) => other.frameLocator('iframe'));
  await context.close();
});

test('pictures and addresses lead to what the server has', async () => {
  const {page, context} = await configure('src=petitions/safe-exit&tool=readme&lang=fr');
  const markdown = await copied(page);
  const [, picture = '', href = ''] = /^\[!\[[^\]]+\]\((.*)\)\]\((.*)\)$/.exec(markdown) ?? [];
  assert.equal((await fetch(picture)).headers.get('content-type'), 'image/svg+xml');
  assert.equal((await fetch(href)).status, 200);
  await choose(page, 'Notion');
  assert.equal((await fetch(await copied(page))).status, 200);
  await choose(page, 'Newsletter');
  const html = await copied(page);
  assert.equal((await fetch(/<img src="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '')).headers.get('content-type'), 'image/png');
  await context.close();
});

test('what is chosen stands in the address, and the address restores it', async () => {
  const {page, context} = await configure();
  await choose(page, 'The events');
  await choose(page, 'Drupal');
  await choose(page, 'Plain <div>');
  await page.getByLabel('Language', {exact: true}).selectOption('uk');
  await page.getByText('More options').click();
  await page.getByLabel('Events begin with the country').fill('fr');
  await page.keyboard.press('Tab');
  const snippet = await page.locator('#snippet').innerText();
  assert.match(snippet, /data-sphere-events="[^"]+" data-lang="uk" data-country="FR"/);
  const again = await openPage(stage);
  await again.page.goto(page.url());
  await again.page.locator('#snippet').waitFor();
  assert.equal(await again.page.locator('#snippet').innerText(), snippet);
  assert.equal(new URL(page.url()).searchParams.get('src'), `${stage.url()}/petitions/safe-exit`);
  await again.context.close();
  await context.close();
});

test('what is wrong with a choice is said beside it, and left out of the snippet', async () => {
  const {page, context} = await configure('src=petitions/safe-exit&accent=red&redirect=http://a.example/');
  assert.equal(await page.locator('[aria-invalid=true]').count(), 2);
  assert.doesNotMatch(await page.locator('#snippet').innerText(), /red|accent/);
  await context.close();
});

test('an address that is no petition: what is there, and where its identifier is', async () => {
  const {page, context} = await openPage(stage, '/configure');
  const says = async (address: string) => {
    await page.locator('#src').fill(address);
    await page.locator('#finding .nothing').waitFor();
    await page.waitForFunction((text) => new URL(location.href).searchParams.get('src') === text && document.querySelector('#finding .nothing'), address);
    return page.locator('#finding').innerText();
  };
  assert.match(await says(`${stage.url()}/petitions/none`), /There is .* at .*petitions\/none|no petition at/);
  await page.locator('#src').fill('');
  assert.match(await says('https://actionnetwork.org/petitions/a-safe-way-out'), /Action Network.*“Manage” page/s);
  assert.equal(await page.locator('#snippet').count(), 0);
  await page.locator('#src').fill('');
  assert.match(await says('nonsense'), /no web address/);
  await page.locator('#src').fill(`${stage.url()}/embed/safe-exit?lang=fr`);
  await page.locator('.found').waitFor();
  assert.match(await page.locator('#snippet').innerText(), new RegExp(`src="${stage.url()}/petitions/safe-exit"`));
  await context.close();
});

test('the preview is the snippet itself, at each width, dark, and from right to left', async () => {
  const {page, context, messages} = await configure();
  const preview = page.frameLocator('iframe.preview');
  await page.locator('iframe.preview').scrollIntoViewIfNeeded();
  await preview.locator('sphere-petition button[type=submit]').waitFor();
  for (const width of ['320', '1280', '768']) {
    await choose(page, width);
    await preview.locator('sphere-petition button[type=submit]').waitFor();
    assert.equal(await preview.locator('body').evaluate(() => innerWidth), Number(width));
  }
  await choose(page, 'Right to left, in Arabic');
  await choose(page, 'Dark page');
  await preview.locator('sphere-petition [dir=rtl]').first().waitFor();
  assert.deepEqual(await preview.locator('body').evaluate((body) => [getComputedStyle(body).direction, document.documentElement.lang, self.origin]), ['rtl', 'ar', 'null']);
  assert.equal(await preview.locator('body').evaluate((body) => getComputedStyle(body).color), 'rgb(255, 255, 255)');
  // Nothing of the page lies outside of its own policy.
  assert.deepEqual(messages, []);
  await context.close();
});

test('a pasted page and its headers: what stops the widget, what to write, and nothing that leaves the page', async () => {
  const {page, context, requests, messages} = await configure('x=1#check');
  await page.getByLabel('The page’s HTML').fill(`<html><body><script type="module" src="https://petition.example.org/v1/sphere-petition.js"></script><img src="https://tracker.example/x.png"><sphere-petition src="https://petition.example.org/petitions/x"><a href="https://petition.example.org/petitions/x">Sign</a></sphere-petition></body></html>`);
  await page.getByLabel('Its response headers').fill("HTTP/2 200\ncontent-security-policy: script-src 'self'; connect-src 'self'");
  await page.getByRole('button', {name: 'Check'}).click();
  assert.deepEqual(await page.locator('.outcome').evaluateAll((items) => items.map((item) => item.getAttribute('data-rule'))), ['script-src', 'connect-src']);
  assert.equal(await copied(page, 'paste-0'), "script-src 'self' https://petition.example.org");
  assert.equal(await page.evaluate(() => document.activeElement?.id), '');
  await page.getByLabel('Its response headers').fill('');
  await page.getByRole('button', {name: 'Check'}).click();
  await page.getByText('Nothing here stops the widget.').waitFor();
  assert.ok(!requests.some((url) => url.includes('.example')));
  assert.ok(!page.url().includes('example'));
  assert.deepEqual(messages, []);
  await context.close();
});

test('a form and a letter become a document that a widget shows from any host', async () => {
  const {page, context, messages} = await configure('x=1#document');
  await page.getByRole('button', {name: 'Make the document'}).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'title');
  await page.getByLabel('Title').fill('A safe way out');
  await page.getByLabel('The letter', {exact: true}).fill('We call on you.\n\nAct now.');
  await page.getByLabel('What signers agree to').fill('I agree.');
  await page.getByLabel('Who answers for the data').fill('Sphere Foundation');
  await page.getByLabel('Its API endpoint or identifier').fill('d91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd');
  await page.getByRole('button', {name: 'Make the document'}).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download petition.json'}).click()]);
  assert.equal(download.suggestedFilename(), 'petition.json');
  const text = readFileSync(await download.path(), 'utf8');
  assert.deepEqual((JSON.parse(text) as {connect: unknown}).connect, {sign: {adapter: 'action-network', src: 'https://actionnetwork.org/api/v2/petitions/d91b4b2e-ae0e-4cd3-9ed7-0cd3de9ae0cd'}});
  const preview = page.frameLocator('iframe.draft');
  await page.locator('iframe.draft').scrollIntoViewIfNeeded();
  await preview.locator('sphere-petition').getByText('We call on you.').waitFor();
  assert.deepEqual(messages, []);

  // The file on a host of its own: found by its address, and shown by the snippet that is made for it.
  const host = createServer((_request, response) => { response.writeHead(200, {'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*'}).end(text); });
  await new Promise<void>((resolve) => { host.listen(0, '127.0.0.1', resolve); });
  const address = host.address();
  assert.ok(typeof address === 'object' && address);
  await page.getByRole('link', {name: 'Get the snippet'}).first().click();
  await page.locator('#src').fill(`http://127.0.0.1:${address.port}/petition.json`);
  await page.locator('.found').getByText('A safe way out').waitFor();
  pasted = await copied(page);
  await page.goto(elsewhere());
  await page.locator('sphere-petition').getByText('We call on you.').waitFor();
  host.close();
  host.closeAllConnections();
  await context.close();
});

test('with the keyboard alone: address, widget, tool, copy', async () => {
  const {page, context} = await configure();
  await page.locator('#src').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.locator('#snippet', {hasText: 'counter.js'}).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.getByText('choose “Custom HTML”, and paste').waitFor();
  for (let step = 0; step < 12 && (await page.evaluate(() => document.activeElement?.textContent)) !== 'Copy'; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', {name: 'Copied'}).waitFor();
  await context.close();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`nothing is inaccessible, cut or too wide, at three widths: ${scheme}`, async () => {
    for (const path of ['src=petitions/safe-exit&accent=red&journey=share', 'x=1#check', 'x=1#document']) {
      for (const width of [320, 768, 1280]) {
        const {page, context} = await configure(path, {viewport: {width, height: 900}, colorScheme: scheme, bypassCSP: true});
        if (path.endsWith('check')) {
          await page.getByLabel('The page’s HTML').fill('<sphere-petition src="https://a.example/petitions/x" />');
          await page.getByRole('button', {name: 'Check'}).click();
        }
        if (path.endsWith('document')) await page.getByRole('button', {name: 'Make the document'}).click();
                // What tsx calls in a function that it compiled.
        await page.evaluate('globalThis.__name = (named) => named');
        // An address may be longer than the field that it is typed into.
        assert.deepEqual((await page.evaluate(layoutProblems)).filter((problem) => !problem.startsWith('<input')), [], `${path} at ${width}`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const {axe: engine} = globalThis as unknown as {axe: {run(context: Document, options: object): Promise<AxeResults>}};
          return engine.run(document, {iframes: false, resultTypes: ['violations']});
        });
        assert.deepEqual(found.violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id} at ${JSON.stringify(target)}`)), [], `${path} at ${width}`);
        await context.close();
      }
    }
  });
}
