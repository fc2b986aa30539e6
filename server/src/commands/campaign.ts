import {readFile, writeFile} from 'node:fs/promises';
import {basename, extname} from 'node:path';
import {type Command, InvalidArgumentError} from 'commander';
import {Identifier} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import type {Campaign} from '../campaign/campaign.js';
import {CampaignError, parseCampaign} from '../campaign/check.js';
import {importCampaigns} from '../campaign/import.js';
import {starterCampaign} from '../campaign/starter.js';
import {openData} from '../database/database.js';
import {JsonError, parseJson} from '../http/json.js';
import {CommandFailure, DEFAULT_DATA, EXIT, EXIT_HELP} from './failure.js';

const parseId = (text: string): string => {
  if (!z.safeParse(Identifier, text).success) throw new InvalidArgumentError('An id has ASCII letters, digits, - and _, at most 64.');
  return text;
};

const newCampaign = async (file: string, {id}: {id?: string}): Promise<void> => {
  const name = basename(file, extname(file));
  const text = JSON.stringify(starterCampaign(id ?? (z.safeParse(Identifier, name).success ? name : 'my-petition')), null, 2);
  try {
    await writeFile(file, `${text}\n`, {flag: 'wx'});
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CommandFailure(EXIT.file, exists ? `${file} is there already and stays as it is. Choose another name.` : `${file} cannot be written: ${error instanceof Error ? error.message : ''}. Check the folder.`, {cause: error});
  }
  process.stdout.write(`${file}: written. Fill in your texts, then: sphere-petition-server campaign check ${file}\n`);
};

const readText = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandFailure(EXIT.file, `${file} cannot be read: ${error instanceof Error ? error.message : ''}. Check its name and permissions.`, {cause: error});
  }
};

/** The campaign of a file; its problems are printed as they are found. */
const readCampaign = async (file: string): Promise<Campaign | undefined> => {
  const text = await readText(file);
  try {
    return parseCampaign(parseJson(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof JsonError) process.stderr.write(`${file}: ${error.path === '' ? '' : `${error.path}: `}${error.message}\n`);
    else if (error instanceof CampaignError) process.stderr.write(describe(file, error));
    else throw error;
    return undefined;
  }
};

const describe = (file: string, {issues}: CampaignError): string =>
  issues.map(({path, reason}) => `${file}: ${path === '' ? 'the document' : path}: ${reason}\n`).join('');

const readCampaigns = async (files: readonly string[]): Promise<Campaign[]> => {
  const campaigns = [];
  for (const file of files) campaigns.push(await readCampaign(file));
  const good = campaigns.filter((campaign) => campaign !== undefined);
  if (good.length < files.length) throw new CommandFailure(EXIT.input, `${files.length - good.length} of ${files.length} campaign documents cannot be used. Mend what is named above.`);
  return good;
};

const check = async (files: readonly string[]): Promise<void> => {
  await readCampaigns(files);
  for (const file of files) process.stdout.write(`${file}: good\n`);
};

const importFiles = async (files: readonly string[], {data: path}: {data: string}): Promise<void> => {
  const campaigns = await readCampaigns(files);
  const data = await openData(path);
  try {
    const outcomes = await importCampaigns(data.database, campaigns);
    outcomes.forEach((outcome, index) => process.stdout.write(`${campaigns[index]?.id ?? ''}: ${outcome}\n`));
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    process.stderr.write(describe('import', error));
    throw new CommandFailure(EXIT.input, `${error.message} Nothing was imported.`, {cause: error});
  } finally {
    await data.close();
  }
};

/** Adds `campaign new`, `campaign check` and `campaign import`. */
export const addCampaign = (program: Command): void => {
  const campaign = program.command('campaign').description('Write, check and import campaign documents: a petition in all its languages, as JSON.');
  campaign.command('new').argument('<file>', 'where to write it; a file that is there is not touched')
    .description('Write a campaign document to begin with.')
    .option('--id <id>', 'the petition\'s id, which stands in its address; else the file\'s name', parseId)
    .addHelpText('after', `\nExample:\n  sphere-petition-server campaign new --id safe-exit safe-exit.json\n${EXIT_HELP}`)
    .action(newCampaign);
  campaign.command('check').argument('<files...>', 'campaign documents')
    .description('Print every problem of campaign documents, each with its path.')
    .addHelpText('after', `\nExample:\n  sphere-petition-server campaign check safe-exit.json\n${EXIT_HELP}`)
    .action(check);
  campaign.command('import').argument('<files...>', 'campaign documents')
    .description('Put campaigns into a data file: all of them or, where one has a problem, none. Doing it again changes nothing.')
    .option('--data <file>', 'the data file; made where there is none', DEFAULT_DATA)
    .addHelpText('after', `\nExample:\n  sphere-petition-server campaign import safe-exit.json --data data/petitions.sqlite\n\nA server that runs on the data file shows the change by itself.\n${EXIT_HELP}`)
    .action(importFiles);
};
