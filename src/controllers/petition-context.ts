import type {ReactiveController, ReactiveElement} from '@lit/reactive-element';
import type {PetitionStore} from '../stores/petition-store.js';

/** The same in every copy of the library. */
const PETITION = Symbol.for('sphere-petition.petition');

type Tell = (store: PetitionStore | undefined, unsubscribe?: () => void) => void;

/**
 * Asks the elements around for the petition they show: the context protocol of the Web Components Community Group, which
 * `@lit/context` speaks too. Our own few lines of it weigh less than that package, and every counter carries them.
 */
class ContextRequestEvent extends Event {
  readonly context = PETITION;
  readonly subscribe = true;
  readonly contextTarget: Element;
  readonly callback: Tell;

  constructor(contextTarget: Element, callback: Tell) {
    super('context-request', {bubbles: true, composed: true});
    this.contextTarget = contextTarget;
    this.callback = callback;
  }
}

/** Asks the elements around for the petition they show: at once where they know, and whenever it becomes another. */
export const askForPetition = (element: Element, tell: Tell): void => {
  element.dispatchEvent(new ContextRequestEvent(element, tell));
};

/** Hands a petition's store down to the elements inside its host. */
export class ProvidePetition {
  readonly #subscribers = new Map<Tell, () => void>();
  #store: PetitionStore | undefined;

  constructor(host: ReactiveElement) {
    host.addEventListener('context-request', (event) => {
      const {context, contextTarget, callback} = event as Event & Pick<ContextRequestEvent, 'context' | 'contextTarget' | 'callback'>;
      if (context !== PETITION || contextTarget === host) return;
      event.stopPropagation();
      // Who asks twice is one subscriber, and leaves only when it wants to.
      const unsubscribe = this.#subscribers.get(callback) ?? (() => { this.#subscribers.delete(callback); });
      this.#subscribers.set(callback, unsubscribe);
      callback(this.#store, unsubscribe);
    });
  }

  set store(store: PetitionStore) {
    if (store === this.#store) return;
    this.#store = store;
    for (const [tell, unsubscribe] of this.#subscribers) tell(store, unsubscribe);
  }
}

/** The store of the petition around its host, if there is one. */
export class InheritPetition implements ReactiveController {
  store: PetitionStore | undefined;
  readonly #host: ReactiveElement;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  readonly #tell: Tell = (store, unsubscribe) => {
    // Somebody else answers now.
    if (unsubscribe !== this.#unsubscribe) this.#unsubscribe?.();
    this.#unsubscribe = unsubscribe;
    if (store === this.store) return;
    this.store = store;
    this.#host.requestUpdate();
  };

  hostConnected(): void {
    askForPetition(this.#host, this.#tell);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.store = undefined;
  }
}
