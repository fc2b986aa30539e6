import {checkSignature} from '../contract/check-signature.js';
import {BackendError} from '../contract/error.js';
import {openness} from '../contract/openness.js';
import {parse} from '../contract/parse.js';
import type {Petition} from '../contract/petition.js';
import {Signature, type ConsentGiven, type Receipt} from '../contract/signature.js';

/** Tells the time so that no two moments are alike: a tally is later than every receipt that it holds. */
export type Clock = () => string;

/** @param now In milliseconds since 1970. */
export const clockFrom = (now: () => number): Clock => {
  let last = -Infinity;
  return () => {
    last = Math.max(now(), last + 1);
    return new Date(last).toISOString();
  };
};

const refuse = (petition: Petition, signature: Signature, wordings: readonly ConsentGiven[], now: number): void => {
  if (openness(petition, now) !== 'open') throw new BackendError('closed', 'The petition takes no signatures now.');
  if (petition.recipients?.length) throw new BackendError('unsupported', 'The petition takes sealed signatures only.');
  const issues = checkSignature(petition, signature, ({id, version}) => wordings.some((wording) => wording.id === id && wording.version === version));
  const [first] = issues;
  if (first) throw new BackendError('invalid', `The signature is refused at "${first.path}": ${first.reason}.`, {issues});
};

/**
 * Signatures as a back end keeps them: each is checked against its petition, each key counts once, and each e-mail address too. Whoever
 * signs again gets the same answer as everyone.
 */
export const signatureBook = (clock: Clock, now: () => number) => {
  const receipts = new Map<string, {readonly content: string; readonly receipt: Receipt}>();
  const signers = new Set<string>();

  return {
    /** How many have signed. */
    get count(): number {
      return signers.size;
    },

    /**
     * @param petition In the signature's language.
     * @param wordings Every consent's wording, in every language.
     * @throws {BackendError} `invalid`, `key-reused`, `closed` or `unsupported`.
     */
    sign(given: Signature, petition: Petition, wordings: readonly ConsentGiven[]): Receipt {
      const signature = parse(Signature, given, 'The signature', 'invalid');
      const {idempotencyKey: key} = signature;
      const content = JSON.stringify(signature);
      const before = receipts.get(key);
      if (before?.content === content) return before.receipt;
      if (before) throw new BackendError('key-reused', 'The idempotency key came before with other content.', {issues: [{path: 'idempotencyKey', reason: 'used before'}]});

      refuse(petition, signature, wordings, now());
      const receipt: Receipt = {status: 'counted', receivedAt: clock()};
      receipts.set(key, {content, receipt});
      const email = petition.fields.find(({type}) => type === 'email')?.name;
      signers.add((email !== undefined && signature.fields[email]?.toLowerCase()) || key);
      return receipt;
    },
  };
};
