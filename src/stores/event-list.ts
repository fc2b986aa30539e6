import {can, type BackendAdapter, type Capable} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {PetitionEvent} from '../contract/event.js';
import {byStart, countriesOf, isWanted} from '../contract/event-query.js';
import {readEvents, type ReadEvents} from '../registry/event-door.js';
import {Observable} from './observable.js';

/** Which events a list holds. */
export interface EventSelection {
  /** Those that are over, the latest first, instead of those that are not. */
  readonly past: boolean;
  /** ISO 3166-1 alpha-2. Absent: wherever. */
  readonly country?: string | undefined;
}

/** What a page knows of a list of events. */
export interface KnownEvents {
  readonly status: 'known';
  /** In their order. */
  readonly events: readonly PetitionEvent[];
  /** How many there are in each country, wherever the list looks. */
  readonly countries: Readonly<Record<string, number>>;
  /** Whether these are all. */
  readonly complete: boolean;
  /** Whether more are on their way. */
  readonly fetching: boolean;
  /** Why no more could be had. */
  readonly error?: BackendError | undefined;
  /** What is wrong with events that are shown in part or not at all. */
  readonly complaints: readonly BackendError[];
  /** How many events cannot be shown. */
  readonly omitted: number;
}

/** `waiting` is followed by any other; `failed` by `waiting`, when somebody asks again; `known` by itself; `unsupported` by none. */
export type EventsState =
  | {readonly status: 'waiting'}
  | {readonly status: 'unsupported'; readonly link: string | undefined}
  | {readonly status: 'failed'; readonly error: BackendError}
  | KnownEvents;

/** Where events are listed. Asked again with an adapter that promised them in vain, it gives another, where there is one. */
export type FindAdapter = (silent?: BackendAdapter) => Promise<BackendAdapter>;

/** Events in a request, and requests for a list: a back end that always has more is not believed for ever. */
const PAGE = 100;
const MOST_PAGES = 100;

/** The events of one selection, fetched page by page as far as they are wanted, and kept. */
export class EventList {
  readonly state: Observable<EventsState>;
  readonly #selection: EventSelection;
  readonly #find: FindAdapter;
  readonly #src: string;
  /** By their ids: pages may overlap when an event is added between them. */
  readonly #events: Map<string, PetitionEvent>;
  readonly #cursors = new Set<string>();
  readonly #complaints: BackendError[] = [];
  #omitted = 0;
  #countries: Readonly<Record<string, number>> | undefined;
  /** Whom a cursor is understood by. */
  #adapter: Capable<'listEvents'> | undefined;
  #cursor: string | undefined;
  #started = false;
  #complete: boolean;

  /**
   * @param src What messages call the petition.
   * @param wider A list that holds these and others, as far as it is known: what it has is shown at once.
   */
  constructor(selection: EventSelection, find: FindAdapter, src: string, wider?: KnownEvents) {
    this.#selection = selection;
    this.#find = find;
    this.#src = src;
    this.#events = new Map(wider?.events.map((event) => [event.id, event]));
    this.#countries = wider?.countries;
    this.#complete = wider?.complete ?? false;
    this.state = new Observable<EventsState>({status: 'waiting'}, () => {
      this.#begin();
      return () => { /* What was read stays, for whoever comes next. */ };
    });
    if (wider) this.#publish(!this.#complete);
  }

  /** Sees to it that so many events that match are known, if there are so many. */
  fill(count: number, matches: (event: PetitionEvent) => boolean): void {
    const {value} = this.state;
    if (value.status !== 'known' || value.complete || value.fetching || value.error) return;
    if (value.events.filter(matches).length < count) void this.#fetch();
  }

  /** Asks again for what could not be had. */
  retry(): void {
    const {value} = this.state;
    if (value.status === 'failed') this.state.value = {status: 'waiting'};
    else if (value.status !== 'known' || !value.error) return;
    void this.#fetch();
  }

  #begin(): void {
    if (this.#started || this.#complete) return;
    this.#started = true;
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    if (this.state.value.status === 'known') this.#publish(true);
    try {
      const page = await this.#read();
      if (!page) return;
      this.#accept(page);
      this.#publish(false);
    } catch (thrown) {
      const error = BackendError.from(thrown, 'Reading the events');
      if (this.state.value.status === 'known') this.#publish(false, error);
      else this.state.value = {status: 'failed', error};
    }
  }

  /** The next page; `undefined` where no back end of the petition lists events. */
  async #read(): Promise<ReadEvents | undefined> {
    const {past, country} = this.#selection;
    const query = {limit: PAGE, ...(past && {past}), ...(country !== undefined && {country}), ...(this.#cursor !== undefined && {cursor: this.#cursor})};
    const ask = (adapter: BackendAdapter): Promise<ReadEvents | undefined> | undefined => {
      if (can(adapter, 'listEvents')) return readEvents((this.#adapter = adapter), this.#src, query);
      this.state.value = {status: 'unsupported', link: adapter.links?.events};
      return undefined;
    };
    if (this.#cursor !== undefined && this.#adapter) return ask(this.#adapter);
    const adapter = await this.#find();
    try {
      return await ask(adapter);
    } catch (thrown) {
      // There are none here: the petition's document may name another place.
      if (!BackendError.is(thrown) || !['not-found', 'unsupported'].includes(thrown.code)) throw thrown;
      const other = await this.#find(adapter);
      if (other === adapter) throw thrown;
      return ask(other);
    }
  }

  #accept({events, cursor, countries, complaint, omitted}: ReadEvents): void {
    const before = this.#events.size;
    for (const event of events) this.#events.set(event.id, event);
    if (complaint) this.#complaints.push(complaint);
    this.#omitted += omitted;
    this.#countries = countries ?? this.#countries;
    // A cursor that leads back, and a page that brings nothing new, would lead round in circles.
    const goesOn = cursor !== undefined && !this.#cursors.has(cursor) && this.#cursors.size < MOST_PAGES && (this.#cursors.size === 0 || this.#events.size > before || omitted > 0);
    if (goesOn) this.#cursors.add(cursor);
    this.#cursor = goesOn ? cursor : undefined;
    this.#complete = !goesOn;
  }

  /** Filters and sorts again: a folder of files answers whatever is asked with all that it has. */
  #publish(fetching: boolean, error?: BackendError): void {
    const now = Date.now();
    const {past, country} = this.#selection;
    const wherever = [...this.#events.values()].filter((event) => isWanted(event, {past}, now));
    this.state.value = {
      status: 'known',
      events: wherever.filter((event) => country === undefined || event.place?.country === country).sort(byStart({past})),
      countries: this.#countries ?? countriesOf(wherever),
      complete: this.#complete,
      fetching,
      error,
      complaints: [...this.#complaints],
      omitted: this.#omitted,
    };
  }
}
