import type {Locale} from './locale.js';
import {cleanTag} from './tag.js';

const cache = new Map<string, unknown>();

/** Making an `Intl` object costs more than using it a thousand times, and a page makes the same few again and again. */
export const cached = <T>(kind: string, {tag}: Locale, make: (tag: string) => T): T => {
  const key = `${kind} ${tag}`;
  if (!cache.has(key)) cache.set(key, make(tag));
  return cache.get(key) as T;
};

/** A whole number as the language writes it: `12 345`. */
export const formatNumber = (value: number, locale: Locale): string =>
  cached('number', locale, (tag) => new Intl.NumberFormat(tag, {maximumFractionDigits: 0})).format(value);

/** The CLDR plural category of a whole number: which form of a noun follows it. */
export const pluralCategory = (value: number, locale: Locale): Intl.LDMLPluralRule =>
  cached('plural', locale, (tag) => new Intl.PluralRules(tag)).select(value);

/** A day: `16 mars 2024`. Always in the Gregorian calendar, which posters and laws go by. */
export const formatDate = (dateTime: string, locale: Locale): string =>
  cached('date', locale, (tag) => new Intl.DateTimeFormat(tag, {dateStyle: 'long', calendar: 'gregory'})).format(new Date(dateTime));

/** What a language is called: `French`, `français`. The tag itself where `Intl` knows no name for it. */
export const languageName = (language: string, locale: Locale): string => {
  const tag = cleanTag(language);
  return (tag !== undefined && cached('languages', locale, (own) => new Intl.DisplayNames(own, {type: 'language'})).of(tag)) || language;
};
