// @ts-check
// A step of the build, which runs only when what it reads or what it wrote has changed since.
import {existsSync, readFileSync} from 'node:fs';
import {filesIn, fingerprint, write} from './files.js';
import {at, cache} from './paths.js';

/** What every step depends on: the tools' versions, and how we call them. */
const always = [at('package-lock.json'), at('scripts/build'), at('scripts/lib')];

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => string[]} reads Files and folders.
 * @property {() => string[]} writes
 * @property {() => Promise<unknown>} run
 */

/** @param {Step} step */
export const perform = async ({name, reads, writes, run}) => {
  const stamp = `${cache}steps/${name}`;
  const state = () => `${fingerprint([...always, ...reads()])} ${fingerprint(writes())}`;
  const done = writes().flatMap(filesIn).length > 0 && existsSync(stamp) && readFileSync(stamp, 'utf8') === state();
  if (done) return;
  const start = performance.now();
  await run();
  write(stamp, state());
  console.log(`built ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
};
