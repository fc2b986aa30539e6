import type {Campaign} from '../campaign/campaign.js';
import {storedCampaign} from '../campaign/stored.js';
import {type Data, openData} from '../database/database.js';
import {CommandFailure, EXIT} from './failure.js';

/** Works on a data file that must be there, and closes it. */
export const withData = async (path: string, work: (data: Data) => Promise<void>): Promise<void> => {
  const data = await openData(path, {mustExist: true});
  try {
    await work(data);
  } finally {
    await data.close();
  }
};

/**
 * The campaign of a petition in a data file.
 *
 * @param petition Its id. Absent: the only one that there is.
 * @throws {CommandFailure} where there is none, or none alone.
 */
export const campaignIn = async ({database}: Data, path: string, petition?: string): Promise<Campaign> => {
  const rows = await database.selectFrom('campaign').select('document').$if(petition !== undefined, (query) => query.where('petition', '=', petition ?? '')).limit(2).execute();
  const [row, another] = rows;
  if (another !== undefined) throw new CommandFailure(EXIT.input, `There is more than one petition in ${path}. Name one with --petition.`);
  if (row === undefined) throw new CommandFailure(EXIT.input, petition === undefined ? `There is no petition in ${path} yet. Import one first.` : `There is no petition "${petition}" in ${path}. Check its id and the data file.`);
  return storedCampaign(row.document);
};
