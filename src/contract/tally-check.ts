import type {Issue} from './error.js';
import type {Tally} from './tally.js';

const DATE_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Whether it is a moment as the contract writes it. Engines differ on 30 February: some call it invalid, some the 1st or 2nd of March. Both fail to give the day back. */
export const isDateTime = (value: unknown): value is string =>
  typeof value === 'string' && DATE_TIME.test(value) && new Date(value.slice(0, 10)).getUTCDate() === Number(value.slice(8, 10));

/** Whether it is a number of people. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * The `Tally` schema written by hand, so that a counter alone need not carry a schema library. A property test holds the two
 * equal.
 */
export const checkTally = (value: unknown): Tally | Issue => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {path: '', reason: 'expected object'};
  const {count, awaiting, goal, asOf, approximate} = value as Record<string, unknown>;
  const counts = {count, ...(awaiting !== undefined && {awaiting}), ...(goal !== undefined && {goal})};
  const wrong = Object.entries(counts).find(([, number]) => !isCount(number));
  if (wrong) return {path: wrong[0], reason: 'expected a whole number from 0 up'};
  if (!isDateTime(asOf)) return {path: 'asOf', reason: 'expected a date and time with its offset'};
  if (approximate !== undefined && typeof approximate !== 'boolean') return {path: 'approximate', reason: 'expected boolean'};
  return {...(counts as Pick<Tally, 'count' | 'awaiting' | 'goal'>), asOf, ...(approximate !== undefined && {approximate})};
};
