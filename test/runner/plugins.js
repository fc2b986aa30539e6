// @ts-check
// What the test server and its browsers do for our tests beyond the ordinary.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

/** @type {import('@web/test-runner').TestRunnerPlugin} Serves MSW's worker from the root, whose scope is every page. */
export const mswWorker = {
  name: 'msw-worker',
  serve(context) {
    if (context.path !== '/mockServiceWorker.js') return undefined;
    const body = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');
    return {body, type: 'js', headers: {'Service-Worker-Allowed': '/'}};
  },
};

/** @typedef {{name: string, value: string}[]} MediaFeatures */

/**
 * Lets a page see other media features, e.g. `forced-colors: active`. The emulation lives as long as its session, so each page
 * keeps one. Chromium only: the other engines' protocols have no such command.
 */
const emulateMedia = () => {
  /** @type {WeakMap<object, any>} */
  const sessions = new WeakMap();
  return async (/** @type {any} */ browser, /** @type {string} */ id, /** @type {MediaFeatures} */ features) => {
    if (browser.type !== 'puppeteer' || browser.name !== 'Chromium') return false;
    const page = browser.getPage(id);
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    await session.send('Emulation.setEmulatedMedia', {features});
    return true;
  };
};

/** @param {any} browser @param {string} id @param {{width: number, height: number}} size */
const setViewport = async (browser, id, size) => {
  if (browser.type !== 'webdriver') {
    await browser.getPage(id).setViewport(size);
    return true;
  }
  // WebDriver sizes windows, not pages; the difference is the browser's own frame.
  const [width, height] = await browser.driver.execute('return [outerWidth - innerWidth, outerHeight - innerHeight]');
  await browser.driver.setWindowRect(null, null, size.width + width, size.height + height);
  return true;
};

/** @returns {import('@web/test-runner').TestRunnerPlugin<any>} The commands behind test/support/screen.ts. */
export const screenCommands = () => {
  const setMedia = emulateMedia();
  return {
    name: 'screen-commands',
    async executeCommand({command, payload, session}) {
      if (command === 'sphere:media') return setMedia(session.browser, session.id, payload);
      if (command === 'sphere:viewport') return setViewport(session.browser, session.id, payload);
      return undefined;
    },
  };
};
