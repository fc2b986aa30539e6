import type {CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';

/** How long an answer to a reader may take, in milliseconds. */
const PATIENCE = 10_000;

/** An address for a message: without query and fragment. */
const spelled = ({origin, pathname}: URL): string => origin + pathname;

/**
 * One request without cookies or referrer, and the JSON it is answered with. The answer is promised to be a `T` and not
 * looked at: whoever calls an adapter does that, once, for all adapters.
 */
export const exchange = async <T>(address: URL, patience: number, init: RequestInit, {signal}: CallOptions = {}): Promise<T> => {
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
export const getJson = <T>(address: URL, options?: CallOptions, cache: RequestCache = 'default'): Promise<T> => exchange(address, PATIENCE, {cache}, options);
