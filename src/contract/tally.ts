import * as z from 'zod/mini';
import {Count, DateTime} from './primitives.js';

/**
 * How many have signed, as a back end lets the public know.
 *
 * @example {"count": 12345, "goal": 20000, "asOf": "2026-11-22T09:00:00.000Z"}
 */
export const Tally = z.object({
  /** Signatures that count. */
  count: Count,
  /** Signatures that will count once their e-mail address is confirmed. */
  awaiting: z.optional(Count),
  /** Signatures hoped for. 0 and absent mean the same: no goal set. */
  goal: z.optional(Count),
  /** When these numbers were true. A later tally never has an earlier one. */
  asOf: DateTime,
  /** The platform rounds or estimates. */
  approximate: z.optional(z.boolean()),
});
export type Tally = z.infer<typeof Tally>;
