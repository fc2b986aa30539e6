import {BackendError} from '../contract/error.js';

/** Sentences for the developer of a page, fetched when there is something to say. */
export const notAnAddress = (src: string, place: string): BackendError =>
  new BackendError('configuration', `"${src}" is not an address: write ${place} as an absolute or relative URL.`);

export const unknownAdapter = (name: string, known: readonly string[], place: string): BackendError =>
  new BackendError('configuration', `No adapter is called "${name}": known are ${known.join(', ')}. Call defineAdapter("${name}", …) or correct ${place}.`);
