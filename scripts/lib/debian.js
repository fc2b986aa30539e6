// @ts-check
// Installs Debian's packages where that is this machine's way, and nobody else's to decide.
import {existsSync, readFileSync} from 'node:fs';
import {env, getuid} from 'node:process';
import {run} from './run.js';

/** Whether this is Debian, and we are its administrator. */
export const mayInstall = () => getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** @param {readonly string[]} args */
const apt = (args) => run('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {quiet: true, env: {DEBIAN_FRONTEND: 'noninteractive'}});

/** @param {string} what For a person to read. @param {readonly string[]} packages Only these, and what they cannot do without. */
export const installFromDebian = async (what, packages) => {
  console.log(`installing ${what} from Debian's packages …`);
  await apt(['update']);
  const {code, output} = await apt(['install', '--yes', '--no-install-recommends', ...packages]);
  if (code !== 0) console.log(`they could not be installed:\n${output.trim()}`);
};

/** @typedef {{missing?: string, problem?: string}} Provided Why something is not here, as a sentence, and whether that is a failure. */

/**
 * Sees to it that something to test in is here.
 *
 * @param {string} what For a person to read. @param {readonly string[]} packages
 * @param {() => Promise<readonly string[]>} lacking What of it is not here.
 * @returns {Promise<Provided>}
 */
export const provide = async (what, packages, lacking) => {
  if ((await lacking()).length > 0 && mayInstall()) await installFromDebian(what, packages);
  const still = await lacking();
  if (still.length === 0) return {};
  const missing = `There is no ${what} here, and these tests did not run: ${still.join(', ')} missing. On Debian, npm test installs them for root.`;
  return env['CI'] === 'true' ? {missing, problem: `CI tests in a real ${what}. ${missing}`} : {missing};
};
