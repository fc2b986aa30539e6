import {cached} from './format.js';
import type {Locale} from './locale.js';

/**
 * What a country is called. CLDR's short names are the ones people look for (Palestine, Hong Kong), except where they are
 * abbreviations (UK).
 */
export const countryName = (code: string, locale: Locale): string => {
  const short = cached('region short', locale, (tag) => new Intl.DisplayNames(tag, {type: 'region', style: 'short'})).of(code) ?? code;
  return short.length > 3 ? short : (cached('region', locale, (tag) => new Intl.DisplayNames(tag, {type: 'region'})).of(code) ?? short);
};
