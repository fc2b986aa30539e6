// @ts-check
// Installs Debian's packages where that is this machine's way, and nobody else's to decide.
import {existsSync, readFileSync} from 'node:fs';
import {getuid} from 'node:process';
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
