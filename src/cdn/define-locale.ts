import {defineLocale as define, type LocaleLoader, type LocaleModule} from '../localization/define-locale.js';

/** {@link define} for the script-tag bundles, in which messages go by numbers: pages go on calling them by name. */
export const defineLocale = (language: string, load: LocaleLoader): void => {
  define(language, async () => {
    const [{templates}, {ids}] = await Promise.all([load(), import('../localization/generated/ids.js')]);
    return {templates: Object.fromEntries(Object.entries(templates).map(([id, words]): [number, LocaleModule['templates'][string]] => [ids.indexOf(id), words]))};
  });
};
