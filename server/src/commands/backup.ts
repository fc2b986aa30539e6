import {existsSync} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import type {Command} from 'commander';
import {copyTo} from '../database/copy.js';
import {withData} from './data.js';
import {CommandFailure, DEFAULT_DATA, EXIT, EXIT_HELP} from './failure.js';

const backUp = (file: string, {data: path}: {readonly data: string}): Promise<void> =>
  withData(path, async ({database}) => {
    if (existsSync(file)) throw new CommandFailure(EXIT.file, `${file} is there already and stays as it is. Choose another name.`);
    const partial = `${file}.partial`;
    try {
      await copyTo(database, partial);
      const handle = await open(partial, 'r+');
      await handle.sync();
      await handle.close();
      await rename(partial, file);
    } catch (error) {
      await rm(partial, {force: true});
      throw new CommandFailure(EXIT.file, `${file} cannot be written: ${error instanceof Error ? error.message : ''}. Check the folder and the room on the disk.`, {cause: error});
    }
    process.stdout.write(`${file}: written. It holds everything that people sent: encrypt it before it leaves this machine.\n`);
  });

/** Adds `backup`. */
export const addBackup = (program: Command): void => {
  program.command('backup').argument('<file>', 'where to write, readable by its owner alone; a file that is there is not touched')
    .description('Copy a data file as it is at one moment, while a server runs on it.')
    .option('--data <file>', 'the data file', DEFAULT_DATA)
    .addHelpText('after', `
Example:
  sphere-petition-server backup petitions-2026-11-26.sqlite

The copy is a data file like any other: "serve --data" and "export --data" read it. What was deleted is not in it.
${EXIT_HELP}`)
    .action(backUp);
};
