import type {FieldProblem} from '../../contract/check-signature.js';
import type {BackendError} from '../../contract/error.js';
import type {ProposalReceipt, RsvpReceipt} from '../../contract/event.js';
import {msg, str} from '../../localization/messages.js';
import {leavesDoubt} from '../petition-form/sending-words.js';

/** What became of what was sent. */
export interface Outcome {
  readonly title: string;
  readonly text: string;
}

const inbox = (): string => msg('One more step: check your inbox.', {id: 'form.thanks.confirm.title'});

/** What became of somebody's promise to come. */
export const joined = (status: RsvpReceipt['status']): Outcome => {
  switch (status) {
    case 'registered': return {title: msg('Thank you. You are registered.', {id: 'events.joined.registered.title'}), text: msg('See you there.', {id: 'events.joined.registered.text'})};
    case 'waiting': return {title: msg('You are on the waiting list.', {id: 'events.joined.waiting.title'}), text: msg('The organisers write to you when there is a place.', {id: 'events.joined.waiting.text'})};
    case 'confirm': return {title: inbox(), text: msg('We have sent you an e-mail. You are registered once you confirm it there.', {id: 'events.joined.confirm.text'})};
    case 'accepted': return {title: msg('Thank you. Your registration has been sent.', {id: 'events.joined.accepted.title'}), text: msg('The organisers received it.', {id: 'form.thanks.accepted.text'})};
  }
};

/** What became of somebody's offer to organise an event. */
export const proposed = (status: ProposalReceipt['status']): Outcome => {
  switch (status) {
    case 'published': return {title: msg('Thank you. Your event is published.', {id: 'events.proposed.published.title'}), text: msg('It is in the list when this page is loaded again.', {id: 'events.proposed.published.text'})};
    case 'review': return {title: msg('Thank you. Your event has been received.', {id: 'events.proposed.review.title'}), text: msg('It appears in this list once the organisers of the petition have read it.', {id: 'events.proposed.review.text'})};
    case 'confirm': return {title: inbox(), text: msg('We have sent you an e-mail. Your event is passed on once you confirm it there.', {id: 'events.proposed.confirm.text'})};
    case 'accepted': return {title: msg('Thank you. Your event has been sent.', {id: 'events.proposed.accepted.title'}), text: msg('The organisers received it.', {id: 'form.thanks.accepted.text'})};
  }
};

/** That it may have arrived, and what it means to send it again. */
const doubt = (isRepeatable: boolean): string => (isRepeatable
  ? msg('We cannot tell whether this arrived. What you typed is still here. Please send it again: it will not count twice.', {id: 'events.failed.unknown'})
  : msg('We cannot tell whether this arrived. What you typed is still here. If you send it again, it may count twice.', {id: 'events.failed.once'}));

/** Why it did not arrive, as the petition’s form says it of a signature. */
export const gatheringFailure = ({code}: BackendError, isRepeatable: boolean): string => {
  if (!isRepeatable && leavesDoubt(code)) return doubt(false);
  switch (code) {
    case 'offline': return msg('This could not be sent: there is no connection. What you typed is still here. Check your connection, then send it again.', {id: 'events.failed.offline'});
    case 'timeout':
    case 'rate-limited':
    case 'unavailable': return msg('This could not be sent: the server is overloaded. What you typed is still here. Please send it again in a few minutes.', {id: 'events.failed.unavailable'});
    case 'closed':
    case 'not-found': return msg('This event takes no registrations any more.', {id: 'events.failed.closed'});
    case 'invalid':
    case 'too-large': return msg('The server did not accept some of what you typed. Please check it and send it again.', {id: 'events.failed.invalid'});
    case 'forbidden':
    case 'unsupported': return msg('This cannot be sent from this page.', {id: 'events.failed.unsupported'});
    default: return doubt(isRepeatable);
  }
};

/** What the form says while something is on its way. */
export const gatheringStatus = (trouble: BackendError | undefined): string => (trouble
  ? msg('The server has not answered yet. We keep trying; please leave this page open.', {id: 'events.sending.retrying'})
  : msg('Your answers are being sent.', {id: 'events.sending.status'}));

/** What is wrong with a time. */
export const pastProblem = (): string => msg('Please choose a date and time to come.', {id: 'events.problem.past'});

/** What is wrong with a consent. */
export const gatheringConsentProblem = (problem: FieldProblem): string => (problem === 'required'
  ? msg('Please tick this box if you agree: without your consent this may not be received.', {id: 'events.problem.consent'})
  : msg('The wording beside this box has changed. Please load the page again.', {id: 'form.problem.wording'}));

/** Who receives what is sent. */
export const goesTo = (name: string): string =>
  msg(str`What you send goes to ${name}, who is responsible for your data.`, {id: 'events.controller', desc: 'The placeholder is the name of an organisation'});

/** What somebody agrees to where the platform puts everyone on its mailing list. */
export const gatheringSubscribes = (): string =>
  msg('I agree that this also puts my e-mail address on the mailing list of the platform that receives it.', {id: 'events.subscribes'});
