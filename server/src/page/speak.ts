import {cleanTag, inLanguage, isMissing, loadLanguage, localeFor, type Locale} from 'sphere-petition/words';

/** Lets the library's own words be said in a language, or in English where it has none in it. */
export const speaking = async <T>(language: string, speak: (locale: Locale) => T): Promise<T> => {
  const locale = localeFor(cleanTag(language) ?? 'en');
  if (isMissing(locale.language)) await loadLanguage(locale.language);
  return inLanguage(locale.language, () => speak(locale));
};
