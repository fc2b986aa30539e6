import type {BackendError} from '../contract/error.js';
import {rejection, sentence} from './expect.js';

/** What stands in the place of the network while a check lasts. */
export type Answering = (request: Request) => Response | Promise<Response>;

/** One request, as it would have gone out. */
export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly body: string;
}

/** What became of a call. */
export interface Outcome {
  readonly value?: unknown;
  readonly error?: BackendError | undefined;
  /** What the call asked by `fetch()`, in order. Empty: what stood in for the network says nothing of this call. */
  readonly asked: readonly Asked[];
  /** An answer was such as no page may read (`no-cors`). */
  readonly unread: boolean;
}

/** Before anybody replaces it. */
const {setTimeout: unhurried} = globalThis;

/** A moment for what was begun and not waited for. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => { unhurried(resolve, 0); });

/** What is left of an answer for a page that may not read it. */
const unreadable = (): Response => Object.defineProperties(new Response(null), {type: {value: 'opaque'}, ok: {value: false}, status: {value: 0}});

/** A body that is the same whenever the same is sent: forms of several parts are cut by words made up each time. */
const bodyOf = async (request: Request): Promise<string> => {
  const [, boundary = ''] = /boundary=(\S+)/.exec(request.headers.get('Content-Type') ?? '') ?? [];
  const text = await request.clone().text();
  return boundary === '' ? text : text.replaceAll(boundary, '');
};

/** Calls with `fetch` answered otherwise; nobody is asked. @throws {Error} where the call does not end within so many milliseconds. */
export const answered = async (answering: Answering, {patience, what}: {readonly patience: number; readonly what: string}, call: () => Promise<unknown>): Promise<Outcome> => {
  const asked: Asked[] = [];
  let unread = false;
  let value: unknown;
  const error = await replacing({
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const entry = {method: request.method, address: request.url, body: ''};
      // Before its body has been read: who asked and did not wait has asked.
      asked.push(entry);
      entry.body = await bodyOf(request);
      const answer = await answering(request);
      if (request.mode !== 'no-cors') return answer;
      unread = true;
      return unreadable();
    },
  }, () => within(patience, rejection(async () => { value = await call(); }, what), what));
  return {value, error, asked, unread};
};

/** A dropped connection, as `fetch` tells it. */
export const dropped = (): never => { throw new TypeError('Failed to fetch'); };

/** Nobody answers, until the caller has had enough. */
export const silence = ({signal}: Request): Promise<never> => new Promise((_resolve, reject) => {
  const giveUp = () => { reject(signal.reason as Error); };
  if (signal.aborted) giveUp();
  else signal.addEventListener('abort', giveUp);
});

/** Nobody answers, and the caller gives up once it is sure to wait. */
export const givingUp = (controller: AbortController): Answering => (request) => {
  void Promise.resolve().then(() => { controller.abort(); });
  return silence(request);
};

/** An answer that begins, and never ends. */
export const stalled: Answering = ({signal}) => {
  signal.throwIfAborted();
  return new Response(new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{'));
      signal.addEventListener('abort', () => { controller.error(signal.reason); });
    },
  }), {headers: {'Content-Type': 'application/json'}});
};

/** What a proxy or a broken server answers. */
export const page = (status: number): Answering => () => new Response('<!doctype html><title>Error</title>', {status, headers: {'Content-Type': 'text/html'}});

const within = <T>(milliseconds: number, work: Promise<T>, what: string): Promise<T> => new Promise((resolve, reject: (error: unknown) => void) => {
  const timer = unhurried(() => { reject(sentence(`${what} waits for ever: pass fetch() a signal that ends it, its caller's and AbortSignal.timeout().`)); }, milliseconds);
  void work.then(resolve, reject).finally(() => { clearTimeout(timer); });
});

/** As long as an answer of the suite's own needs to begin, in milliseconds. */
const A_MOMENT = 50;

/** While `work` lasts, whatever waits has waited long enough after a moment: nobody need sit through the patience of an adapter. */
export const hurrying = <T>(work: () => Promise<T>): Promise<T> => {
  const setTimeout = ((handler: () => void, _delay?: number, ...rest: []) => unhurried(handler, A_MOMENT, ...rest)) as typeof globalThis.setTimeout;
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = () => timeout(A_MOMENT);
  return replacing({setTimeout}, work).finally(() => { AbortSignal.timeout = timeout; });
};

/** Runs with other members of the page's global object, and puts its own back. */
export const replacing = async <T>(others: Partial<Pick<typeof globalThis, 'fetch' | 'setTimeout' | 'console'>>, work: () => Promise<T>): Promise<T> => {
  const {fetch, setTimeout, console} = globalThis;
  Object.assign(globalThis, others);
  try {
    return await work();
  } finally {
    Object.assign(globalThis, {fetch, setTimeout, console});
  }
};
