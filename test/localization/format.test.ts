import {expect} from 'chai';
import {fc} from '../support/property.js';
import {formatDate, formatNumber, languageName, pluralCategory} from '../../src/localization/format.js';
import type {Locale} from '../../src/localization/locale.js';

const locale = (tag: string): Locale => ({language: tag.slice(0, 2), tag, direction: 'ltr'});

/** Every kind of space as an ordinary one: engines carry different editions of the same data. */
const spaced = (text: string) => text.replace(/\s/gu, ' ');

/** The 16th of March 2024 wherever the test runs. */
const march = new Date(2024, 2, 16, 12).toISOString();

describe('a number', () => {
  for (const [tag, written] of [
    ['en', '1,234,567'], ['fr', '1 234 567'], ['fr-CA', '1 234 567'], ['de', '1.234.567'],
    ['hi', '12,34,567'], ['ar-EG', '١٬٢٣٤٬٥٦٧'], ['fa', '۱٬۲۳۴٬۵۶۷'], ['en-u-nu-deva', '१,२३४,५६७'],
  ] as const) {
    it(`is ${written} in ${tag}`, () => { expect(spaced(formatNumber(1_234_567, locale(tag)))).to.equal(written); });
  }

  it('is written as the region writes it: Canada’s French keeps thousands apart by another space than France’s', () => {
    const [canada, france] = [formatNumber(12_345, locale('fr-CA')), formatNumber(12_345, locale('fr'))];
    expect([canada, france]).to.deep.equal(['12\u00A0345', '12\u202F345']);
  });

  it('is whole, however large', () => {
    expect([formatNumber(0, locale('en')), formatNumber(Number.MAX_SAFE_INTEGER, locale('en')), formatNumber(12.9, locale('en'))]).to.deep.equal(['0', '9,007,199,254,740,991', '13']);
  });
});

describe('a day', () => {
  for (const [tag, written] of [
    ['en', 'March 16, 2024'], ['en-GB', '16 March 2024'], ['fr', '16 mars 2024'], ['fr-CA', '16 mars 2024'], ['de', '16. März 2024'], ['ru', '16 марта 2024 г.'],
  ] as const) {
    it(`is ${written} in ${tag}`, () => { expect(spaced(formatDate(march, locale(tag)))).to.equal(written); });
  }

  for (const [tag, year] of [['fa', '۲۰۲۴'], ['th', '2024'], ['ar-SA', '2024|٢٠٢٤'], ['ja-u-ca-japanese', '2024'], ['th-u-ca-buddhist', '2024']] as const) {
    it(`is in the Gregorian calendar in ${tag} too`, () => { expect(formatDate(march, locale(tag))).to.match(new RegExp(year)); });
  }

  it('is the reader’s day of a moment that was written with another offset', () => {
    const moment = '2024-03-16T12:00:00+09:00';
    expect(formatDate(moment, locale('en'))).to.equal(formatDate(new Date(moment).toISOString(), locale('en')));
  });
});

describe('the name of a language', () => {
  for (const [language, tag, name] of [['fr', 'en', 'French'], ['fr', 'fr', 'français'], ['fr_CA', 'en', 'Canadian French'], ['no', 'en', 'Norwegian Bokmål']] as const) {
    it(`is ${name} for ${language} in ${tag}`, () => { expect(languageName(language, locale(tag))).to.equal(name); });
  }

  it('is the tag itself where there is none, also for what Intl refuses', () => {
    expect(['zh-cmn', 'français', 'qqx'].map((language) => languageName(language, locale('en')))).to.deep.equal(['zh-cmn', 'français', 'qqx']);
  });
});

describe('the plural category of a number', () => {
  const numbers = [0, 1, 2, 5, 21, 1_000_000];
  for (const [tag, categories] of [
    ['en', ['other', 'one', 'other', 'other', 'other', 'other']],
    ['fr', ['one', 'one', 'other', 'other', 'other', 'many']],
    ['fr-CA', ['one', 'one', 'other', 'other', 'other', 'many']],
    ['ar', ['zero', 'one', 'two', 'few', 'many', 'other']],
    ['ru', ['many', 'one', 'few', 'many', 'one', 'many']],
  ] as const) {
    it(`is as CLDR has it for ${numbers.join(', ')} in ${tag}`, () => {
      expect(numbers.map((number) => pluralCategory(number, locale(tag)))).to.deep.equal(categories);
    });
  }

  it('is always that of Intl', () => {
    fc.assert(fc.property(fc.constantFrom('en', 'fr', 'ar', 'ru', 'pl', 'cy', 'pt-PT', 'pt', 'lv', 'he'), fc.nat({max: 100_000_000}), (tag, number) =>
      pluralCategory(number, locale(tag)) === new Intl.PluralRules(tag).select(number)));
  });
});
