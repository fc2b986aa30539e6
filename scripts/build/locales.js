// @ts-check
// locales/*.xlf → src/localization/generated/: a module of words for each language, and the maps of how to load them.
import {mkdirSync, readFileSync} from 'node:fs';
import {filesIn, prune, write} from '../lib/files.js';
import {isNeeded, openMessages, pseudoLocales} from '../lib/messages.js';
import {at, cache} from '../lib/paths.js';
import {pseudoTranslations} from '../pseudo-locales.js';
import {COUNTER, named, numberedIds} from './words.js';

/** @typedef {import('./words.js').Templates} Templates */

const HEADER = '// Generated from locales/ by scripts/build/locales.js.\n';
const folder = 'src/localization/generated/';

const template = `${HEADER}
/** A translated message: text, or text with the order in which the source's values are put into it. */
export type Template = string | {readonly strTag: true; readonly strings: TemplateStringsArray; readonly values: number[]};

export type Templates = Readonly<Record<string, Template>>;

export type Loaders = Readonly<Record<string, () => {readonly templates: Templates} | Promise<{readonly templates: Templates}>>>;

export const str = (strings: TemplateStringsArray, ...values: number[]): Template => ({strTag: true, strings, values});
`;

/** @param {string} body @param {string} here How the module reaches this folder. */
const modul = (body, here) => {
  const names = [...(/\bstr`/.test(body) ? ['str'] : []), ...(/: Loaders/.test(body) ? ['type Loaders'] : []), ...(/: Templates/.test(body) ? ['type Templates'] : [])];
  return `${HEADER}import {${names.join(', ')}} from '${here}template.js';\n\n${body}`;
};

/** @param {readonly string[]} locales */
const loaders = (locales) => locales.map((locale) => `  '${locale}': () => import('./locales/${locale}.js'),\n`).join('');

/** @param {string} locale @returns {Promise<Templates>} What lit-localize made of a language. */
const load = async (locale) => {
  const code = readFileSync(`${cache}locales/${locale}.js`, 'utf8').replace(/^\s*import .* from '@lit\/localize';$/m, 'const str = (strings, ...values) => ({strings, values});');
  const {templates} = /** @type {{templates: Templates}} */ (await import(`data:text/javascript,${encodeURIComponent(code)}`));
  return Object.fromEntries(Object.entries(templates).filter(([id]) => isNeeded(id, locale)));
};

/**
 * lit-localize warns of every message without a translation, those included that a language has no use for. English stands in
 * for them; `npm run check:locales` is where they fail.
 *
 * @param {() => Promise<void>} build
 */
const quietly = async (build) => {
  const {warn} = console;
  console.warn = () => undefined;
  try {
    await build();
  } finally {
    console.warn = warn;
  }
};

export const buildLocales = async () => {
  const {localizer, messages, shipped, writeXliff} = openMessages();
  await writeXliff(pseudoTranslations(messages));
  mkdirSync(`${cache}locales`, {recursive: true});
  await quietly(() => localizer.build());

  /** @type {Record<string, string>} */
  const modules = {'template.ts': template};
  /** @type {string[]} */
  const forCounter = [];
  for (const locale of [...shipped, ...pseudoLocales]) {
    const templates = await load(locale);
    modules[`locales/${locale}.ts`] = modul(`export const templates: Templates = ${named(templates)};\n`, '../');
    const spoken = Object.fromEntries(Object.entries(templates).filter(([id]) => COUNTER.test(id)));
    if (shipped.includes(locale)) forCounter.push(`'${locale}': () => ({templates: ${named(spoken)}}),\n`);
  }
  modules['shipped.ts'] = modul(`export const shipped: Loaders = {\n${loaders(shipped)}};\n`, './');
  const ids = numberedIds(messages.map(({name}) => name));
  modules['ids.ts'] = `${HEADER}\n/** The name of every message, in the order of the numbers by which the script-tag bundles know them. */\nexport const ids: readonly string[] = ${JSON.stringify(ids)};\n`;
  modules['shipped-counter.ts'] = modul(`export const shipped: Loaders = {\n${forCounter.join('')}};\n`, './');
  modules['pseudo.ts'] = modul(`export const pseudo: Loaders = {\n${loaders(pseudoLocales)}};\n`, './');

  for (const [name, text] of Object.entries(modules)) write(at(folder + name), text);
  prune(at(folder), Object.keys(modules).map((name) => at(folder + name)));
  return filesIn(at(folder));
};
