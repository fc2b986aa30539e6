import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Text} from '../../contract/text.js';
import {directionOf} from '../../localization/direction.js';
import {renderText} from '../rich-text.js';
import {optionalLabel} from './words.js';

/** The extra consent that a platform needs which puts every signer on a mailing list. Not part of the signature. */
export const SUBSCRIBES = 'platform-subscribes';

/** The id of a consent's box inside the form's shadow root. */
export const consentId = (id: string): string => `consent-${id}`;

/** The name of a consent's box: one that no field can have, so that no answer is taken for a tick. */
export const consentName = (id: string): string => `consent:${id}`;

/** A box that starts unticked, and the exact words that ticking it agrees to, in the language they were written in. */
export const renderConsent = (id: string, text: Text, language: string, required: boolean, problem: string | undefined): TemplateResult => html`
  <div class="consent" part="consent">
    <input id=${consentId(id)} name=${consentName(id)} type="checkbox" ?required=${required} aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? `${consentId(id)}-problem` : nothing}>
    <label for=${consentId(id)}><span lang=${language} dir=${directionOf(language)}>${renderText(text)}</span>${required ? nothing : html` <span class="optional">${optionalLabel()}</span>`}</label>
    ${problem ? html`<p class="problem" id="${consentId(id)}-problem">${problem}</p>` : nothing}
  </div>`;
