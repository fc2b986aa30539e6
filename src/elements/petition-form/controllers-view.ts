import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../contract/petition.js';
import {privacyLabel, signatureGoesTo} from './words.js';

/** Who receives what is sent and answers for it, and where they say what they do with it. */
export const renderControllers = ({controllers}: Petition, goesTo = signatureGoesTo): TemplateResult | typeof nothing => {
  if (controllers.length === 0) return nothing;
  return html`<div class="controllers" part="controllers">${controllers.map(({name, privacy, contact}) => html`<p>
    ${goesTo(name)}
    ${privacy === undefined ? nothing : html`<a href=${privacy} target="_blank" rel="noopener noreferrer">${privacyLabel()}</a>`}
    ${contact === undefined ? nothing : html`<a href="mailto:${contact}">${contact}</a>`}
  </p>`)}</div>`;
};
