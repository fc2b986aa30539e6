// @ts-check
// npm test: everything, with all of its own set-up. `npm test -- --only=lint,types` runs some stages,
// `npm test -- --files=test/elements/x.test.ts` some files, `ENGINES=chromium npm test` some browsers.
import {exit} from 'node:process';
import {parseArgs} from 'node:util';
import {install} from './lib/install.js';

await install();

const {build, buildWords} = await import('./build.js');
const checks = await import('./stages/checks.js');
const programs = await import('./stages/programs.js');

/** @typedef {import('./stages/programs.js').Result} Result */

const {values} = parseArgs({options: {only: {type: 'string'}, files: {type: 'string'}}});
const files = values.files?.split(',').map((file) => file.replace(/^\.\//, ''));

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<Result>} run
 * @property {boolean} [needsBuild] It reads dist/ or cdn/, and means nothing where those could not be built.
 * @property {string} [tests] Where its test files are, some of which read these.
 */

/** @type {Stage[]} */
const stages = [
  {name: 'locales', run: checks.locales},
  {name: 'build', run: async () => build().then(() => ({passed: 1, failures: []}))},
  {name: 'types', run: checks.types},
  {name: 'lint', run: checks.lint},
  {name: 'sizes', run: checks.sizes, needsBuild: true},
  {name: 'exports', run: checks.exported, needsBuild: true},
  {name: 'package', run: checks.packaged, needsBuild: true},
  {name: 'frameworks', run: checks.frameworks, needsBuild: true},
  {name: 'node', run: () => programs.nodeTests(programs.testsIn('test/node', files)), needsBuild: true, tests: 'test/node/'},
  {name: 'server', run: () => programs.nodeTests(programs.testsIn('server/test', files)), needsBuild: true, tests: 'server/test/'},
  {name: 'browsers', run: () => programs.browserTests(files), tests: 'test/'},
  {name: 'e2e', run: () => programs.endToEnd(files), needsBuild: true, tests: 'test/e2e/'},
  {name: 'postgres', run: () => programs.postgres(files), needsBuild: true, tests: 'test/e2e/postgres/'},
  {name: 'wordpress', run: () => programs.wordPress(files), needsBuild: true, tests: 'test/e2e/wordpress/'},
];

/** @param {string} file @returns {string} The stage that runs it: the one of its innermost folder. */
const stageOf = (file) => {
  const [stage] = stages.filter(({tests}) => tests && file.startsWith(tests)).sort((a, b) => (b.tests ?? '').length - (a.tests ?? '').length);
  if (!stage || !file.endsWith('.test.ts')) throw new Error(`--files names ${file}, which is no test.`);
  return stage.name;
};

const chosen = values.only?.split(',') ?? files?.map(stageOf) ?? stages.map(({name}) => name);
const unknown = chosen.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) throw new Error(`--only names ${unknown.join(', ')}, and there is: ${stages.map(({name}) => name).join(', ')}.`);

if (stages.some(({name, needsBuild, tests}) => (needsBuild || tests) && chosen.includes(name))) chosen.push('build');

let passed = 0;
/** @type {string[]} Each with its stage before it. */
const failures = [];
let built = true;

/** @param {string} why @returns {Result} */
const withoutResult = (why) => {
  console.log(`✗ ${why}`);
  return {passed: 0, failures: [why]};
};

/** @param {Stage} stage @returns {Promise<Result>} */
const perform = async ({name, run, needsBuild}) => {
  if (needsBuild && !built) return withoutResult('not run, because the build failed');
  try {
    return await run();
  } catch (error) {
    if (name === 'build') built = false;
    return withoutResult(error instanceof Error ? error.message : String(error));
  }
};

/** @param {Stage} stage @returns {Promise<Result>} */
const count = async (stage) => {
  const result = await perform(stage);
  passed += result.passed;
  failures.push(...result.failures.map((failure) => `${stage.name}: ${failure}`));
  return result;
};

// Types, lint and the browser tests read these, whether or not the rest can be built.
await count({name: 'words', run: () => buildWords().then(() => ({passed: 0, failures: []}))});
for (const stage of stages.filter(({name}) => chosen.includes(name))) {
  console.log(`\n── ${stage.name}`);
  const start = performance.now();
  const result = await count(stage);
  console.log(`   ${result.passed} passed, ${result.failures.length} failed; ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

if (passed + failures.length === 0) failures.push('nothing was tested');
// At the end, where they are found: what was said when it happened may be far above.
for (const failure of failures) console.log(`\n✗ ${failure}`);
console.log(`\n${passed} passed, ${failures.length} failed`);
exit(failures.length > 0 ? 1 : 0);
