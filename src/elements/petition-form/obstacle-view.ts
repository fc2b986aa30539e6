import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../contract/adapter.js';
import type {Petition} from '../../contract/petition.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import type {Obstacle} from './obstacle.js';
import {obstacleSentence} from './obstacle-words.js';

/** What stands in the form's place while the petition cannot be signed here. */
export const renderObstacle = (obstacle: Obstacle, petition: Petition, {links}: BackendAdapter, locale: Locale): TemplateResult => {
  const link = obstacle === 'unsupported' ? (links?.sign ?? links?.petition) : undefined;
  return html`<div class="notice">
    <p>${obstacleSentence(obstacle, petition, locale)}</p>
    ${link === undefined ? nothing : html`<p><a href=${link} target="_blank" rel="noopener noreferrer">${msg('Sign it on its own page', {id: 'form.elsewhere'})}</a></p>`}
  </div>`;
};
