import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Page} from 'playwright-core';
import {until} from '../support.js';
import {setFraming, signIn} from './framing.js';

const framing = setFraming();
const {stage, open, other} = framing;

const embed = (search = '') => `${stage.url()}/embed/safe-exit${search}`;
const frameOf = (search = '', attributes = '') => `<iframe src="${embed(search).replaceAll('&', '&amp;')}" title="Petition" width="600" height="300" ${attributes}></iframe>`;
const pageOf = (content: string) => `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>A page</title>${content}`;
const resize = () => `<script src="${stage.url()}/v1/resize.js"></script>`;
const heights = (page: Page) => page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
const contentHeight = (page: Page, index = 0) => page.locator('iframe').nth(index).contentFrame().locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
/** Waits until a frame is as tall as its page. */
const isSized = (page: Page, index = 0): Promise<void> =>
  until(page, async () => (await heights(page))[index] === await contentHeight(page, index), `frame ${index} is as tall as its page`);
/** Lets every message that is on its way arrive: one that is sent after them has. */
const aTurn = (page: Page) => page.evaluate(() => new Promise((resolve) => {
  addEventListener('message', ({data}) => { if (data === 'the last') resolve(undefined); });
  postMessage('the last', '*');
}));

test('in a sandbox that allows scripts and nothing else, the framed form signs by its button and by Enter, as nobody’s origin', async () => {
  for (const press of [undefined, 'Enter']) {
    const {page, context, messages} = await open(pageOf(frameOf('?show=form', 'sandbox="allow-scripts"')));
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    await signIn(page, page.frameLocator('iframe'), press);
    const request = await posted;
    assert.equal((await request.allHeaders())['origin'], 'null');
    assert.equal((await request.response())?.status(), 201);
    assert.deepEqual(messages, []);
    await context.close();
  }
});

