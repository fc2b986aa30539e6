import type {ReactiveElement} from '@lit/reactive-element';
import {journeyOf} from './journey-of.js';
import {prefill, takePrefill} from './prefill.js';

/**
 * What a form needs from when it stands: what the address says, then and later. Whoever wrote the page hears what is wrong with the journey before
 * anybody signs.
 */
export const attend = (element: ReactiveElement): void => {
  const give = async () => {
    takePrefill();
    if (prefill.parts.length > 0) await (await import('./give-prefill.js')).givePrefill(element);
  };
  const take = () => { give().catch(() => { /* The questions are there to be answered by hand. */ }); };
  element.addController({
    hostConnected: () => { addEventListener('hashchange', take); },
    hostDisconnected: () => { removeEventListener('hashchange', take); },
  });
  take();
  void journeyOf(element);
};
