import type {Kysely, Transaction} from 'kysely';
import {touchCampaign} from '../campaign/stored.js';
import type {Tables} from '../database/schema.js';
import {EMPTY_CONTACT} from '../events/proposal.js';
import type {Theirs} from './find.js';

/** How much was erased. */
export interface Erased {
  readonly signatures: number;
  readonly rsvps: number;
  readonly proposals: number;
}

/** Rows changed in one transaction: signers of other petitions wait no longer than that. */
const MOST_AT_ONCE = 500;

const eraseProposals = async (transaction: Transaction<Tables>, petition: string, sequences: readonly number[]): Promise<void> => {
  if (sequences.length === 0) return;
  const these = transaction.updateTable('proposal').where('petition', '=', petition).where('sequence', 'in', sequences);
  await these.where('state', '=', 'waiting').set({state: 'refused', joinable: 0, payload: null, contact: null, fingerprint: null}).execute();
  // An event that is public stays so: others may have made up their mind to come.
  await these.where('state', '=', 'accepted').set({contact: EMPTY_CONTACT, fingerprint: ''}).execute();
};

/** The public number goes down by those that it counts: a proof that count = rows finds nothing to put right. */
const deleteSignatures = async (transaction: Transaction<Tables>, petition: string, sequences: readonly number[]): Promise<void> => {
  if (sequences.length === 0) return;
  const {through_sequence: through} = await transaction.selectFrom('tally').select('through_sequence').where('petition', '=', petition).executeTakeFirstOrThrow();
  await transaction.deleteFrom('signature').where('petition', '=', petition).where('sequence', 'in', sequences).execute();
  const counted = sequences.filter((sequence) => sequence <= through).length;
  await transaction.updateTable('tally').set(({eb}) => ({count: eb('count', '-', counted)})).where('petition', '=', petition).execute();
};

function* groups(sequences: readonly number[]) {
  for (let start = 0; start < sequences.length; start += MOST_AT_ONCE) yield sequences.slice(start, start + MOST_AT_ONCE);
}

/** Takes back what some people sent: their signatures no longer count, nobody expects them at an event, and a proposal of theirs that waits is refused. */
export const erasePeople = async (database: Kysely<Tables>, petition: string, {signatures, rsvps, proposals}: Theirs): Promise<Erased> => {
  for (const group of groups(signatures)) await database.transaction().execute((transaction) => deleteSignatures(transaction, petition, group));
  for (const group of groups(rsvps)) await database.deleteFrom('rsvp').where('petition', '=', petition).where('sequence', 'in', group).execute();
  for (const group of groups(proposals)) await database.transaction().execute((transaction) => eraseProposals(transaction, petition, group));
  await database.transaction().execute((transaction) => touchCampaign(transaction, petition));
  return {signatures: signatures.length, rsvps: rsvps.length, proposals: proposals.length};
};

/**
 * Deletes all that people sent to a petition that is over. Its number stays: a signature's row goes on counting, and says nothing any more
 * but when it came.
 */
export const eraseEveryone = async (database: Kysely<Tables>, petition: string, {signatures, ...others}: Theirs): Promise<Erased> => {
  for (const group of groups(signatures)) {
    await database.updateTable('signature').set({payload: '', fingerprint: ''}).where('petition', '=', petition).where('sequence', 'in', group).execute();
  }
  return {...await erasePeople(database, petition, {...others, signatures: []}), signatures: signatures.length};
};
