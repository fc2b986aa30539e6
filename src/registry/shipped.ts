import type {AdapterEntry} from './define-adapter.js';

/** The adapters that come with the library. `sphere` is the default for an address that no other recognises. */
export const shipped: Readonly<Record<string, AdapterEntry>> = {
  sphere: {load: () => import('../adapters/sphere.js')},
  memory: {load: () => import('../adapters/memory.js')},
};
