// @ts-check
// Sees to it that there are browsers to test in: those that are there, and where this may install some, all three.
import {env} from 'node:process';
import {findBrowsers, wantedEngines} from '../browsers.js';
import {installFromDebian, mayInstall} from './debian.js';

const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/**
 * @returns {Promise<{engines: Partial<Record<import('../browsers.js').Engine, string>>, problem?: string}>} What there is of the
 *   wanted engines, and a sentence where that is not enough.
 */
export const provideBrowsers = async () => {
  const wanted = wantedEngines();
  const lacking = () => wanted.filter((engine) => !findBrowsers()[engine]);
  // The fonts have letters for every language that a page may be in.
  if (lacking().length > 0 && mayInstall()) await installFromDebian(lacking().join(', '), [...lacking().flatMap((engine) => PACKAGES[engine]), 'fonts-noto-core']);

  const found = findBrowsers();
  const engines = Object.fromEntries(Object.entries(found).filter(([engine]) => wanted.some((each) => each === engine)));
  const missing = lacking();
  console.log(`engines: ${Object.keys(engines).join(', ') || 'none'}${missing.length ? `; not here: ${missing.join(', ')}` : ''}`);
  if (wanted.includes('chromium') && !found.chromium) {
    return {engines, problem: 'Chrome or Chromium is needed and was not found. Install one, or set CHROME_PATH to its program.'};
  }
  if (env['CI'] === 'true' && missing.length > 0) return {engines, problem: `CI tests in every engine, and ${missing.join(' and ')} could not be had.`};
  return {engines};
};
