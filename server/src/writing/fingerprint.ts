import {createHash} from 'node:crypto';

/** JSON with the members of every object in the order of their names, so that one content has one form. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member);

/** SHA-256 of a value's canonical JSON, base64url: equal for two requests that say the same. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('base64url');
