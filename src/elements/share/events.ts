import type {ShareChannel} from '../../contract/share-channel.js';

/**
 * The reader passed the petition on. Says by what way, and nothing of who to whom: the page's analytics may listen.
 *
 * @example document.addEventListener('sphere-shared', (event) => count(event.channel));
 */
export class SharedEvent extends Event {
  static readonly type = 'sphere-shared';
  readonly channel: ShareChannel;

  constructor(channel: ShareChannel) {
    super(SharedEvent.type, {bubbles: true, composed: true});
    this.channel = channel;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sphere-shared': SharedEvent;
  }
}
