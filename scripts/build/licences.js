// @ts-check
// The licences of what is bundled, as those licences ask.
import {readFileSync} from 'node:fs';
import {filesIn} from '../lib/files.js';
import {at} from '../lib/paths.js';

/** @param {string} id A module's path. @returns {string | undefined} The folder of the package that it comes from. */
const packageOf = (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll('\\', '/'))?.[0];

/** @param {string} folder */
const describe = (folder) => {
  const {name, version, license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = filesIn(folder).find((path) => /\/licen[cs]e(\.\w+)?$/i.test(path.slice(folder.length)));
  if (!file) throw new Error(`${name} is bundled, but comes without its licence.`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, 'utf8').trim()}\n`;
};

/** @param {readonly string[]} moduleIds @returns {string} */
export const licencesOf = (moduleIds) => {
  const folders = new Set(moduleIds.flatMap((id) => packageOf(id) ?? []));
  // Bundled into dist/ before, and so no longer seen as a package.
  folders.add(at('node_modules/@lit/localize'));
  const own = `sphere-petition\n\n${readFileSync(at('LICENSE'), 'utf8').trim()}\n`;
  return [own, ...[...folders].sort().map(describe)].join(`\n${'-'.repeat(72)}\n\n`);
};
