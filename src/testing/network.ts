import type {BackendError} from '../contract/error.js';
import {rejection, sentence} from './expect.js';

/** What stands in the place of the network while a check lasts. */
export type Answering = (request: Request) => Response | Promise<Response>;

/** What became of a call, and whether it asked the network at all. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: BackendError | undefined;
  /** No request was made, or one whose answer no page may read: what stood in for the network says nothing of this call. */
  readonly unseen: boolean;
}

/** Before anybody replaces it. */
const {setTimeout: unhurried} = globalThis;

/** Calls with `fetch` answered otherwise; nobody is asked. @throws {Error} where the call does not end within so many milliseconds. */
export const answered = async (answering: Answering, {patience, what}: {readonly patience: number; readonly what: string}, call: () => Promise<unknown>): Promise<Outcome> => {
  const seen = {readable: 0, unreadable: 0};
  let value: unknown;
  const error = await replacing({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      if (request.mode === 'no-cors') {
        seen.unreadable += 1;
        return dropped();
      }
      seen.readable += 1;
      return answering(request);
    },
  }, () => within(patience, rejection(async () => { value = await call(); }, what), what));
  return {value, error, unseen: seen.readable === 0 || seen.unreadable > 0};
};

/** Calls with `fetch` as it is, and notes each address that is asked. */
export const notingAddresses = (addresses: string[], call: () => Promise<unknown>): Promise<unknown> => {
  const {fetch: genuine} = globalThis;
  return replacing({
    fetch: (input, init) => {
      addresses.push(new Request(input, init).url);
      return genuine(input, init);
    },
  }, call);
};

/** A dropped connection, as `fetch` tells it. */
export const dropped = (): never => { throw new TypeError('Failed to fetch'); };

/** Nobody answers, until the caller has had enough. */
export const silence = ({signal}: Request): Promise<never> => new Promise((_resolve, reject) => {
  const giveUp = () => { reject(signal.reason as Error); };
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp);
});

/** What a proxy or a broken server answers. */
export const page = (status: number): Answering => () => new Response('<!doctype html><title>Error</title>', {status, headers: {'Content-Type': 'text/html'}});

const within = <T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> => new Promise((resolve, reject: (error: unknown) => void) => {
  const timer = unhurried(() => { reject(sentence(`${what} waits for ever: give fetch() the signal of the call and a time limit, as in AbortSignal.any([signal, AbortSignal.timeout(10_000)]).`)); }, milliseconds);
  void work.then(resolve, reject).finally(() => { clearTimeout(timer); });
});

/** While `work` lasts, whatever waits has waited long enough: nobody need sit through the patience of an adapter. */
export const hurrying = <T>(work: () => Promise<T>): Promise<T> => {
  const setTimeout = ((handler: () => void, _delay?: number, ...rest: []) => unhurried(handler, 0, ...rest)) as typeof globalThis.setTimeout;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = () => timeout(0);
  return replacing({setTimeout}, work).finally(() => { AbortSignal.timeout = timeout; });
};

const replacing = async <T>(others: Partial<Pick<typeof globalThis, 'fetch' | 'setTimeout'>>, work: () => Promise<T>): Promise<T> => {
  const {fetch, setTimeout} = globalThis;
  Object.assign(globalThis, others);
  try {
    return await work();
  } finally {
    Object.assign(globalThis, {fetch, setTimeout});
  }
};
