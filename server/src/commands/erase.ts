import {readFile} from 'node:fs/promises';
import {text} from 'node:stream/consumers';
import type {Command} from 'commander';
import {openness} from 'sphere-petition/contract';
import {eraseEveryone, erasePeople} from '../erasure/erase.js';
import {everyone, findTheirs, peopleWith} from '../erasure/find.js';
import {campaignIn, withData} from './data.js';
import {CommandFailure, DEFAULT_DATA, EXIT, EXIT_HELP} from './failure.js';

interface EraseOptions {
  readonly data: string;
  readonly everyone?: boolean;
  readonly addresses?: string;
}

/** The addresses of a file, or of standard input: on a command line they would stay in the shell's history. */
const readAddresses = async (file: string): Promise<string[]> => {
  let content;
  try {
    content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(EXIT.file, `${file} cannot be read: ${error instanceof Error ? error.message : ''}. Check its name and permissions.`, {cause: error});
  }
  const addresses = content.split('\n').map((line) => line.trim()).filter((line) => line.includes('@'));
  if (addresses.length === 0) throw new CommandFailure(EXIT.input, 'There is no e-mail address among what was given: one on each line is wanted.');
  return addresses;
};

const erase = async (petition: string, {data: path, everyone: all = false, addresses}: EraseOptions): Promise<void> => {
  if (all === (addresses !== undefined)) throw new CommandFailure(EXIT.usage, 'Say whose data: --everyone, or --addresses with a file.');
  const wanted = addresses === undefined ? everyone : peopleWith(await readAddresses(addresses));
  await withData(path, async (data) => {
    const campaign = await campaignIn(data, path, petition);
    if (all && openness(campaign, Date.now()) !== 'closed') {
      throw new CommandFailure(EXIT.input, `The petition "${petition}" is open. Give its document a "closesAt" that is past, import it, and export what you need first.`);
    }
    const theirs = await findTheirs(data.database, petition, wanted);
    const {signatures, rsvps, proposals} = await (all ? eraseEveryone : erasePeople)(data.database, petition, theirs);
    process.stdout.write(`${petition}: erased the data of ${signatures} signatures, ${rsvps} RSVPs and ${proposals} proposals.\n`);
  });
};

/** Adds `erase`. */
export const addErase = (program: Command): void => {
  program.command('erase').argument('<petition>', 'the petition\'s id')
    .description('Delete what people sent: of those who take it back, or of everybody once the petition is closed.')
    .option('--data <file>', 'the data file', DEFAULT_DATA)
    .option('--addresses <file>', 'of the people with these e-mail addresses, one on each line; - reads standard input. Their signatures count no more')
    .option('--everyone', 'of everybody; the petition has to be closed. Its number stays as it is')
    .addHelpText('after', `
Example:
  sphere-petition-server erase safe-exit --addresses withdrawn.txt
  sphere-petition-server erase safe-exit --everyone

This cannot be taken back. It reaches signatures, RSVPs and the contacts of organisers: proposals that wait are refused, events that are public
stay ("events refuse" takes one off). It is overwritten on disk, but not in exports and backups that you made before.
A server that runs on the data file shows the change by itself.
${EXIT_HELP}`)
    .action(erase);
};
