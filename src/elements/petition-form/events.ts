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

/**
 * The reader has signed and is through with what comes after: the address in `redirect` is next. Who would rather lead on in another way prevents
 * the default.
 *
 * @example document.addEventListener('sphere-leave', (event) => { event.preventDefault(); router.go('/thanks'); });
 */
export class LeaveEvent extends Event {
  static readonly type = 'sphere-leave';

  constructor() {
    super(LeaveEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sphere-leave': LeaveEvent;
    'sphere-signed': SignedEvent;
  }
}
