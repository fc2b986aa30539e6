import {expect} from 'chai';
import {fc} from '../support/property.js';
import {cleanTag} from '../../src/localization/tag.js';

describe('a language tag as pages write it', () => {
  for (const [written, clean] of [
    ['fr', 'fr'], ['fr_FR', 'fr-FR'], [' fr-ca ', 'fr-CA'], ['FR', 'fr'], ['zh_hant_tw', 'zh-Hant-TW'], ['es-419', 'es-419'], ['de-x-formal', 'de-x-formal'], ['ar-XB', 'ar-XB'],
    ['iw', 'he'], ['no', 'nb'], ['NO', 'nb'], ['no-NO', 'nb-NO'], ['no_NO', 'nb-NO'], ['nn-NO', 'nn-NO'],
  ] as const) {
    it(`is ${clean} for "${written}"`, () => { expect(cleanTag(written)).to.equal(clean); });
  }

  for (const nonsense of [null, undefined, '', '  ', 'français', 'zh-cmn', 'f', 'fr-', '-', '_', 'fr FR', 'fr_FR.UTF-8', 'constructor', '__proto__', '<b>', '*']) {
    it(`is none for ${nonsense === undefined ? 'undefined' : JSON.stringify(nonsense)}`, () => { expect(cleanTag(nonsense)).to.equal(undefined); });
  }

  it('never throws, and is always one that Intl takes', () => {
    const letters = fc.stringMatching(/^[A-Za-z0-9_ -]{0,12}$/);
    fc.assert(fc.property(fc.oneof(letters, fc.string()), (written) => {
      const clean = cleanTag(written);
      if (clean !== undefined) new Intl.NumberFormat(clean);
    }), {numRuns: 500});
  });
});
