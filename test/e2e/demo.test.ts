import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {AxeResults} from 'axe-core';
import {chromium, type Browser, type Frame, type Page} from 'playwright-core';
import {readXliff} from '../../scripts/lib/xliff.js';
import {layoutProblems, spokenTexts} from './in-page.js';
import {pages, serveSite} from './site.js';
import {fill, FLAGS, seeNumber} from './support.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LANGUAGES = ['fr', 'de', 'ar'] as const;
const WIDTHS = [320, 768, 1280] as const;
/** How long words may take on a busy machine, in milliseconds. */
const PATIENCE = 10_000;
/** So tall that all of a page is in view: what nobody sees is not kept up to date. */
const HEIGHT = 16_000;

/** What a page says to its developer, where it shows failures on purpose. */
const ON_PURPOSE = /fails on purpose/;
const expectedMessages = (path: string): readonly RegExp[] => {
  if (path === 'hostile/language.html') return [/français/];
  if (path === 'elements/sphere-event-list.html') return [ON_PURPOSE, /timeZone/];
  return path.startsWith('elements/') ? [ON_PURPOSE] : [];
};
/** What tsx calls in a function that it compiled, and axe does not bear: lists with members that somebody added. */
const PREPARE = 'globalThis.__name = (named) => named; for (const name in []) delete Array.prototype[name]';
/** Rules that a page breaks on purpose. Where one element stands many times, each is a landmark with the same name. */
const brokenRules = (path: string): string[] => (path === 'hostile/language.html' ? ['valid-lang', 'landmark-unique'] : path.startsWith('elements/') ? ['landmark-unique'] : []);
/** What a colour scheme can change, and what a width can. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const WIDTH_RULES = ['target-size', 'scrollable-region-focusable'];

let browser: Browser | undefined;
let site: Awaited<ReturnType<typeof serveSite>> | undefined;
before(async () => {
  site = await serveSite();
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** A page of the site with all that it said and asked for. */
const open = async (path: string) => {
  assert.ok(browser && site);
  const {url} = site;
  const context = await browser.newContext({viewport: {width: 1280, height: HEIGHT}, reducedMotion: 'reduce'});
  const page = await context.newPage();
  const messages: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) messages.push(message.text()); });
  page.on('pageerror', (error) => messages.push(String(error)));
  page.on('request', (request) => { if (/^https?:/.test(request.url()) && !request.url().startsWith(url)) strangers.push(request.url()); });
  await page.goto(url + path, {waitUntil: 'networkidle'});
  return {page, messages, strangers, close: () => context.close()};
};

const violations = async (frame: Frame, path: string, rules?: readonly string[]): Promise<string[]> => {
  const disabled = Object.fromEntries(brokenRules(path).map((rule) => [rule, {enabled: false}]));
  const {violations: found} = await frame.evaluate(async ({only, off}) => {
    const {axe: engine} = globalThis as unknown as {axe: {run(context: Document, options: object): Promise<AxeResults>}};
    return engine.run(document, {iframes: false, resultTypes: ['violations'], rules: off, ...(only && {runOnly: {type: 'rule', values: only}})});
  }, {only: rules, off: disabled});
  return found.flatMap(({id, nodes}) => nodes.map(({target, failureSummary = ''}) => `${id} at ${JSON.stringify(target)}: ${failureSummary.replaceAll('\n', ' ').slice(0, 240)}`));
};

const patterns = new Map<string, RegExp[]>();
/** English words of ours that a language says otherwise. */
const english = (tag: string): RegExp[] => {
  const known = patterns.get(tag);
  if (known) return known;
  const path = fileURLToPath(new URL(`../../locales/${tag}.xlf`, import.meta.url));
  const units = existsSync(path) ? [...readXliff(path).units.values()] : [];
  const said = new Set(units.map(({target}) => target?.text));
  const made = units
    .filter(({source}) => !said.has(source.text) && /[A-Za-z]{3}/.test(source.text.replace(/⟨[^⟩]*⟩/g, '')))
    .map(({source}) => new RegExp(`^${source.text.split(/⟨[^⟩]*⟩/).map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`));
  patterns.set(tag, made);
  return made;
};

