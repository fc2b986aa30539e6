import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../contract/petition.js';
import {msg, str} from '../../localization/messages.js';

/** Who receives the signature. */
const signatureGoesTo = (name: string): string =>
  msg(str`Your signature goes to ${name}, who is responsible for your data.`, {id: 'form.controller', desc: 'The placeholder is the name of an organisation'});

/** Who receives what is sent and answers for it, and where they say what they do with it. */
export const renderControllers = ({controllers}: Petition, goesTo = signatureGoesTo): TemplateResult | typeof nothing => {
  if (controllers.length === 0) return nothing;
  return html`<div class="controllers" part="controllers">${controllers.map(({name, privacy, contact}) => html`<p>
    ${goesTo(name)}
    ${privacy === undefined ? nothing : html`<a href=${privacy} target="_blank" rel="noopener noreferrer">${msg('Privacy notice', {id: 'form.privacy'})}</a>`}
    ${contact === undefined ? nothing : html`<a href="mailto:${contact}">${contact}</a>`}
  </p>`)}</div>`;
};
