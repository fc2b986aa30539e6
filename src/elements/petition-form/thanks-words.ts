import type {Receipt} from '../../contract/signature.js';
import {msg} from '../../localization/messages.js';

/** What is said to who has signed, by what became of the signature. */
export const thanks = (status: Receipt['status']): {readonly title: string; readonly text: string} => {
  switch (status) {
    case 'counted': return {
      title: msg('Thank you. You have signed.', {id: 'form.thanks.counted.title'}),
      text: msg('Your signature counts.', {id: 'form.thanks.counted.text'}),
    };
    case 'confirm': return {
      title: msg('One more step: check your inbox.', {id: 'form.thanks.confirm.title'}),
      text: msg('We have sent you an e-mail. Your signature counts once you confirm it there.', {id: 'form.thanks.confirm.text'}),
    };
    case 'accepted': return {
      title: msg('Thank you. Your signature has been sent.', {id: 'form.thanks.accepted.title'}),
      text: msg('The organisers received it.', {id: 'form.thanks.accepted.text'}),
    };
  }
};

/** The words of what lets the next person sign. */
export const againLabel = (): string => msg('Someone else would like to sign here', {id: 'form.again'});
