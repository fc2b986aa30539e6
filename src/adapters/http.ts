import type {CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';

/** How long an answer may take, in milliseconds. A write is given longer, for it is worse to ask for it twice. */
const PATIENCE = {read: 10_000, write: 20_000} as const;

/** Up to here, in UTF-16 units, a body surely stays under the 64 KiB that a browser sends on after its page has gone. */
const SURVIVES_THE_PAGE = 20_000;

/** An address for a message: without query and fragment. */
const spelled = ({origin, pathname}: URL): string => origin + pathname;

/**
 * One request without cookies or referrer, and the JSON it is answered with. The answer is promised to be a `T` and not
 * looked at: whoever calls an adapter does that, once, for all adapters.
 */
const exchange = async <T>(address: URL, patience: number, init: RequestInit, {signal}: CallOptions = {}): Promise<T> => {
  const silence = AbortSignal.timeout(patience);
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {
      ...init,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: signal ? AbortSignal.any([signal, silence]) : silence,
    });
    text = await response.text();
  } catch (cause) {
    const where = spelled(address);
    if (signal?.aborted) throw new BackendError('aborted', `The request to ${where} was given up.`, {cause});
    if (silence.aborted) throw new BackendError('timeout', `${where} did not answer within ${patience / 1000} s.`, {cause});
    throw new BackendError('offline', `${where} gave no answer, or lets no other site read it (CORS).`, {cause});
  }
  // What a refusal means is fetched with the first one: most pages never meet any.
  if (!response.ok) throw (await import('./http-refusal.js')).refusal(address, response, text);
  try {
    return JSON.parse(text) as T;
  } catch {
    // Without the cause: its message quotes the answer, which may quote what a person typed.
    throw new BackendError('invalid-response', `${spelled(address)}${redirection(response)} answered with ${kindOf(text)} instead of JSON.`);
  }
};

const redirection = ({redirected, url}: Response): string => (redirected ? `, redirected to ${spelled(new URL(url))},` : '');

const kindOf = (text: string): string =>
  /^\s*</.test(text) ? 'a page of HTML' : text.trim() === '' ? 'nothing' : 'text that is broken';

/**
 * Reads a JSON document; browser and proxies may answer from their caches, as its headers allow.
 *
 * @param cache `no-cache` makes the browser ask whether its copy is still good; caches on the way still answer for the back end.
 * @throws {BackendError} saying which address, and what came instead.
 */
export const getJson = <T>(address: URL, options?: CallOptions, cache: RequestCache = 'default'): Promise<T> => exchange(address, PATIENCE.read, {cache}, options);

/**
 * Sends a JSON document. As `text/plain`, for that a browser asks no leave first (no CORS preflight): at a peak, half the requests.
 * The same document is the same bytes each time. A small one is delivered even when its page closes meanwhile.
 *
 * @throws {BackendError} saying which address refused, and at which members; never with a value that was sent.
 */
export const postJson = async <T>(address: URL, document: object, options?: CallOptions): Promise<T> => {
  // Here before anything is sent: a refusal of a write must be understood, however busy the host of this script is by then.
  await import('./http-refusal.js');
  const body = JSON.stringify(document);
  return exchange(address, PATIENCE.write, {method: 'POST', headers: {'Content-Type': 'text/plain;charset=UTF-8'}, body, keepalive: body.length < SURVIVES_THE_PAGE}, options);
};
