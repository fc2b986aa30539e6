import {openness, type Petition, type Signature} from 'sphere-petition/contract';
import {answerIssues, type KnownConsents} from '../writing/answers.js';
import {invalid, type Refusal} from '../writing/refusal.js';

/**
 * Checks a signature against the petition that it is for; its shape has passed the contract's schema.
 *
 * @param now Milliseconds since 1970.
 */
export const signatureRefusal = (petition: Petition, known: KnownConsents, signature: Signature, now: number): Refusal | undefined => {
  const state = openness(petition, now);
  if (state !== 'open') return {code: 'closed', detail: state === 'early' ? 'This petition cannot be signed yet.' : 'This petition takes no more signatures.'};
  return invalid([
    ...answerIssues(petition, known, '', signature),
    ...(signature.solution === undefined ? [] : [{path: 'solution', reason: 'unknown'}]),
  ]);
};
