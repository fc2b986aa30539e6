import {Identifier, parseColour} from 'sphere-petition/contract';
import {cleanTag} from 'sphere-petition/words';

const SHOWS = ['petition', 'form', 'counter', 'events'] as const;
/** What a frame shows. */
export type Show = (typeof SHOWS)[number];

const THEMES = ['auto', 'light', 'dark'] as const;
/** Light, dark, or what the reader's device says. */
export type Theme = (typeof THEMES)[number];

/** What the address of a frame may say: the elements' own attributes, and how it looks. */
export interface EmbedOptions {
  readonly show: Show;
  /** BCP 47. Absent: the petition's own. */
  readonly language: string | undefined;
  readonly theme: Theme;
  /** Six hexadecimal digits. Absent: the library's own colour. */
  readonly accent: string | undefined;
  /** Those attributes that were given, by their names. */
  readonly attributes: Readonly<Partial<Record<Attribute, string>>>;
}

/** A number put between two others; nothing for what is no number. */
const between = (least: number, most: number) => (text: string): string | undefined => {
  const number = Math.round(Number(text));
  return text.trim() === '' || Number.isNaN(number) ? undefined : String(Math.min(Math.max(number, least), most));
};

const matching = (pattern: RegExp) => (text: string): string | undefined => (pattern.test(text) ? text : undefined);

/** What each attribute becomes: the nearest that is valid, or nothing. The elements judge what is left. */
const ATTRIBUTES = {
  'journey': matching(/^[a-z, ]{0,100}$/),
  'redirect': matching(/^https:\/\/[^\s]{1,2040}$/i),
  'source': (text: string) => Identifier.safeParse(text).data,
  'min-count': between(0, Number.MAX_SAFE_INTEGER),
  'heading-level': between(1, 6),
  'country': (text: string) => matching(/^[A-Z]{2}$/)(text.trim().toUpperCase()),
  'appearance': matching(/^[a-z]{1,20}$/),
} as const;
type Attribute = keyof typeof ATTRIBUTES;

const isAttribute = (name: string): name is Attribute => Object.hasOwn(ATTRIBUTES, name);

/** Reads the query of a frame's address: whatever it says, the outcome is valid. */
export const readOptions = (query: URLSearchParams): EmbedOptions => {
  const given = Object.keys(ATTRIBUTES).filter(isAttribute).flatMap((name) => {
    const value = query.get(name);
    const valid = value === null ? undefined : ATTRIBUTES[name](value);
    return valid === undefined ? [] : [[name, valid] as const];
  });
  return {
    show: SHOWS.find((show) => show === query.get('show')) ?? 'petition',
    language: cleanTag(query.get('lang')),
    theme: THEMES.find((theme) => theme === query.get('theme')) ?? 'auto',
    accent: parseColour(query.get('accent') ?? ''),
    attributes: Object.fromEntries(given),
  };
};

/** The same as a query, in one spelling, without what goes without saying. */
export const writeOptions = ({show, language, theme, accent, attributes}: EmbedOptions): string => new URLSearchParams({
  ...(show !== 'petition' && {show}),
  ...(language !== undefined && {lang: language}),
  ...writeLook({theme, accent}),
  ...attributes,
}).toString();

/** That part of it which the style sheet needs. */
export const writeLook = ({theme, accent}: Pick<EmbedOptions, 'theme' | 'accent'>): Record<string, string> => ({
  ...(theme !== 'auto' && {theme}),
  ...(accent !== undefined && {accent}),
});
