import type {AdapterSettings, BackendAdapter} from '../contract/adapter.js';
import {adapterNameFor, adapterNames, whenAdapterDefined, type AdapterEntry} from './registry.js';
import type {SettingPlace} from './settings.js';

/** Where a petition is kept, as a page says it. */
export interface Source {
  /** Absolute. */
  readonly src: string;
  /** An adapter's name. Absent: the address says which. */
  readonly adapter?: string | undefined;
  readonly settings?: AdapterSettings | undefined;
}

/** How long an element waits for a `defineAdapter` that comes after it, in milliseconds. */
export const DEFINITION_GRACE = 10_000;

/** Where the parts of a source were written, for the sentence that says what to change. */
export interface SourcePlace {
  readonly src: string;
  readonly adapter: string;
  readonly setting: SettingPlace;
}

const attributes: SourcePlace = {src: 'the attribute src', adapter: 'the attribute adapter', setting: (setting) => `the attribute setting-${setting}`};

/** The adapter's entry; `undefined` when nobody defines it in time. */
const entryOf = (name: string): Promise<AdapterEntry | undefined> => new Promise((resolve) => {
  const timer = setTimeout(() => { resolve(undefined); }, DEFINITION_GRACE);
  void whenAdapterDefined(name).then((entry) => {
    clearTimeout(timer);
    resolve(entry);
  });
});

/**
 * The adapter for a source, as it is: what it returns must still pass the door.
 *
 * @throws {BackendError} `configuration` where the address, the name or a setting is wrong; the message names it.
 */
export const openSource = async ({src, adapter, settings = {}}: Source, place = attributes): Promise<BackendAdapter> => {
  if (!URL.canParse(src)) throw (await import('./rare.js')).notAnAddress(src, place.src);
  const url = new URL(src);
  const name = adapter ?? adapterNameFor(url);
  const entry = await entryOf(name);
  if (!entry) throw (await import('./rare.js')).unknownAdapter(name, adapterNames(), place.adapter);
  const module = await entry.load();
  // Most adapters take no settings, and most pages give none: then there is nothing to check.
  if (!module.settings && Object.keys(settings).length === 0) return module.create(url, settings);
  const {checkSettings} = await import('./rare.js');
  return module.create(url, await checkSettings(name, module.settings, settings, place.setting));
};
