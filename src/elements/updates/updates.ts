import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition, Update} from '../../contract/petition.js';
import {formatDate} from '../../localization/format.js';
import {directionOf} from '../../localization/direction.js';
import {msg} from '../../localization/messages.js';
import {controls} from '../../styles/controls.js';
import {prose} from '../../styles/prose.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {PetitionReader} from '../petition-reader.js';
import {renderBlock} from '../rich-text.js';
import {newestFirst} from './newest-first.js';
import {styles} from './updates.styles.js';

/**
 * The latest news of a petition, newest first, each with its day. Where there is none, nothing is shown.
 *
 * @tag sphere-updates
 * @slot - What to show where the news cannot be had: a link to it.
 * @csspart update - A piece of news.
 * @csspart failure - The sentence in the place of a petition that cannot be had, with its button.
 * @cssprop --sphere-accent - The colour of links and of the focus.
 */
export class SphereUpdates extends PetitionReader {
  static override readonly tag: string = 'sphere-updates';
  static override styles = [tokens, prose, controls, states, styles];

  protected override renderPetition({updates, language}: Petition): TemplateResult {
    if (updates.length === 0) return html``;
    const level = this.headingLevel;
    return html`<section class="updates" lang=${this.locale.language} dir=${this.locale.direction} aria-labelledby="updates">
      <p class="heading" id="updates" role="heading" aria-level=${level}>${msg('Latest news', {id: 'petition.updates'})}</p>
      ${newestFirst(updates).map((update) => html`<div class="prose" part="update" lang=${language} dir=${directionOf(language)}>${this.#update(update, level + 1)}</div>`)}
    </section>`;
  }

  #update({title, publishedAt, body}: Update, level: number): TemplateResult {
    return html`
      ${title === undefined ? nothing : html`<p class="heading" role="heading" aria-level=${level}>${title}</p>`}
      ${publishedAt === undefined ? nothing : html`<p class="date"><time datetime=${publishedAt}>${formatDate(publishedAt, this.locale)}</time></p>`}
      ${body.map((block) => renderBlock(block, level + 1))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-updates': SphereUpdates;
  }
}
