import {BackendError, type BackendErrorCode} from '../contract/error.js';
import {parse} from '../contract/parse.js';
import type * as z from 'zod/mini';

/** A promise that is broken, and how: the sentence is for whoever wrote the adapter. */
class BrokenPromise extends Error {}

/** How a broken promise is told. */
export const sentence = (text: string, cause?: unknown): Error => new BrokenPromise(text, cause === undefined ? {} : {cause});

/** What a check rejected with, as a sentence: an answer was due where the adapter threw. */
export const told = (thrown: unknown): Error =>
  thrown instanceof BrokenPromise ? thrown
  : BackendError.is(thrown) ? sentence(`The adapter refused with the code ${thrown.code} where an answer is due; it says: ${thrown.message}`, thrown)
  : sentence(`The adapter threw ${nameOf(thrown)}, which is not a BackendError: catch it, and reject with a BackendError whose code says what happened.`, thrown);

/** @throws {Error} with `text` unless `condition` holds. */
export function demand(condition: boolean, text: string): asserts condition {
  if (!condition) throw sentence(text);
}

/** Whether a value is as the schema has it. */
export const conforms = (schema: z.core.$ZodType, value: unknown): boolean => {
  try {
    parse(schema, value, 'It');
    return true;
  } catch {
    return false;
  }
};

/** The answer, as the schema has it. @param remedy What to change where it is not. */
export const conforming = <S extends z.core.$ZodType>(schema: S, answer: unknown, what: string, remedy = ''): z.output<S> => {
  try {
    return parse(schema, answer, what);
  } catch (thrown) {
    const wrong = BackendError.is(thrown) ? thrown.message : `${what} could not be checked.`;
    throw sentence(remedy ? `${wrong.replace(/\.$/, '')}; ${remedy}.` : wrong, thrown);
  }
};

/** What a call rejected with; `undefined` where it kept its promise. */
export const rejection = async (call: () => Promise<unknown>, what: string): Promise<BackendError | undefined> => {
  try {
    await call();
    return undefined;
  } catch (thrown) {
    if (BackendError.is(thrown)) return thrown;
    throw sentence(`${what} rejected with ${nameOf(thrown)}, which is not a BackendError: catch it, and reject with a BackendError whose code says what happened.`, thrown);
  }
};

const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

/** What a call rejected with, which must have one of the codes. @param remedy What to change where it has none of them. */
export const refusal = async (call: () => Promise<unknown>, what: string, codes: readonly BackendErrorCode[] = ['invalid'], remedy = ''): Promise<BackendError> => {
  const error = await rejection(call, what);
  const due = `it must be refused with the code ${codes.join(' or ')}${remedy && `: ${remedy}`}.`;
  if (error === undefined) throw sentence(`${what} was accepted; ${due}`);
  demand(codes.includes(error.code), `${what} was refused with the code ${error.code}; ${due}`);
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

/** What somebody got who comes again, which must not be a refusal: nobody else is refused. */
export const answeredAlike = async (call: () => Promise<unknown>, what: string): Promise<unknown> => {
  let receipt: unknown;
  const error = await rejection(async () => { receipt = await call(); }, `The same person's second ${what}`);
  demand(error === undefined, `The same person's second ${what} was refused with the code ${error?.code ?? ''}, and everyone else's was taken: answer it as all others, or anybody can find out who came before.`);
  return receipt;
};
