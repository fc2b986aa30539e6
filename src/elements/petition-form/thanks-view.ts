import {html, type nothing, type TemplateResult} from 'lit/html.js';
import type {Receipt} from '../../contract/signature.js';
import {msg} from '../../localization/messages.js';

const thanks = (status: Receipt['status']): {readonly title: string; readonly text: string} => {
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

/** What comes after signing, and what leads on from there. Nothing of what was typed is on the page any more. */
export const renderThanks = (status: Receipt['status'], level: number, again: () => void, next: TemplateResult | typeof nothing | undefined): TemplateResult => {
  const {title, text} = thanks(status);
  const words = html`<p class="heading" role="heading" aria-level=${level}>${title}</p><p>${text}</p>`;
  return html`<div class="thanks" part="thanks" tabindex="-1" id="outcome">
    ${status === 'confirm'
      // Whatever the page's author says instead of thanks, an e-mail is to be looked for.
      ? html`${words}<slot name="thanks"></slot>`
      : html`<slot name="thanks">${words}</slot>`}
    ${next}
    <button class="link" type="button" @click=${again}>${msg('Someone else would like to sign here', {id: 'form.again'})}</button>
  </div>`;
};
