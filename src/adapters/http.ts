import type {CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';

/** How long an answer to a reader may take, in milliseconds. */
const PATIENCE = 10_000;

/** An address for a message: without query and fragment. */
const spelled = ({origin, pathname}: URL): string => origin + pathname;

/** An answer, read to its end. */
export interface Answer {
  readonly response: Response;
  readonly text: string;
}

/** One request without cookies or referrer. @throws {BackendError} where no answer comes. */
export const ask = async (address: URL, patience: number, init: RequestInit, {signal}: CallOptions = {}): Promise<Answer> => {
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
  return {response, text};
};

/** The JSON of an answer. */
export const jsonOf = (address: URL, {response, text}: Answer): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: its message quotes the answer, which may quote what a person typed.
    throw new BackendError('invalid-response', `${spelled(address)}${redirection(response)} answered with ${kindOf(text)} instead of JSON.`);
  }
};

/**
 * One request, and the JSON it is answered with. That is promised to be a `T` and not looked at: whoever calls an adapter does that, once, for all
 * adapters.
 *
 * @throws {BackendError} where no answer comes, or a refusal.
 */
export const exchange = async <T>(address: URL, patience: number, init: RequestInit, options?: CallOptions): Promise<T> => {
  const answer = await ask(address, patience, init, options);
  // What a refusal means is fetched with the first one: most pages never meet any.
  if (!answer.response.ok) throw (await import('./http-refusal.js')).refusal(address, answer);
  return jsonOf(address, answer) as T;
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
