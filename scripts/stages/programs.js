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

/** @typedef {{passed: number, failed: number, skipped?: number}} Result */
/** @typedef {readonly string[] | undefined} Files What `--files` named, if it was given. */

/** @param {string} folder @param {Files} files @returns {string[]} Its test files, those that were named if any were. */
export const testsIn = (folder, files) =>
  filesIn(at(folder))
    .map((file) => relative(root, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.test.ts') && (!files || files.includes(file)));

/** @param {readonly string[]} files @param {Record<string, string>} [env] @returns {Promise<Result>} */
export const nodeTests = async (files, env = {}) => {
  if (files.length === 0) return {passed: 0, failed: 0};
  const report = `${cache}node-tests`;
  rmSync(report, {force: true});
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', `--test-reporter=${at('scripts/lib/node-tally.js')}`, `--test-reporter-destination=${report}`];
  const {code} = await node(['--import', 'tsx', '--test', ...reporters, ...files], {env});
  const said = existsSync(report) ? readFileSync(report, 'utf8') : '';
  process.stdout.write(said.replace(/^TALLY .*\n/m, ''));
  /** @type {Result} */
  const result = JSON.parse(/^TALLY (.*)$/m.exec(said)?.[1] ?? '{"passed": 0, "failed": 0}');
  return orCrash(code, result);
};

/** A runner that failed without a failing test, or ended well without a test, has failed. @param {number} code @param {Result} result */
const orCrash = (code, result) => {
  const {passed, failed, skipped = 0} = result;
  const crashed = failed === 0 && (code !== 0 || passed + skipped === 0);
  if (crashed) console.log(`the test runner ended with ${code}, and no test failed`);
  return crashed ? {...result, failed: 1} : result;
};

/** One engine at a time, each with a runner of its own: what one breaks the others do not notice. @param {Files} files @returns {Promise<Result>} */
export const browserTests = async (files) => {
  const tests = testsIn('test', files).filter((file) => !/^test\/(node|e2e)\//.test(file));
  if (tests.length === 0) return {passed: 0, failed: 0};
  const {engines, problem} = await provideBrowsers();
  if (problem) throw new Error(problem);
  const total = {passed: 0, failed: 0};
  for (const engine of Object.keys(engines)) {
    const {passed, failed} = await inEngine(engine, files ? ['--files', ...tests] : []);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
};

/** @param {string} engine @param {readonly string[]} args @returns {Promise<Result>} */
const inEngine = async (engine, args) => {
  const summary = `${cache}tests-in-${engine}.json`;
  rmSync(summary, {force: true});
  const {code} = await tool('@web/test-runner/dist/bin.js', ['--config', at('test/web-test-runner.config.js'), ...args], {env: {TEST_SUMMARY: summary, ENGINES: engine}});
  return orCrash(code, existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')) : {passed: 0, failed: 0});
};

const IN_WORDPRESS = 'test/e2e/wordpress/';
const IN_POSTGRES = 'test/e2e/postgres/';

/** @param {readonly string[]} tests @returns {Promise<Result>} */
const withBrowser = async (tests) => {
  if (tests.length === 0) return {passed: 0, failed: 0};
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
  return missing ? {passed: 0, failed: 0} : test();
};

/** @param {Files} files */
export const wordPress = (files) => whereThereIs(provideWordPress, () => withBrowser(testsIn(IN_WORDPRESS, files)));

/** @param {Files} files */
export const postgres = (files) => whereThereIs(providePostgres, () => withBrowser(testsIn(IN_POSTGRES, files)));
