import type {ProposalReceipt, RsvpReceipt} from '../../contract/event.js';

/**
 * Somebody joins an event. Says nothing of who: the page's analytics may listen.
 *
 * @example document.addEventListener('sphere-joined', (event) => count(event.status));
 */
export class JoinedEvent extends Event {
  static readonly type = 'sphere-joined';
  /** Whether they are registered, wait for a place, must confirm by e-mail first, or were handed over to a back end that never says. */
  readonly status: RsvpReceipt['status'];

  constructor(status: RsvpReceipt['status']) {
    super(JoinedEvent.type, {bubbles: true, composed: true});
    this.status = status;
  }
}

/**
 * Somebody offers to organise an event. Says nothing of who, and nothing of the event.
 *
 * @example document.addEventListener('sphere-proposed', (event) => count(event.status));
 */
export class ProposedEvent extends Event {
  static readonly type = 'sphere-proposed';
  /** Whether it is published, held for review, must be confirmed by e-mail first, or was handed over to a back end that never says. */
  readonly status: ProposalReceipt['status'];

  constructor(status: ProposalReceipt['status']) {
    super(ProposedEvent.type, {bubbles: true, composed: true});
    this.status = status;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sphere-joined': JoinedEvent;
    'sphere-proposed': ProposedEvent;
  }
}
