import {cleanTag} from './tag.js';

/** A translated message: text, or text with the order in which the source's values are put into it. */
export type Template = string | {readonly strTag: true; readonly strings: TemplateStringsArray; readonly values: number[]};

/** What a generated language module exports. */
export interface LocaleModule {
  readonly templates: Readonly<Record<string, Template>>;
}

/** Fetches a language, once, when the first element needs it. */
export type LocaleLoader = () => LocaleModule | Promise<LocaleModule>;

/** The languages that this page defined, by the tags under which they are looked up. */
export const defined = new Map<string, LocaleLoader>();

/**
 * Adds a language that the library does not ship, or replaces one, for elements that come after.
 *
 * @param language BCP 47: `uk`, `pt-BR`.
 * @param load Gives the module that `lit-localize build` writes from an XLIFF file.
 * @example defineLocale('uk', () => import('./uk.js'));
 */
export const defineLocale = (language: string, load: LocaleLoader): void => {
  // A function of its own each time: what is defined anew is fetched anew.
  defined.set(cleanTag(language) ?? language, () => load());
};
