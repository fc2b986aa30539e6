import type {CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {Attempt} from './attempt.js';
import {Observable} from './observable.js';
import {withRetries} from './retry.js';

/** How far it has come what somebody sends: `idle` is followed by `sending`; `sending` by itself (another try), `sent` or `failed`; those by `sending`. */
export type SendingState<R> =
  | {readonly status: 'idle'}
  | {readonly status: 'sending'; readonly trouble?: BackendError}
  | {readonly status: 'sent'; readonly receipt: R}
  | {readonly status: 'failed'; readonly error: BackendError};

/** Sends what somebody has filled in, once, however often it takes. */
export class Sender<C extends object, R> {
  readonly state = new Observable<SendingState<R>>({status: 'idle'});
  readonly #attempt = new Attempt<C>();
  readonly #call: (document: C & {readonly idempotencyKey: string}, options: CallOptions) => Promise<R>;
  readonly #repeatable: boolean;
  #cancel: AbortController | undefined;

  /** @param repeatable Whether the call may be made again with one key. */
  constructor(call: (document: C & {readonly idempotencyKey: string}, options: CallOptions) => Promise<R>, repeatable: boolean) {
    this.#call = call;
    this.#repeatable = repeatable;
  }

  /** A second call while one is under way does nothing. */
  async send(content: C): Promise<void> {
    if (this.state.value.status === 'sending') return;
    const {signal} = (this.#cancel = new AbortController());
    this.state.value = {status: 'sending'};
    const call = () => this.#call(this.#attempt.documentFor(content), {signal});
    try {
      const receipt = await (this.#repeatable ? withRetries(call, signal, (trouble) => { this.state.value = {status: 'sending', trouble}; }) : call());
      this.#attempt.forget();
      this.state.value = {status: 'sent', receipt};
    } catch (thrown) {
      const error = BackendError.from(thrown, 'Sending');
      this.state.value = error.code === 'aborted' ? {status: 'idle'} : {status: 'failed', error};
    }
  }

  /** Stops trying. What was sent may have arrived all the same; the key stays, so that it cannot count twice. */
  cancel(): void {
    this.#cancel?.abort();
  }

  /** Forgets a failure whose cause somebody is about to put right. */
  reset(): void {
    if (this.state.value.status !== 'sending') this.state.value = {status: 'idle'};
  }
}
