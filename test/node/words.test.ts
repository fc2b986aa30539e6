import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {COUNTER, named, numbered, numberedIds, packedCounter} from '../../scripts/build/words.js';
import {openMessages} from '../../scripts/lib/messages.js';
import {readXliff} from '../../scripts/lib/xliff.js';

type Template = string | {readonly strings: readonly string[]; readonly values: readonly number[]};

const run = async (code: string): Promise<Record<string, unknown>> => await import(`data:text/javascript,${encodeURIComponent(code)}`) as Record<string, unknown>;
/** What the words of a generated module are made with. */
const str = 'const str = (strings, ...values) => ({strings: [...strings], values});\n';

const {messages, shipped} = openMessages();
const ids: string[] = numberedIds(messages.map(({name}) => name));

/** A language as lit-localize has it; every counter message has one value at most, and it is the first. */
const templatesOf = (locale: string): Record<string, Template> => {
  const {units} = readXliff(new URL(`../../locales/${locale}.xlf`, import.meta.url).pathname);
  return Object.fromEntries([...units].map(([id, {target}]) => {
    const strings = (target?.text ?? '').split(/⟨[^⟩]*⟩/);
    return [id, strings.length === 1 ? (strings[0] ?? '') : {strings, values: strings.slice(1).map((_, index) => index)}];
  }));
};
const languages = new Map(shipped.map((locale) => [locale, templatesOf(locale)]));

describe('the numbers of messages', () => {
  test('are one each, the counter’s first, plural forms in the order in which languages lack them', () => {
    assert.equal(new Set(ids).size, messages.length);
    const counted = ids.filter((id) => COUNTER.test(id));
    assert.deepEqual(ids.slice(0, counted.length), counted);
    assert.deepEqual(counted.slice(-6), ['other', 'one', 'many', 'few', 'two', 'zero'].map((form) => `counter.signatures.${form}`));
    assert.deepEqual(numberedIds([...ids].reverse()), ids);
  });
});

describe('words', () => {
  for (const [locale, templates] of languages) {
    test(`are the same by name and by number (${locale})`, async () => {
      const {byName, byNumber} = await run(`${str}export const byName = ${named(templates)};\nexport const byNumber = ${numbered(templates, ids)};`);
      assert.deepEqual(byName, templates);
      assert.deepEqual(Object.fromEntries(Object.entries(byNumber as Template[])), Object.fromEntries(ids.flatMap((id, number) => (id in templates ? [[number, templates[id]]] : []))));
    });
  }

  test('may hold what means something in code', async () => {
    const templates = {a: '`${0}` \\ \'"', b: {strings: ['${', '`\\'], values: [0]}, c: {strings: ['', ' before ', ''], values: [1, 0]}};
    const {byName} = await run(`${str}export const byName = ${named(templates)};`);
    assert.deepEqual(byName, templates);
  });
});

describe('the words that the counter’s script carries', () => {
  test('are those of each language’s own pack', async () => {
    const {shipped: packed} = await run(packedCounter(languages, ids)) as {shipped: Record<string, () => {templates: Template[]}>};
    assert.deepEqual(Object.keys(packed), shipped);
    for (const [locale, templates] of languages) {
      const words = packed[locale]?.().templates ?? [];
      for (const [number, id] of ids.entries()) assert.deepEqual(words[number] ?? '', COUNTER.test(id) ? (templates[id] ?? '') : '', `${locale} ${id}`);
    }
  });

  test('are refused where they cannot be packed', () => {
    for (const words of ['a|b', 'a#b', {strings: ['', '', ''], values: [1, 0]}]) {
      assert.throws(() => packedCounter(new Map([['nl', {'counter.goal': words}]]), ids), /counter\.goal: the counter packs no such words/);
    }
  });
});
