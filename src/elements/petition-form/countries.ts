import {countryName} from '../../localization/country-name.js';
import type {Locale} from '../../localization/locale.js';

/** ISO 3166-1 alpha-2 without the uninhabited (AQ, BV, GS, HM, TF, UM), and Kosovo's XK: two letters each. */
const CODES =
  'ADAEAFAGAIALAMAOARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEG' +
  'EHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGTGUGWGYHKHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILK' +
  'LRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSA' +
  'SBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW';

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** The last list made: sorting 244 names takes a moment, and a form renders often. */
let latest: {readonly tag: string; readonly countries: readonly Country[]} | undefined;

/** Every country by its name in the reader's language, in that language's order. */
export const countriesIn = (locale: Locale): readonly Country[] => {
  const {tag} = locale;
  if (latest?.tag === tag) return latest.countries;
  const countries = (CODES.match(/../g) ?? []).map((code) => ({code, name: countryName(code, locale)}));
  latest = {tag, countries: countries.sort((a, b) => a.name.localeCompare(b.name, tag))};
  return latest.countries;
};
