// @ts-check
// The stages that run a test runner, and read its tally.
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {relative} from 'node:path';
import {provideBrowsers} from '../lib/install-browsers.js';
import {providePostgres} from '../lib/install-postgres.js';
import {provideWordPress} from '../lib/install-wordpress.js';
import {filesIn} from '../lib/files.js';
import {at, cache, root} from '../lib/paths.js';
import {node, tool} from '../lib/run.js';

/** @typedef {{passed: number, skipped?: number, failures: string[]}} Result How many passed, and each that failed: where, what and why. */
/** @typedef {readonly string[] | undefined} Files What `--files` named, if it was given. */

/** @param {string} folder @param {Files} files @returns {string[]} Its test files, those that were named if any were. */
export const testsIn = (folder, files) =>
  filesIn(at(folder))
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && (!files || files.includes(file)));

/** A file of tests that takes longer has something open that nobody closes: it fails by its name, instead of keeping everybody waiting. In milliseconds. */
const HANGING = 900_000;

/** @param {readonly string[]} files @param {Record<string, string>} [env] @returns {Promise<Result>} */
export const nodeTests = async (files, env = {}) => {
  if (files.length === 0) return {passed: 0, failures: []};
  const report = `${cache}node-tests`;
  rmSync(report, {force: true});
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', `--test-reporter=${at('scripts/lib/node-tally.js')}`, `--test-reporter-destination=${report}`];
  const seed = process.env['SEED'] ? ['--import', `data:text/javascript,globalThis.seed = ${Number(process.env['SEED'])}`] : [];
  const {code} = await node(['--import', 'tsx', ...seed, '--test', `--test-timeout=${HANGING}`, ...reporters, ...files], {env});
  return orCrash(code, existsSync(report) ? readFileSync(report, 'utf8') : '');
};

/** A runner that failed without a failing test, or ended well without a test, has failed. @param {number} code @param {string} report @returns {Result} */
const orCrash = (code, report) => {
  /** @type {Result} */
  const result = report ? JSON.parse(report) : {passed: 0, failures: []};
  const {passed, skipped = 0, failures} = result;
  const crashed = failures.length === 0 && (code !== 0 || passed + skipped === 0);
  return crashed ? {...result, failures: [`the test runner ended with ${code}, and no test failed`]} : result;
};

/** One engine at a time, each with a runner of its own: what one breaks the others do not notice. @param {Files} files @returns {Promise<Result>} */
export const browserTests = async (files) => {
  const tests = testsIn('test', files).filter((file) => !/^test\/(node|e2e)\//.test(file));
  if (tests.length === 0) return {passed: 0, failures: []};
  const {engines, problem} = await provideBrowsers();
  if (problem) throw new Error(problem);
  /** @type {Result} */
  const total = {passed: 0, failures: []};
  for (const engine of Object.keys(engines)) {
    const {passed, failures} = await inEngine(engine, files ? ['--files', ...tests] : []);
    total.passed += passed;
    total.failures.push(...failures);
  }
  return total;
};

/** @param {string} engine @param {readonly string[]} args @returns {Promise<Result>} */
const inEngine = async (engine, args) => {
  const summary = `${cache}tests-in-${engine}.json`;
  rmSync(summary, {force: true});
  const {code} = await tool('@web/test-runner/dist/bin.js', ['--config', at('test/web-test-runner.config.js'), ...args], {env: {TEST_SUMMARY: summary, ENGINES: engine}});
  return orCrash(code, existsSync(summary) ? readFileSync(summary, 'utf8') : '');
};

const IN_WORDPRESS = 'test/e2e/wordpress/';
const IN_POSTGRES = 'test/e2e/postgres/';

/** @param {readonly string[]} tests @returns {Promise<Result>} */
const withBrowser = async (tests) => {
  if (tests.length === 0) return {passed: 0, failures: []};
  const {engines, problem} = await provideBrowsers();
  if (problem) throw new Error(problem);
  return nodeTests(tests, engines.chromium ? {CHROME_PATH: engines.chromium} : {});
};

/** @param {Files} files */
export const endToEnd = (files) => withBrowser(testsIn('test/e2e', files).filter((file) => ![IN_WORDPRESS, IN_POSTGRES].some((folder) => file.startsWith(folder))));

/**
 * Tests of what may not be here.
 * @param {() => Promise<import('../lib/debian.js').Provided>} provide @param {() => Promise<Result>} test @returns {Promise<Result>}
 */
const whereThereIs = async (provide, test) => {
  const {missing, problem} = await provide();
  if (problem) throw new Error(problem);
  if (missing) console.log(missing);
  return missing ? {passed: 0, failures: []} : test();
};

/** @param {Files} files */
export const wordPress = (files) => whereThereIs(provideWordPress, () => withBrowser(testsIn(IN_WORDPRESS, files)));

/** @param {Files} files */
export const postgres = (files) => whereThereIs(providePostgres, () => withBrowser(testsIn(IN_POSTGRES, files)));
