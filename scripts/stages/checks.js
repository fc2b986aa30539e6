// @ts-check
// The stages that read the code and what was built from it.
import {existsSync} from 'node:fs';
import {checkExports} from '../check-exports.js';
import {checkLocales} from '../check-locales.js';
import {checkPackage} from '../check-package.js';
import {filesIn} from '../lib/files.js';
import {at} from '../lib/paths.js';
import {tool} from '../lib/run.js';
import {describe, measure, readmeProblems} from '../sizes.js';

/** @typedef {import('./programs.js').Result} Result */

/** Each with a tsconfig.json of its own: their globals differ. */
const projects = ['.', 'configure', 'scripts', 'test', 'test/node', 'test/e2e', 'server', 'server/test'];

/** @param {string[]} problems @returns {Result} One check, or each thing that is wrong. */
const verdict = (problems) => {
  for (const problem of problems) console.log(`✗ ${problem}`);
  return {passed: problems.length ? 0 : 1, failures: problems};
};

export const locales = async () => verdict(checkLocales());

/** @returns {Promise<Result>} */
export const types = async () => {
  // A folder that has no TypeScript yet is no project.
  const there = projects.filter((project) => existsSync(at(`${project}/tsconfig.json`)) && (project === 'scripts' || filesIn(at(project)).some((file) => file.endsWith('.ts'))));
  /** @type {string[]} */
  const failures = [];
  for (const project of there) {
    const {code, output} = await tool('typescript/lib/tsc.js', ['-p', at(project), '--noEmit', '--pretty', 'false'], {quiet: true});
    if (code === 0) continue;
    console.log(`✗ tsc -p ${project}\n${output.trim()}`);
    failures.push(`tsc -p ${project}`);
  }
  return {passed: there.length - failures.length, failures};
};

/** @returns {Promise<Result>} */
export const lint = async () => {
  const {code, output} = await tool('eslint/bin/eslint.js', ['--max-warnings=0', at('.')], {quiet: true});
  if (code !== 0) console.log(output.trim());
  return code === 0 ? {passed: 1, failures: []} : {passed: 0, failures: ['eslint, as said above']};
};

/** @returns {Promise<Result>} */
export const sizes = async () => {
  const rows = await measure();
  for (const row of rows) console.log(describe(row));
  const over = rows.filter(({size, budget}) => size > budget).map(describe);
  const readme = verdict(readmeProblems(rows));
  return {passed: rows.length - over.length + readme.passed, failures: [...over, ...readme.failures]};
};

/** @param {readonly import('../check-exports.js').Check[]} checks @returns {Result} */
const tally = (checks) => {
  const {failures} = verdict(checks.filter(({problem}) => problem).map(({what, problem}) => `${what}: ${problem}`));
  return {passed: checks.length - failures.length, failures};
};

export const exported = async () => tally(await checkExports());

export const packaged = async () => tally(await checkPackage());

/** Our elements in the languages of frameworks: what is right compiles, and what is wrong does not. @returns {Promise<Result>} */
export const frameworks = async () => {
  const checkers = [
    ['vue-tsc/bin/vue-tsc.js', '-p', at('test/frameworks'), '--pretty', 'false'],
    ['svelte-check/bin/svelte-check', '--workspace', at('test/frameworks/svelte'), '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ];
  const results = await Promise.all(checkers.map(([script = '', ...args]) => tool(script, args, {quiet: true})));
  for (const {code, output} of results) if (code !== 0) console.log(output.trim());
  const failures = checkers.filter((_, index) => results[index]?.code !== 0).map(([script]) => `${script}, as said above`);
  return {passed: results.length - failures.length, failures};
};
