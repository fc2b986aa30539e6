import {_installMsgImplementation, joinStringsAndValues, msg} from './lit-localize.js';
import {templatesOf, type Template} from './packs.js';

type Source = string | {readonly strTag: true; readonly strings: TemplateStringsArray; readonly values: unknown[]};

/** The words of whoever is rendering right now; several elements of a page may each speak their own language. */
let current: Readonly<Record<string, Template>> | undefined;

const translate = (source: Source, options?: {id?: string}): string => {
  const translated = options?.id === undefined ? undefined : current?.[options.id];
  if (typeof source === 'string') return typeof translated === 'string' ? translated : source;
  if (translated === undefined) return joinStringsAndValues(source.strings, source.values);
  return typeof translated === 'string' ? translated : joinStringsAndValues(translated.strings, source.values, translated.values);
};
// The library's own type also knows messages with markup, which we never write: a translator's file holds words only.
_installMsgImplementation(translate as typeof msg);

/** Runs `speak` in a language: every `msg()` inside it, and none outside, finds that language's words. */
export const inLanguage = <T>(language: string, speak: () => T): T => {
  const previous = current;
  current = templatesOf(language);
  try {
    return speak();
  } finally {
    current = previous;
  }
};

export {msg, str} from './lit-localize.js';
