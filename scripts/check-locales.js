// @ts-check
// npm run check:locales: every shipped language says everything the source says. lit-localize itself only warns.
import {existsSync} from 'node:fs';
import {exit} from 'node:process';
import {categoriesOf, isNeeded, openMessages, pluralForm} from './lib/messages.js';
import {at, isStarted} from './lib/paths.js';
import {readXliff, wordsOf} from './lib/xliff.js';

/** @typedef {import('./lib/messages.js').ProgramMessage} ProgramMessage */

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

/** @param {ProgramMessage} message @param {import('./lib/xliff.js').Unit | undefined} unit @returns {string[]} */
const unitProblems = ({name, contents}, unit) => {
  if (!unit) return [`${name}: missing`];
  const source = wordsOf(contents);
  if (unit.source.text !== source.text) return [`${name}: stale, the source now says "${source.text}"`];
  if (!unit.target?.text.trim()) return [`${name}: not translated`];
  if (unit.state?.startsWith('needs-')) return [`${name}: ${unit.state}`];
  if (unit.target.placeholders.join() !== source.placeholders.join()) {
    return [`${name}: placeholders [${unit.target.placeholders.join(', ')}] in place of [${source.placeholders.join(', ')}]`];
  }
  return [];
};

/** @param {readonly ProgramMessage[]} messages @param {string} locale @returns {string[]} */
const fileProblems = (messages, locale) => {
  const path = at(`locales/${locale}.xlf`);
  if (!existsSync(path)) return ['there is no such file'];
  const {units} = readXliff(path);
  const ids = new Set(messages.map(({name}) => name));
  return [
    ...messages.filter(({name}) => isNeeded(name, locale)).flatMap((message) => unitProblems(message, units.get(message.name))),
    ...[...units.keys()].filter((id) => !ids.has(id)).map((id) => `${id}: stale, the source no longer says it`),
  ];
};

/** @returns {string[]} What is wrong, a line each. */
export const checkLocales = () => {
  const {localizer, messages, shipped} = openMessages();
  const ids = messages.map(({name}) => name);
  return [
    ...messages.flatMap(sourceProblems),
    // The pseudo-locales count too: Arabic has all six plural forms, so the source is ready for any language.
    ...['en', ...localizer.config.targetLocales].flatMap((locale) => missingForms(ids, locale)),
    ...shipped.flatMap((locale) => fileProblems(messages, locale).map((problem) => `locales/${locale}.xlf: ${problem}`)),
  ];
};

if (isStarted(import.meta.url)) {
  const problems = checkLocales();
  console.log(problems.length ? `${problems.join('\n')}\n\n"npm run locales" brings the files up to date with the source.` : 'Every language says everything the source says.');
  exit(problems.length ? 1 : 0);
}
