import {registry, type AdapterEntry} from './define-adapter.js';
import {shipped} from './shipped.js';

export {defineAdapter, type AdapterEntry, type AdapterModule} from './define-adapter.js';

/** Every adapter's name, those of this page first. */
export const adapterNames = (): string[] => [...new Set([...registry().entries.keys(), ...Object.keys(shipped)])];

/** The adapter of that name, as soon as there is one. */
export const whenAdapterDefined = (name: string): Promise<AdapterEntry> => {
  const {entries, waiting} = registry();
  // Own members only: an object has a `constructor`, the library no adapter of that name.
  const entry = entries.get(name) ?? (Object.hasOwn(shipped, name) ? shipped[name] : undefined);
  if (entry) return Promise.resolve(entry);
  return new Promise((resolve) => {
    const listeners = waiting.get(name) ?? new Set();
    waiting.set(name, listeners.add(resolve));
  });
};

/** The name of the adapter that an address belongs to: the latest defined that says so, else `sphere`. */
export const adapterNameFor = (src: URL): string => {
  const candidates = [...Object.entries(shipped), ...registry().entries];
  return candidates.reverse().find(([, entry]) => entry.matches?.(src))?.[0] ?? 'sphere';
};
