import type {CallOptions} from '../contract/adapter.js';
import {exchange} from './http.js';

/** How long an answer may take, in milliseconds: longer than for a reader, for it is worse to ask twice. */
export const PATIENCE = 20_000;

/** Up to here, in UTF-16 units, a body surely stays under the 64 KiB that a browser sends on after its page has gone. */
export const SURVIVES_THE_PAGE = 20_000;

/** Each member as it is: old libraries have taught arrays and strings to write JSON of their own (`toJSON`), which no server reads. */
function asItIs(this: Readonly<Record<string, unknown>>, name: string): unknown {
  return this[name];
}

/** A document as JSON: the same document is the same bytes each time. */
export const jsonText = (document: object): string => JSON.stringify(document, asItIs);

/**
 * Sends a JSON document. As `text/plain`, for that a browser asks no leave first (no CORS preflight): at a peak, half the requests.
 * A small one is delivered even when its page closes meanwhile.
 *
 * @throws {BackendError} saying which address refused, and at which members; never with a value that was sent.
 */
export const postJson = async <T>(address: URL, document: object, options?: CallOptions): Promise<T> => {
  // Here before anything is sent: a refusal of a write must be understood, however busy the host of this script is by then.
  await import('./http-refusal.js');
  const body = jsonText(document);
  return exchange(address, PATIENCE, {method: 'POST', headers: {'Content-Type': 'text/plain;charset=UTF-8'}, body, keepalive: body.length < SURVIVES_THE_PAGE}, options);
};
