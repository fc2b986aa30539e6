import type {PropertyDeclarations} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {Petition} from '../../contract/petition.js';
import {plainText, type Block, type Text} from '../../contract/text.js';
import {languageName} from '../../localization/format.js';
import {directionOf} from '../../localization/direction.js';
import {msg, str} from '../../localization/messages.js';
import {cleanTag} from '../../localization/tag.js';
import {controls} from '../../styles/controls.js';
import {prose} from '../../styles/prose.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {PetitionReader} from '../petition-reader.js';
import {renderBlock} from '../rich-text.js';
import {styles} from './letter.styles.js';

/** How much of a long letter is shown before it is unfolded, in UTF-16 units. */
const PREVIEW = 700;

const length = (block: Block): number => {
  const texts: readonly Text[] = block.type === 'list' ? block.items : [block.text];
  return texts.reduce((sum, text) => sum + plainText(text).length, 0);
};

/** How many blocks to show of a folded letter; all of them when folding would hide no more than a few lines. */
export const previewLength = (letter: readonly Block[]): number => {
  const total = letter.reduce((sum, block) => sum + length(block), 0);
  let shown = 0;
  for (const [index, block] of letter.entries()) {
    if (shown >= PREVIEW && total - shown > PREVIEW / 2) return index;
    shown += length(block);
  }
  return letter.length;
};

/** A language without script, region and the like: `fr` of `fr-CA`. */
const primary = (tag: string): string => (cleanTag(tag) ?? tag).replace(/-.*/, '');

/**
 * The letter that is signed: whom it is written to, then its text. Its text stays in its own language, and says so, when it
 * cannot be had in the page's.
 *
 * @tag sphere-letter
 * @slot - What to show where the letter cannot be had: a link to it.
 * @csspart addressees - Whom the letter is written to.
 * @csspart text - The text.
 * @csspart failure - The sentence in the place of a petition that cannot be had, with its button.
 * @cssprop --sphere-accent - The colour of links and of the focus.
 */
export class SphereLetter extends PetitionReader {
  static override readonly tag: string = 'sphere-letter';
  static override styles = [tokens, prose, controls, states, styles];
  static override properties: PropertyDeclarations = {
    unfolded: {type: Boolean},
    open: {state: true},
  };

  /** Shows a long letter whole from the start. */
  declare unfolded: boolean;

  private declare open: boolean;

  constructor() {
    super();
    this.unfolded = false;
    this.open = false;
  }

  protected override renderPetition(petition: Petition): TemplateResult {
    const {language, direction} = this.locale;
    const note = this.#note(petition);
    return html`<div class="letter" lang=${language} dir=${direction}>
      ${note === undefined ? nothing : html`<p class="note">${note}</p>`}
      ${this.#addressees(petition)}
      ${this.#text(petition)}
    </div>`;
  }

  /** What there is to know of the letter's language. */
  #note({language, original = language}: Petition): string | undefined {
    if (primary(language) !== primary(this.pageLanguage)) {
      return msg(str`This letter is not available in the language of this page. It is shown in: ${languageName(language, this.locale)}.`, {id: 'letter.foreign', desc: 'Above a letter that is not in the language of the page; the placeholder is the name of a language'});
    }
    if (primary(language) === primary(original)) return undefined;
    return msg(str`Translation. Original language: ${languageName(original, this.locale)}.`, {id: 'letter.translated', desc: 'Above a letter that was translated; the placeholder is the name of a language'});
  }

  #addressees({addressees, language}: Petition): TemplateResult | typeof nothing {
    if (addressees.length === 0) return nothing;
    return html`<div class="to" part="addressees">
      <p class="heading" id="to" role="heading" aria-level=${this.headingLevel}>${msg('To', {id: 'letter.to', desc: 'Heading over the list of those the letter is written to'})}</p>
      <ul aria-labelledby="to" lang=${language} dir=${directionOf(language)}>${addressees.map(({name}) => html`<li>${name}</li>`)}</ul>
    </div>`;
  }

  #text({letter, language}: Petition): TemplateResult | typeof nothing {
    if (letter.length === 0) return html`<p class="note">${msg('The text of this letter has not been published yet.', {id: 'letter.empty'})}</p>`;
    const shown = this.unfolded ? letter.length : previewLength(letter);
    const whole = shown === letter.length;
    const blocks = (part: readonly Block[]) => part.map((block) => renderBlock(block, this.headingLevel + 1));
    return html`<div class="text" part="text" lang=${language} dir=${directionOf(language)}>
        <div class="prose">${blocks(letter.slice(0, shown))}</div>
        <div class="prose rest" id="rest" ?hidden=${!whole && !this.open}>${blocks(letter.slice(shown))}</div>
      </div>
      ${whole ? nothing : html`<button class="quiet" type="button" aria-expanded=${this.open} aria-controls="rest" @click=${this.#toggle}>
        ${this.open ? msg('Show less of the letter', {id: 'letter.fold'}) : msg('Read the whole letter', {id: 'letter.unfold'})}
      </button>`}`;
  }

  readonly #toggle = () => { this.open = !this.open; };
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-letter': SphereLetter;
  }
}
