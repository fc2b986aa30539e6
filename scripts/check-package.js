// @ts-check
// What a stranger installs: the packed tarball, as publint and "are the types wrong?" see it, with nothing in it that cannot be reached.
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, posix} from 'node:path';
import {exit} from 'node:process';
import {checkPackage as checkTypes, createPackageFromTarballData} from '@arethetypeswrong/core';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {entryFiles, importsOf} from './check-exports.js';
import {at, isStarted} from './lib/paths.js';
import {run} from './lib/run.js';

/** @typedef {import('./check-exports.js').Check} Check */

/** @returns {Promise<{tarball: Buffer, files: string[]}>} The tarball, and what is in it. */
const pack = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sphere-petition-'));
  try {
    const {code, output} = await run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], {quiet: true});
    if (code !== 0) throw new Error(`npm pack failed:\n${output}`);
    const [{filename, files}] = JSON.parse(output.slice(output.indexOf('[')));
    return {tarball: readFileSync(join(folder, filename)), files: files.map((/** @type {{path: string}} */ {path}) => path)};
  } finally {
    rmSync(folder, {recursive: true});
  }
};

/** @param {Buffer} tarball @returns {ArrayBuffer} */
const bytes = (tarball) => new Uint8Array(tarball).buffer;

/** @param {Buffer} tarball @returns {Promise<Check>} */
const publintSays = async (tarball) => {
  const {messages, pkg} = await publint({pack: {tarball: bytes(tarball)}, strict: true});
  return {what: 'publint', problem: messages.map((message) => formatMessage(message, pkg) ?? message.code).join('; ') || undefined};
};

/** An ES module is all we offer, through `exports` alone: neither `require` nor resolvers from before 2020 are promised anything. */
const notPromised = [{kind: 'CJSResolvesToESM'}, {kind: 'NoResolution', resolutionKind: 'node10'}];

/** @param {Buffer} tarball @returns {Promise<Check>} */
const attwSays = async (tarball) => {
  const result = await checkTypes(createPackageFromTarballData(new Uint8Array(tarball)));
  if (!result.types) return {what: 'attw', problem: 'the package has no types'};
  const problems = result.problems.filter((problem) => !notPromised.some((each) => Object.entries(each).every(([key, value]) => Object.entries(problem).some(([k, v]) => k === key && v === value))));
  return {what: 'attw', problem: problems.map((problem) => JSON.stringify(problem)).join('; ') || undefined};
};

/** @param {readonly string[]} files @returns {Check} Modules that no import leads to are dead weight, or lack an entry in `exports`. */
const reached = (files) => {
  const found = new Set(entryFiles());
  for (const file of found) {
    // A module that holds types alone is imported by types alone.
    const sides = [file, file.replace(/\.js$/, '.d.ts')].filter((side) => existsSync(at(side)));
    for (const specifier of sides.flatMap((side) => importsOf(at(side)))) if (specifier.startsWith('.')) found.add(posix.join(posix.dirname(file), specifier));
  }
  const lost = files.filter((file) => /^(dist|frameworks)\/.*\.js$/.test(file) && !found.has(file));
  return {what: 'every published module can be reached', problem: lost.join(', ') || undefined};
};

/** @param {readonly string[]} files @returns {Check} What a module that is published imports is published too. */
const complete = (files) => {
  const there = new Set(files);
  const lost = files.filter((file) => /^(dist|frameworks)\/.*\.(js|d\.ts)$/.test(file)).flatMap((file) =>
    importsOf(at(file))
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => posix.join(posix.dirname(file), specifier))
      .filter((next) => !there.has(next) && !there.has(next.replace(/\.js$/, '.d.ts')))
      .map((next) => `${file} imports ${next}`));
  return {what: 'every published module is whole', problem: lost.join(', ') || undefined};
};

/** @returns {Promise<Check[]>} */
export const checkPackage = async () => {
  const {tarball, files} = await pack();
  return [...(await Promise.all([publintSays(tarball), attwSays(tarball)])), reached(files), complete(files)];
};

if (isStarted(import.meta.url)) {
  const checks = await checkPackage();
  for (const {what, problem} of checks) console.log(problem ? `✗ ${what}: ${problem}` : `✓ ${what}`);
  exit(checks.some(({problem}) => problem) ? 1 : 0);
}
