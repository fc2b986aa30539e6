import * as z from 'zod/mini';
import {BackendError} from '../contract/error.js';
import {PetitionEvent, type EventPage, type EventQuery} from '../contract/event.js';
import {byStart, countriesOf, isWanted} from '../contract/event-query.js';
import {parse} from '../contract/parse.js';

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 100;

/** An event as one writes it: what has a default may be left out. */
export type EventDocument = z.input<typeof PetitionEvent>;

/** The events as the contract has them, with defaults filled in. */
export const eventsIn = (events: readonly EventDocument[]): PetitionEvent[] => parse(z.array(PetitionEvent), events, 'The list of events in memory', 'configuration');

/** The event with an id. @throws {BackendError} `not-found`. */
export const eventWith = (events: readonly EventDocument[], id: string): PetitionEvent => {
  const found = eventsIn(events).find((event) => event.id === id);
  if (found) return found;
  throw new BackendError('not-found', 'There is no such event.');
};

/** Where the page begins that a cursor asks for: the number of events before it. */
const offsetOf = (cursor = '0'): number => {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new BackendError('invalid', 'The cursor is none that came with a page of events.', {issues: [{path: 'cursor', reason: 'unknown cursor'}]});
};

/**
 * The events that a query asks for, a page of them, in their order.
 *
 * @param now In milliseconds since 1970.
 * @throws {BackendError} `invalid` for a cursor that never came with a page.
 */
export const pageOf = (events: readonly PetitionEvent[], {cursor, limit = DEFAULT_LIMIT, ...filter}: EventQuery, now: number): EventPage => {
  const found = events.filter((event) => isWanted(event, filter, now)).sort(byStart(filter));
  const {country: _, ...wherever} = filter;
  const begin = offsetOf(cursor);
  const end = begin + Math.min(Math.max(limit, 1), LARGEST_LIMIT);
  return {
    events: found.slice(begin, end),
    total: found.length,
    countries: countriesOf(events.filter((event) => isWanted(event, wherever, now))),
    ...(end < found.length && {cursor: String(end)}),
  };
};
