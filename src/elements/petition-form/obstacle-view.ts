import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../contract/adapter.js';
import type {Petition} from '../../contract/petition.js';
import {formatDate} from '../../localization/format.js';
import type {Locale} from '../../localization/locale.js';
import {msg, str} from '../../localization/messages.js';
import type {Obstacle} from './obstacle.js';

/** What stands in the form's place while the petition cannot be signed here. */
export const renderObstacle = (obstacle: Obstacle, petition: Petition, adapter: BackendAdapter, locale: Locale): TemplateResult => {
  switch (obstacle) {
    case 'early': return html`<p class="notice">${msg(str`This petition can be signed from ${formatDate(petition.opensAt ?? '', locale)}.`, {id: 'form.early', desc: 'The placeholder is a date'})}</p>`;
    case 'closed': return html`<p class="notice">${msg(str`This petition closed on ${formatDate(petition.closesAt ?? '', locale)}. Thank you to everyone who signed.`, {id: 'form.closed', desc: 'The placeholder is a date'})}</p>`;
    case 'unsupported': break;
  }
  const link = adapter.links?.sign ?? adapter.links?.petition;
  return html`<div class="notice">
    <p>${msg('This petition cannot be signed on this page.', {id: 'form.unsupported'})}</p>
    ${link === undefined ? nothing : html`<p><a href=${link} target="_blank" rel="noopener noreferrer">${msg('Sign it on its own page', {id: 'form.elsewhere'})}</a></p>`}
  </div>`;
};
