import {STATUS_CODES} from 'node:http';
import type {Issue, Problem} from 'sphere-petition/contract';
import {COMMON_HEADERS} from './headers.js';

/** Issues told at most, and characters of each path: an answer must not be many times the request. */
const MOST_ISSUES = 20;
const LONGEST_PATH = 200;

/** What may be said of a problem beside its code. */
export interface ProblemOptions {
  /** A sentence for a developer. Never quotes the request. */
  readonly detail: string;
  readonly issues?: readonly Issue[];
  /** Seconds. */
  readonly retryAfter?: number;
}

/** An answer that is not a success: the contract's `Problem`, which no cache keeps. */
export const problem = (status: number, code: Problem['code'], {detail, issues, retryAfter}: ProblemOptions): Response => {
  const body: Problem = {
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...(issues !== undefined && {issues: issues.slice(0, MOST_ISSUES).map(({path, reason}) => ({path: path.slice(0, LONGEST_PATH), reason}))}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...COMMON_HEADERS,
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && {'retry-after': String(retryAfter), 'access-control-expose-headers': 'Retry-After'}),
    },
  });
};

/** What is said wherever a petition is asked for that is not there. */
export const NO_PETITION = 'There is no such petition here.';

/** There is no such petition, or nothing at this address. */
export const notFound = (detail: string): Response => problem(404, 'not-found', {detail});

/** The address asks for events in a way that is none. */
export const badQuery = (issues: readonly Issue[]): Response =>
  problem(400, 'invalid', {detail: 'The address asks for events in a way that the contract does not have.', issues});
