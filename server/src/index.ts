/**
 * The reference back end as a library: start it, and put campaigns into its data file.
 *
 * @module
 */
import {parseCampaign} from './campaign/check.js';
import {importCampaigns, type ImportOutcome} from './campaign/import.js';
import {openData} from './database/database.js';

export {Campaign, CampaignConsent, CampaignField, CampaignTexts, FieldTexts} from './campaign/campaign.js';
export {CampaignError, parseCampaign} from './campaign/check.js';
export type {ImportOutcome} from './campaign/import.js';
export {DataFileError} from './database/database.js';
export {jsonLog, type Log, type LogEntry} from './http/log.js';
export {ListenError, startServer, type RunningServer, type ServerOptions} from './server.js';

/**
 * Puts a campaign into a data file, which is made where there is none. Doing it again changes nothing; a server that runs on
 * the file shows a change within one tally interval.
 *
 * @param campaign A campaign document: parsed JSON, not checked yet.
 * @throws {CampaignError} with every problem of the document.
 * @throws {DataFileError} where the data file cannot be used.
 * @example await importCampaign('data/petitions.sqlite', JSON.parse(await readFile('campaign.json', 'utf8')));
 */
export const importCampaign = async (dataFile: string, campaign: unknown): Promise<ImportOutcome> => {
  const checked = parseCampaign(campaign);
  const data = await openData(dataFile);
  try {
    const [outcome = 'unchanged'] = await importCampaigns(data.database, [checked]);
    return outcome;
  } finally {
    await data.close();
  }
};
