import type {AdapterFactory} from '../contract/adapter.js';
import type {SettingsSchema} from './settings.js';

/** What an adapter's module exports. */
export interface AdapterModule {
  readonly create: AdapterFactory;
  /** Checks the adapter's settings and fills in defaults: any schema that speaks Standard Schema (zod, valibot, …). Absent: it takes none. */
  readonly settings?: SettingsSchema;
}

/** How an adapter is found and fetched. */
export interface AdapterEntry {
  /** Whether an address belongs to this adapter. Absent: it serves only elements that name it. */
  matches?(src: URL): boolean;
  /** Called once an element needs the adapter, so that its code costs nothing before. */
  load(): AdapterModule | Promise<AdapterModule>;
}

interface Registry {
  readonly entries: Map<string, AdapterEntry>;
  readonly waiting: Map<string, Set<(entry: AdapterEntry) => void>>;
}

/** One for the whole page, even where it carries two copies of this library. */
const KEY = Symbol.for('sphere-petition.registry');
const page = globalThis as {[KEY]?: Registry | undefined};

/** The page's adapters, and who waits for one. */
export const registry = (): Registry => (page[KEY] ??= {entries: new Map(), waiting: new Map()});

/**
 * Makes an adapter known to every element of the page, whether it comes before or after them. A name that is defined again
 * takes the new meaning for the elements that come after.
 *
 * @param name What `adapter="…"` and `connect` call it.
 * @param adapter The factory itself, or how to find and load it.
 * @example defineAdapter('our-crm', (src) => ({name: 'our-crm', sign: (signature) => post(src, signature)}));
 * @example defineAdapter('our-crm', {matches: (src) => src.host === 'crm.example.org', load: () => import('./our-crm.js')});
 */
export const defineAdapter = (name: string, adapter: AdapterFactory | AdapterEntry): void => {
  const entry = typeof adapter === 'function' ? {load: () => ({create: adapter})} : adapter;
  const {entries, waiting} = registry();
  entries.set(name, entry);
  waiting.get(name)?.forEach((tell) => { tell(entry); });
  waiting.delete(name);
};
