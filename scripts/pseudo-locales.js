// @ts-check
// Languages that nobody speaks, made from the source, to see what a translation would do before there is one: en-XA is longer
// and accented, so what is cut off or not translated shows; ar-XB runs from right to left.

/** @typedef {import('@lit/localize-tools/lib/messages.js').Message} Message */

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'];

/** @param {string} text */
const accent = (text) => Array.from(text, (letter) => accented[plain.indexOf(letter)] ?? letter).join('');

/** Translations run up to 40 % longer than English; words, because one long string could not wrap. @param {number} length */
const padding = (length) => accent(' one two three four five'.repeat(Math.ceil(length / 24))).slice(0, Math.ceil(length * 0.4) + 1);

// Right-to-left override, and the mark that ends it, around each word: the letters stay readable, backwards.
/** @param {string} text */
const mirror = (text) => text.replace(/[^\s]+/gu, '\u202E$&\u202C');

/** @param {Message} message @returns {Message} */
const lengthen = ({name, contents}) => {
  const length = contents.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  return {name, contents: ['⟦', ...contents.map((part) => (typeof part === 'string' ? accent(part) : part)), `${padding(length)}⟧`]};
};

/** @param {Message} message @returns {Message} */
const turn = ({name, contents}) => ({name, contents: contents.map((part) => (typeof part === 'string' ? mirror(part) : part))});

/** @param {readonly Message[]} messages The source's. @returns {Map<string, Message[]>} Their translations by pseudo-locale. */
export const pseudoTranslations = (messages) =>
  new Map([
    ['en-XA', messages.map(lengthen)],
    ['ar-XB', messages.map(turn)],
  ]);
