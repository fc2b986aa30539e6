import type {CallOptions} from '../contract/adapter.js';
import {ask, type Answer} from './http.js';
import type {Explain} from './http-refusal.js';
import {jsonText, PATIENCE, SURVIVES_THE_PAGE} from './http-write.js';

/** How a platform wants to be written to. */
export interface Writing {
  readonly headers: Readonly<Record<string, string>>;
  /** What a refusal's body says of the members. */
  readonly explain?: Explain | undefined;
  /** A status that is no refusal though it looks like one. */
  readonly accepts?: string | undefined;
  /** `no-cors`: the answer cannot be read, and that is known before. */
  readonly mode?: 'no-cors' | undefined;
}

/** A write as JSON, which browsers announce with a preflight. */
export const JSON_TYPE = {'Content-Type': 'application/json'};

/**
 * Sends what a person typed to a platform. It goes to that address and nowhere else: a redirect is not followed, for it might lead to another host
 * (where the answer can be read; `no-cors` leaves no choice).
 *
 * @param content A text as it is; anything else as JSON.
 * @throws {BackendError} saying which address refused, and at which members; never with a value that was sent.
 */
export const write = async (address: URL, content: string | object, {headers, explain, accepts, mode}: Writing, options?: CallOptions): Promise<Answer> => {
  // As in http-write.ts: a refusal of a write must be understood, however busy the host of this script is by then.
  const {refusal} = await import('./http-refusal.js');
  const body = typeof content === 'string' ? content : jsonText(content);
  // What cannot be read browsers send only if it may be redirected (Fetch, "main fetch"); every other redirect is refused.
  const init: RequestInit = {method: 'POST', headers, body, keepalive: body.length < SURVIVES_THE_PAGE, ...(mode ? {mode} : {redirect: 'manual'})};
  const answer = await ask(address, PATIENCE, init, options);
  const {ok, type, status} = answer.response;
  if (ok || type === 'opaque' || String(status) === accepts) return answer;
  throw refusal(address, answer, explain);
};
