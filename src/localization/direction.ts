import {cleanTag} from './tag.js';

/** The scripts that are written from right to left. */
const RIGHT_TO_LEFT = /^(Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)$/;

/** Which way a language is written: as its script is, be it named (`az-Arab`, `ur-Latn`) or the usual one. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => {
  const clean = cleanTag(tag);
  return clean !== undefined && RIGHT_TO_LEFT.test(new Intl.Locale(clean).maximize().script ?? '') ? 'rtl' : 'ltr';
};
