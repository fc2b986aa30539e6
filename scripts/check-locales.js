// @ts-check
// npm run check:locales: every shipped language says everything the source says. lit-localize itself only warns.
import {existsSync, readFileSync} from 'node:fs';
import {exit} from 'node:process';
import {categoriesOf, isNeeded, openMessages, pluralForm} from './lib/messages.js';
import {at, isStarted} from './lib/paths.js';
import {readXliff, wordsOf} from './lib/xliff.js';

/** @typedef {import('./lib/messages.js').ProgramMessage} ProgramMessage */

/** @typedef {Readonly<Record<string, string>>} Reasons By message: why a language says it as English does. */

/** @param {ProgramMessage} message @returns {string[]} */
const sourceProblems = ({name, tag}) => [
  ...(/^[hs][0-9a-f]{16}$/.test(name) ? [`${name}: the message has no id of its own`] : []),
  // A translator's file holds words, not code that a page would run.
  ...(tag === 'html' ? [`${name}: the message holds markup`] : []),
];

/** @param {readonly string[]} ids @param {string} locale @returns {string[]} Plural forms that the language needs and the source has no words for. */
const missingForms = (ids, locale) => {
  const families = new Set(ids.flatMap((id) => pluralForm(id)?.family ?? []));
  return [...families].flatMap((family) => {
    const missing = categoriesOf(locale).filter((category) => !ids.includes(`${family}.${category}`));
    return missing.map((category) => `${family}.${category}: the source has no such plural form, and ${locale} needs it`);
  });
};

/** @param {ProgramMessage} message @param {import('./lib/xliff.js').Unit | undefined} unit @param {string | undefined} reason @returns {string[]} */
const unitProblems = ({name, contents}, unit, reason) => {
  if (!unit) return [`${name}: missing`];
  const source = wordsOf(contents);
  if (unit.source.text !== source.text) return [`${name}: stale, the source now says "${source.text}"`];
  if (!unit.target?.text.trim()) return [`${name}: not translated`];
  if (unit.state?.startsWith('needs-')) return [`${name}: ${unit.state}`];
  if (unit.target.placeholders.join() !== source.placeholders.join()) {
    return [`${name}: placeholders [${unit.target.placeholders.join(', ')}] in place of [${source.placeholders.join(', ')}]`];
  }
  const isSame = unit.target.text.trim() === source.text.trim();
  if (isSame && !reason?.trim()) return [`${name}: says what English says; where that is right, locales/same.json gives the reason`];
  if (!isSame && reason !== undefined) return [`${name}: locales/same.json gives a reason for saying what English says, and it no longer does`];
  return [];
};

/**
 * @param {readonly ProgramMessage[]} messages The source's. @param {string} locale
 * @param {ReadonlyMap<string, import('./lib/xliff.js').Unit>} units The translator's. @param {Reasons} [reasons]
 * @returns {string[]} What is wrong with a language, a line each.
 */
export const languageProblems = (messages, locale, units, reasons = {}) => {
  const needed = messages.filter(({name}) => isNeeded(name, locale));
  const ids = new Set(needed.map(({name}) => name));
  return [
    ...needed.flatMap((message) => unitProblems(message, units.get(message.name), reasons[message.name])),
    ...[...units.keys()].filter((id) => !ids.has(id)).map((id) => `${id}: stale, the source no longer says it, or the language has no such plural form`),
    ...Object.keys(reasons).filter((id) => !ids.has(id)).map((id) => `${id}: locales/same.json knows it, and the source does not say it`),
  ];
};

/** @param {readonly ProgramMessage[]} messages @param {string} locale @param {Reasons | undefined} reasons @returns {string[]} */
const fileProblems = (messages, locale, reasons) => {
  const path = at(`locales/${locale}.xlf`);
  return existsSync(path) ? languageProblems(messages, locale, readXliff(path).units, reasons) : ['there is no such file'];
};

/** @param {readonly string[]} shipped @param {Readonly<Record<string, unknown>>} same @param {readonly string[]} drafts @returns {string[]} */
const listProblems = (shipped, same, drafts) => [
  ...Object.keys(same).filter((locale) => !shipped.includes(locale)).map((locale) => `locales/same.json: ${locale}: no such language`),
  ...drafts.filter((locale) => !shipped.includes(locale)).map((locale) => `locales/drafts.json: ${locale}: no such language`),
];

/** @param {string} file @returns {any} */
const read = (file) => JSON.parse(readFileSync(at(`locales/${file}`), 'utf8'));

/** @returns {string[]} What is wrong, a line each. */
export const checkLocales = () => {
  const {localizer, messages, shipped} = openMessages();
  /** @type {Record<string, Reasons>} */
  const same = read('same.json');
  const ids = messages.map(({name}) => name);
  return [
    ...messages.flatMap(sourceProblems),
    // The pseudo-locales count too: Arabic has all six plural forms, so the source is ready for any language.
    ...['en', ...localizer.config.targetLocales].flatMap((locale) => missingForms(ids, locale)),
    ...listProblems(shipped, same, read('drafts.json')),
    ...shipped.flatMap((locale) => fileProblems(messages, locale, same[locale]).map((problem) => `locales/${locale}.xlf: ${problem}`)),
  ];
};

if (isStarted(import.meta.url)) {
  const problems = checkLocales();
  console.log(problems.length ? `${problems.join('\n')}\n\n"npm run locales" brings the files up to date with the source.` : 'Every language says everything the source says.');
  exit(problems.length ? 1 : 0);
}
