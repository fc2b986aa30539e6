import type {LocaleModule} from '../localization/define-locale.js';
import {ownAddress} from './own-script.js';

/** Where this script came from. */
const base = ownAddress('sphere-petition.bundle.js') ?? document.baseURI;

/** A language from the file beside the script, and from none that is not the one that was built with it. */
export const languageFile = async (path: string, integrity: string): Promise<LocaleModule> => {
  const response = await fetch(new URL(path, base), {integrity, credentials: 'omit', referrerPolicy: 'no-referrer'});
  // JSON has no holes; a message without words is one that English stands in for.
  const words = await response.json() as (LocaleModule['templates'][string] | null)[];
  return {templates: Object.fromEntries(words.flatMap((each, id) => (each === null ? [] : [[id, each]])))};
};