/** English in another language's place, once the words of that language have had the time to come. */
const untranslated = async (frame: Frame): Promise<string[]> => {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const texts = await frame.evaluate(spokenTexts);
    const wrong = texts.flatMap(({language, text}) => (english(language.replace(/[-_].*/, '')).some((pattern) => pattern.test(text)) ? [`${language}: ${text}`] : []));
    if (wrong.length === 0 || Date.now() > deadline) return wrong;
  }
};

describe('the demo without a server', {concurrency: 2}, () => {
  for (const path of pages) {
    test(`${path} holds in three languages, at three widths, in light and dark`, async (context) => {
      for (const language of LANGUAGES) {
        await context.test(language, async () => {
          const {page, messages, strangers, close} = await open(`${path}?lang=${language}`);
          for (const frame of page.frames()) {
            await frame.evaluate(PREPARE);
            await frame.evaluate(axe);
            assert.deepEqual(await untranslated(frame), []);
          }
          for (const width of WIDTHS) {
            await page.setViewportSize({width, height: HEIGHT});
            for (const open of [true, false]) {
              await page.evaluate((isOpen) => { for (const menu of document.querySelectorAll('details')) menu.open = isOpen; }, open);
              for (const frame of page.frames()) assert.deepEqual(await frame.evaluate(layoutProblems), [], `at ${width} px`);
            }
            for (const frame of page.frames()) assert.deepEqual(await violations(frame, path, width === 1280 ? undefined : WIDTH_RULES), [], `at ${width} px`);
          }
          await page.emulateMedia({colorScheme: 'dark'});
          for (const frame of page.frames()) assert.deepEqual(await violations(frame, path, COLOUR_RULES), [], 'in the dark');
          const expected = expectedMessages(path);
          assert.deepEqual(messages.filter((text) => !expected.some((pattern) => pattern.test(text))), []);
          for (const pattern of expected) assert.ok(messages.some((text) => pattern.test(text)), `nobody was told of ${String(pattern)}`);
          assert.deepEqual(strangers, []);
          await close();
        });
      }
    });
  }

  const signs = async (page: Page, frame: Frame) => {
    const form = frame.locator('sphere-petition-form').first();
    await form.locator('button[type=submit]').waitFor();
    await fill(page, form);
    await form.locator('button[type=submit]').click();
    await form.locator('[part=thanks]').waitFor();
  };

  test('a signature is taken by the page itself, and the counter goes up by one', async () => {
    const {page, close} = await open('index.html');
    const counter = page.locator('sphere-petition sphere-counter data');
    await seeNumber(page.locator('sphere-petition sphere-counter'));
    assert.equal(await counter.getAttribute('value'), '0');
    await signs(page, page.mainFrame());
    await page.locator('sphere-petition sphere-counter data[value="1"]').waitFor();
    await close();
  });

  for (const path of pages.filter((each) => each.startsWith('hostile/'))) {
    test(`${path} can be signed on`, async () => {
      const {page, close} = await open(path);
      await signs(page, page.frames().at(-1) ?? page.mainFrame());
      await close();
    });
  }

  test('the menu offers every language that is shipped, and none that nobody speaks', async () => {
    const {targetLocales} = JSON.parse(readFileSync(new URL('../../locales/lit-localize.json', import.meta.url), 'utf8')) as {targetLocales: string[]};
    const {page, close} = await open('elements.html');
    const offered = await page.locator('.languages a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).search));
    assert.deepEqual(offered.sort(), ['en', ...targetLocales.filter((tag) => !tag.includes('-X'))].map((tag) => `?lang=${tag}`).sort());
    await close();
  });

  test('the buttons of the form’s states do what they say', async () => {
    const {page, close} = await open('elements/sphere-petition-form.html');
    const stages = page.locator('.stage:has(.try)');
    for (const [state, outcome] of [
      ['Nothing filled in', '[part=summary]'], ['it counts', '[part=thanks]'], ['confirmed', '[part=thanks]'], ['Handed over', '[part=thanks]'],
      ['On its way', 'form[aria-busy=true]'], ['cannot be reached', 'form[aria-busy=true]'], ['refuses', '[part=summary]'],
    ] as const) {
      const stage = page.locator('.state', {hasText: state}).locator(stages).first();
      await stage.locator('.try').click();
      await stage.locator('sphere-petition-form').locator(outcome).waitFor();
    }
    await close();
  });
});
