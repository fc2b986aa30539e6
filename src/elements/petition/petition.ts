import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../contract/petition.js';
import {ProvidePetition} from '../../controllers/petition-context.js';
import {directionOf} from '../../localization/direction.js';
import {controls} from '../../styles/controls.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {SphereCounter} from '../counter/counter.js';
import {SphereLetter} from '../letter/letter.js';
import {SpherePetitionForm} from '../petition-form/petition-form.js';
import {takePrefill} from '../petition-form/prefill.js';
import {PetitionReader} from '../petition-reader.js';
import {renderText} from '../rich-text.js';
import {SphereUpdates} from '../updates/updates.js';
import {styles} from './petition.styles.js';

/** Texts of the form that a page may replace from outside. */
const FORM_SLOTS = ['button', 'thanks'] as const;

/**
 * The whole petition: what it is about, the letter, how many have signed, the form, and the news. Put `sphere-*` elements
 * inside it to arrange them yourself; they need no `src` of their own.
 *
 * @tag sphere-petition
 * @attr {'off'} embed - `off`: readers are not offered a snippet for pages of their own.
 * @slot - A link to the petition, for the time before it is here and for when it cannot be had; or `sphere-*` elements that replace the arrangement.
 * @slot title - The title.
 * @slot button - The words on the button.
 * @slot thanks - What comes after signing.
 * @csspart title - The title.
 * @csspart summary - What signing does.
 * @csspart panel - The number and the form.
 * @csspart updates - The news.
 * @csspart embed - What gives readers a snippet for pages of their own.
 * @csspart failure - The sentence in the place of a petition that cannot be had, with its button.
 * @cssprop --sphere-accent - One colour for what can be pressed and what counts.
 * @cssprop --sphere-on-accent - The colour of words on it.
 * @cssprop --sphere-danger - The colour of what is wrong.
 * @cssprop --sphere-radius - How round corners are.
 */
export class SpherePetition extends PetitionReader {
  static override readonly tag: string = 'sphere-petition';
  static override styles = [tokens, controls, states, styles];
  static override properties: PropertyDeclarations = {
    minCount: {type: Number, attribute: 'min-count'},
    journey: {},
    redirect: {},
    source: {},
    isolation: {},
  };

  /** Registers the element and those it is made of. */
  static override define(tag = this.tag, registry = customElements): void {
    super.define.call(this, tag, registry);
    for (const part of [SphereCounter, SphereLetter, SpherePetitionForm, SphereUpdates]) part.define(part.tag, registry);
  }

  /** A number of signatures smaller than this is not shown. */
  declare minCount: number;

  /** What its form offers after signing; see `<sphere-petition-form>`. */
  declare journey?: string;

  /** Where its form leads to after that: an `https:` address. */
  declare redirect?: string;

  /** What brought the signer here, for its form. */
  declare source?: string;

  /** `frame` puts its form into a frame of its own; see `<sphere-petition-form>`. */
  declare isolation?: string;

  readonly #provider = new ProvidePetition(this);

  constructor() {
    super();
    this.minCount = 0;
  }

  override connectedCallback(): void {
    // The form inside comes with the petition, which takes its time.
    takePrefill();
    super.connectedCallback();
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
      ${petition.updates.length === 0 ? nothing : html`<sphere-updates part="updates" heading-level=${level + 1}></sphere-updates>`}
    </article>`;
  }

  /** Elements of ours that the author put inside; what a page builder strews in between means nothing. */
  get #isArrangedByAuthor(): boolean {
    return [...this.querySelectorAll('*')].some(({localName}) => localName.startsWith('sphere-'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-petition': SpherePetition;
  }
}
