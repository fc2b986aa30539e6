// @ts-check
// Says little while all is well and everything about a failure. Writes a summary for `npm test`'s tally.
import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, relative} from 'node:path';

/** @typedef {{passed: number, skipped: number, failures: string[]}} Summary */
/** @typedef {import('@web/test-runner').TestSession} TestSession */
/** @typedef {NonNullable<TestSession['testResults']>} Suite */

/** @param {Suite} suite @param {string} path @returns {{title: string, test: Suite['tests'][number]}[]} */
const testsOf = (suite, path = '') => [
  ...suite.tests.map((test) => ({title: `${path}${test.name}`, test})),
  ...suite.suites.flatMap((inner) => testsOf(inner, `${path}${inner.name} › `)),
];

/** @param {{message: string, name?: string, stack?: string, expected?: string, actual?: string}} error */
const explain = ({message, name, stack, expected, actual}) => {
  const compared = expected !== undefined && actual !== undefined && expected !== actual;
  const text = [`${name ?? 'Error'}: ${message}`, ...(compared ? [`expected ${expected}`, `     got ${actual}`] : []), ...(stack ?? '').split('\n').slice(0, 6)];
  return text.map((line) => `      ${line}`).join('\n');
};

/** @param {TestSession} session @returns {Summary} */
const summarise = (session) => {
  const tests = session.testResults ? testsOf(session.testResults) : [];
  const file = relative(process.cwd(), session.testFile ?? 'page');
  const where = `${session.browser.name} ${file}`;
  const failures = tests.filter(({test}) => !test.passed && !test.skipped).map(({title, test}) => `${where}: ${title}${test.error ? `\n${explain(test.error)}` : ''}`);
  failures.push(...session.errors.map((error) => `${where}: the file itself failed\n${explain(error)}`));
  // A file in which nothing ran proves nothing, whatever the reason.
  if (tests.length === 0 && failures.length === 0) failures.push(`${where}: no test ran`);
  return {
    passed: tests.filter(({test}) => test.passed && !test.skipped).length,
    skipped: tests.filter(({test}) => test.skipped).length,
    failures,
  };
};

/** @param {{summaryFile?: string | undefined}} options @returns {import('@web/test-runner').Reporter} */
export const reporter = ({summaryFile}) => {
  let start = 0;
  let names = '';
  return {
    start({startTime, browserNames}) {
      start = startTime;
      names = browserNames.join(', ');
    },
    reportTestFileResults({logger, sessionsForTestFile}) {
      for (const session of sessionsForTestFile) {
        const {passed, skipped, failures} = summarise(session);
        const file = relative(process.cwd(), session.testFile ?? '');
        logger.log(`${failures.length ? '✗' : '✓'} ${session.browser.name.padEnd(9)} ${file}: ${passed} passed${skipped ? `, ${skipped} skipped` : ''}`);
        for (const failure of failures) logger.log(`    ${failure}`);
        // Not a failure: a test may ask for what is not there.
        for (const url of session.request404s) logger.log(`    asked for ${url}, which is not there`);
        for (const log of session.logs) logger.log(`    console: ${log.map(String).join(' ')}`);
      }
    },
    onTestRunFinished({sessions}) {
      const all = sessions.map(summarise);
      /** @param {'passed' | 'skipped'} what */
      const sum = (what) => all.reduce((total, each) => total + each[what], 0);
      const summary = {passed: sum('passed'), skipped: sum('skipped'), failures: all.flatMap((each) => each.failures)};
      console.log(`${names}: ${summary.passed} passed, ${summary.failures.length} failed in ${((Date.now() - start) / 1000).toFixed(1)} s`);
      if (!summaryFile) return;
      mkdirSync(dirname(summaryFile), {recursive: true});
      writeFileSync(summaryFile, JSON.stringify(summary, null, 2));
    },
  };
};
