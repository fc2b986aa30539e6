import {defineAdapter} from '../registry/define-adapter.js';
import type {defineLocale} from './define-locale.js';

/** What classic scripts of a page, which cannot import, find at `window.SpherePetition`. */
export interface PageGlobal {
  readonly defineAdapter: typeof defineAdapter;
  readonly defineLocale: typeof defineLocale;
}

declare global {
  interface Window {
    SpherePetition?: PageGlobal;
  }
}

/** Sets `window.SpherePetition`, unless another copy of the script has. */
export const setPageGlobal = (define: typeof defineLocale): void => {
  window.SpherePetition ??= {defineAdapter, defineLocale: define};
};
