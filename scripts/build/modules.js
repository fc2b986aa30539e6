// @ts-check
// TypeScript → JavaScript modules and their types, by tsc alone.
import {relative} from 'node:path';
import {prune} from '../lib/files.js';
import {at, root} from '../lib/paths.js';
import {tool} from '../lib/run.js';

/** @param {string} project A folder with a tsconfig.json. @param {string} out Where that says to write. */
export const compile = async (project, out) => {
  const {code, output} = await tool('typescript/lib/tsc.js', ['-p', at(project), '--noEmitOnError', '--listEmittedFiles', '--pretty', 'false'], {quiet: true});
  const lines = output.split(/\r?\n/);
  const emitted = lines.flatMap((line) => /^TSFILE: (.*)$/.exec(line)?.[1] ?? []);
  if (code !== 0) throw new Error(`tsc -p ${relative(root, at(project)) || '.'} failed:\n${lines.filter((line) => !line.startsWith('TSFILE')).join('\n')}`);
  // A module whose source is gone must not go on living.
  prune(at(out), emitted);
};
