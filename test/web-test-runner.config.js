// @ts-check
// The browser tests. `npx web-test-runner --config test/web-test-runner.config.js --files test/elements/x.test.ts` runs one file;
// `ENGINES=chromium` narrows the browsers.
import {env} from 'node:process';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {findBrowsers, wantedEngines} from '../scripts/browsers.js';
import {at, root} from '../scripts/lib/paths.js';
import {mswWorker, screenCommands} from './runner/plugins.js';
import {reporter} from './runner/reporter.js';
import {webkitLauncher} from './runner/webkit-launcher.js';

// No sandbox: it cannot start as root, which CI is. The pages under test are our own.
const chromiumFlags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const launchers = {
  /** @param {string} executablePath */
  chromium: (executablePath) => named('Chromium', chromeLauncher({launchOptions: {executablePath, args: chromiumFlags}})),
  // The same launcher speaks WebDriver BiDi to Firefox. One page at a time measured faster than two.
  /** @param {string} executablePath */
  firefox: (executablePath) => named('Firefox', chromeLauncher({puppeteer, concurrency: 1, launchOptions: {browser: 'firefox', executablePath}})),
  webkit: webkitLauncher,
};

/**
 * The launcher names itself in `initialize`, by the protocol that it speaks; ours names the engine.
 *
 * @param {string} name @param {any} launcher
 */
function named(name, launcher) {
  const initialize = launcher.initialize.bind(launcher);
  launcher.initialize = async (/** @type {unknown[]} */ ...args) => {
    await initialize(...args);
    launcher.name = name;
  };
  return launcher;
}

const found = findBrowsers();
const browsers = wantedEngines().flatMap((engine) => {
  const path = found[engine];
  return path ? [launchers[engine](path)] : [];
});

// `SEED=12345 npm test` lets property tests try other examples.
const seed = env['SEED'];

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  ...(seed && {testRunnerHtml: (framework) => `<!doctype html><script>globalThis.seed = ${Number(seed)};</script><script type="module" src="${framework}"></script>`}),
  rootDir: root,
  files: ['test/**/*.test.ts', '!test/e2e/**', '!test/node/**'],
  // Without `browser`, msw resolves to its node build; `development` is Lit's, whose warnings are worth having.
  nodeResolve: {browser: true, exportConditions: ['browser', 'development']},
  browsers,
  concurrentBrowsers: 1,
  staticLogging: true,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  // mocha's two seconds are too few on a busy machine.
  testFramework: {config: {ui: 'bdd', timeout: '60000'}},
  // The tsconfig tells esbuild of the decorators.
  plugins: [mswWorker, screenCommands(), esbuildPlugin({ts: true, tsconfig: at('tsconfig.json')})],
  reporters: [reporter({summaryFile: env['TEST_SUMMARY']})],
  filterBrowserLogs: ({args}) => !/^(Lit is in dev mode|\[MSW\])/.test(String(args[0])),
  coverageConfig: {include: ['src/**/*.ts'], reporters: ['lcov', 'text-summary']},
};
