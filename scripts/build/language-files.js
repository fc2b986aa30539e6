// @ts-check
// The languages as data beside the script that is one file: fetched by a name that holds their hash, and checked against another.
import {createHash} from 'node:crypto';
import {at} from '../lib/paths.js';
import {integrity} from './cdn-files.js';

/** @returns {Promise<{files: Map<string, string>, plugin: import('rollup').Plugin}>} The files, and what makes a bundle fetch them. */
export const languageFiles = async () => {
  const generated = at('dist/localization/generated/');
  const [{shipped}, {ids}] = await Promise.all([import(`${generated}shipped.js`), import(`${generated}ids.js`)]);
  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {string[]} */
  const loaders = [];
  for (const [language, load] of Object.entries(shipped)) {
    const {templates} = await load();
    const words = ids.map((/** @type {string} */ id) => {
      const {strings = templates[id] ?? null, values = undefined} = typeof templates[id] === 'object' ? templates[id] : {};
      return values ? {strings, values} : strings;
    });
    const text = JSON.stringify(words);
    const path = `languages/${language}-${createHash('sha256').update(text).digest('base64url').slice(0, 6)}.json`;
    files.set(path, text);
    loaders.push(`  '${language}': () => languageFile('${path}', '${integrity(text)}'),\n`);
  }
  return {
    files,
    plugin: {
      name: 'language-files',
      transform: (_code, id) => (id === `${generated}shipped.js` ? {code: `import {languageFile} from '../../cdn/language-file.js';\nexport const shipped = {\n${loaders.join('')}};\n`, map: null} : null),
    },
  };
};
