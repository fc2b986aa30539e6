import type {Receipt} from '../../contract/signature.js';

/**
 * The petition has been signed. Says nothing of who signed: the page's analytics may listen.
 *
 * @example document.addEventListener('sphere-signed', (event) => count(event.status));
 */
export class SignedEvent extends Event {
  static readonly type = 'sphere-signed';
  /** Whether the signature counts, must be confirmed by e-mail first, or was handed over to a back end that never says. */
  readonly status: Receipt['status'];

  constructor(status: Receipt['status']) {
    super(SignedEvent.type, {bubbles: true, composed: true});
    this.status = status;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sphere-signed': SignedEvent;
  }
}
