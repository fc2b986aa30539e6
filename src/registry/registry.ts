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

/** The default for an address that no other adapter recognises. The others that come with the library cost a page nothing until it may need one. */
const sphere: AdapterEntry = {load: () => import('../adapters/sphere.js')};

/** What the addresses have in common that shipped adapters recognise; which of them does, if any, `platforms.ts` says. */
const MAY_BE_A_PLATFORM = /(actionnetwork|supabase|proca|actionkit)\.|\.ics$/;

/** One for the whole page, even where it carries two copies of this library. */
const KEY = Symbol.for('sphere-petition.registry');
const page = globalThis as {[KEY]?: Registry | undefined};
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

/** The adapter of that name, where it is known by now. Others come with `whenAdapterDefined`. */
export const adapterNamed = (name: string): AdapterEntry | undefined => registry().entries.get(name) ?? (name === 'sphere' ? sphere : undefined);

/** The name of the adapter that an address belongs to: the latest defined that says so, else `sphere`. Empty: perhaps a shipped one, which `rare.ts` tells. */
export const adapterNameFor = (src: URL): string =>
  [...registry().entries].reverse().find(([, entry]) => entry.matches?.(src))?.[0] ?? (MAY_BE_A_PLATFORM.test(src.hostname + src.pathname) ? '' : 'sphere');