test('a browser that asks on behalf of nobody’s origin whether it may sign is told that it may', async () => {
  const response = await fetch(`${stage.url()}/petitions/safe-exit/signatures`, {method: 'OPTIONS', headers: {'origin': 'null', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type'}});
  assert.deepEqual([response.status, response.headers.get('access-control-allow-origin'), response.headers.get('access-control-allow-headers')], [204, '*', 'Content-Type']);
});

test('every kind of frame shows what it says, in its language and under its own policy', async () => {
  for (const [show, shown] of [['petition', 'sphere-letter'], ['form', 'sphere-petition-form'], ['counter', 'sphere-counter'], ['events', 'sphere-event-list']] as const) {
    const {page, context, messages} = await open(pageOf(frameOf(`?show=${show}&lang=ar&theme=dark&accent=00566b`)));
    const element = page.frameLocator('iframe').locator(shown);
    await element.locator('[dir=rtl]').first().waitFor();
    assert.deepEqual(await element.evaluate((node) => {
      const {colorScheme} = getComputedStyle(document.documentElement);
      return [document.documentElement.dir, colorScheme, node.isConnected];
    }), ['rtl', 'dark', true]);
    assert.deepEqual(messages, []);
    await context.close();
  }
});

test('resize.js, pasted twice, gives a frame the height of its page, and gives it again when that changes', async () => {
  const {page, context, messages} = await open(pageOf('<style>* { box-sizing: border-box }</style>' + resize() + frameOf('?show=form') + resize() + frameOf('?show=counter', 'class="second"')));
  await page.locator('iframe').first().contentFrame().locator('button[type=submit]').waitFor();
  await isSized(page, 0);
  await isSized(page, 1);
  const [before = 0, counter = 0] = await heights(page);
  assert.ok(before > 400 && counter < 300, `${before} and ${counter}`);
  await page.locator('iframe').first().contentFrame().locator('button[type=submit]').click();
  await page.locator('iframe').first().contentFrame().locator('[part=summary]').waitFor();
  await isSized(page, 0);
  const [after = 0, still] = await heights(page);
  assert.ok(after > before);
  assert.equal(still, counter);
  assert.deepEqual(messages, []);
  await context.close();
});

test('resize.js believes nobody but a frame of ours, and of that frame nothing but what it may say', async () => {
  const liar = other('<!doctype html><script>parent.postMessage({type: "sphere:size", height: 4000}, "*"); parent.postMessage({type: "sphere:exit"}, "*"); parent.postMessage("said", "*")</script>');
  const {page, context} = await open(pageOf(`${resize()}${frameOf('?show=counter&redirect=https://next.example/')}
    <script>let said = 0; addEventListener('message', ({data}) => { if (data === 'said') said++; })</script><iframe class="liar" src="${liar}?/embed/x" height="300"></iframe>`));
  const url = page.url();
  await page.waitForFunction('said === 1');
  await isSized(page);
  const before = await heights(page);
  await page.evaluate(() => {
    for (const message of [{type: 'sphere:size', height: 4000}, {type: 'sphere:exit'}]) postMessage(message, '*');
  });
  const ours = page.frames().find((frame) => frame.url().startsWith(stage.url()));
  await ours?.evaluate(() => {
    for (const height of ['4000', NaN, -1, null, {}]) parent.postMessage({type: 'sphere:size', height}, '*');
    for (const message of [null, 4000, 'sphere:size', {type: 'height', height: 4000}, {type: 'sphere:state', state: 'owned'}]) parent.postMessage(message, '*');
    parent.postMessage('said', '*');
  });
  await page.waitForFunction('said === 2');
  await aTurn(page);
  assert.deepEqual(await heights(page), before);
  assert.equal(before[1], 300, 'the stranger keeps its own height');
  assert.equal(page.url(), url);
  await context.close();
});

test('with resize.js the page goes where the frame’s own address says once the reader has signed; without it, a link leads there', async () => {
  for (const helped of [true, false]) {
    const {page, context} = await open(pageOf((helped ? resize() : '') + frameOf('?show=form&redirect=https://next.example/thanks')));
    await page.route('https://next.example/**', (route) => route.fulfill({contentType: 'text/html', body: 'You are here'}));
    // With resize.js the thanks may be gone before anybody has seen them.
    const signed = signIn(page, page.frameLocator('iframe')).catch((error: unknown) => { if (!helped) throw error; });
    if (!helped) {
      await signed;
      await page.frameLocator('iframe').getByRole('link', {name: 'next.example'}).click();
    }
    await page.waitForURL('https://next.example/thanks');
    await context.close();
  }
});

test('resize.js tells a frame whether the page is light or dark, and again when that changes; a frame whose address says so hears nothing of it', async () => {
  const {page, context} = await open(pageOf(`<style>:root { color-scheme: light dark }</style>${resize()}${frameOf('?show=counter')}${frameOf('?show=counter&theme=light')}`));
  const scheme = (index: number) => page.locator('iframe').nth(index).contentFrame().locator('html').evaluate((root) => getComputedStyle(root).colorScheme);
  const becomes = (wanted: string) => until(page, async () => await scheme(0) === wanted, `the frame is ${wanted}`);
  await becomes('light');
  await page.emulateMedia({colorScheme: 'dark'});
  await becomes('dark');
  assert.equal(await scheme(1), 'light');
  await context.close();
});

test('a frame takes its look from the page around it alone', async () => {
  const {page, context} = await open(pageOf(frameOf('?show=counter')));
  await page.frameLocator('iframe').locator('sphere-counter').waitFor();
  const ours = page.frames().find((frame) => frame.url().startsWith(stage.url()));
  assert.ok(ours);
  const look = () => ours.evaluate(() => document.documentElement.getAttribute('style') ?? '');
  await ours.evaluate(() => new Promise((resolve) => {
    addEventListener('message', ({data}) => { if (data === 'the last') resolve(undefined); });
    postMessage({type: 'sphere:theme', theme: 'dark', accent: 'red'}, '*');
    postMessage('the last', '*');
  }));
  assert.equal(await look(), '');
  await page.evaluate(() => { frames[0]?.postMessage({type: 'sphere:theme', theme: 'dark', accent: 'rgb(1, 2, 3)', danger: 'red; display: none', radius: 'url(x)', background: 'url(https://evil.example/)'}, '*'); });
  await ours.waitForFunction(() => document.documentElement.hasAttribute('style'));
  assert.equal(await look(), 'color-scheme: dark; --sphere-accent: rgb(1, 2, 3);');
  await context.close();
});

test('a petition that is not there shows so in the frame', async () => {
  const {page, context} = await open(pageOf(`<iframe src="${stage.url()}/embed/nothing?lang=fr" title="Petition"></iframe>`));
  await page.frameLocator('iframe').getByText('Cette pétition n’existe pas ici').waitFor();
  await context.close();
});
