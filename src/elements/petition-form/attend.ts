import type {ReactiveElement} from '@lit/reactive-element';
import {journeyOf} from './journey-of.js';
import {prefill, takePrefill} from './prefill.js';

/**
 * What a form needs from when it stands: what the address says, then and later. Whoever wrote the page hears what is wrong with the journey before
 * anybody signs. Inside of a whole petition, readers are offered to carry it on pages of their own.
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
  const root = element.getRootNode();
  // In an arrangement of its own, a page arranges its own offers too.
  if (root instanceof ShadowRoot && root.host.getAttribute('embed') !== 'off') void import('../embed/offer.js').then(({offer}) => { offer(root); }, () => undefined);
};
