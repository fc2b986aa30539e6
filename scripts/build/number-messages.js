// @ts-check
// In the script-tag bundles a message goes by a number, in the code as in every language, and no longer by its name.
import {at} from '../lib/paths.js';
import {numbered, packedCounter} from './words.js';

const generated = 'dist/localization/generated/';

/** @returns {Promise<readonly string[]>} */
const readIds = async () => (await import(at(`${generated}ids.js`))).ids;

/** @param {RegExp} [spoken] The messages that the bundle has words for in other languages. @returns {import('rollup').Plugin} */
export const numberMessages = (spoken = /./) => ({
  name: 'number-messages',
  transform: {
    // What a message means has left the code by then.
    order: 'post',
    async handler(code, path) {
      const ids = await readIds();
      if (path.includes(`/${generated}locales/`)) {
        const {templates} = await import(path);
        return {code: `import {str} from '../template.js';\nexport const templates = ${numbered(templates, ids)};\n`, map: null};
      }
      if (path.endsWith(`/${generated}shipped-counter.js`)) {
        const {shipped} = await import(path);
        return {code: packedCounter(new Map(Object.keys(shipped).map((language) => [language, shipped[language]().templates])), ids), map: null};
      }
      if (!code.includes('msg(')) return null;
      const rest = code.replace(/\{ id: '([^']+)' \}/g, (_, id) => {
        if (!ids.includes(id) || !spoken.test(id)) this.error(`${path}: the bundle has no words for the message ${id}`);
        return `{ id: ${ids.indexOf(id)} }`;
      });
      return {code: rest, map: null};
    },
  },
});
