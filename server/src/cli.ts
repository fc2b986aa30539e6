import {Command, CommanderError} from 'commander';
import {addBackup} from './commands/backup.js';
import {addCampaign} from './commands/campaign.js';
import {addErase} from './commands/erase.js';
import {addEvents} from './commands/events.js';
import {addExport} from './commands/export.js';
import {CommandFailure, EXIT, EXIT_HELP} from './commands/failure.js';
import {addMirror} from './commands/mirror.js';
import {addServe} from './commands/serve.js';
import {DataFileError} from './database/database.js';
import {VERSION} from './package.js';
import {ReleaseError} from './releases.js';
import {ListenError} from './server.js';

const program = new Command('sphere-petition-server')
  .description('Petitions, their signatures, their counts and their events: one process, one SQLite file.')
  .version(VERSION, '--version', 'print the version')
  .helpOption('--help', 'print this help')
  .addHelpText('after', `
Example:
  sphere-petition-server campaign new safe-exit.json
  sphere-petition-server campaign import safe-exit.json
  sphere-petition-server serve
${EXIT_HELP}`)
  .exitOverride();
program.configureHelp({sortSubcommands: false});

/** The exit code of whatever a command threw, which it tells in a sentence where somebody can do something about it. */
const exitCodeOf = (error: unknown): number => {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const known = error instanceof CommandFailure ? error.exitCode : error instanceof DataFileError ? EXIT.dataFile : error instanceof ListenError ? EXIT.listen : error instanceof ReleaseError ? EXIT.file : undefined;
  if (known === undefined) throw error;
  process.stderr.write(`error: ${error instanceof Error ? error.message : ''}\n`);
  return known;
};

addServe(program);
addCampaign(program);
addExport(program);
addEvents(program);
addBackup(program);
addErase(program);
addMirror(program);
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
