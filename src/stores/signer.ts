import {can, type BackendAdapter} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {Receipt, Signature} from '../contract/signature.js';
import {Attempt} from './attempt.js';
import type {PetitionStore} from './petition-store.js';
import {withRetries} from './retry.js';

/** A signature without its key. */
export type SignatureContent = Omit<Signature, 'idempotencyKey'>;

const signers = new WeakMap<PetitionStore, Signer>();

/** The one that signs a petition for this page: its forms share it as they share the petition. */
export const signerOf = (store: PetitionStore): Signer => {
  const signer = signers.get(store) ?? new Signer(store);
  signers.set(store, signer);
  return signer;
};

/** Sends the reader's signature, once, however often it takes. The outcome is in the store's `signing`. */
export class Signer {
  readonly #store: PetitionStore;
  readonly #attempt = new Attempt<SignatureContent>();
  #cancel: AbortController | undefined;

  constructor(store: PetitionStore) {
    this.#store = store;
  }

  /**
   * Sends a signature and repeats it as far as the adapter allows. A second call while one
   * is under way does nothing.
   */
  async sign(adapter: BackendAdapter, content: SignatureContent): Promise<void> {
    if (this.#store.signing.value.status === 'sending') return;
    const cancel = (this.#cancel = new AbortController());
    this.#store.signing.value = {status: 'sending'};
    try {
      const receipt = await this.#send(adapter, this.#attempt.documentFor(content), cancel.signal);
      this.#attempt.forget();
      this.#store.signing.value = {status: 'signed', receipt};
      this.#store.tally.addOwn(receipt);
    } catch (thrown) {
      const error = BackendError.from(thrown, 'Signing');
      this.#store.signing.value = error.code === 'aborted' ? {status: 'idle'} : {status: 'failed', error};
    }
  }

  /** Stops trying. What was sent may have arrived all the same; the key stays, so that it cannot count twice. */
  cancel(): void {
    this.#cancel?.abort();
  }

  /** Forgets the outcome, so that somebody else can sign. */
  reset(): void {
    if (this.#store.signing.value.status !== 'sending') this.#store.signing.value = {status: 'idle'};
  }

  #send(adapter: BackendAdapter, signature: Signature, signal: AbortSignal): Promise<Receipt> {
    if (!can(adapter, 'sign')) throw new BackendError('unsupported', `The adapter "${adapter.name}" cannot sign.`);
    const call = () => adapter.sign(signature, {signal});
    if (!adapter.repeatable?.includes('sign')) return call();
    return withRetries(call, signal, (trouble) => { this.#store.signing.value = {status: 'sending', trouble}; });
  }
}
