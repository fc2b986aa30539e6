import {BackendError} from '../../src/contract/index.js';

/** The `BackendError` that a promise rejects with; anything else fails the test. */
export const failure = async (promise: Promise<unknown>): Promise<BackendError> => {
  let value: unknown;
  try {
    value = await promise;
  } catch (thrown) {
    if (BackendError.is(thrown)) return thrown;
    throw new Error(`It rejected with ${String(thrown)}, which is not a BackendError.`, {cause: thrown});
  }
  throw new Error(`It kept its promise with ${JSON.stringify(value)}.`);
};
