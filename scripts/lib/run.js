// @ts-check
// Starts other programs. Node built-ins alone: it runs before anything is installed.
import {spawn} from 'node:child_process';
import {execPath, platform} from 'node:process';
import {at, root} from './paths.js';

/** @typedef {{env?: Record<string, string>, quiet?: boolean, cwd?: string}} RunOptions */

/**
 * @param {string} command @param {readonly string[]} args
 * @param {RunOptions} [options] `quiet` keeps what the program says to itself, and gives it back.
 * @returns {Promise<{code: number, output: string}>}
 */
export const run = (command, args, {env = {}, quiet = false, cwd = root} = {}) =>
  new Promise((resolve) => {
    // npm is a batch file on Windows, which only a shell can start.
    const child = spawn(command, args, {cwd, env: {...process.env, ...env}, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], shell: platform === 'win32' && command === 'npm'});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({code: 1, output: `${command}: ${error.message}`}));
    child.on('close', (code) => resolve({code: code ?? 1, output}));
  });

/** Runs a script with this very Node. @param {readonly string[]} args @param {RunOptions} [options] */
export const node = (args, options) => run(execPath, args, options);

/** Runs a package's program. @param {string} script Its path in node_modules. @param {readonly string[]} args @param {RunOptions} [options] */
export const tool = (script, args, options) => node([at(`node_modules/${script}`), ...args], options);
