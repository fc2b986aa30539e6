import {registry, type AdapterEntry} from './define-adapter.js';

export {defineAdapter, registry, type AdapterEntry, type AdapterModule} from './define-adapter.js';

/** The default for an address that no other adapter recognises. The others that come with the library cost a page nothing until it may need one. */
const sphere: AdapterEntry = {load: () => import('../adapters/sphere.js')};

/** What the addresses have in common that shipped adapters recognise; which of them does, if any, `platforms.ts` says. */
const MAY_BE_A_PLATFORM = /(actionnetwork|supabase|proca|actionkit)\.|\.ics$/;

/** The adapter of that name, where it is known by now. Others come with `whenAdapterDefined`. */
export const adapterNamed = (name: string): AdapterEntry | undefined => registry().entries.get(name) ?? (name === 'sphere' ? sphere : undefined);

/** The name of the adapter that an address belongs to: the latest defined that says so, else `sphere`. `undefined`: perhaps a shipped one, which `rare.ts` tells. */
export const adapterNameFor = (src: URL): string | undefined =>
  [...registry().entries].reverse().find(([, entry]) => entry.matches?.(src))?.[0] ?? (MAY_BE_A_PLATFORM.test(src.hostname + src.pathname) ? undefined : 'sphere');
