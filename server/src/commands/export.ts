import type {Command} from 'commander';
import {parseCampaign} from '../campaign/check.js';
import {openData} from '../database/database.js';
import {exportSignatures} from '../export/export.js';
import {CommandFailure, DEFAULT_DATA, EXIT, EXIT_HELP} from './failure.js';
import {fileOutput, standardOutput} from './output.js';
import {progressBar} from './progress.js';

interface ExportCommandOptions {
  readonly data: string;
  readonly output?: string;
  readonly mark?: boolean;
}

const exportPetition = async (petition: string, {data: path, output: file, mark = false}: ExportCommandOptions): Promise<void> => {
  const data = await openData(path, {mustExist: true});
  try {
    const row = await data.database.selectFrom('campaign').select('document').where('petition', '=', petition).executeTakeFirst();
    if (row === undefined) throw new CommandFailure(EXIT.input, `There is no petition "${petition}" in ${path}. Check its id and the data file.`);
    const output = file === undefined ? standardOutput() : await fileOutput(file);
    const bar = progressBar(process.stderr);
    try {
      const {signatures, people} = await exportSignatures(data.database, parseCampaign(JSON.parse(row.document)), {mark, write: output.write, progress: bar.show});
      await output.finish();
      bar.clear();
      process.stderr.write(`${signatures} signatures of ${people} people: where an e-mail address signed more than once, its newest signature was written.\n`);
    } catch (error) {
      bar.clear();
      await output.abandon();
      throw error;
    }
  } finally {
    await data.close();
  }
};

/** Adds `export`. */
export const addExport = (program: Command): void => {
  program.command('export').argument('<petition>', 'the petition\'s id')
    .description('Write the signatures of a petition as CSV (RFC 4180, UTF-8), one record for each e-mail address.')
    .option('--data <file>', 'the data file', DEFAULT_DATA)
    .option('--output <file>', 'where to write, readable by its owner alone; else standard output')
    .option('--mark', 'start with a byte order mark, by which some spreadsheets know UTF-8')
    .addHelpText('after', `
Example:
  sphere-petition-server export safe-exit --output signatures.csv

The public number counts every signature. Here the same person's are made one: by the e-mail address, newest first.
Cells that start with = + - @, a tab or a carriage return get an apostrophe before them, so that no spreadsheet runs them.
${EXIT_HELP}`)
    .action(exportPetition);
};
