// @ts-check
// Small things about files that more than one script needs.
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** @param {string} path A file, or a folder of any depth. @returns {string[]} The files in it, sorted; none where there is nothing. */
export const filesIn = (path) => {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
};

/** @param {readonly string[]} paths Files and folders. @returns {string} A fingerprint of their names and contents. */
export const fingerprint = (paths) => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesIn)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/**
 * Writes a file unless it holds that content already, so that what is built from it stays fresh.
 *
 * @param {string} path @param {string | Uint8Array} content
 */
export const write = (path, content) => {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, content);
};

/** @param {string} folder @param {readonly string[]} keep Every file that belongs there. What else is there goes. */
export const prune = (folder, keep) => {
  const kept = new Set(keep);
  for (const file of filesIn(folder)) if (!kept.has(file)) rmSync(file);
};
