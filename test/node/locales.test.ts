import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {languageProblems} from '../../scripts/check-locales.js';
import {openMessages} from '../../scripts/lib/messages.js';
import {readXliff} from '../../scripts/lib/xliff.js';
import {directionOf} from '../../src/localization/direction.js';

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(`../../locales/${file}`, import.meta.url), 'utf8'));
const drafts = read('drafts.json') as string[];
const same = read('same.json') as Record<string, Record<string, string>>;
const {messages, shipped} = openMessages();

describe('the check of a language', () => {
  const path = new URL('../../locales/fr.xlf', import.meta.url).pathname;
  const problems = (change: (units: ReturnType<typeof readXliff>['units']) => void, reasons: Record<string, string> | undefined = same['fr']) => {
    const {units} = readXliff(path);
    change(units);
    return languageProblems(messages, 'fr', units, reasons);
  };
  /** Puts other words in place of a translation. */
  const saying = (id: string, words: {text: string; placeholders?: string[]}) => problems((units) => {
    const unit = units.get(id);
    assert.ok(unit);
    units.set(id, {...unit, target: {placeholders: unit.source.placeholders, ...words}});
  });

  test('finds nothing wrong with French', () => {
    assert.deepEqual(problems(() => undefined), []);
  });

  test('finds a message that says what English says', () => {
    assert.match(saying('failure.retry', {text: 'Try again'}).join(), /^failure\.retry: says what English says/);
    assert.match(saying('failure.retry', {text: ' Try again '}).join(), /^failure\.retry: says what English says/);
  });

  test('finds one that may not: a reason that is empty, or none for a plural form', () => {
    const {'counter.signatures.one': one = '', ...rest} = same['fr'] ?? {};
    assert.notEqual(one, '');
    assert.match(problems(() => undefined, {...rest, 'counter.signatures.one': ' '}).join(), /^counter\.signatures\.one: says what English says/);
    assert.match(problems(() => undefined, rest).join(), /^counter\.signatures\.one: says what English says/);
  });

  test('finds a reason that is no longer needed, or names no message', () => {
    assert.match(problems(() => undefined, {...same['fr'], 'failure.retry': 'A mistake.'}).join(), /^failure\.retry: locales\/same\.json gives a reason/);
    assert.match(problems(() => undefined, {...same['fr'], 'no.such': 'A mistake.'}).join(), /^no\.such: locales\/same\.json knows it/);
  });

  test('finds a plural form that is missing, and one that the language does not have', () => {
    assert.deepEqual(problems((units) => units.delete('counter.signatures.many')), ['counter.signatures.many: missing']);
    const few = problems((units) => {
      const other = units.get('counter.signatures.other');
      assert.ok(other);
      units.set('counter.signatures.few', other);
    });
    assert.match(few.join(), /^counter\.signatures\.few: stale/);
  });

  test('finds a placeholder that is missing, twice, or another', () => {
    for (const placeholders of [[], ['${ahead}', '${ahead}'], ['${number}']]) {
      assert.match(saying('counter.goal', {text: 'Objectif', placeholders}).join(), /^counter\.goal: placeholders \[/);
    }
  });

  test('finds a message that is empty, that is to be reviewed, or whose source has changed', () => {
    assert.deepEqual(saying('failure.retry', {text: ' '}), ['failure.retry: not translated']);
    const reviewed = problems((units) => units.forEach((unit, id) => { if (id === 'failure.retry') units.set(id, {...unit, state: 'needs-review-translation'}); }));
    assert.deepEqual(reviewed, ['failure.retry: needs-review-translation']);
    const changed = problems((units) => units.forEach((unit, id) => { if (id === 'failure.retry') units.set(id, {...unit, source: {text: 'Retry', placeholders: []}}); }));
    assert.match(changed.join(), /^failure\.retry: stale/);
  });
});

test('no translation has two spaces together, a space at an end, or straight quotation marks', () => {
  const found = shipped.flatMap((locale) => [...readXliff(new URL(`../../locales/${locale}.xlf`, import.meta.url).pathname).units]
    .flatMap(([id, {target}]) => (target && (/\s\s|^\s|\s$|["']/.test(target.text.replace(/⟨[^⟩]*⟩/g, '…'))) ? [`${locale} ${id}: ${target.text}`] : [])));
  assert.deepEqual(found, []);
});

test('French keeps its high punctuation apart by a space that does not break', () => {
  const found = [...readXliff(new URL('../../locales/fr.xlf', import.meta.url).pathname).units]
    .flatMap(([id, {target}]) => (target && /[^\u00a0]:|[^\u202f][;?!]|«[^\u00a0]|[^\u00a0]»/.test(target.text.replace(/⟨[^⟩]*⟩/g, '…')) ? [`${id}: ${target.text}`] : []));
  assert.deepEqual(found, []);
});

test('the guide to languages names each with its tag, its state and its direction', () => {
  const guide = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| [^|]+ \| [^|]+ \| `([^`]+)` \| (\w+) \| ([\w ]+) \|$/gm)].map(([, ...cells]) => cells);
  const direction = {ltr: 'left to right', rtl: 'right to left'};
  const state = (tag: string) => (tag === 'en' ? 'source' : drafts.includes(tag) ? 'draft' : 'read');
  assert.deepEqual(rows, ['en', ...shipped].sort().map((tag) => [tag, state(tag), direction[directionOf(tag)]]));
});
