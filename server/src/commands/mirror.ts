import {readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Command} from 'commander';
import {type MirrorConfig, readMirrorConfig} from '../mirror/config.js';
import {MirrorError} from '../mirror/error.js';
import {mirror, type MirrorOptions} from '../mirror/mirror.js';
import {CommandFailure, EXIT, EXIT_HELP} from './failure.js';

const NEEDED = {'tally.json': 'getTally', 'events.json': 'listEvents'} as const;

/** Says where the petition's document keeps the widgets from reading what was written. */
const adviseOn = async (folder: string, file: string): Promise<void> => {
  const needed = NEEDED[file as keyof typeof NEEDED];
  try {
    const {offers} = JSON.parse(await readFile(join(folder, 'petition.json'), 'utf8')) as {offers?: unknown};
    if (Array.isArray(offers) && !offers.includes(needed)) process.stderr.write(`petition.json does not offer "${needed}", so no widget reads ${file}: add it to "offers".\n`);
  } catch {
    // The document is elsewhere, or is looked at by who reads it.
  }
};

/** Says whose key everybody on this computer can read. Windows does not say it with these bits. */
const adviseOnKeys = async ({tally, events}: MirrorConfig): Promise<void> => {
  if (process.platform === 'win32') return;
  for (const file of new Set([tally?.key?.file, events?.key?.file])) {
    const mode = file === undefined ? 0 : await stat(file).then((entry) => entry.mode, () => 0);
    if ((mode & 0o004) !== 0) process.stderr.write(`Everybody on this computer can read the key in ${file ?? ''}: chmod 600 it.\n`);
  }
};

const run = async (file: string, options: MirrorOptions): Promise<void> => {
  try {
    const config = await readMirrorConfig(file);
    await adviseOnKeys(config);
    const outcomes = await mirror(config, {environment: process.env, now: Date.now, sleep}, options);
    for (const outcome of outcomes) {
      if ('failure' in outcome) continue;
      process.stdout.write(`${outcome.file}: ${outcome.said}\n`);
      await adviseOn(config.folder, outcome.file);
    }
    const failures = outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome] : []));
    const [first] = failures;
    if (first) throw new CommandFailure(EXIT[first.failure.reason], failures.map(({file: name, failure}) => `${name} stays as it was: ${failure.message}`).join(' '), {cause: first.failure});
  } catch (error) {
    throw error instanceof MirrorError ? new CommandFailure(EXIT[error.reason], error.message, {cause: error}) : error;
  }
};

/** Adds `mirror`. */
export const addMirror = (program: Command): void => {
  program.command('mirror').argument('<configuration>', 'a JSON file that says which folder, which platform, and where the key is')
    .description('Read count and events of a platform with your key, on your computer, and write tally.json and events.json for the widgets.')
    .option('--allow-fall', 'publish a count that fell by more than a tenth, or a list that lost more than half of its events')
    .addHelpText('after', `
Example:
  ACTION_NETWORK_KEY=… sphere-petition-server mirror mirror.json

mirror.json:
  {"folder": "public/safe-exit",
   "tally": {"platform": "action-network", "src": "https://actionnetwork.org/api/v2/petitions/UUID", "key": {"variable": "ACTION_NETWORK_KEY"}, "goal": 20000}}

Platforms: action-network, osdi, actionkit (count alone), json. The key is in an environment variable or in a "file", never in mirror.json or on the
command line. A file is replaced when the new one is whole; where the platform fails, it stays as it was.
${EXIT_HELP}`)
    .action(run);
};
