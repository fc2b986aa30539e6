// @ts-check
// What belongs to the built scripts and is no script: the hash of each, and all of them in one archive to host.
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {strToU8, zipSync} from 'fflate';
import {filesIn} from '../lib/files.js';
import {at} from '../lib/paths.js';

/** @typedef {ReadonlyMap<string, string | Uint8Array>} Files By their path in cdn/. */

/** @param {string | Uint8Array} content @returns {string} As a script tag's `integrity` has it. */
export const integrity = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** Languages that nobody speaks are for the demo, and stay at home. @param {string} path */
const isPublished = (path) => !/^pseudo\b/.test(path);

/** @param {Files} files @returns {string} JSON. */
export const integrityOf = (files) => {
  const hashes = [...files].filter(([path]) => isPublished(path)).sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, content]) => [path, integrity(content)]);
  return `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
};

/** @param {string} version */
const readme = (version) => `sphere-petition ${version}: the widgets, to host on any host of files.

1. Put this folder on your host, and keep the version in its address: https://example.org/sphere-petition/${version}/
   Only add folders, never change one: pages that name a version find it as it was.
2. Let other sites read it. Every answer needs the header
     Access-Control-Allow-Origin: *
   and, as the files of a version never change, may carry
     Cache-Control: public, max-age=31536000, immutable
3. In the page:
     <script type="module" src="https://example.org/sphere-petition/${version}/sphere-petition.js"></script>
     <sphere-petition src="https://HOST/petitions/NAME"><a href="https://HOST/petitions/NAME">Sign the petition</a></sphere-petition>
   A page that must know what it runs takes sphere-petition.bundle.js, which is one file, with its hash from integrity.json:
     <script async src="https://example.org/sphere-petition/${version}/sphere-petition.bundle.js" integrity="sha384-…" crossorigin></script>

The licences of what is inside are in LICENSES.txt.
`;

/** The earliest moment that the format knows, as its clock is that of the place: the same files make the same archive, wherever and whenever. */
const always = () => new Date(1980, 0, 1);

/**
 * All that is published, to host elsewhere.
 *
 * @param {Files} files @param {string} version @returns {Uint8Array}
 */
export const archive = (files, version) => {
  const folder = `sphere-petition-${version}/`;
  const inside = [...files, /** @type {const} */ (['README.txt', readme(version)])].filter(([path]) => isPublished(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = inside.map(([path, content]) => [folder + path, typeof content === 'string' ? strToU8(content) : content]);
  return zipSync(Object.fromEntries(entries), {level: 9, mtime: always()});
};

/** @returns {Uint8Array} The plugin as WordPress takes it: its folder, zipped. */
export const wordpressPlugin = () => {
  const folder = at('integrations/wordpress');
  return zipSync(Object.fromEntries(filesIn(folder).map((file) => [`sphere-petition/${relative(folder, file).replaceAll('\\', '/')}`, new Uint8Array(readFileSync(file))])), {level: 9, mtime: always()});
};
