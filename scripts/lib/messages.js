// @ts-check
// What lit-localize knows of the source: our languages, and every msg() call.
import {readConfigFileAndWriteSchema} from '@lit/localize-tools/lib/config.js';
import {makeFormatter} from '@lit/localize-tools/lib/formatters/index.js';
import {sortProgramMessages} from '@lit/localize-tools/lib/messages.js';
import {RuntimeLitLocalizer} from '@lit/localize-tools/lib/modes/runtime.js';
import {at} from './paths.js';

/** @typedef {import('@lit/localize-tools/lib/messages.js').ProgramMessage} ProgramMessage */
/** @typedef {import('@lit/localize-tools/lib/messages.js').Message} Message */

/** Languages to test with, that nobody speaks. */
export const pseudoLocales = ['en-XA', 'ar-XB'];

const PLURAL = /^(.+)\.(zero|one|two|few|many|other)$/;

/** @param {string} id @returns {{family: string, category: string} | undefined} What `count.few` is a plural form of. */
export const pluralForm = (id) => {
  const [, family, category] = PLURAL.exec(id) ?? [];
  return family !== undefined && category !== undefined ? {family, category} : undefined;
};

/** @param {string} locale @returns {string[]} The forms that its numbers ask for. */
export const categoriesOf = (locale) => new Intl.PluralRules(locale).resolvedOptions().pluralCategories;

/** @param {string} id @param {string} locale Whether the language ever asks for the message: French has no `few`. */
export const isNeeded = (id, locale) => {
  const form = pluralForm(id);
  return !form || categoriesOf(locale).includes(/** @type {Intl.LDMLPluralRule} */ (form.category));
};

export const openMessages = () => {
  const config = readConfigFileAndWriteSchema(at('locales/lit-localize.json'));
  const localizer = new RuntimeLitLocalizer(/** @type {any} */ (config));
  const {messages, errors} = localizer.extractSourceMessages();
  if (errors.length > 0) {
    const said = errors.map(({file, start = 0, messageText}) => `${file?.fileName ?? ''}:${(file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1} ${String(messageText)}`);
    throw new Error(`The messages cannot be extracted:\n${said.join('\n')}`);
  }
  return {
    localizer,
    messages,
    source: config.sourceLocale,
    /** @param {Map<any, Message[]>} translations Writes the XLIFF files of these languages, and of no other: in each the messages that it has a use for. */
    writeXliff: async (translations) => {
      for (const locale of translations.keys()) {
        const needed = sortProgramMessages(messages.filter(({name}) => isNeeded(name, locale)));
        await makeFormatter({...config, targetLocales: [locale]}).writeOutput(needed, translations);
      }
    },
    shipped: /** @type {string[]} */ (config.targetLocales).filter((locale) => !pseudoLocales.includes(locale)),
  };
};
