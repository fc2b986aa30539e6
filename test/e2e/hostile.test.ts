import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {fill, openPage, setStage} from './support.js';

const stage = setStage();

/** Another site, which serves whatever page the test is about, with the headers that its owner chose. */
let page: {html: string; headers: Record<string, string>} = {html: '', headers: {}};
const site = createServer((_request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', ...page.headers});
  response.end(page.html);
});
before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
after(() => new Promise((resolve) => { site.close(resolve); }));

const serve = async (tab: Page, html: string, headers: Record<string, string> = {}): Promise<void> => {
  page = {html, headers};
  const address = site.address();
  assert.ok(typeof address === 'object' && address);
  await tab.goto(`http://127.0.0.1:${address.port}/`);
};

const snippet = () => `<script type="module" src="${stage.url()}/v1/sphere-petition.js"></script>
<sphere-petition src="${stage.url()}/petitions/safe-exit"><a href="${stage.url()}/petitions/safe-exit">Signer</a></sphere-petition>`;

const signs = async (page: Page, form = page.locator('sphere-petition-form')): Promise<void> => {
  await form.locator('button[type=submit]').waitFor();
  await fill(page, form);
  await form.locator('button[type=submit]').click();
  await form.locator('[part=thanks]').waitFor();
};

test('it signs from another site under a strict content security policy and Trusted Types, without one violation', async () => {
  const {page, context, messages} = await openPage(stage);
  const host = stage.url();
  await serve(page, `<!doctype html><html lang="fr">${snippet()}`, {
    'Content-Security-Policy': `default-src 'none'; script-src ${host}; connect-src ${host}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
  });
  await signs(page);
  assert.deepEqual(messages, []);
  await context.close();
});

test('it signs inside a sandbox that allows scripts and nothing else, by the button and by Enter', async () => {
  for (const byEnter of [false, true]) {
    const {page, context} = await openPage(stage);
    const inner = `<!doctype html><html lang="fr">${snippet()}`.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    await serve(page, `<!doctype html><iframe sandbox="allow-scripts" width="900" height="1400" srcdoc="${inner}"></iframe>`);
    const form = page.frameLocator('iframe').locator('sphere-petition-form');
    if (!byEnter) await signs(page, form);
    else {
      await form.locator('button[type=submit]').waitFor();
      await fill(page, form);
      await form.locator('[name=email]').press('Enter');
      await form.locator('[part=thanks]').waitFor();
    }
    await context.close();
  }
});

test('pasted three times, with the counter’s script beside it, every element works and no name is taken twice', async () => {
  const {page, context, messages} = await openPage(stage);
  const counter = `<script type="module" src="${stage.url()}/v1/counter.js"></script><sphere-counter src="${stage.url()}/petitions/safe-exit">12</sphere-counter>`;
  await serve(page, `<!doctype html><html lang="fr">${snippet()}${counter}${snippet()}${snippet()}`);
  await page.locator('sphere-petition-form button[type=submit]').nth(2).waitFor();
  await page.locator('body > sphere-counter').scrollIntoViewIfNeeded();
  await page.locator('body > sphere-counter data').waitFor();
  assert.deepEqual(messages, []);
  await context.close();
});

test('styles of the page that reach for everything do not reach into the petition', async () => {
  const {page, context} = await openPage(stage);
  await serve(page, `<!doctype html><html lang="fr"><style>input, button, p, div, label { display: none !important; font-size: 3px !important }</style>${snippet()}`);
  await signs(page);
  await context.close();
});

test('two petitions on one page speak two languages', async () => {
  const {page, context} = await openPage(stage);
  await serve(page, `<!doctype html><html lang="en">${snippet()}<div lang="fr_FR">${snippet()}</div>`);
  await page.getByRole('button', {name: 'Sign the petition'}).waitFor();
  await page.getByRole('button', {name: 'Signer la pétition'}).waitFor();
  await context.close();
});

test('a script that the page’s policy blocks leaves the author’s link', async () => {
  const {page, context} = await openPage(stage);
  await serve(page, `<!doctype html><html lang="fr">${snippet()}`, {'Content-Security-Policy': "script-src 'none'"});
  assert.equal(await page.getByRole('link', {name: 'Signer'}).isVisible(), true);
  await context.close();
});
