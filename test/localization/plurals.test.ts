import {expect} from 'chai';
import {signaturesLabel} from '../../src/elements/counter/signatures-label.js';
import {localeFor} from '../../src/localization/locale.js';
import {inLanguage} from '../../src/localization/messages.js';
import {availableLanguages, loadLanguage, SOURCE_LANGUAGE, templatesOf} from '../../src/localization/packs.js';

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];
const SAMPLES = [0, 1, 2, 3, 5, 11, 21, 22, 25, 100, 1_000_000];
const languages = availableLanguages().filter((language) => language !== SOURCE_LANGUAGE);
const label = (count: number, tag: string) => {
  const locale = localeFor(tag);
  return inLanguage(locale.language, () => signaturesLabel(count, locale));
};

describe('the word beside a number', () => {
  before(() => Promise.all(languages.map(loadLanguage)));

  // What follows each of the samples, in their order.
  for (const [language, words] of Object.entries({
    en: 'signatures signature signatures signatures signatures signatures signatures signatures signatures signatures signatures',
    fr: 'signature signature signatures signatures signatures signatures signatures signatures signatures signatures de_signatures',
    es: 'firmas firma firmas firmas firmas firmas firmas firmas firmas firmas de_firmas',
    it: 'firme firma firme firme firme firme firme firme firme firme di_firme',
    pt: 'assinatura assinatura assinaturas assinaturas assinaturas assinaturas assinaturas assinaturas assinaturas assinaturas de_assinaturas',
    de: 'Unterschriften Unterschrift Unterschriften Unterschriften Unterschriften Unterschriften Unterschriften Unterschriften Unterschriften Unterschriften Unterschriften',
    ru: 'подписей подпись подписи подписи подписей подписей подпись подписи подписей подписей подписей',
    uk: 'підписів підпис підписи підписи підписів підписів підпис підписи підписів підписів підписів',
    ar: 'توقيع توقيع توقيعان توقيعات توقيعات توقيعًا توقيعًا توقيعًا توقيعًا توقيع توقيع',
  })) {
    it(`is the right one for ${SAMPLES.join(', ')} in ${language}`, () => {
      expect(SAMPLES.map((count) => label(count, language).replace(' ', '_')).join(' ')).to.equal(words);
    });
  }

  it('is that of the region where its rules differ: nothing is many in Portugal', () => {
    expect([label(0, 'pt-PT'), label(0, 'pt-BR')]).to.deep.equal(['assinaturas', 'assinatura']);
  });
});

describe('every shipped language', () => {
  before(() => Promise.all(languages.map(loadLanguage)));

  for (const language of languages) {
    it(`says each number in the forms that it has, and in no other (${language})`, () => {
      const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      const ids = Object.keys(templatesOf(language) ?? {});
      const families = new Set(ids.filter((id) => FORMS.some((form) => id.endsWith(`.${form}`))).map((id) => id.slice(0, id.lastIndexOf('.'))));
      expect(families).to.include('counter.signatures');
      for (const family of families) {
        const spoken = FORMS.filter((form) => ids.includes(`${family}.${form}`));
        expect(spoken, family).to.deep.equal(FORMS.filter((form) => categories.some((category) => category === form)));
      }
    });
  }
});
