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

/**
 * Every country by its name in the reader's language, in that language's order. CLDR's short names are the ones people look for
 * (Palestine, Hong Kong), except where they are abbreviations (UK).
 */
export const countriesIn = ({tag}: Locale): readonly Country[] => {
  if (latest?.tag === tag) return latest.countries;
  const short = new Intl.DisplayNames(tag, {type: 'region', style: 'short'});
  const long = new Intl.DisplayNames(tag, {type: 'region'});
  const name = (code: string): string => {
    const brief = short.of(code) ?? code;
    return brief.length > 3 ? brief : (long.of(code) ?? brief);
  };
  const countries = (CODES.match(/../g) ?? []).map((code) => ({code, name: name(code)}));
  latest = {tag, countries: countries.sort((a, b) => a.name.localeCompare(b.name, tag))};
  return latest.countries;
};
