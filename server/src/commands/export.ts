import type {Command} from 'commander';
import {signatureSource} from '../export/sources.js';
import {campaignIn, withData} from './data.js';
import {DEFAULT_DATA, EXIT_HELP} from './failure.js';
import {type PeopleOptions, writePeople} from './people.js';

const exportPetition = (petition: string, {data: path, ...options}: PeopleOptions & {readonly data: string}): Promise<void> =>
  withData(path, async (data) => {
    const campaign = await campaignIn(data, path, petition);
    const {rows, people} = await writePeople(data, (tables) => signatureSource(tables, petition, campaign), options);
    process.stderr.write(`${rows} signatures of ${people} people: where an e-mail address signed more than once, its newest signature was written.\n`);
  });

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
