/** What stands in a widget's place until it is there, in the languages that the elements speak. */
interface Words {
  readonly sign: string;
  readonly events: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  ar: {sign: 'توقيع العريضة', events: 'الفعاليات'},
  de: {sign: 'Petition unterschreiben', events: 'Veranstaltungen'},
  en: {sign: 'Sign the petition', events: 'Events'},
  es: {sign: 'Firmar la petición', events: 'Actos'},
  fr: {sign: 'Signer la pétition', events: 'Événements'},
  it: {sign: 'Firma la petizione', events: 'Eventi'},
  pt: {sign: 'Assinar a petição', events: 'Eventos'},
  ru: {sign: 'Подписать петицию', events: 'Мероприятия'},
  uk: {sign: 'Підписати петицію', events: 'Заходи'},
};

/** The languages that the elements speak. */
export const LANGUAGES: readonly string[] = Object.keys(WORDS);

const ENGLISH: Words = {sign: 'Sign the petition', events: 'Events'};

/** The words in a language, or in English where there are none. */
export const wordsIn = (language: string): Words => WORDS[language.split('-')[0] ?? ''] ?? ENGLISH;

/** What a language calls itself. */
export const languageName = (language: string): string => {
  const name = new Intl.DisplayNames([language], {type: 'language'}).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};
