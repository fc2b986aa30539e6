// @ts-check
// Which built file loads which, as Rollup reads it.
import {relative} from 'node:path';
import {rollup} from 'rollup';
import {at, root} from './paths.js';

/** @typedef {{imports: string[], later: string[]}} Loads Files by their path from the root: with the file itself, and on demand. */

/** @param {string} entry @returns {Promise<Map<string, Loads>>} */
export const modulesOf = async (entry) => {
  /** @type {Map<string, Loads>} */
  const modules = new Map();
  /** @param {string} id */
  const short = (id) => relative(root, id).replaceAll('\\', '/');
  const bundle = await rollup({
    input: at(entry),
    treeshake: false,
    plugins: [
      {
        name: 'read-imports',
        moduleParsed({id, importedIds, dynamicallyImportedIds}) {
          modules.set(short(id), {imports: importedIds.map(short), later: dynamicallyImportedIds.map(short)});
        },
      },
    ],
  });
  await bundle.close();
  return modules;
};

/** @param {Map<string, Loads>} modules @param {string} file @returns {string[]} The file and all that must be there before it runs. */
export const closure = (modules, file) => {
  const found = new Set([file]);
  for (const each of found) for (const next of modules.get(each)?.imports ?? []) found.add(next);
  return [...found];
};
