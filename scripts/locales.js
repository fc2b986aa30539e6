// @ts-check
// npm run locales: brings every translator's file up to date with the source. New messages come without a translation; one
// whose source changed keeps its translation, marked for review.
import {existsSync} from 'node:fs';
import {openMessages} from './lib/messages.js';
import {at} from './lib/paths.js';
import {readXliff} from './lib/xliff.js';

export const NEEDS_REVIEW = 'needs-review-translation';

const {localizer, shipped, writeXliff} = openMessages();
/** @type {Map<string, import('./lib/messages.js').Message[]>} */
const translations = localizer.readTranslationsSync().translations;

for (const locale of shipped) {
  const path = at(`locales/${locale}.xlf`);
  const before = existsSync(path) ? readXliff(path).units : new Map();
  await writeXliff(new Map([[locale, translations.get(locale) ?? []]]));
  const {units, save} = readXliff(path);
  const changed = [...units].filter(([id, {source, target}]) => target && before.get(id)?.source.text !== source.text);
  for (const [, {element}] of changed) element.getElementsByTagName('target')[0]?.setAttribute('state', NEEDS_REVIEW);
  save();
  const open = [...units.values()].filter(({target}) => !target).length;
  console.log(`locales/${locale}.xlf: ${units.size} messages, ${open} to translate, ${changed.length} to review`);
}
