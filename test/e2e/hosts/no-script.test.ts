import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {test} from 'node:test';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright-core';
import {importCampaign} from 'sphere-petition-server';
import {CANARY, openPage, setStage} from '../support.js';

const stage = setStage();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['en', 'fr', 'es', 'it', 'pt', 'de', 'ru', 'uk', 'ar'];
const PETITION = '/petitions/safe-exit';

/** Adds a petition in every language that the widgets speak. */
const addTrial = async (): Promise<void> => {
  const text = {title: 'Trial', letter: [{type: 'paragraph', text: 'We call on you.'}], addressees: [{name: 'Ministries'}], consents: {signature: 'I agree.'}};
  await importCampaign(stage.data(), {
    id: 'trial', defaultLanguage: 'en', goal: 20_000, controllers: [{id: 'foundation', name: 'Example Foundation', privacy: 'https://example.org/privacy'}],
    consents: [{id: 'signature', purpose: 'signature', version: '1', required: true}], texts: Object.fromEntries(LANGUAGES.map((language) => [language, text])),
  });
  while (!(await fetch(`${stage.url()}/petitions/trial`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
};

const withoutScripts = async (path: string, width = 1280) => openPage(stage, path, {javaScriptEnabled: false, viewport: {width, height: 900}});

/** Presses Tab until a control has the focus. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.locator(`${selector}:focus`).count() > 0) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
};

const count = async (path = PETITION): Promise<number> => (await (await fetch(`${stage.url()}${path}/tally.json`)).json() as {count: number}).count;

test('without scripts a reader signs with the keyboard alone, and loading the thanks again sends nothing again', async () => {
  const {page, context, requests, messages} = await withoutScripts(PETITION);
  const begun = await count();
  for (const name of ['givenName', 'familyName', 'email'] as const) {
    await tabTo(page, `[name=${name}]`);
    await page.keyboard.type(CANARY[name]);
  }
  await tabTo(page, '[name=country]');
  await page.keyboard.type('France');
  await tabTo(page, '[name="consent:signature"]');
  await page.keyboard.press('Space');
  await tabTo(page, 'main button');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/petitions/safe-exit/signed?lang=fr*');
  await page.getByRole('heading', {name: 'Merci. Vous avez signé.'}).waitFor();
  await page.reload();
  while (await count() === begun) await page.waitForTimeout(50);
  await page.getByRole('link', {name: 'Retour à la pétition'}).click();
  await page.locator('[name=givenName]').waitFor();
  assert.equal(await page.locator('[name=givenName]').inputValue(), '');
  assert.equal(await count(), begun + 1);
  assert.deepEqual(messages, []);
  for (const url of requests) {
    assert.ok(url.startsWith(stage.url()), url);
    assert.ok(!/zeisig|kanarina/i.test(url), url);
    assert.ok(!url.endsWith('.js'), url);
  }
  await context.close();
});

test('what is wrong takes the focus and leads to its question; what was typed is still there', async () => {
  const {page, context} = await withoutScripts(PETITION);
  await page.locator('[name=givenName]').fill(CANARY.givenName);
  await page.locator('[name=email]').fill('kanarina@');
  await page.locator('[name=country]').selectOption('FR');
  await page.locator('[name="consent:newsletter"]').check();
  await page.locator('main button').click();
  await page.locator('.summary:focus').waitFor();
  assert.equal(await page.locator('[name=givenName]').inputValue(), CANARY.givenName);
  assert.equal(await page.locator('[name=email]').inputValue(), 'kanarina@');
  assert.equal(await page.locator('[name=country]').inputValue(), 'FR');
  assert.equal(await page.locator('[name="consent:newsletter"]').isChecked(), true);
  await tabTo(page, '.summary a');
  await page.keyboard.press('Enter');
  await page.waitForURL('**#fields-familyName');
  await page.keyboard.press('Tab');
  await page.locator('[name=email]').fill(CANARY.email);
  await page.locator('[name=familyName]').fill(CANARY.familyName);
  await page.locator('[name="consent:signature"]').check();
  await page.locator('main button').click();
  await page.waitForURL('**/signed?lang=fr*');
  await context.close();
});

test('in every language the page, what is wrong with the form and the thanks fit 320 pixels', async () => {
  await addTrial();
  const {page, context} = await withoutScripts('/petitions/trial', 320);
  const fits = async (language: string) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${language}: ${width} at ${page.url()}`);
  };
  for (const language of LANGUAGES) {
    await page.goto(`${stage.url()}/petitions/trial?lang=${language}`);
    await fits(language);
    await page.locator('main button').click();
    await page.locator('.summary').waitFor();
    await fits(language);
    await page.locator('[name=givenName]').fill(CANARY.givenName);
    await page.locator('[name=familyName]').fill(CANARY.familyName);
    await page.locator('[name=email]').fill(CANARY.email);
    await page.locator('[name=country]').selectOption('FR');
    await page.locator('[name="consent:signature"]').check();
    await page.locator('main button').click();
    await page.waitForURL(`**/signed?lang=${language}*`);
    await fits(language);
  }
  await context.close();
});

test('axe finds nothing wrong with the page as it is without its widget, light and dark, from either side', async () => {
  await addTrial();
  for (const [path, colorScheme] of [[PETITION, 'light'], ['/petitions/trial?lang=ar', 'dark']] as const) {
    const {page, context} = await openPage(stage, undefined, {colorScheme});
    await page.route('**/v1/**', (route) => route.abort());
    const check = async () => {
      // Not as a tag in the page, whose policy would refuse it.
      await page.evaluate(axe);
      const {violations} = await page.evaluate(async () => {
        const {axe: engine} = globalThis as unknown as {axe: {run(options: object): Promise<AxeResults>}};
        return engine.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
      });
      assert.deepEqual(violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`), [], page.url());
    };
    await page.goto(stage.url() + path);
    await check();
    await page.locator('main button').click();
    await page.locator('.summary').waitFor();
    // The answer's words come before its style sheet.
    await page.waitForLoadState();
    await check();
    await page.goto(stage.url() + path.replace(/(\?|$)/, '/signed$1'));
    await check();
    await context.close();
  }
});

