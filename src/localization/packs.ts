import {shipped} from './generated/shipped.js';
import {cleanTag} from './tag.js';

/** A translated message: text, or text with the order in which the source's values are put into it. */
export type Template = string | {readonly strTag: true; readonly strings: TemplateStringsArray; readonly values: number[]};

/** What a generated language module exports. */
export interface LocaleModule {
  readonly templates: Readonly<Record<string, Template>>;
}

/** Fetches a language, once, when the first element needs it. */
export type LocaleLoader = () => LocaleModule | Promise<LocaleModule>;

/** The language of the source, which needs no pack. */
export const SOURCE_LANGUAGE = 'en';

const loaders = new Map<string, LocaleLoader>(Object.entries<LocaleLoader>(shipped));
/** `undefined` for words that could not be had. */
const packs = new Map<string, LocaleModule['templates'] | undefined>();
const loading = new Map<string, Promise<void>>();

/**
 * Adds a language that the library does not ship, or replaces one, for elements that come after.
 *
 * @param language BCP 47: `uk`, `pt-BR`.
 * @param load Gives the module that `lit-localize build` writes from an XLIFF file.
 * @example defineLocale('uk', () => import('./uk.js'));
 */
export const defineLocale = (language: string, load: LocaleLoader): void => {
  // By the name under which the tags of a page are looked up.
  const tag = cleanTag(language) ?? language;
  loaders.set(tag, load);
  packs.delete(tag);
  loading.delete(tag);
};

/** Every language there are words in. */
export const availableLanguages = (): string[] => [SOURCE_LANGUAGE, ...loaders.keys()];

/** The words of a language as far as they are here. */
export const templatesOf = (language: string): LocaleModule['templates'] | undefined => packs.get(language);

/** Whether a language's words still have to come. */
export const isMissing = (language: string): boolean => loaders.has(language) && !packs.has(language);

/** Fetches a language's words, once. Never rejects: where they cannot be had, the source language stands in. */
export const loadLanguage = (language: string): Promise<void> => {
  const known = loading.get(language);
  if (known) return known;
  const load = loaders.get(language);
  const attempt = (async () => {
    let words: LocaleModule['templates'] | undefined;
    try {
      words = (await load?.())?.templates;
      if (!words) throw new TypeError('Its module exports no "templates".');
    } catch (error) {
      console.warn(`sphere-petition: the words of "${language}" could not be loaded; English stands in.`, error);
    }
    // Words that were defined anew meanwhile are the ones that count.
    if (loaders.get(language) === load) packs.set(language, words);
  })();
  loading.set(language, attempt);
  return attempt;
};
