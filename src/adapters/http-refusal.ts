import {BackendError, type BackendErrorCode, type Issue} from '../contract/error.js';
import type {Problem} from '../contract/problem.js';
import type {Answer} from './http.js';

/** The contract's problem codes by hand, so that a counter alone need not carry a schema library. A test holds the two equal. */
export const PROBLEM_CODES: readonly Problem['code'][] = [
  'rate-limited', 'unavailable', 'not-found', 'closed', 'invalid', 'key-reused', 'too-large', 'forbidden', 'challenge', 'unsupported',
];

/** What a status means where no problem document says more. */
const STATUS_CODES: Readonly<Record<number, BackendErrorCode>> = {
  401: 'forbidden', 403: 'forbidden', 404: 'not-found', 405: 'unsupported', 408: 'timeout', 410: 'not-found', 413: 'too-large', 415: 'unsupported',
  425: 'unavailable', 429: 'rate-limited', 501: 'unsupported',
};

const codeOf = (status: number): BackendErrorCode =>
  STATUS_CODES[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? 'invalid' : 'invalid-response');

/** A pause longer than a day is a wrong clock, ours or theirs. */
const LONGEST_PAUSE = 86_400;

/** `Retry-After` in seconds: it comes as seconds or as an HTTP date (RFC 9110 §10.2.3). */
const pauseOf = (header: string | null): number | undefined => {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), LONGEST_PAUSE);
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isIssue = (value: unknown): value is Issue => isRecord(value) && typeof value['path'] === 'string' && typeof value['reason'] === 'string';

/** A member as the contract writes it. An address or a name with a blank is none. */
const PATH = /^([\w-]{1,64}(\.[\w-]{1,64})*|)$/;

/** The contract's reasons and our server's. Any other may quote what a person typed, and becomes `refused`. */
const REASON = /^(required|email|country|option|too-long|unknown( member)?|missing|used before|given twice|over already|not valid( Unicode)?|not in the form expected|(more|less) than \d{1,5}|expected (one line|JSON|string|number|int|boolean|object|array))$/;

/** What a platform means by the body of a refusal: the contract's code, and the members by the contract's names; nothing of their values. */
export interface Explanation {
  readonly code?: BackendErrorCode | undefined;
  readonly issues?: readonly Issue[];
}
export type Explain = (body: unknown) => Explanation;

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The problem document in an answer (RFC 9457), as far as it is one of the contract's. */
const problemOf = (response: Response, text: string): Partial<Pick<Problem, 'code' | 'issues'>> => {
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) return {};
  const problem = bodyOf(text);
  if (!isRecord(problem)) return {};
  const code = PROBLEM_CODES.find((known) => known === problem['code']);
  const {issues} = problem;
  return {...(code && {code}), ...(Array.isArray(issues) && {issues: issues.filter(isIssue).map(({path, reason}) => ({path, reason}))})};
};

/**
 * The error for an answer that is not a success. It holds the address, the status, the names of wrong members and reasons from a closed list, and
 * nothing of the answer's own words: a careless back end may quote in them what a person typed.
 */
export const refusal = (address: URL, {response, text}: Answer, explain?: Explain): BackendError => {
  if (response.type === 'opaqueredirect') return new BackendError('configuration', `${address.origin}${address.pathname} sends on to another address, and what a person typed is not sent after it: write the address where it leads.`);
  const {code = codeOf(response.status), issues: told = []} = {...explain?.(bodyOf(text)), ...problemOf(response, text)};
  const issues = told.flatMap(({path, reason}) => (PATH.test(path) ? [{path, reason: REASON.test(reason) ? reason : 'refused'}] : []));
  const members = issues.length > 0 ? ` It names ${issues.map(({path}) => `"${path}"`).join(', ')}.` : '';
  return new BackendError(code, `${address.origin}${address.pathname} answered with status ${response.status} (${code}).${members}`, {
    issues,
    retryAfter: pauseOf(response.headers.get('Retry-After')),
  });
};
