import type {Kysely} from 'kysely';
import type {PetitionEvent} from 'sphere-petition/contract';
import type {Campaign} from '../campaign/campaign.js';
import type {Tables} from '../database/schema.js';
import {proposedEvent} from './proposal.js';

/**
 * The events of a petition that everybody may see: those of its document, and proposals that were accepted. An event of the document
 * takes the place of a proposal with its id, so that a campaign can mend what it accepted.
 */
export const publicEvents = async (database: Kysely<Tables>, campaign: Campaign): Promise<PetitionEvent[]> => {
  const accepted = await database.selectFrom('proposal').select(['event', 'payload', 'joinable']).where('petition', '=', campaign.id).where('state', '=', 'accepted').execute();
  const cancellations = await database.selectFrom('cancellation').select('event').where('petition', '=', campaign.id).execute();
  const events = new Map([
    ...accepted.flatMap(({payload, ...row}) => (payload === null ? [] : [proposedEvent({...row, payload})])),
    ...campaign.events,
  ].map((event) => [event.id, event]));
  const cancelled = new Set(cancellations.map(({event}) => event));
  const takesRsvps = campaign.rsvp !== undefined || campaign.connect?.joinEvent !== undefined;
  return [...events.values()].map((event) => {
    const status = cancelled.has(event.id) ? 'cancelled' : event.status;
    return {...event, status, joinable: event.joinable && takesRsvps && status !== 'cancelled'};
  });
};
