import type {CallOptions, Capable} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {checkTally} from '../contract/tally-check.js';
import type {Tally} from '../contract/tally.js';

/** Runs a call of an adapter; whatever it throws leaves as a `BackendError`. */
export const guard = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (thrown) {
    throw BackendError.from(thrown, what);
  }
};

/** The door for a tally alone: checked by hand, so that a counter need not carry the schemas. */
export const readTally = (adapter: Capable<'getTally'>, src: string, options?: CallOptions): Promise<Tally> => {
  const what = `${adapter.name}.getTally() for ${src}`;
  return guard(what, async () => {
    const tally = checkTally(await adapter.getTally(options));
    if ('count' in tally) return tally;
    throw new BackendError('invalid-response', `${what} is not as the contract has it at "${tally.path}": ${tally.reason}.`, {issues: [tally]});
  });
};
