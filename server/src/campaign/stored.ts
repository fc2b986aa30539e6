import type {Kysely, Transaction} from 'kysely';
import * as z from 'zod/mini';
import type {Tables} from '../database/schema.js';
import {Campaign} from './campaign.js';

/** A campaign as the data file keeps it. It was checked when it was imported; a rule that came later must not take a petition down. */
export const storedCampaign = (document: string): Campaign => z.parse(Campaign, JSON.parse(document));

/** The revision of the newest change to any campaign; 0 where there is none. */
export const newestRevision = async (database: Kysely<Tables>): Promise<number> => {
  const {newest} = await database.selectFrom('campaign').select(({fn}) => fn.max<number | null>('revision').as('newest')).executeTakeFirstOrThrow();
  return newest ?? 0;
};

/** Lets a server that runs on the file see that something about a petition has changed. */
export const touchCampaign = async (transaction: Transaction<Tables>, petition: string): Promise<void> => {
  await transaction.updateTable('campaign').set({revision: (await newestRevision(transaction)) + 1}).where('petition', '=', petition).execute();
};
