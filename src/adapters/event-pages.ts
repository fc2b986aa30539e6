import {BackendError} from '../contract/error.js';
import {byStart, countriesOf, isWanted} from '../contract/event-query.js';
import type {EventPage, EventQuery, PetitionEvent} from '../contract/event.js';
import {isDateTime} from '../contract/tally-check.js';

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 100;

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

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What is needed to choose an event and to show it. All else the door looks at. */
const isSound = (draft: unknown): draft is PetitionEvent =>
  isRecord(draft) && isDateTime(draft['startsAt']) && /^[A-Za-z0-9][\w-]{0,63}$/.test(String(draft['id'])) && typeof draft['title'] === 'string';

/** As it is chosen: an end that is none does not hide an event. */
const chosen = (event: PetitionEvent): PetitionEvent => (event.endsAt === undefined || isDateTime(event.endsAt) ? event : {...event, endsAt: event.startsAt});

/** As {@link pageOf}, of events that nobody has looked at. Those that cannot be shown come with the first page, for the door to name and to count. */
export const pageOfDrafts = (drafts: readonly unknown[], query: EventQuery, now: number): EventPage => {
  const drawn = new Map(drafts.filter(isSound).map((event) => [chosen(event), event]));
  const {events, ...page} = pageOf([...drawn.keys()], query, now);
  const unsound = query.cursor === undefined ? drafts.filter((draft) => !isSound(draft)) : [];
  // The door says what is wrong with them.
  return {...page, events: [...events.map((event) => drawn.get(event) ?? event), ...(unsound as PetitionEvent[])]};
};

/** The event with an id, of events that nobody has looked at. @throws {BackendError} `not-found`. */
export const draftWith = (drafts: readonly unknown[], id: string): PetitionEvent => {
  const found = drafts.find((draft) => isRecord(draft) && draft['id'] === id);
  if (found !== undefined) return found as PetitionEvent;
  throw new BackendError('not-found', 'There is no such event.');
};
