import {expect} from 'chai';
import {defineLocale, isMissing, loadLanguage, templatesOf, type LocaleModule} from '../../src/localization/packs.js';
import {lateLanguage, words} from './speaking-element.js';

describe('the words of a language', () => {
  const genuine = console.warn;
  let warnings: string[];

  beforeEach(() => {
    warnings = [];
    console.warn = (...parts: unknown[]) => { warnings.push(parts.map(String).join(' ')); };
  });

  afterEach(() => {
    console.warn = genuine;
  });

  it('are not fetched before somebody needs them, and once for all', async () => {
    const late = lateLanguage('de');
    expect([late.loads, isMissing('de')]).to.deep.equal([0, true]);
    const both = Promise.all([loadLanguage('de'), loadLanguage('de')]);
    late.arrive(words('Hallo'));
    await both;
    await loadLanguage('de');
    expect([late.loads, isMissing('de'), templatesOf('de')]).to.deep.equal([1, false, words('Hallo').templates]);
  });

  it('are never missing in English, nor in a language that nobody defined', () => {
    expect([isMissing('en'), isMissing('tlh')]).to.deep.equal([false, false]);
  });

  it('may be there at once', async () => {
    defineLocale('es', () => words('Hola'));
    await loadLanguage('es');
    expect(templatesOf('es')).to.deep.equal(words('Hola').templates);
  });

  for (const [how, load] of [
    ['are not to be had', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['come from a function that throws', () => { throw new RangeError('no'); }],
    ['come without words', () => ({}) as LocaleModule],
    ['come as nothing', () => Promise.resolve(undefined as unknown as LocaleModule)],
  ] as const) {
    it(`are given up, with one warning, when they ${how}`, async () => {
      let loads = 0;
      defineLocale('it', () => { loads++; return load(); });
      await loadLanguage('it');
      await loadLanguage('it');
      expect([loads, isMissing('it'), templatesOf('it')]).to.deep.equal([1, false, undefined]);
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('"it"').and.to.contain('English');
    });
  }

  it('are fetched when they are defined anew after a failure', async () => {
    defineLocale('nl', () => Promise.reject(new TypeError('Failed to fetch')));
    await loadLanguage('nl');
    defineLocale('nl', () => words('Hallo'));
    expect(isMissing('nl')).to.equal(true);
    await loadLanguage('nl');
    expect(templatesOf('nl')).to.deep.equal(words('Hallo').templates);
  });

  it('are those defined last, even when older ones arrive later', async () => {
    const late = lateLanguage('sv');
    const old = loadLanguage('sv');
    defineLocale('sv', () => words('Hej'));
    await loadLanguage('sv');
    late.arrive(words('Old'));
    await old;
    expect(templatesOf('sv')).to.deep.equal(words('Hej').templates);
  });

  it('are not taken from older ones that arrive before the newer are fetched', async () => {
    const late = lateLanguage('da');
    const old = loadLanguage('da');
    defineLocale('da', () => words('Hej'));
    late.arrive(words('Old'));
    await old;
    expect(isMissing('da')).to.equal(true);
    await loadLanguage('da');
    expect(templatesOf('da')).to.deep.equal(words('Hej').templates);
  });

  it('in French are shipped', async () => {
    await loadLanguage('fr');
    expect(templatesOf('fr')).to.include({'counter.signatures.many': 'de signatures'});
  });
});
