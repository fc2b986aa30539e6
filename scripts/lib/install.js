// @ts-check
// Installs the dependencies when they are missing or older than the lock. Node built-ins alone.
import {existsSync, readFileSync} from 'node:fs';
import {exit, versions} from 'node:process';
import {at} from './paths.js';
import {run} from './run.js';

const MINIMUM = [20, 19];

const oldNode = () => {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number);
  return major < /** @type {number} */ (MINIMUM[0]) || (major === MINIMUM[0] && minor < /** @type {number} */ (MINIMUM[1]));
};

/** @param {string} sentence @returns {never} */
const giveUp = (sentence) => {
  console.error(sentence);
  exit(1);
};

/** @param {string} path @returns {Record<string, {version?: string, integrity?: string, optional?: boolean, link?: boolean}>} */
const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {});

/** npm keeps a list of what it has put into node_modules: whether that is what the lock says. */
const isInstalled = () => {
  const there = packagesOf(at('node_modules/.package-lock.json'));
  return Object.entries(packagesOf(at('package-lock.json'))).every(([path, {version, integrity, optional, link}]) => {
    // What is optional belongs to other machines.
    if (!path.includes('node_modules/') || optional || link) return true;
    return there[path]?.version === version && there[path]?.integrity === integrity;
  });
};

export const install = async () => {
  if (oldNode()) giveUp(`This needs Node ${MINIMUM.join('.')} or later; here is ${versions.node}.`);
  if (isInstalled()) return;
  console.log('installing the dependencies …');
  const {code, output} = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {quiet: true});
  if (code === 0) return;
  // Below this line npm prints its whole manual.
  console.error(output.split('npm error Clean install a project')[0]);
  giveUp('The dependencies could not be installed. npm says why above: most often the registry cannot be reached, or package-lock.json does not fit package.json, which "npm install" mends.');
};
