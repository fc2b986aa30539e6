import type {PetitionStore} from './petition-store.js';
import {EventList, type EventSelection} from './event-list.js';

/** The events of a petition: what one element has fetched, another need not. */
export class EventStore {
  readonly #store: Pick<PetitionStore, 'adapterFor' | 'src'>;
  readonly #lists = new Map<string, EventList>();

  constructor(store: Pick<PetitionStore, 'adapterFor' | 'src'>) {
    this.#store = store;
  }

  /** The events of a selection, fetched when their first reader comes. */
  list(selection: EventSelection): EventList {
    const {past, country} = selection;
    const key = `${past ? 'past' : 'upcoming'} ${country ?? ''}`;
    const known = this.#lists.get(key);
    if (known) return known;
    const wider = country === undefined ? undefined : this.#lists.get(`${past ? 'past' : 'upcoming'} `)?.state.value;
    const list = new EventList(selection, (silent) => this.#store.adapterFor('listEvents', silent), this.#store.src, wider?.status === 'known' ? wider : undefined);
    this.#lists.set(key, list);
    return list;
  }
}

const stores = new WeakMap<PetitionStore, EventStore>();

/** The events of a petition. Beside its store and not in it, so that a page with nothing but a counter does not carry them. */
export const eventsOf = (store: PetitionStore): EventStore => {
  const events = stores.get(store) ?? new EventStore(store);
  stores.set(store, events);
  return events;
};
