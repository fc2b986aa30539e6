import type {BackendError} from '../contract/error.js';
import {unknownAdapter} from './complaints.js';
import {platforms} from './platforms.js';
import {adapterNamed, registry, type AdapterEntry} from './registry.js';

/** How long an element waits for a `defineAdapter` that comes after it, in milliseconds. */
export const DEFINITION_GRACE = 10_000;

/** Every adapter's name, those of this page first. */
export const adapterNames = (): string[] => [...new Set([...registry().entries.keys(), 'sphere', ...Object.keys(platforms)])];

/** The name of the shipped adapter that an address belongs to; `sphere` where it is none of the others'. */
export const platformFor = (src: URL): string => Object.entries(platforms).find(([, entry]) => entry.matches?.(src))?.[0] ?? 'sphere';

/** The adapter of that name, as soon as there is one. */
export const whenAdapterDefined = (name: string): Promise<AdapterEntry> => {
  // Own members only: an object has a `constructor`, the library no adapter of that name.
  const entry = adapterNamed(name) ?? (Object.hasOwn(platforms, name) ? platforms[name] : undefined);
  if (entry) return Promise.resolve(entry);
  const {waiting} = registry();
  return new Promise((resolve) => {
    const listeners = waiting.get(name) ?? new Set();
    waiting.set(name, listeners.add(resolve));
  });
};

/**
 * The adapter's entry, though it may be defined later.
 *
 * @param place Where the name was written.
 * @throws {BackendError} `configuration` when nobody defines it in time.
 */
export const findAdapter = (name: string, place: string): Promise<AdapterEntry> => new Promise((resolve, reject: (error: BackendError) => void) => {
  const timer = setTimeout(() => { reject(unknownAdapter(name, adapterNames(), place)); }, DEFINITION_GRACE);
  void whenAdapterDefined(name).then((entry) => {
    clearTimeout(timer);
    resolve(entry);
  });
});
