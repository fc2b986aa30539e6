import {BackendError, type AdapterFactory, type BackendErrorCode} from 'sphere-petition/contract';

/** What our CRM means by a status. */
const CODES: Readonly<Record<number, BackendErrorCode>> = {401: 'forbidden', 403: 'forbidden', 404: 'not-found', 409: 'key-reused', 410: 'not-found', 413: 'too-large', 429: 'rate-limited'};

/** How long an answer may take, in milliseconds. */
const PATIENCE = 10_000;

type Answer = Readonly<Record<string, unknown>>;

const parsed = (text: string): Answer | undefined => {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? {...answer} : undefined;
  } catch {
    return undefined;
  }
};

/** One request and its answer, or a `BackendError` that says what befell it: of the address no more than the host, of the answer not a word. */
const ask = async (address: string, signal: AbortSignal | undefined, init: RequestInit = {}): Promise<Answer> => {
  const {host} = new URL(address);
  const silence = AbortSignal.timeout(PATIENCE);
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, {...init, credentials: 'omit', signal: signal ? AbortSignal.any([signal, silence]) : silence});
    text = await response.text();
  } catch {
    throw new BackendError(signal?.aborted ? 'aborted' : silence.aborted ? 'timeout' : 'offline', `${host} gave no answer.`);
  }
  const answer = parsed(text);
  if (!response.ok) {
    const wrong = Array.isArray(answer?.wrong) ? answer.wrong.map(String) : [];
    throw new BackendError(CODES[response.status] ?? (response.status >= 500 ? 'unavailable' : 'invalid'), `${host} answered with ${response.status}.`, {
      issues: wrong.map((path) => ({path, reason: 'refused'})),
    });
  }
  if (!answer) throw new BackendError('invalid-response', `${host} answered with something that is no JSON object.`);
  return answer;
};

/** Our CRM. `src` is the petition's address in it. */
export const create: AdapterFactory = (src) => {
  if (!/^https?:$/.test(src.protocol)) throw new BackendError('configuration', 'Our CRM needs a src that begins with https:.');
  const at = `${src.origin}${src.pathname.replace(/\/$/, '')}`;
  return {
    name: 'our-crm',
    repeatable: ['sign'],
    getTally: async (options) => {
      const {supporters, at: asOf} = await ask(`${at}/total`, options?.signal);
      if (typeof supporters !== 'number' || typeof asOf !== 'string') throw new BackendError('invalid-response', 'Our CRM answered without "supporters" or "at".');
      return {count: supporters, asOf};
    },
    sign: async ({idempotencyKey, fields, consents, language}, options) => {
      const body = JSON.stringify({reference: idempotencyKey, person: fields, agreed: consents, language});
      const {at: receivedAt} = await ask(`${at}/supporters`, options?.signal, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
      if (typeof receivedAt !== 'string') throw new BackendError('invalid-response', 'Our CRM answered without "at".');
      return {status: 'counted', receivedAt};
    },
  };
};