test('with scripts the widget takes the place of a form that nobody has begun', async () => {
  const {page, context, messages} = await openPage(stage, PETITION);
  await page.locator('sphere-petition-form button[type=submit]').waitFor();
  assert.equal(await page.locator('form[method=post]').isVisible(), false);
  assert.deepEqual(messages, []);
  await context.close();
});

test('a form that somebody has begun is not taken away, whenever the widget comes', async () => {
  // What is slow: the page's own script, the widget, or the petition that it fetches.
  for (const slow of [/\/petition-page\.js$/, /\/v1\/sphere-petition\.js$/, /\/petition\.json/]) {
    const {page, context, messages} = await openPage(stage);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => { release = resolve; });
    await page.route(slow, async (route) => {
      await released;
      await route.continue();
    });
    const asked = page.waitForRequest(slow);
    await page.goto(stage.url() + PETITION, {waitUntil: 'commit'});
    await asked;
    await page.locator('form[method=post] [name=givenName]').click();
    await page.keyboard.type('Kana');
    release();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('[name=givenName]:focus').count(), 1, `the focus, ${slow.source}`);
    await page.keyboard.type('rina');
    assert.equal(await page.locator('form[method=post] [name=givenName]').inputValue(), 'Kanarina', slow.source);
    assert.equal(await page.locator('sphere-petition-form').count(), 0, slow.source);
    await page.locator('[name=familyName]').fill(CANARY.familyName);
    await page.locator('[name=email]').fill(CANARY.email);
    await page.locator('[name=country]').selectOption('FR');
    await page.locator('[name="consent:signature"]').check();
    await page.locator('main button').click();
    await page.waitForURL('**/signed?lang=fr*');
    assert.deepEqual(messages, []);
    await context.close();
  }
});
