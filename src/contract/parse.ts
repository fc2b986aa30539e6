import * as z from 'zod/mini';
import type {BackendErrorCode} from './error.js';
import {shapeError} from './shape-error.js';

/**
 * Checks a value against a schema of the contract and returns it, with defaults filled in.
 *
 * @param what Names the value in the error's message: `https://example.org/petition.json`.
 * @throws {BackendError} with `code`, naming the first wrong member in its message and all of them in `issues`.
 */
export const parse = <S extends z.core.$ZodType>(schema: S, value: unknown, what: string, code: BackendErrorCode = 'invalid-response'): z.output<S> => {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  throw shapeError(result.error, value, what, code);
};
