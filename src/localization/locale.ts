import {directionOf} from './direction.js';
import {availableLanguages, SOURCE_LANGUAGE} from './packs.js';
import {cleanTag} from './tag.js';

/** The language that an element speaks, and how it writes numbers, names and dates in it. */
export interface Locale {
  /** The language of its words: one of those there are words in. */
  readonly language: string;
  /** For `Intl`: the page's own tag where its language is spoken (`fr-CA`), else {@link language}. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A tag and what stands above it, nearest first: `zh-Hant-TW`, `zh-Hant`, `zh`; for `zh-TW`, whose script goes without saying, the same. */
const fallbacks = (tag: string): string[] => {
  const {language, script} = new Intl.Locale(tag).maximize();
  const wider = tag.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'));
  return [...wider.slice(0, -1), `${language}-${script ?? ''}`, language];
};

/** The locale for a clean tag: the closest language there are words in, else English. */
export const localeFor = (tag: string): Locale => {
  const available = availableLanguages();
  const language = fallbacks(tag).find((candidate) => available.includes(candidate));
  if (language === undefined) return {language: SOURCE_LANGUAGE, tag: SOURCE_LANGUAGE, direction: 'ltr'};
  return {language, tag, direction: directionOf(language)};
};

/** The nearest `lang` around an element, through shadow roots, then the page's, then the reader's. */
export const tagOf = (element: Element): string => {
  for (let node: Element | undefined = element; node; ) {
    const holder: Element | null = node.closest('[lang]');
    const written = holder?.getAttribute('lang')?.trim();
    const tag = cleanTag(written);
    if (tag !== undefined) return tag;
    // An empty one says on purpose that the language is not known (HTML standard).
    if (written) void import('./complain.js').then(({notATag}) => { notATag(written); });
    const root = (holder?.parentElement ?? node).getRootNode();
    node = holder?.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
  }
  return cleanTag(navigator.language) ?? SOURCE_LANGUAGE;
};
