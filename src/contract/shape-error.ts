import type * as z from 'zod/mini';
import {BackendError, type BackendErrorCode, type Issue} from './error.js';

/** What zod/mini found in `value`, as the contract's issues. It carries no language, so each reason is built from its code. */
export const issuesOf = (error: Pick<z.core.$ZodError, 'issues'>, value: unknown): Issue[] =>
  error.issues.flatMap((issue) => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({path: path === '' ? key : `${path}.${key}`, reason: 'unknown member'}));
    if (at(value, issue.path) === undefined) return [{path, reason: 'missing'}];
    return issue.code === 'invalid_union' ? nearest(issue, value) : [{path, reason: reason(issue)}];
  });

/** Of several shapes that a member might have had, the one that it misses least: its wrong members say most. */
const nearest = ({errors, path}: z.core.$ZodIssueInvalidUnion, value: unknown): Issue[] => {
  const pathOf = (inner: {readonly path: readonly PropertyKey[]}) => [...path, ...inner.path].map(String).join('.');
  const [first = [], ...others] = errors;
  const everywhere = first.find((issue) => others.every((branch) => branch.some((other) => pathOf(other) === pathOf(issue))));
  if (everywhere) {
    const reasons = new Set(errors.flatMap((branch) => branch.filter((issue) => pathOf(issue) === pathOf(everywhere)).map(reason)));
    const [only = ''] = reasons;
    return [{path: pathOf(everywhere), reason: reasons.size === 1 ? only : `expected ${[...reasons].map((one) => one.replace(/^expected (one of )?/, '')).join(' or ')}`}];
  }
  // A shape whose issues all lie deeper is the right one with something wrong inside.
  const deeper = errors.filter((branch) => branch.every((issue) => issue.path.length > 0));
  const least = (deeper.length > 0 ? deeper : errors).reduce((best, branch) => (branch.length < best.length ? branch : best));
  return issuesOf({issues: least.map((issue) => ({...issue, path: [...path, ...issue.path]}))}, value);
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce((inner: unknown, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value);

const reason = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type': return `expected ${issue.expected}`;
    case 'too_big': return `more than ${String(issue.maximum)}`;
    case 'too_small': return `less than ${String(issue.minimum)}`;
    case 'invalid_format': return issue.format === 'regex' ? 'not in the form expected' : `not a valid ${issue.format}`;
    case 'invalid_value': return `expected one of ${issue.values.map(String).join(', ')}`;
    default: return 'not valid';
  }
};

/** The error for a value that is not as the contract has it: names the first wrong member in its message and all of them in `issues`. */
export const shapeError = (error: z.core.$ZodError, value: unknown, what: string, code: BackendErrorCode = 'invalid-response'): BackendError => {
  const issues = issuesOf(error, value);
  const [first] = issues;
  const where = first === undefined || first.path === '' ? '' : ` at "${first.path}"`;
  return new BackendError(code, `${what} is not as the contract has it${where}: ${first?.reason ?? 'not valid'}.`, {issues});
};
