import * as z from 'zod/mini';
import {BackendError} from '../contract/error.js';
import {PetitionEvent, type EventPage, type EventQuery} from '../contract/event.js';
import {parse} from '../contract/parse.js';

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 100;

/** An event as one writes it: what has a default may be left out. */
export type EventDocument = z.input<typeof PetitionEvent>;

/** The events as the contract has them, with defaults filled in. */
export const eventsIn = (events: readonly EventDocument[]): PetitionEvent[] => parse(z.array(PetitionEvent), events, 'The list of events in memory', 'configuration');

const startOf = ({startsAt}: PetitionEvent): number => Date.parse(startsAt);
const endOf = ({startsAt, endsAt = startsAt}: PetitionEvent): number => Date.parse(endsAt);

/** Where the page begins that a cursor asks for: the number of events before it. */
const offsetOf = (cursor = '0'): number => {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new BackendError('invalid', 'The cursor is none that came with a page of events.', {issues: [{path: 'cursor', reason: 'unknown cursor'}]});
};

/**
 * The events that a query asks for, a page of them, soonest first. Where the query says no `from`, those that are not over.
 *
 * @param now In milliseconds since 1970.
 * @throws {BackendError} `invalid` for a cursor that never came with a page.
 */
export const pageOf = (events: readonly PetitionEvent[], {language, country, attendance, from, to, cursor, limit = DEFAULT_LIMIT}: EventQuery, now: number): EventPage => {
  const earliest = from === undefined ? now : Date.parse(from);
  const latest = to === undefined ? Infinity : Date.parse(to);
  const found = events
    .filter((event) => endOf(event) >= earliest && startOf(event) < latest)
    .filter((event) => language === undefined || event.language === undefined || event.language === language)
    .filter((event) => country === undefined || event.place?.country === country)
    .filter((event) => attendance === undefined || event.attendance === attendance || event.attendance === 'both')
    .sort((first, second) => startOf(first) - startOf(second));
  const begin = offsetOf(cursor);
  const end = begin + Math.min(Math.max(limit, 1), LARGEST_LIMIT);
  return {events: found.slice(begin, end), total: found.length, ...(end < found.length && {cursor: String(end)})};
};
