import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition, Update} from '../../contract/petition.js';
import {ProvidePetition} from '../../controllers/petition-context.js';
import {formatDate} from '../../localization/format.js';
import {directionOf} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {controls} from '../../styles/controls.js';
import {prose} from '../../styles/prose.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {SphereCounter} from '../counter/counter.js';
import {SphereLetter} from '../letter/letter.js';
import {SpherePetitionForm} from '../petition-form/petition-form.js';
import {PetitionReader} from '../petition-reader.js';
import {renderBlock, renderText} from '../rich-text.js';
import {styles} from './petition.styles.js';

/** Texts of the form that a page may replace from outside. */
const FORM_SLOTS = ['button', 'thanks'] as const;

/**
 * The whole petition: what it is about, the letter, how many have signed, the form, and the news. Put `sphere-*` elements
 * inside it to arrange them yourself; they need no `src` of their own.
 *
 * @tag sphere-petition
 * @slot - A link to the petition, for the time before it is here and for when it cannot be had; or `sphere-*` elements that replace the arrangement.
 * @slot title - The title.
 * @slot button - The words on the button.
 * @slot thanks - What comes after signing.
 * @csspart title - The title.
 * @csspart summary - What signing does.
 * @csspart panel - The number and the form.
 * @csspart updates - The news.
 * @csspart failure - The sentence in the place of a petition that cannot be had, with its button.
 * @cssprop --sphere-accent - One colour for what can be pressed and what counts.
 * @cssprop --sphere-on-accent - The colour of words on it.
 * @cssprop --sphere-danger - The colour of what is wrong.
 * @cssprop --sphere-radius - How round corners are.
 */
export class SpherePetition extends PetitionReader {
  static override readonly tag: string = 'sphere-petition';
  static override styles = [tokens, prose, controls, states, styles];
  static override properties: PropertyDeclarations = {
    minCount: {type: Number, attribute: 'min-count'},
  };

  /** Registers the element and those it is made of. */
  static override define(tag = this.tag, registry = customElements): void {
    super.define.call(this, tag, registry);
    for (const part of [SphereCounter, SphereLetter, SpherePetitionForm]) part.define(part.tag, registry);
  }

  /** A number of signatures smaller than this is not shown. */
  declare minCount: number;

  readonly #provider = new ProvidePetition(this);

  constructor() {
    super();
    this.minCount = 0;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.store) this.#provider.store = this.store;
  }

  protected override renderPetition(petition: Petition): TemplateResult {
    if (this.#isArrangedByAuthor) return html`<slot></slot>`;
    const level = this.headingLevel;
    const [contentLanguage, contentDirection] = [petition.language, directionOf(petition.language)];
    // Without a `lang` of its own, for the elements inside take theirs from it: they speak the very language of this one, region and all.
    return html`<article class="petition" dir=${this.locale.direction}>
      <header lang=${contentLanguage} dir=${contentDirection}>
        <p class="title" part="title" role="heading" aria-level=${level}><slot name="title">${petition.title}</slot></p>
        ${petition.summary === undefined ? nothing : html`<p class="summary" part="summary">${renderText(petition.summary)}</p>`}
      </header>
      <div class="panel" part="panel">
        <sphere-counter min-count=${this.minCount}></sphere-counter>
        <sphere-petition-form heading-level=${level + 1}>${FORM_SLOTS.filter((name) => this.querySelector(`:scope > [slot="${name}"]`)).map((name) => html`<slot name=${name} slot=${name}></slot>`)}</sphere-petition-form>
      </div>
      <sphere-letter heading-level=${level + 1}></sphere-letter>
      ${this.#updates(petition)}
    </article>`;
  }

  /** Elements of ours that the author put inside; what a page builder strews in between means nothing. */
  get #isArrangedByAuthor(): boolean {
    return [...this.querySelectorAll('*')].some(({localName}) => localName.startsWith('sphere-'));
  }

  #updates({updates, language}: Petition): TemplateResult | typeof nothing {
    if (updates.length === 0) return nothing;
    const level = this.headingLevel + 1;
    return html`<section class="updates" part="updates" lang=${this.locale.language} aria-labelledby="updates">
      <p class="heading" id="updates" role="heading" aria-level=${level}>${msg('Latest news', {id: 'petition.updates'})}</p>
      ${updates.map((update) => html`<div class="prose" lang=${language} dir=${directionOf(language)}>${this.#update(update, level + 1)}</div>`)}
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
    'sphere-petition': SpherePetition;
  }
}
