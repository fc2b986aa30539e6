import assert from 'node:assert/strict';
import {before, describe, test} from 'node:test';
import {setSite} from './site.js';
import {BADGE, COLOURS, COUNTER_DIV, DIV, ELEMENT, EVENTS_DIV, FALLBACK, FRAME, IN_PLACE, MANY_LINES, MANY_LINES_DIV, MODULE, PINNED} from './snippets.js';

const HANDLED = DIV.replace('<div ', '<div onclick="alert(1)" ');
const TWO_LINES = `${MODULE}\n${ELEMENT}`;
const ALL = [BADGE, COLOURS, COUNTER_DIV, DIV, ELEMENT, EVENTS_DIV, FRAME, HANDLED, IN_PLACE, MANY_LINES, MANY_LINES_DIV, MODULE, PINNED, TWO_LINES];

describe('what WordPress makes of our snippets', () => {
  const site = setSite();
  /** By `wp_kses_post`, as of anybody who may not post scripts. */
  const saved = new Map<string, string>();
  /** By `wptexturize` and `wpautop`, as of everybody. */
  const shown = new Map<string, string>();
  before(async () => {
    const keep = (results: Map<string, string>, said: readonly unknown[]) => { for (const [index, html] of ALL.entries()) results.set(html, String(said[index])); };
    keep(saved, await site().call(...ALL.map((html) => ['wp_kses_post', html] as const)));
    const textured = await site().call(...ALL.map((html) => ['wptexturize', html] as const));
    keep(shown, await site().call(...textured.map((html) => ['wpautop', html] as const)));
  });
  /** Less the paragraph around all of it. */
  const inside = (html: string): string | undefined => shown.get(html)?.trim().replace(/^<p>([^]*)<\/p>$/, '$1');

  describe('what an author may save who may not post scripts', () => {
    for (const [name, html] of Object.entries({DIV, COUNTER_DIV, EVENTS_DIV, BADGE})) {
      test(`${name} as it is`, () => assert.equal(saved.get(html), html));
    }
    for (const [name, html] of Object.entries({ELEMENT, 'ELEMENT after MODULE': TWO_LINES})) {
      test(`of ${name} the link`, () => assert.equal(saved.get(html)?.trim(), FALLBACK));
    }
    for (const [name, html] of Object.entries({MODULE, PINNED, IN_PLACE, FRAME})) {
      test(`of ${name} nothing`, () => assert.equal(saved.get(html), ''));
    }
    test('of COLOURS the words, which readers then see: no snippet for authors has it', () => {
      assert.equal(saved.get(COLOURS), 'sphere-petition{--sphere-accent:#00566b;color-scheme:dark}');
    });
    test('DIV without anything that runs', () => {
      assert.equal(saved.get(HANDLED), DIV);
    });
  });

  describe('what everybody’s snippet is shown as', () => {
    for (const [name, html] of Object.entries({DIV, COUNTER_DIV, EVENTS_DIV})) {
      test(`${name} as it is`, () => assert.equal(shown.get(html)?.trim(), html));
    }
    for (const [name, html] of Object.entries({ELEMENT, FRAME, BADGE, MODULE, PINNED, IN_PLACE})) {
      test(`${name} as it is, in a paragraph at most`, () => {
        assert.equal(inside(html), html);
      });
    }
    test('ELEMENT after MODULE on two lines: both as they are, with a break between them at most', () => {
      assert.equal(inside(TWO_LINES)?.replace(/\n?<br \/>\n?|\n/, ''), MODULE + ELEMENT);
    });
    test('MANY_LINES with strange breaks, and its attributes whole', () => {
      const html = shown.get(MANY_LINES) ?? '';
      assert.match(html, /<br \/>|<p>/, 'or this is no test of it');
      assert.match(html, /<sphere-petition\s+src="https:\/\/petition\.example\.org\/petitions\/safe-exit"\s+lang="fr"\s*>/);
      assert.ok(html.includes(FALLBACK));
    });
    test('MANY_LINES_DIV with paragraphs in it, and its attributes whole', () => {
      const html = shown.get(MANY_LINES_DIV) ?? '';
      assert.match(html, /<p>/, 'or this is no test of it');
      assert.match(html, /<div\s+data-sphere-petition="https:\/\/petition\.example\.org\/petitions\/safe-exit"\s+data-lang="fr"\s*>/);
      assert.ok(html.includes(FALLBACK));
    });
  });
});
