import {html, type nothing, type TemplateResult} from 'lit/html.js';
import type {Receipt} from '../../contract/signature.js';
import {againLabel, thanks} from './thanks-words.js';

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
    <button class="link" type="button" @click=${again}>${againLabel()}</button>
  </div>`;
};
