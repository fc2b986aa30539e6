import type {Issue} from 'sphere-petition/contract';

/** Why something that people send is not taken. */
export type Refusal =
  | {readonly code: 'closed' | 'not-found'; readonly detail: string}
  | {readonly code: 'invalid'; readonly issues: readonly Issue[]};

/** The refusal for what is wrong; undefined where nothing is. */
export const invalid = (issues: readonly Issue[]): Refusal | undefined => (issues.length === 0 ? undefined : {code: 'invalid', issues});
