import {DEFAULT_EVENT_QUESTIONS, endOf, type EventProposal, type Rsvp} from 'sphere-petition/contract';
import type {PublishedPetition} from '../tally/published.js';
import {answerIssues} from '../writing/answers.js';
import {type Refusal, invalid} from '../writing/refusal.js';
import {proposalIssues} from './proposal.js';

/**
 * Checks an RSVP against the event and what the petition asks; its shape has passed the contract's schema.
 *
 * @param now Milliseconds since 1970.
 */
export const rsvpRefusal = ({events, petition, consents}: PublishedPetition, rsvp: Rsvp, now: number): Refusal | undefined => {
  const event = events.get(rsvp.eventId);
  if (event === undefined) return {code: 'not-found', detail: 'There is no such event here.'};
  if (event.status === 'cancelled') return {code: 'closed', detail: 'This event is cancelled.'};
  if (endOf(event) < now) return {code: 'closed', detail: 'This event is over.'};
  if (!event.joinable) return {code: 'closed', detail: 'Nobody is asked to say here that they come to this event.'};
  return invalid(answerIssues(petition.rsvp ?? DEFAULT_EVENT_QUESTIONS, consents, 'rsvp.', rsvp));
};

/**
 * Checks a proposal against what the petition asks; its shape has passed the contract's schema.
 *
 * @param now Milliseconds since 1970.
 */
export const proposalRefusal = ({petition, consents}: PublishedPetition, proposal: EventProposal, now: number): Refusal | undefined =>
  invalid([...proposalIssues(proposal, now), ...answerIssues(petition.proposal ?? DEFAULT_EVENT_QUESTIONS, consents, 'proposal.', proposal)]);
