/** The page's own few words. All else on it is the campaign's. */
export interface Words {
  /** The language that these words are in. */
  readonly language: string;
  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly needsScript: string;
  readonly languages: string;
}

const ENGLISH: Words = {
  language: 'en',
  notFound: 'There is no such petition here',
  notFoundAdvice: 'Check the address, or ask whoever gave it to you: the petition may have been moved.',
  needsScript: 'To sign on this page, allow its scripts.',
  languages: 'Languages',
};

const FRENCH: Words = {
  language: 'fr',
  notFound: 'Cette pétition n’existe pas ici',
  notFoundAdvice: 'Vérifiez l’adresse, ou demandez-la à la personne qui vous l’a donnée : la pétition a peut-être été déplacée.',
  needsScript: 'Pour signer sur cette page, autorisez-y les scripts.',
  languages: 'Langues',
};

/** The words in a language, else in English. */
export const wordsIn = (language: string | undefined): Words => (/^fr\b/i.test(language ?? '') ? FRENCH : ENGLISH);
