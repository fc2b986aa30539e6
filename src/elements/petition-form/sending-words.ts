import type {BackendError} from '../../contract/error.js';
import {msg} from '../../localization/messages.js';
import type {SigningState} from '../../stores/signing-state.js';

/** What the form says while a signature is on its way. */
export const statusSentence = (signing: SigningState): string => {
  if (signing.status !== 'sending') return '';
  return signing.trouble
    ? msg('The petition’s server has not answered yet. We keep trying; please leave this page open.', {id: 'form.retrying'})
    : msg('Your signature is being sent.', {id: 'form.status.sending'});
};

/** Whether it may have arrived all the same: no answer came, or one from somewhere on the way. */
export const leavesDoubt = (code: BackendError['code']): boolean => code === 'offline' || code === 'timeout' || code === 'unavailable';

/** That it may have arrived, and what it means to send it again. */
const doubt = (isRepeatable: boolean): string => (isRepeatable
  ? msg('We cannot tell whether your signature arrived. What you typed is still here. Please sign again: it will not count twice.', {id: 'form.failure.unknown'})
  : msg('We cannot tell whether your signature arrived. What you typed is still here. If you sign again, it may count twice.', {id: 'form.failure.once'}));

/**
 * Why a signature did not arrive. Whatever the reason, the form keeps what was typed, and says so.
 *
 * @param isRepeatable Whether the back end takes it twice and counts it once. Where it does not, nobody is told to sign again who may have signed.
 */
export const sendingFailure = ({code}: Pick<BackendError, 'code'>, isRepeatable: boolean): string => {
  if (!isRepeatable && leavesDoubt(code)) return doubt(false);
  switch (code) {
    case 'offline': return msg('Your signature could not be sent: there is no connection. What you typed is still here. Check your connection, then sign again.', {id: 'form.failure.offline'});
    case 'timeout':
    case 'rate-limited':
    case 'unavailable': return msg('Your signature could not be sent: the petition’s server is overloaded. What you typed is still here. Please sign again in a few minutes.', {id: 'form.failure.unavailable'});
    case 'closed': return msg('This petition takes no signatures right now.', {id: 'form.failure.closed'});
    case 'invalid':
    case 'too-large': return msg('The petition’s server did not accept some of what you typed. Please check it and sign again.', {id: 'form.failure.invalid'});
    case 'not-found':
    case 'forbidden':
    case 'unsupported': return msg('This petition cannot be signed from this page.', {id: 'form.failure.unsupported'});
    default: return doubt(isRepeatable);
  }
};

/** The words on the button that gives up trying. */
export const stopLabel = (): string => msg('Stop trying', {id: 'form.stop'});

/** What a signer agrees to where the platform puts everyone on its mailing list. */
export const subscribesWording = (): string =>
  msg('I agree that signing also puts my e-mail address on the mailing list of the platform that receives this petition.', {id: 'form.subscribes'});
