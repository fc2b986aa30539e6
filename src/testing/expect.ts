import {BackendError} from '../contract/error.js';
import {parse} from '../contract/parse.js';
import type {Capability} from '../contract/capability.js';
import type * as z from 'zod/mini';

/** How a broken promise is told. */
export const sentence = (text: string, cause?: unknown): Error => new Error(text, cause === undefined ? {} : {cause});

/** @throws {Error} with `text` unless `condition` holds. */
export function demand(condition: boolean, text: string): asserts condition {
  if (!condition) throw sentence(text);
}

/** The answer, as the schema has it. */
export const conforming = <S extends z.core.$ZodType>(schema: S, answer: unknown, what: string): z.output<S> => {
  try {
    return parse(schema, answer, what);
  } catch (thrown) {
    throw sentence(BackendError.is(thrown) ? thrown.message : `${what} could not be checked.`, thrown);
  }
};

/** What a call rejected with; `undefined` where it kept its promise. */
export const rejection = async (call: () => Promise<unknown>, what: string): Promise<BackendError | undefined> => {
  try {
    await call();
    return undefined;
  } catch (thrown) {
    if (BackendError.is(thrown)) return thrown;
    throw sentence(`${what} rejected with ${nameOf(thrown)}, which is not a BackendError: throw one, whose code says what happened. BackendError.from() makes one of what fetch() throws.`, thrown);
  }
};

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

/** What to change where a call does not end in a code as it must. */
const ADVICE: Partial<Record<BackendError['code'], string>> = {aborted: ': give fetch() the signal of the call', timeout: ': give fetch() a time limit beside the signal of the call'};
const mustBe = (codes: readonly BackendError['code'][]): string => `${codes.join(' or ')}${codes.map((code) => ADVICE[code] ?? '').join('')}.`;

/** @throws {Error} unless a call ended in one of the codes. */
export function demandCode(error: BackendError | undefined, what: string, codes: readonly BackendError['code'][]): asserts error is BackendError {
  if (error === undefined) throw sentence(`${what} was accepted; it must be refused with the code ${mustBe(codes)}`);
  demand(codes.includes(error.code), `${what} was refused with the code ${error.code}; it must be ${mustBe(codes)}`);
}

/** What a call rejected with, which must have one of the codes. */
export const refusal = async (call: () => Promise<unknown>, what: string, codes: readonly BackendError['code'][] = ['invalid']): Promise<BackendError> => {
  const error = await rejection(call, what);
  demandCode(error, what, codes);
  return error;
};

/** @throws {Error} unless one of the error's issues names `path`. */
export const demandIssue = (error: BackendError, path: string, what: string): void => {
  const named = error.issues.map((issue) => `"${issue.path}"`).join(', ') || 'nothing';
  demand(error.issues.some((issue) => issue.path === path), `${what} was refused, but its issues name ${named}; one must name "${path}".`);
};

interface Dated {
  readonly status: string;
  readonly receivedAt: string;
}

/** A receipt's status and the names of its members: all in which the receipts of two people may not differ. */
export const shapeOf = (receipt: unknown): string =>
  (typeof receipt === 'object' && receipt !== null ? `"${'status' in receipt ? String(receipt.status) : ''}" with ${Object.keys(receipt).sort().join(', ')}` : 'no receipt');

/** @throws {Error} unless what was sent twice under one key got one receipt. */
export const demandOneReceipt = (first: Dated, second: Dated, what: string, capability: Capability): void => {
  demand(first.status === second.status && first.receivedAt === second.receivedAt,
    `${what} that came twice got "${first.status}" of ${first.receivedAt}, then "${second.status}" of ${second.receivedAt}; ${oncePerKey(capability)}`);
};

/** What to change where a repetition is taken for something new. */
export const oncePerKey = (capability: Capability): string => `the second must change nothing and get the receipt of the first, by its idempotencyKey. If your back end cannot do that, take ${capability} out of "repeatable".`;

/** Whether two receipts tell the same, save when each came. */
export const sameToAll = (one: unknown, other: unknown): boolean => shapeOf(one) === shapeOf(other);
