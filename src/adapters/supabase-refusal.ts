import type {Explanation} from './http-refusal.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** PostgREST's codes for a function, a table, a column or a schema that is not there: the settings name something else than the database has. */
const ABSENT = ['PGRST202', 'PGRST205', 'PGRST204', 'PGRST106', '42883', '42P01', '42703'];

/**
 * What PostgREST's `{code, message, details, hint}` means. A function names the member that it refuses in the hint of its `raise exception`, by the
 * contract's name: `fields.email`. Nothing else of it is repeated: details quote what was sent.
 */
export const explain = (body: unknown): Explanation => {
  const {code, hint} = isRecord(body) ? body : {};
  return {
    ...(ABSENT.some((absent) => absent === code) && {code: 'configuration'}),
    issues: typeof hint === 'string' && /^(fields|consents)\.[\w-]{1,64}$/.test(hint) ? [{path: hint, reason: 'refused'}] : [],
  };
};
