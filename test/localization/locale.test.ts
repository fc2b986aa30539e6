import {expect} from 'chai';
import {directionOf} from '../../src/localization/direction.js';
import {localeFor, tagOf} from '../../src/localization/locale.js';
import {availableLanguages, defineLocale} from '../../src/localization/packs.js';
import {cleanTag} from '../../src/localization/tag.js';
import {place, setPageLanguage, shadowIn, words} from './speaking-element.js';

describe('the locale for a tag', () => {
  before(() => {
    for (const language of ['zh-Hant', 'zh-Hans', 'no', 'he', 'sr-latn']) defineLocale(language, () => words(language));
  });

  for (const [tag, language] of [
    ['en', 'en'], ['en-GB', 'en'], ['fr', 'fr'], ['fr-CA', 'fr'], ['pt-BR', 'pt'], ['pt-PT', 'pt'], ['uk-UA', 'uk'], ['ar-EG', 'ar'], ['es-419', 'es'],
    ['ru-RU', 'ru'], ['it-CH', 'it'], ['de-x-formal', 'de'], ['fr-x-formal', 'fr'],
    ['zh-Hant-TW', 'zh-Hant'], ['zh-TW', 'zh-Hant'], ['zh-HK', 'zh-Hant'], ['zh-CN', 'zh-Hans'], ['zh', 'zh-Hans'], ['nb-NO', 'nb'], ['sr-Latn-RS', 'sr-Latn'],
    ['tlh', 'en'], ['und', 'en'], ['fro', 'en'], ['sr', 'en'], ['be', 'en'],
  ] as const) {
    it(`speaks ${language} for ${tag}`, () => { expect(localeFor(tag).language).to.equal(language); });
  }

  for (const [written, language] of [['fr_FR', 'fr'], ['pt_br', 'pt'], ['UK', 'uk'], ['iw', 'he'], [' ar ', 'ar']] as const) {
    it(`speaks ${language} where a page writes "${written}"`, () => { expect(localeFor(cleanTag(written) ?? '').language).to.equal(language); });
  }

  it('keeps the page’s own tag for numbers and dates where its language is spoken', () => {
    expect(localeFor('ar-EG')).to.deep.equal({language: 'ar', tag: 'ar-EG', direction: 'rtl'});
    expect(localeFor('fr-CA')).to.deep.equal({language: 'fr', tag: 'fr-CA', direction: 'ltr'});
    expect(localeFor('he-IL')).to.deep.equal({language: 'he', tag: 'he-IL', direction: 'rtl'});
  });

  it('is English altogether where it is not: words, numbers and direction', () => {
    expect(localeFor('ur-PK')).to.deep.equal({language: 'en', tag: 'en', direction: 'ltr'});
  });

  it('knows the nine languages that are shipped', () => {
    expect(availableLanguages()).to.include.members(['en', 'ar', 'de', 'es', 'fr', 'it', 'pt', 'ru', 'uk']);
  });

  it('knows the languages that were defined by their clean names', () => {
    expect(availableLanguages()).to.include.members(['en', 'fr', 'nb', 'sr-Latn']).and.not.include('no');
  });
});

describe('the direction of a language', () => {
  for (const tag of ['ar', 'ar-EG', 'AR', 'he', 'iw', 'fa', 'ur-PK', 'ckb', 'yi', 'dv', 'ps', 'sd', 'ug', 'az-Arab', 'pa-Arab-PK', 'ff-Adlm', 'ar-XB']) {
    it(`is right to left for ${tag}`, () => { expect(directionOf(tag)).to.equal('rtl'); });
  }
  for (const tag of ['en', 'fr', 'arn', 'hu', 'ur-Latn', 'sd-Deva-IN', 'az', 'zh-cmn', 'fab', '']) {
    it(`is left to right for "${tag}"`, () => { expect(directionOf(tag)).to.equal('ltr'); });
  }
});

describe('the language of a place on the page', () => {
  beforeEach(() => { setPageLanguage('pt'); });
  const tagIn = (content: string) => tagOf(place(content));

  it('is its own', () => { expect(tagIn('<div lang="de"><speaking-element lang="fr_CA"></speaking-element></div>')).to.equal('fr-CA'); });
  it('is that of the nearest that has one', () => { expect(tagIn('<div lang="de"><p lang="it"><b><speaking-element></speaking-element></b></p></div>')).to.equal('it'); });
  it('is the page’s where there is none between', () => { expect(tagIn('<speaking-element></speaking-element>')).to.equal('pt'); });

  for (const nonsense of ['', 'français', 'zh-cmn', ' ']) {
    it(`is the next one where somebody wrote "${nonsense}"`, () => {
      expect(tagIn(`<div lang="de"><p lang="${nonsense}"><speaking-element lang="${nonsense}"></speaking-element></p></div>`)).to.equal('de');
    });
  }

  it('is found through shadow roots, and past nonsense in them', () => {
    const outer = place('<div lang="de"><speaking-element></speaking-element></div>').parentElement ?? document.body;
    const middle = shadowIn(shadowIn(outer));
    const inner = shadowIn(middle, '<speaking-element></speaking-element>');
    const element = inner.firstElementChild ?? document.body;
    expect(tagOf(element)).to.equal('de');
    inner.host.setAttribute('lang', 'français');
    expect(tagOf(element)).to.equal('de');
    middle.host.setAttribute('lang', 'it');
    expect(tagOf(element)).to.equal('it');
  });

  it('is that of its place in the document, and not of the shadow tree that shows it', () => {
    const element = place('<div lang="de"><speaking-element></speaking-element></div>');
    const holder = element.parentElement ?? document.body;
    holder.attachShadow({mode: 'open'}).innerHTML = '<section lang="it"><slot></slot></section>';
    expect(tagOf(element)).to.equal('de');
  });

  for (const [page, spoken, tag] of [[null, 'it-IT', 'it-IT'], ['français', 'es_ES', 'es-ES'], [null, 'C.UTF-8', 'en'], [null, '', 'en']] as const) {
    it(`is ${tag} where the page says ${JSON.stringify(page)} and the reader's browser "${spoken}"`, () => {
      setPageLanguage(page);
      Object.defineProperty(navigator, 'language', {configurable: true, value: spoken});
      try {
        expect(tagIn('<speaking-element></speaking-element>')).to.equal(tag);
      } finally {
        Reflect.deleteProperty(navigator, 'language');
      }
    });
  }
});
