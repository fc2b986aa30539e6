import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';

interface Texts {
  readonly title: string;
  readonly summary: string;
  readonly callToAction: string;
  readonly addressees: readonly {readonly name: string}[];
  readonly letter: readonly {readonly text: string}[];
  readonly updates: readonly {readonly title: string; readonly publishedAt?: string; readonly body: readonly {readonly text: string}[]}[];
  readonly consents: Readonly<Record<string, string>>;
  readonly share: {readonly text: string};
}

const {texts} = JSON.parse(readFileSync(new URL('../../demo/campaign.json', import.meta.url), 'utf8')) as {texts: Record<string, Texts>};
const {fr, ...translations} = texts;
assert.ok(fr);

/** Everything a language says, in one order. */
const sentences = ({title, summary, callToAction, addressees, letter, updates, consents, share}: Texts) => [
  title, summary, callToAction, ...addressees.map(({name}) => name), ...letter.map(({text}) => text),
  ...updates.flatMap((update) => [update.title, ...update.body.map(({text}) => text)]), consents['signature'], consents['newsletter'], share.text,
];
/** Names as they are written in an alphabet. */
const names = {
  Latin: ['Türk', 'von der Leyen', 'Dalli', 'Urpilainen', 'Lenarčič', 'All Out', 'LGBT+', 'Sphere Foundation', '16', '2024', 'Bangalore'],
  Cyrillic: ['Тюрку', 'фон дер', 'Далл', 'Ленарчичу', 'All Out', 'ЛГБТ+', 'Sphere Foundation', '16', '2024', 'Бангалор'],
};
const alphabet = (language: string) => (['ru', 'uk'].includes(language) ? 'Cyrillic' : 'Latin');

describe('the demo’s petition', () => {
  test('can be read in eight languages, of which French is the first', () => {
    assert.deepEqual(Object.keys(texts), ['fr', 'en', 'es', 'it', 'pt', 'de', 'ru', 'uk']);
  });

  for (const [language, own] of Object.entries(translations)) {
    test(`is translated from its first word to its last (${language})`, () => {
      const [source, said] = [sentences(fr), sentences(own)];
      assert.equal(said.length, source.length);
      for (const [index, sentence = ''] of said.entries()) {
        const original = source[index] ?? '';
        assert.notEqual(sentence, original);
        // A paragraph is as long as what it translates, give or take: no part of it was forgotten.
        if (original.length > 100) assert.ok(sentence.length > original.length * 0.7 && sentence.length < original.length * 1.4, `${sentence.length} for ${original.length}: ${sentence}`);
        assert.match(sentence, new RegExp(`\\p{Script=${alphabet(language)}}`, 'u'));
      }
    });

    test(`names the same people, the same places and the same rights (${language})`, () => {
      const said = sentences(own).join(' ');
      for (const name of names[alphabet(language)]) assert.ok(said.includes(name), `${name} is not in it`);
    });
  }

  test('has a share text that says nothing of who passes it on', () => {
    for (const {share} of Object.values(texts)) assert.doesNotMatch(share.text, /\b(I|je|j’ai|yo|io|eu|ich)\b|(^|\s)я\s/i);
  });

  test('gives no date to the news that its source does not date', () => {
    for (const {updates} of Object.values(texts)) assert.deepEqual(updates.map(({publishedAt}) => publishedAt), [undefined]);
  });
});
