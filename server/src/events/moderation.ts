import type {Kysely, Transaction} from 'kysely';
import type {PetitionEvent} from 'sphere-petition/contract';
import type {Campaign} from '../campaign/campaign.js';
import {touchCampaign} from '../campaign/stored.js';
import type {ProposalTable, Tables} from '../database/schema.js';

/** What somebody asked for cannot be done. The message is a sentence for whoever moderates. */
export class ModerationError extends Error {
  override readonly name = 'ModerationError';
}

/** What a command did; `unchanged` where everything was so already. */
export type Moderated = 'accepted' | 'refused' | 'cancelled' | 'restored' | 'unchanged';

type Proposal = Pick<ProposalTable, 'state' | 'joinable'>;
type Found = {readonly event: PetitionEvent} | {readonly proposal: Proposal};

const find = async (transaction: Transaction<Tables>, campaign: Campaign, id: string): Promise<Found> => {
  const event = campaign.events.find((other) => other.id === id);
  if (event !== undefined) return {event};
  const proposal = await transaction.selectFrom('proposal').select(['state', 'joinable']).where('petition', '=', campaign.id).where('event', '=', id).executeTakeFirst();
  if (proposal === undefined) throw new ModerationError(`The petition "${campaign.id}" has no event "${id}". "events list" shows those that it has.`);
  return {proposal};
};

const restore = async (transaction: Transaction<Tables>, petition: string, event: string): Promise<boolean> => {
  const {numDeletedRows} = await transaction.deleteFrom('cancellation').where('petition', '=', petition).where('event', '=', event).executeTakeFirst();
  return numDeletedRows > 0n;
};

/** In one transaction; a server that runs on the file is told where anything changed. */
const moderate = (database: Kysely<Tables>, petition: string, work: (transaction: Transaction<Tables>) => Promise<Moderated>): Promise<Moderated> =>
  database.transaction().execute(async (transaction) => {
    const outcome = await work(transaction);
    if (outcome !== 'unchanged') await touchCampaign(transaction, petition);
    return outcome;
  });

/**
 * Publishes a proposal, or takes back that an event was cancelled.
 *
 * @param joinable Whether people can say here that they come. Accepting again says it anew.
 * @throws {ModerationError}
 */
export const acceptEvent = (database: Kysely<Tables>, campaign: Campaign, id: string, joinable: boolean): Promise<Moderated> =>
  moderate(database, campaign.id, async (transaction) => {
    const found = await find(transaction, campaign, id);
    if ('event' in found) {
      if (joinable) throw new ModerationError(`The event "${id}" stands in the campaign document: write "joinable": true there.`);
      return await restore(transaction, campaign.id, id) ? 'restored' : 'unchanged';
    }
    const {proposal} = found;
    if (proposal.state === 'refused') throw new ModerationError(`The proposal "${id}" was refused, and what it said was deleted: it cannot be accepted any more.`);
    if (joinable && campaign.rsvp === undefined) throw new ModerationError(`The petition "${campaign.id}" takes no RSVPs: give its document "rsvp" first, or accept the event without --joinable.`);
    const restored = await restore(transaction, campaign.id, id);
    const asBefore = proposal.state === 'accepted' && proposal.joinable === Number(joinable);
    if (asBefore) return restored ? 'restored' : 'unchanged';
    await transaction.updateTable('proposal').set({state: 'accepted', joinable: Number(joinable)}).where('petition', '=', campaign.id).where('event', '=', id).execute();
    return 'accepted';
  });

/**
 * Refuses a proposal, also one that was accepted before: it is public no more. All that it said is deleted at once, the organiser's
 * contact first of all; what stays is its key, so that a retry gets its receipt.
 *
 * @throws {ModerationError}
 */
export const refuseEvent = (database: Kysely<Tables>, campaign: Campaign, id: string): Promise<Moderated> =>
  moderate(database, campaign.id, async (transaction) => {
    const found = await find(transaction, campaign, id);
    if ('event' in found) throw new ModerationError(`The event "${id}" stands in the campaign document: cancel it, or take it out there.`);
    if (found.proposal.state === 'refused') return 'unchanged';
    await transaction.updateTable('proposal').set({state: 'refused', joinable: 0, payload: null, contact: null, fingerprint: null})
      .where('petition', '=', campaign.id).where('event', '=', id).execute();
    return 'refused';
  });

/**
 * Calls an event off: it stays visible, as cancelled.
 *
 * @throws {ModerationError}
 */
export const cancelEvent = (database: Kysely<Tables>, campaign: Campaign, id: string): Promise<Moderated> =>
  moderate(database, campaign.id, async (transaction) => {
    const found = await find(transaction, campaign, id);
    if ('event' in found && found.event.status === 'cancelled') return 'unchanged';
    if ('proposal' in found && found.proposal.state !== 'accepted') throw new ModerationError(`The proposal "${id}" is not public${found.proposal.state === 'waiting' ? ': refuse it instead' : ''}.`);
    const {numInsertedOrUpdatedRows} = await transaction.insertInto('cancellation').values({petition: campaign.id, event: id, cancelled_at: new Date().toISOString()})
      .onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n ? 'cancelled' : 'unchanged';
  });
