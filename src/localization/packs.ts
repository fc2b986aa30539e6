import {defined, type LocaleLoader, type LocaleModule} from './define-locale.js';
import {shipped} from './generated/shipped.js';

export {defineLocale, type LocaleLoader, type LocaleModule, type Template} from './define-locale.js';

/** The language of the source, which needs no pack. */
export const SOURCE_LANGUAGE = 'en';

/** By how they are fetched, since a language may be defined anew. `undefined` for words that could not be had. */
const packs = new Map<LocaleLoader, LocaleModule['templates'] | undefined>();
const loading = new Map<LocaleLoader, Promise<void>>();

const loaderOf = (language: string): LocaleLoader | undefined => defined.get(language) ?? (Object.hasOwn(shipped, language) ? shipped[language] : undefined);

/** Every language there are words in. */
export const availableLanguages = (): string[] => [...new Set([SOURCE_LANGUAGE, ...Object.keys(shipped), ...defined.keys()])];

/** The words of a language as far as they are here. */
export const templatesOf = (language: string): LocaleModule['templates'] | undefined => {
  const load = loaderOf(language);
  return load && packs.get(load);
};

/** Whether a language's words still have to come. */
export const isMissing = (language: string): boolean => {
  const load = loaderOf(language);
  return load !== undefined && !packs.has(load);
};

/** The module is the page's, and may be anything. */
const isWords = (templates: unknown): templates is LocaleModule['templates'] => typeof templates === 'object' && templates !== null;

const fetchWords = async (language: string, load: LocaleLoader): Promise<void> => {
  let words: LocaleModule['templates'] | undefined;
  try {
    const {templates}: {readonly templates: unknown} = await load();
    if (!isWords(templates)) throw new TypeError('It has no "templates".');
    words = templates;
  } catch (error) {
    console.warn(`sphere-petition: the words of "${language}" could not be loaded; English stands in.`, error);
  }
  packs.set(load, words);
};

/** Fetches a language's words, once. Never rejects: where they cannot be had, the source language stands in. */
export const loadLanguage = (language: string): Promise<void> => {
  const load = loaderOf(language);
  if (!load) return Promise.resolve();
  const known = loading.get(load) ?? fetchWords(language, load);
  loading.set(load, known);
  return known;
};
