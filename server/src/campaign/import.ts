import {createHash} from 'node:crypto';
import type {Kysely, Transaction} from 'kysely';
import {type Issue, plainText} from 'sphere-petition/contract';
import type {Tables} from '../database/schema.js';
import type {Campaign} from './campaign.js';
import {CampaignError} from './check.js';
import {formsOf} from './forms.js';
import {newestRevision} from './stored.js';
import {own} from '../own.js';

/** What an import did: a campaign that is as it was is left alone. */
export type ImportOutcome = 'created' | 'changed' | 'unchanged';

/** A campaign's wordings, as they are kept, each with its path in the document. */
const wordingsOf = (campaign: Campaign) =>
  Object.entries(campaign.texts).flatMap(([language, texts]) => formsOf(campaign).flatMap(({prefix, questions, wordsIn}) =>
    questions.consents.flatMap(({id, version}) => {
      const text = own(wordsIn(texts).consents, id);
      if (text === undefined) return [];
      const sha256 = createHash('sha256').update(plainText(text)).digest('hex');
      return [{path: `texts.${language}.${prefix}consents.${id}`, row: {petition: campaign.id, consent: prefix + id, version, language, text: JSON.stringify(text), sha256}}];
    })));

/** Adds the wordings that are new. A wording that somebody may have agreed to is never replaced. */
const keepWordings = async (transaction: Transaction<Tables>, campaign: Campaign, now: string): Promise<void> => {
  const issues: Issue[] = [];
  for (const {path, row} of wordingsOf(campaign)) {
    const {petition, consent, version, language} = row;
    const kept = await transaction.selectFrom('consent_text').select('text')
      .where('petition', '=', petition).where('consent', '=', consent).where('version', '=', version).where('language', '=', language)
      .executeTakeFirst();
    if (kept === undefined) await transaction.insertInto('consent_text').values({...row, imported_at: now}).execute();
    else if (kept.text !== row.text) issues.push({path, reason: `differs from the wording that version "${version}" had before: a new wording needs a new version`});
  }
  if (issues.length > 0) throw new CampaignError(`The campaign "${campaign.id}" changes a wording that people may have agreed to.`, issues);
};

const importOne = async (transaction: Transaction<Tables>, campaign: Campaign, now: string): Promise<ImportOutcome> => {
  const document = JSON.stringify(campaign);
  const before = await transaction.selectFrom('campaign').select('document').where('petition', '=', campaign.id).executeTakeFirst();
  if (before?.document === document) return 'unchanged';
  const row = {document, revision: (await newestRevision(transaction)) + 1, imported_at: now};
  await transaction.insertInto('campaign').values({petition: campaign.id, ...row}).onConflict((conflict) => conflict.column('petition').doUpdateSet(row)).execute();
  await keepWordings(transaction, campaign, now);
  await transaction.insertInto('tally').values({petition: campaign.id, count: 0, through_sequence: 0, as_of: now}).onConflict((conflict) => conflict.doNothing()).execute();
  return before === undefined ? 'created' : 'changed';
};

/**
 * Puts campaigns into the data file: all of them, or none where one is refused. Importing the same document again changes
 * nothing. A server that runs on the file shows a change within one tally interval.
 *
 * @throws {CampaignError} where a consent's version comes with other words than before.
 */
export const importCampaigns = (database: Kysely<Tables>, campaigns: readonly Campaign[]): Promise<ImportOutcome[]> =>
  database.transaction().execute(async (transaction) => {
    const now = new Date().toISOString();
    const outcomes: ImportOutcome[] = [];
    for (const campaign of campaigns) outcomes.push(await importOne(transaction, campaign, now));
    return outcomes;
  });
