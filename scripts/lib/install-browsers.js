// @ts-check
// Sees to it that there are browsers to test in: those that are there, and where this may install some, all three.
import {existsSync, readFileSync} from 'node:fs';
import {env, getuid} from 'node:process';
import {findBrowsers, wantedEngines} from '../browsers.js';
import {run} from './run.js';

const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

const mayInstall = () => getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** @param {readonly string[]} args */
const apt = (args) => run('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {quiet: true, env: {DEBIAN_FRONTEND: 'noninteractive'}});

/** @param {readonly import('../browsers.js').Engine[]} missing */
const installFromDebian = async (missing) => {
  console.log(`installing ${missing.join(', ')} from Debian's packages …`);
  await apt(['update']);
  // The fonts have letters for every language that a page may be in.
  const {code, output} = await apt(['install', '--yes', '--no-install-recommends', ...missing.flatMap((engine) => PACKAGES[engine]), 'fonts-noto-core']);
  if (code !== 0) console.log(`they could not be installed:\n${output.trim()}`);
};

/**
 * @returns {Promise<{engines: Partial<Record<import('../browsers.js').Engine, string>>, problem?: string}>} What there is of the
 *   wanted engines, and a sentence where that is not enough.
 */
export const provideBrowsers = async () => {
  const wanted = wantedEngines();
  const lacking = () => wanted.filter((engine) => !findBrowsers()[engine]);
  if (lacking().length > 0 && mayInstall()) await installFromDebian(lacking());

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
