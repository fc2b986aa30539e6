import * as z from 'zod/mini';
import type {BackendErrorCode} from './error.js';

/** The codes that a back end may answer with; the others arise in the page. */
export const ProblemCode = z.enum([
  'rate-limited', 'unavailable', 'not-found', 'closed', 'invalid', 'key-reused', 'too-large', 'forbidden', 'challenge', 'unsupported',
]) satisfies z.ZodMiniType<BackendErrorCode>;

/**
 * The body of every answer of the `sphere` protocol that is not a success: problem details (RFC 9457) with the contract's
 * code, sent as `application/problem+json`.
 *
 * @example {"title": "Unprocessable Content", "status": 422, "code": "invalid", "detail": "The e-mail address is missing.", "issues": [{"path": "fields.email", "reason": "required"}]}
 */
export const Problem = z.object({
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.optional(z.string()),
  issues: z.optional(z.array(z.object({path: z.string(), reason: z.string()}))),
});
export type Problem = z.infer<typeof Problem>;
