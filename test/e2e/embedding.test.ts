import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {after, before, test} from 'node:test';
import type {Page} from 'playwright-core';
import {fill, openPage, setStage} from './support.js';

const stage = setStage();
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const guide = read('docs/embedding.md');
const {version} = JSON.parse(read('package.json')) as {version: string};

/** The page of somebody who pastes: another origin than the petition's. */
let page = {html: '', policy: ''};
const site = createServer((_request, response) => {
  response.writeHead(200, {'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': page.policy});
  response.end(page.html);
});
before(() => new Promise<void>((resolve) => { site.listen(0, '127.0.0.1', resolve); }));
after(() => new Promise((resolve) => {
  site.close(resolve);
  site.closeAllConnections();
}));

/** What stands in the guide, as it does on this stage. */
const filledIn = (text: string): string => {
  const hash = (JSON.parse(read('cdn/integrity.json')) as Record<string, string>)['sphere-petition.bundle.js'] ?? '';
  return text.replaceAll('https://HOST', stage.url()).replaceAll('VERSION', version).replaceAll('sha384-HASH', hash);
};

const blocks = (language: string): string[] => [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code);

/** The recipes put together, for a site that allows nothing but itself, and asks for trusted types. */
const policyOf = (recipes: readonly string[]): string => {
  const directives = new Map([['default-src', new Set(["'none'"])], ['require-trusted-types-for', new Set(["'script'"])]]);
  for (const directive of recipes.flatMap((recipe) => recipe.split(';'))) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    directives.set(name, new Set([...(directives.get(name) ?? []), ...sources]));
  }
  return filledIn([...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; '));
};

const show = async (tab: Page, html: string, recipes: readonly string[]): Promise<void> => {
  page = {html: filledIn(`<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title><body>\n${html}`), policy: policyOf(recipes)};
  const address = site.address();
  assert.ok(typeof address === 'object' && address);
  await tab.goto(`http://127.0.0.1:${address.port}/`);
};

/** Resolves when something of the snippet is seen that is more than its fallback. */
const seen = async (tab: Page, snippet: string): Promise<void> => {
  if (/<iframe|isolation="frame"/.test(snippet)) await tab.frameLocator('iframe').locator('sphere-petition-form button[type=submit]').waitFor();
  else if (snippet.includes('<img')) await tab.waitForFunction(() => [...document.images].every(({complete, naturalWidth}) => complete && naturalWidth > 0));
  else {
    for (const tag of new Set([...snippet.matchAll(/<(sphere-[a-z-]+)|data-sphere-([a-z]+)=/g)].map(([, tag, kind = '']) => tag ?? {petition: 'sphere-petition', counter: 'sphere-counter', events: 'sphere-event-list'}[kind] ?? ''))) {
      // What nobody looks at asks for nothing.
      await tab.locator(tag).first().scrollIntoViewIfNeeded();
      await tab.waitForFunction((name) => [...document.querySelectorAll(name)].some((element) => (element.shadowRoot?.querySelectorAll('form, data, li').length ?? 0) > 0 || element.shadowRoot?.querySelector('sphere-petition-form')), tag);
    }
  }
};

/** Each snippet that shows something, with the script that the guide has given before. */
const snippets = (): string[] => {
  const all = blocks('html');
  const [elementScript = ''] = (all[0] ?? '').split('\n');
  const siteScript = all.find((code) => /^<script async [^>]*iife\.js"><\/script>\n$/.test(code)) ?? '';
  return all.filter((code) => code !== siteScript && !code.startsWith('<link'))
    .map((code) => (code.startsWith('<div') ? siteScript : code.startsWith('<sphere-') ? elementScript : '') + code);
};

test('the policy that the guide gives for elements is enough to show a petition and to sign it', async () => {
  const {page: tab, context, messages} = await openPage(stage);
  await show(tab, snippets()[0] ?? '', blocks('csp').slice(0, 1));
  await tab.locator('sphere-petition-form button[type=submit]').waitFor();
  await fill(tab);
  await tab.locator('sphere-petition-form button[type=submit]').click();
  await tab.locator('sphere-petition-form [part=thanks]').waitFor();
  assert.deepEqual(messages, []);
  await context.close();
});

test('every snippet of the guide is seen under the policy that it gives, without one violation', async () => {
  const sheet = blocks('html').find((code) => code.startsWith('<link')) ?? '';
  const all = snippets();
  assert.ok(all.length >= 8 && sheet !== '');
  for (const snippet of all) {
    const {page: tab, context, messages} = await openPage(stage);
    await show(tab, sheet + snippet, blocks('csp'));
    await seen(tab, snippet);
    // A browser that has no such menu says so of a frame that may open it.
    assert.deepEqual(messages.filter((message) => message !== "Unrecognized feature: 'web-share'."), [], snippet);
    await context.close();
  }
});
