import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openPage, setStage} from './support.js';

const stage = setStage();

/** A page with something before and after a widget, which notes each layout shift (Layout Instability, WICG). */
const pageWith = (widget: string, script: string): string => `<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><title>A page</title>
<script>shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({value}) => value))).observe({type: 'layout-shift', buffered: true})</script>
<link rel="stylesheet" href="${stage.url()}/v1/sphere-petition.css">${script}
<style>body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }</style>
<h1>A page</h1><p>${'Before. '.repeat(30)}</p>${widget}<p>${'After. '.repeat(100)}</p>`;

const address = () => `${stage.url()}/petitions/safe-exit`;
const modul = (name = 'sphere-petition') => `<script type="module" src="${stage.url()}/v1/${name}.js"></script>`;
const classic = (name: string) => `<script async src="${stage.url()}/v1/${name}.js"></script>`;
const element = (tag: string) => `<${tag} src="${address()}"><a href="${address()}">Signer</a></${tag}>`;
const place = (kind: string) => `<div data-sphere-${kind}="${address()}"><a href="${address()}">Signer</a></div>`;

for (const [name, widget, script, ready] of [
  ['a petition', () => element('sphere-petition'), modul, 'sphere-petition-form select option:nth-child(50)'],
  ['a form', () => element('sphere-petition-form'), modul, 'sphere-petition-form select option:nth-child(50)'],
  ['events', () => element('sphere-event-list'), modul, 'sphere-event-list [part=event]'],
  ['a counter', () => element('sphere-counter'), modul, 'sphere-counter data'],
  ['the counter’s own script', () => element('sphere-counter'), () => modul('counter'), 'sphere-counter data'],
  ['a mounted petition', () => place('petition'), () => classic('sphere-petition.iife'), 'sphere-petition-form select option:nth-child(50)'],
  ['a mounted counter', () => place('counter'), () => classic('sphere-petition.iife'), 'sphere-counter data'],
  ['the bundle’s petition', () => place('petition'), () => classic('sphere-petition.bundle'), 'sphere-petition-form select option:nth-child(50)'],
] as const) {
  test(`nothing jumps while there comes ${name}, with the style sheet in the head`, async () => {
    for (const width of [320, 768, 1280]) {
      const {page, context} = await openPage(stage, undefined, {viewport: {width, height: 900}});
      await page.route('**/host.html', (route) => route.fulfill({contentType: 'text/html', body: pageWith(widget(), script())}));
      await page.goto(`${stage.url()}/host.html`);
      await page.locator(ready).first().waitFor({state: 'attached'});
      // A shift is told with the next frame.
      const shifts = await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(() => { resolve(Reflect.get(window, 'shifts')); }, 100); }); }));
      assert.deepEqual(shifts, [], `at ${width} px`);
      await context.close();
    }
  });
}

test('where scripts do not run, the style sheet keeps no room', async () => {
  const {page, context} = await openPage(stage, undefined, {javaScriptEnabled: false, viewport: {width: 768, height: 900}});
  await page.route('**/host.html', (route) => route.fulfill({contentType: 'text/html', body: pageWith(place('petition') + element('sphere-petition') + element('sphere-event-list'), modul())}));
  await page.goto(`${stage.url()}/host.html`);
  const last = await page.locator('p').last().boundingBox();
  assert.ok(last && last.y < 500, `What follows begins at ${last?.y ?? 'nowhere'} px.`);
  await context.close();
});
