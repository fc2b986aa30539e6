import type * as z from 'zod/mini';
import {checkSignature} from '../contract/check-signature.js';
import {BackendError} from '../contract/error.js';
import {EventProposal, Rsvp, type ProposalReceipt, type RsvpReceipt} from '../contract/event.js';
import {parse} from '../contract/parse.js';
import {DEFAULT_EVENT_QUESTIONS, type Petition, type Questions} from '../contract/petition.js';
import {eventWith, type EventDocument} from './memory-events.js';

interface Write extends Pick<Rsvp, 'idempotencyKey' | 'fields' | 'consents'> {}

/** Writes as a back end keeps them: each is checked, and each key counts once. Nothing is published, and nobody is written to. */
export const gatheringBook = (clock: () => string) => {
  const receipts = new Map<string, {readonly content: string; readonly receipt: object}>();

  const accept = <W extends Write, R extends object>(schema: z.ZodMiniType<W>, given: W, {fields, consents}: Questions, receiptFor: (write: W) => R): R => {
    const write = parse(schema, given, 'What was sent', 'invalid');
    const content = JSON.stringify(write);
    const before = receipts.get(write.idempotencyKey);
    // One content, one kind of receipt.
    if (before?.content === content) return before.receipt as R;
    if (before) throw new BackendError('key-reused', 'The idempotency key came before with other content.', {issues: [{path: 'idempotencyKey', reason: 'used before'}]});
    const issues = checkSignature({fields, consents}, write);
    const [first] = issues;
    if (first) throw new BackendError('invalid', `What was sent is refused at "${first.path}": ${first.reason}.`, {issues});
    const receipt = receiptFor(write);
    receipts.set(write.idempotencyKey, {content, receipt});
    return receipt;
  };

  return {
    join: (rsvp: Rsvp, {rsvp: questions = DEFAULT_EVENT_QUESTIONS}: Petition, events: readonly EventDocument[]): RsvpReceipt => accept(Rsvp, rsvp, questions, ({eventId}) => {
      const {joinable, status} = eventWith(events, eventId);
      if (!joinable || status === 'cancelled') throw new BackendError('closed', 'Nobody can join this event.');
      return {status: status === 'full' ? 'waiting' : 'registered', receivedAt: clock()};
    }),
    propose: (proposal: EventProposal, {proposal: questions = DEFAULT_EVENT_QUESTIONS}: Petition): ProposalReceipt =>
      accept(EventProposal, proposal, questions, () => ({status: 'review', receivedAt: clock()})),
  };
};
