import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {setSite} from './site.js';
import {BADGE, COLOURS, COUNTER_DIV, DIV, ELEMENT, EVENTS_DIV, FALLBACK, FRAME, IN_PLACE, MANY_LINES, MANY_LINES_DIV, MODULE, PINNED} from './snippets.js';

const site = setSite();

interface Filtered {
  /** By `wp_kses_post`, as of anybody who may not post scripts. */
  readonly saved: string;
  /** By `wptexturize` and `wpautop`, as of everybody. */
  readonly shown: string;
}

const filtered = async (html: string): Promise<Filtered> => {
  const [saved, textured] = await site().call(['wp_kses_post', html], ['wptexturize', html]);
  const [shown] = await site().call(['wpautop', textured]);
  return {saved: String(saved), shown: String(shown)};
};

describe('what an author may save who may not post scripts', () => {
  for (const [name, html] of Object.entries({DIV, COUNTER_DIV, EVENTS_DIV, BADGE})) {
    test(`${name} as it is`, async () => assert.equal((await filtered(html)).saved, html));
  }
  for (const [name, html] of Object.entries({ELEMENT, 'ELEMENT after MODULE': MODULE + ELEMENT})) {
    test(`of ${name} the link`, async () => assert.equal((await filtered(html)).saved, FALLBACK));
  }
  for (const [name, html] of Object.entries({MODULE, PINNED, IN_PLACE, FRAME})) {
    test(`of ${name} nothing`, async () => assert.equal((await filtered(html)).saved, ''));
  }
  test('of COLOURS the words, which readers then see: no snippet for authors has it', async () => {
    assert.equal((await filtered(COLOURS)).saved, 'sphere-petition{--sphere-accent:#00566b;color-scheme:dark}');
  });
  test('DIV without anything that runs', async () => {
    assert.equal((await filtered(DIV.replace('<div ', '<div onclick="alert(1)" '))).saved, DIV);
  });
});

describe('what everybody’s snippet is shown as', () => {
  for (const [name, html] of Object.entries({DIV, COUNTER_DIV, EVENTS_DIV})) {
    test(`${name} as it is`, async () => assert.equal((await filtered(html)).shown.trim(), html));
  }
  for (const [name, html] of Object.entries({ELEMENT, FRAME, BADGE, MODULE, PINNED, IN_PLACE})) {
    test(`${name} as it is, in a paragraph at most`, async () => {
      assert.equal((await filtered(html)).shown.trim().replace(/^<p>([^]*)<\/p>$/, '$1'), html);
    });
  }
  test('ELEMENT after MODULE on two lines: both as they are, with a break between them at most', async () => {
    const {shown} = await filtered(`${MODULE}\n${ELEMENT}`);
    assert.equal(shown.trim().replace(/^<p>([^]*)<\/p>$/, '$1').replace(/\n?<br \/>\n?|\n/, ''), MODULE + ELEMENT);
  });
  test('MANY_LINES with strange breaks, and its attributes whole', async () => {
    const {shown} = await filtered(MANY_LINES);
    assert.match(shown, /<br \/>|<p>/, 'or this is no test of it');
    assert.match(shown, /<sphere-petition\s+src="https:\/\/petition\.example\.org\/petitions\/safe-exit"\s+lang="fr"\s*>/);
    assert.ok(shown.includes(FALLBACK));
  });
  test('MANY_LINES_DIV with paragraphs in it, and its attributes whole', async () => {
    const {shown} = await filtered(MANY_LINES_DIV);
    assert.match(shown, /<p>/, 'or this is no test of it');
    assert.match(shown, /<div\s+data-sphere-petition="https:\/\/petition\.example\.org\/petitions\/safe-exit"\s+data-lang="fr"\s*>/);
    assert.ok(shown.includes(FALLBACK));
  });
});
