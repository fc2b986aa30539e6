import type {Kysely} from 'kysely';
import {byStart, type PetitionEvent} from 'sphere-petition/contract';
import type {Campaign} from '../campaign/campaign.js';
import type {Tables} from '../database/schema.js';
import {type Contact, contactIn, proposedEvent} from './proposal.js';
import {publicEvents} from './public-events.js';

/** An event as whoever moderates sees it. */
export interface ListedEvent {
  readonly id: string;
  /** `removed`: it is no more in the document, but people said that they come. */
  readonly state: PetitionEvent['status'] | 'waiting' | 'refused' | 'removed';
  /** Absent: it was refused or removed, and what it said is not kept. */
  readonly event?: PetitionEvent;
  /** People who said that they come, and those among them who wait for a place. Nothing public shows them. */
  readonly rsvps: number;
  readonly waiting: number;
}

const countsOf = async (database: Kysely<Tables>, petition: string): Promise<ReadonlyMap<string, Pick<ListedEvent, 'rsvps' | 'waiting'>>> => {
  const rows = await database.selectFrom('rsvp').where('petition', '=', petition).groupBy('event')
    .select(({fn}) => ['event', fn.countAll<number>().as('rsvps')])
    .select(({fn}) => fn.countAll<number>().filterWhere('status', '=', 'waiting').as('waiting')).execute();
  return new Map(rows.map(({event, rsvps, waiting}) => [event, {rsvps, waiting}]));
};

/** All events of a petition: what waits first, then what is public in the order of its beginnings, then what is gone. */
export const listedEvents = async (database: Kysely<Tables>, campaign: Campaign): Promise<ListedEvent[]> => {
  const counts = await countsOf(database, campaign.id);
  const published = (await publicEvents(database, campaign)).sort(byStart({}));
  const others = await database.selectFrom('proposal').select(['event', 'state', 'payload', 'joinable'])
    .where('petition', '=', campaign.id).where('state', '!=', 'accepted').orderBy('sequence').execute();
  const hidden = others.filter(({event}) => !campaign.events.some(({id}) => id === event));
  const listed = (id: string, state: ListedEvent['state'], event?: PetitionEvent): ListedEvent =>
    ({id, state, ...(event !== undefined && {event}), ...(counts.get(id) ?? {rsvps: 0, waiting: 0})});
  const known = new Set([...published.map(({id}) => id), ...hidden.map(({event}) => event)]);
  return [
    ...hidden.flatMap(({event, state, payload, joinable}) => (state === 'waiting' && payload !== null ? [listed(event, state, proposedEvent({event, payload, joinable}))] : [])),
    ...published.map((event) => listed(event.id, event.status, event)),
    ...hidden.flatMap(({event, state}) => (state === 'refused' ? [listed(event, state)] : [])),
    ...[...counts.keys()].flatMap((id) => (known.has(id) ? [] : [listed(id, 'removed')])),
  ];
};

/** How the organiser of a proposal can be reached; undefined where it is none, or was refused. */
export const contactOf = async (database: Kysely<Tables>, petition: string, event: string): Promise<Contact | undefined> => {
  const row = await database.selectFrom('proposal').select('contact').where('petition', '=', petition).where('event', '=', event).executeTakeFirst();
  return row === undefined || row.contact === null ? undefined : contactIn(row.contact);
};
