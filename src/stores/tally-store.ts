import {can, type BackendAdapter} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {Receipt} from '../contract/signature.js';
import type {Tally} from '../contract/tally.js';
import {readTally} from '../registry/tally-door.js';
import {Observable} from './observable.js';
import {poller, type Read} from './poller.js';

/**
 * What a page knows of the number of signatures. A tally that is known stays while a newer one cannot be had.
 *
 * `waiting` is followed by any other; `unsupported` by none; `failed` by itself (other trouble), `known` or `unsupported`; `known` only by itself.
 */
export type TallyState =
  | {readonly status: 'waiting'}
  | {readonly status: 'unsupported'}
  | {readonly status: 'failed'; readonly error: BackendError}
  | {readonly status: 'known'; readonly tally: Tally};

/** Where a tally is read. Asked again with an adapter that promised a tally in vain, it gives another, where there is one. */
type FindAdapter = (silent?: BackendAdapter) => Promise<BackendAdapter>;

/** A returning reader is not one of a crowd that all come back in the same second. In milliseconds. */
const FRESH = 5000;

/** The number of signatures, kept up to date while somebody looks. */
export class TallyStore {
  readonly state: Observable<TallyState>;
  readonly #find: FindAdapter;
  readonly #src: string;
  #own: Receipt | undefined;
  #read: Tally | undefined;
  #readAt = 0;
  /** Until then the back end wants to be left alone. */
  #pauseEnd = 0;
  #reading: ReturnType<Read> | undefined;

  /** @param src What messages call the petition. */
  constructor(find: FindAdapter, src: string) {
    this.#find = find;
    this.#src = src;
    this.state = new Observable<TallyState>({status: 'waiting'}, () => poller.add(this.#refresh));
  }

  /** Counts the reader's own signature at once, until the back end's number includes it. */
  addOwn(receipt: Receipt): void {
    if (receipt.status !== 'counted') return;
    this.#own = receipt;
    this.#publish();
  }

  /** One answer for all who ask while it is on its way. */
  readonly #refresh: Read = () => (this.#reading ??= this.#readAgain().finally(() => { this.#reading = undefined; }));

  async #readAgain(): ReturnType<Read> {
    const now = Date.now();
    if (now - this.#readAt < FRESH) return {changed: true};
    // Who looks away and back does not shorten a pause.
    if (now < this.#pauseEnd) return {changed: false, retryAfter: (this.#pauseEnd - now) / 1000};
    try {
      const tally = await this.#ask();
      if (tally) return {changed: this.#accept(tally)};
      if (!this.#read && this.state.value.status !== 'unsupported') this.state.value = {status: 'unsupported'};
      return {changed: false};
    } catch (thrown) {
      const error = BackendError.from(thrown, 'Reading the number of signatures');
      const {retryAfter} = error;
      this.#pauseEnd = Date.now() + (retryAfter ?? 0) * 1000;
      const {value} = this.state;
      // The same trouble again is no news.
      if (!this.#read && !(value.status === 'failed' && value.error.message === error.message)) this.state.value = {status: 'failed', error};
      return {changed: false, retryAfter};
    }
  }

  /** The tally; `undefined` where no back end of the petition tells it. */
  async #ask(): Promise<Tally | undefined> {
    const adapter = await this.#find();
    if (!can(adapter, 'getTally')) return undefined;
    try {
      return await readTally(adapter, this.#src);
    } catch (thrown) {
      // There is none here: the petition's document may name another place.
      if (!BackendError.is(thrown) || !['not-found', 'unsupported'].includes(thrown.code)) throw thrown;
      const other = await this.#find(adapter);
      if (other === adapter) throw thrown;
      return can(other, 'getTally') ? readTally(other, this.#src) : undefined;
    }
  }

  /** Whether it is news. A cache on the way may still hold an older answer: numbers do not go back. */
  #accept(tally: Tally): boolean {
    this.#readAt = Date.now();
    const before = this.#read;
    if (before && Date.parse(tally.asOf) < Date.parse(before.asOf)) return false;
    this.#read = tally;
    this.#publish();
    return tally.count !== before?.count;
  }

  #publish(): void {
    if (!this.#read) return;
    if (this.#own && Date.parse(this.#read.asOf) > Date.parse(this.#own.receivedAt)) this.#own = undefined;
    this.state.value = {status: 'known', tally: this.#own ? {...this.#read, count: this.#read.count + 1} : this.#read};
  }
}
