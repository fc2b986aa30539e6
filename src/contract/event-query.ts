import type {EventQuery, PetitionEvent} from './event.js';

const startOf = ({startsAt}: PetitionEvent): number => Date.parse(startsAt);

/** When an event is over, in milliseconds since 1970. One that ends before it starts, or does not say when it ends, is over once it has started. */
export const endOf = (event: PetitionEvent): number => Math.max(startOf(event), event.endsAt === undefined ? -Infinity : Date.parse(event.endsAt));

/** A query's narrowing members; `cursor` and `limit` choose among what they leave. */
export type EventFilter = Omit<EventQuery, 'cursor' | 'limit'>;

/**
 * Whether an event is one of those a query wants: the same rule in a back end that filters and in a page whose back end, a folder of
 * files, cannot.
 *
 * @param now In milliseconds since 1970.
 */
export const isWanted = (event: PetitionEvent, {past = false, language, country, attendance, from, to}: EventFilter, now: number): boolean =>
  (past ? endOf(event) < now : endOf(event) >= (from === undefined ? now : Date.parse(from)))
  && (!past || from === undefined || endOf(event) >= Date.parse(from))
  && (to === undefined || startOf(event) < Date.parse(to))
  && (language === undefined || event.language === undefined || event.language === language)
  && (country === undefined || event.place?.country === country)
  && (attendance === undefined || event.attendance === attendance || event.attendance === 'both');

/** In the order of a page: soonest first, past ones latest first; by their ids where they start together, so that pages do not overlap. */
export const byStart = ({past = false}: EventFilter) => (first: PetitionEvent, second: PetitionEvent): number =>
  (past ? -1 : 1) * (startOf(first) - startOf(second)) || (first.id < second.id ? -1 : 1);

/** How many of the events there are in each country. */
export const countriesOf = (events: readonly PetitionEvent[]): Record<string, number> => {
  const countries: Record<string, number> = {};
  for (const {place} of events) if (place?.country !== undefined) countries[place.country] = (countries[place.country] ?? 0) + 1;
  return countries;
};
