import type {AdapterSettings, BackendAdapter} from '../contract/adapter.js';
import {adapterNamed, adapterNameFor} from './registry.js';
import type {SettingPlace} from './settings.js';

/** Where a petition is kept, as a page says it. */
export interface Source {
  /** Absolute. */
  readonly src: string;
  /** An adapter's name. Absent: the address says which. */
  readonly adapter?: string | undefined;
  readonly settings?: AdapterSettings | undefined;
}

/** Where the parts of a source were written, for the sentence that says what to change. */
export interface SourcePlace {
  readonly src: string;
  readonly adapter: string;
  readonly setting: SettingPlace;
}

const attributes: SourcePlace = {src: 'the attribute src', adapter: 'the attribute adapter', setting: (setting) => `the attribute setting-${setting}`};

/**
 * The adapter for a source, as it is: what it returns must still pass the door.
 *
 * @throws {BackendError} `configuration` where the address, the name or a setting is wrong; the message names it.
 */
export const openSource = async ({src, adapter, settings = {}}: Source, place = attributes): Promise<BackendAdapter> => {
  const rare = () => import('./rare.js');
  if (!URL.canParse(src)) throw (await rare()).notAnAddress(src, place.src);
  const url = new URL(src);
  const name = adapter ?? adapterNameFor(url) ?? (await rare()).platformFor(url);
  const module = await (adapterNamed(name) ?? await (await rare()).findAdapter(name, place.adapter)).load();
  // Most adapters take no settings, and most pages give none: then there is nothing to check.
  return module.create(url, module.settings || Object.keys(settings).length > 0 ? await (await rare()).checkSettings(name, module.settings, settings, place.setting) : settings);
};
