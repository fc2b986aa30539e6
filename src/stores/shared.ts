import type {AdapterSettings, BackendAdapter} from '../contract/adapter.js';
import {openSource} from '../registry/open.js';
import {adapterNameFor} from '../registry/registry.js';
import {PetitionStore} from './petition-store.js';

/** How an element of the page says where its petition is kept. */
export interface PetitionAddress {
  /** Absolute. */
  readonly src: string;
  /** An adapter's name or the adapter itself. Absent: the address says which. */
  readonly adapter?: string | BackendAdapter | undefined;
  readonly settings: AdapterSettings;
}

const bySource = new Map<string, PetitionStore>();
const byAdapter = new WeakMap<BackendAdapter, PetitionStore>();

/** The page's one store for a petition: whoever names the same adapter and the same address shares it. */
export const petitionStore = ({src, adapter, settings}: PetitionAddress): PetitionStore => {
  if (typeof adapter === 'object') {
    const store = byAdapter.get(adapter) ?? new PetitionStore(() => Promise.resolve(adapter), src || adapter.name);
    byAdapter.set(adapter, store);
    return store;
  }
  // Named or found by the address, it is the same adapter.
  const name = adapter ?? (URL.canParse(src) && adapterNameFor(new URL(src)));
  const key = JSON.stringify([name, src, Object.entries(settings).sort()]);
  const store = bySource.get(key) ?? new PetitionStore(() => openSource({src, adapter, settings}), src);
  bySource.set(key, store);
  return store;
};
