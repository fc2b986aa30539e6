import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Page} from 'playwright-core';
import {audit, inPage} from './audit.js';
import {element, formIn, pageOf, script, setHost, sign, snippet, type Visited} from './host.js';
import {movingRules, unboundedControls} from './in-page.js';

const host = setHost();

const widgets = (): string => snippet(host, 'journey="share,events"') + element(host, 'sphere-counter') + element(host, 'sphere-event-list');

/** Every state that a reader meets: what each looks like is judged on the way. */
const states: readonly (readonly [string, (page: Page) => Promise<unknown>])[] = [
  ['to be read', (page) => Promise.all([formIn(page), page.locator('main > sphere-event-list').getByRole('button', {name: /Détails|التفاصيل/}).first().waitFor()])],
  ['with an event opened', async (page) => {
    const list = page.locator('main > sphere-event-list');
    await list.getByRole('button', {name: /Détails|التفاصيل/}).first().click();
    await list.getByRole('button', {name: /Ajouter à l’agenda|إضافة إلى التقويم/}).waitFor();
  }],
  ['asking who joins', async (page) => {
    const list = page.locator('main > sphere-event-list');
    await list.locator('.join').first().click();
    await list.locator('form').waitFor();
  }],
  ['saying what is missing', async (page) => {
    const form = await formIn(page);
    await form.locator('button[type=submit]').click();
    await form.locator('[part=summary]').waitFor();
  }],
  ['signed', (page) => sign(page)],
];
const isSound = async ({page}: Visited, problems = audit): Promise<void> => {
  for (const [state, come] of states) {
    await come(page);
    assert.deepEqual(await problems(page), [], state);
  }
};

const RESET = '<style>*, *::before, *::after { all: unset !important } html, body, main, h1, p, div { display: block !important } head, head * { display: none !important } body { font: 16px/1.5 serif !important; color: CanvasText !important; background: Canvas !important }</style>';
const HARSH = '<style>input, button, p, div, label, select, ul, li, form, fieldset, progress { display: none !important; font-size: 3px !important; color: red !important; float: left !important }</style>';

for (const [what, style] of [['unsets all', RESET], ['hides what it knows', HARSH]] as const) {
  test(`a reset with !important on everything, which ${what}: every control is as large as it is anywhere, and it signs`, async () => {
    const sizes: unknown[] = [];
    for (const head of ['', style]) {
      const {page} = await host.visit(pageOf(snippet(host), 'lang="fr"', `<style>sphere-petition { font: 16px/1.5 serif }</style>${head}`));
      const form = await formIn(page);
      sizes.push(await form.locator('input, select, button').evaluateAll((all) => all.map((each) => { const {fontSize, borderWidth, color, minBlockSize, padding} = getComputedStyle(each); return [each.id, each.getBoundingClientRect().height, fontSize, borderWidth, color, minBlockSize, padding]; })));
      await sign(page);
    }
    assert.deepEqual(sizes[1], sizes[0]);
  });
}

test('dir=rtl: Arabic runs from right to left, in every state without a fault', async () => {
  const visited = await host.visit(pageOf(widgets(), 'lang="ar" dir="rtl"'));
  await formIn(visited.page);
  assert.equal(await visited.page.locator('sphere-petition-form label').first().evaluate((each) => getComputedStyle(each).direction), 'rtl');
  await isSound(visited);
});

test('dir=rtl: a French petition in a page that runs the other way keeps its own', async () => {
  const {page} = await host.visit(pageOf(`<div lang="fr">${snippet(host)}</div>`, 'lang="ar" dir="rtl"'));
  await formIn(page);
  assert.equal(await page.locator('sphere-petition-form label').first().evaluate((each) => getComputedStyle(each).direction), 'ltr');
  assert.deepEqual(await audit(page), []);
});

test('320 px: no sideways scrolling, in every state without a fault', async () => {
  await isSound(await host.visit(pageOf(widgets()), {viewport: {width: 320, height: 640}}));
});

test('400 % zoom: no sideways scrolling, and what has the focus can be seen', async () => {
  // A window of 1280 × 900 at 400 %.
  const visited = await host.visit(pageOf(widgets()), {viewport: {width: 320, height: 225}, deviceScaleFactor: 4});
  const {page} = visited;
  await isSound(visited);
  await page.reload();
  await states[0]?.[1](page);
  for (let press = 0; press < 30; press += 1) {
    await page.keyboard.press('Tab');
    // What arrives meanwhile may move it; it comes back, for a browser holds on to what it shows.
    await page.waitForFunction(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const {top, bottom} = focused?.getBoundingClientRect() ?? {top: -1, bottom: -1};
      return bottom > 0 && top < innerHeight;
    });
  }
});

test('prefers-reduced-motion: nothing moves, and without it something does', async () => {
  for (const [reducedMotion, moves] of [['reduce', false], ['no-preference', true]] as const) {
    const {page} = await host.visit(pageOf(widgets()), {reducedMotion});
    await sign(page);
    assert.equal((await inPage(page, movingRules)).length > 0, moves, reducedMotion);
  }
});

test('forced colours: every control has an edge, and every state is without a fault', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await isSound(await host.visit(pageOf(widgets()), {forcedColors: 'active', colorScheme}), async (page) => [...await audit(page), ...await inPage(page, unboundedControls)]);
  }
});

test('light and dark: every state is without a fault, alone and beside another script’s counter', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await isSound(await host.visit(pageOf(widgets() + script(host, 'counter'), 'lang="fr"', '<style>html { color-scheme: light dark; background: Canvas; color: CanvasText }</style>'), {colorScheme}));
  }
});
