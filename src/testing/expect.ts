import {BackendError} from '../contract/error.js';
import {parse} from '../contract/parse.js';
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
    throw sentence(`${what} rejected with ${nameOf(thrown)}, which is not a BackendError.`, thrown);
  }
};

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

/** What a call rejected with, which must have one of the codes. */
export const refusal = async (call: () => Promise<unknown>, what: string, codes: readonly BackendError['code'][] = ['invalid']): Promise<BackendError> => {
  const error = await rejection(call, what);
  if (error === undefined) throw sentence(`${what} was accepted; it must be refused with the code ${codes.join(' or ')}.`);
  demand(codes.includes(error.code), `${what} was refused with the code ${error.code}; it must be ${codes.join(' or ')}.`);
  return error;
};

/** @throws {Error} unless one of the error's issues names `path`. */
export const demandIssue = (error: BackendError, path: string, what: string): void => {
  const named = error.issues.map((issue) => `"${issue.path}"`).join(', ') || 'nothing';
  demand(error.issues.some((issue) => issue.path === path), `${what} was refused, but its issues name ${named}; one must name "${path}".`);
};

/** A receipt's status and the names of its members: all in which the receipts of two people may not differ. */
export const shapeOf = (receipt: unknown): string =>
  (typeof receipt === 'object' && receipt !== null ? `"${'status' in receipt ? String(receipt.status) : ''}" with ${Object.keys(receipt).sort().join(', ')}` : 'no receipt');

/** Whether two receipts tell the same, save when each came. */
export const sameToAll = (one: unknown, other: unknown): boolean => shapeOf(one) === shapeOf(other);
