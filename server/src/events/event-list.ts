import {byStart, countriesOf, endOf, type EventFilter, type EventPage, type EventQuery, isWanted, type PetitionEvent} from 'sphere-petition/contract';
import {cursorAfter, positionOf} from './cursor.js';

/** An event without its description, which `events/ID.json` brings: a list stays small. */
export type CompactEvent = Omit<PetitionEvent, 'description'>;

/** A page of the list, as it is sent. */
export type CompactPage = Omit<EventPage, 'events'> & {readonly events: readonly CompactEvent[]};

const DEFAULT_LIMIT = 20;
const LARGEST_LIMIT = 100;

/** Answers to different filters that are kept at a time. Most readers ask for the same two or three. */
const MOST_KEPT = 100;

/** What a filter leaves, and how long: it is another once the next event is over. */
interface Found {
  readonly events: readonly PetitionEvent[];
  readonly countries: Record<string, number>;
  /** Milliseconds since 1970, both ends included. */
  readonly from: number;
  readonly until: number;
}

const compact = ({description: _, ...event}: PetitionEvent): CompactEvent => event;

/** The public events of a petition. They are sorted once, when they are published, and never for a request. */
export class EventList {
  readonly #byId: ReadonlyMap<string, PetitionEvent>;
  readonly #soonestFirst: readonly PetitionEvent[];
  readonly #latestFirst: readonly PetitionEvent[];
  readonly #ends: readonly number[];
  readonly #kept = new Map<string, Found>();
  /** Milliseconds since 1970. */
  readonly publishedAt = Date.now();

  constructor(events: readonly PetitionEvent[]) {
    this.#byId = new Map(events.map((event) => [event.id, event]));
    this.#soonestFirst = events.toSorted(byStart({}));
    this.#latestFirst = this.#soonestFirst.toReversed().sort(byStart({past: true}));
    this.#ends = events.map(endOf).sort((first, second) => first - second);
  }

  get(id: string): PetitionEvent | undefined {
    return this.#byId.get(id);
  }

  /**
   * A page of the events that a query wants; undefined where its cursor never came with a page.
   *
   * @param now In milliseconds since 1970.
   */
  page({cursor, limit = DEFAULT_LIMIT, country, ...filter}: EventQuery, now: number): CompactPage | undefined {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    if (cursor !== undefined && after === undefined) return undefined;

    const {events: anywhere, countries} = this.#find(filter, now);
    const found = country === undefined ? anywhere : anywhere.filter(({place}) => place?.country === country);
    const begin = after === undefined ? 0 : firstAfter(after, found, filter);
    const end = begin + Math.min(Math.max(limit, 1), LARGEST_LIMIT);
    const events = found.slice(begin, end);
    const last = events.at(-1);
    return {events: events.map(compact), total: found.length, countries, ...(last !== undefined && end < found.length && {cursor: cursorAfter(last)})};
  }

  /** The events that a query wants, over or not, in the order of their start. */
  everyTime({cursor: _, limit: __, past: ___, ...filter}: EventQuery): readonly PetitionEvent[] {
    return this.#soonestFirst.filter((event) => isWanted(event, {...filter, past: false}, -Infinity));
  }

  #find(filter: EventFilter, now: number): Found {
    const key = JSON.stringify(filter);
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.from <= now && now <= kept.until) return kept;
    const events = (filter.past === true ? this.#latestFirst : this.#soonestFirst).filter((event) => isWanted(event, filter, now));
    const found = {events, countries: countriesOf(events), from: now, until: this.#ends.find((end) => end >= now) ?? Infinity};
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, found);
    return found;
  }
}

/** The index of the first event that comes after a position, by halving: the list is in order. */
const firstAfter = (position: PetitionEvent, events: readonly PetitionEvent[], filter: EventFilter): number => {
  const order = byStart(filter);
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = events[middle];
    if (event !== undefined && order(position, event) < 0) high = middle;
    else low = middle + 1;
  }
  return low;
};
