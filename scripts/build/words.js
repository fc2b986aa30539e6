// @ts-check
// Words as code: by name in src/ and for npm, by number for the script tags, where a name beside each would weigh a quarter of a language.
import {pluralForm} from '../lib/messages.js';

/** @typedef {string | {strings: readonly string[], values: readonly number[]}} Template */
/** @typedef {Readonly<Record<string, Template>>} Templates */

/** Messages that the counter speaks: its bundle carries them in every language, to need no second request. */
export const COUNTER = /^counter\./;

/** Plural forms, those that most languages have first: a language needs no room for what it lacks at the end. */
const FORMS = ['other', 'one', 'many', 'few', 'two', 'zero'];

/** @param {readonly string[]} ids @returns {string[]} In the order by which they are numbered: the counter's come first. */
export const numberedIds = (ids) => {
  const rank = (/** @type {string} */ id) => (COUNTER.test(id) ? 0 : 10) + FORMS.indexOf(pluralForm(id)?.category ?? '');
  return [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
};

/** @param {string} text */
const escaped = (text) => text.replace(/[\\`]|\$\{/g, '\\$&');

/** @param {Template} words */
const literal = (words) =>
  typeof words === 'string' ? `\`${escaped(words)}\`` : `str\`${words.strings.map((text, index) => escaped(text) + (index in words.values ? `\${${words.values[index]}}` : '')).join('')}\``;

/** @param {Templates} templates */
export const named = (templates) => `{\n${Object.entries(templates).map(([id, words]) => `  '${id}': ${literal(words)},\n`).join('')}}`;

/** @param {Templates} templates @param {readonly string[]} ids Those of the numbers. */
export const numbered = (templates, ids) => `[${ids.map((id) => (id in templates ? literal(templates[id] ?? '') : '')).join(',')}]`;

/** @param {Templates} templates @param {string} id */
const packed = (templates, id) => {
  const words = templates[id] ?? '';
  const {strings, values} = typeof words === 'object' ? words : {strings: [words], values: []};
  if (strings.some((text) => /[|#]/.test(text)) || values.some((value) => value !== 0)) throw new Error(`${id}: the counter packs no such words`);
  return strings.join('#');
};

/**
 * The counter's words in every language: a string for each, its messages apart by `|`, with `#` for the value.
 *
 * @param {ReadonlyMap<string, Templates>} languages What each says. @param {readonly string[]} ids Those of the numbers. @returns {string} JavaScript.
 */
export const packedCounter = (languages, ids) => {
  const spoken = ids.filter((id) => COUNTER.test(id));
  const lines = [...languages].map(([language, templates]) => `  ${JSON.stringify(language)}: () => words(${JSON.stringify(spoken.map((id) => packed(templates, id)).join('|').replace(/\|+$/, ''))}),\n`);
  return `const words = (line) => ({templates: line.split('|').map((text) => (text.includes('#') ? {strings: text.split('#'), values: [0]} : text))});
export const shipped = {\n${lines.join('')}};
`;
};
