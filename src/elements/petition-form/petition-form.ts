import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {html, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../contract/adapter.js';
import {BackendError} from '../../contract/error.js';
import type {Petition} from '../../contract/petition.js';
import {Observe} from '../../controllers/observe.js';
import {controls} from '../../styles/controls.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {PetitionReader} from '../petition-reader.js';
import {renderForm, type Late} from './form-view.js';
import type {Journey} from './journey.js';
import {keepChosen} from './keep-chosen.js';
import {obstacleTo} from './obstacle.js';
import {styles} from './petition-form.styles.js';
import {takePrefill} from './prefill.js';
import {settingOf} from './setting.js';
import type {Suggest} from './suggest.js';
import type {Problems} from './words.js';

const NONE: Problems = new Map();

/**
 * Signs a petition: asks what the petition asks and nothing else, says what is wrong where it is wrong, keeps what was typed until it
 * has arrived, and forgets it then. Nothing is stored on the device.
 *
 * @tag sphere-petition-form
 * @slot - What to show where the petition cannot be signed: a link to it.
 * @slot button - The words on the button.
 * @slot thanks - What comes after signing.
 * @csspart field - A question with its label.
 * @csspart control - What the answer is typed into.
 * @csspart consent - A box with its wording.
 * @csspart button - The button.
 * @csspart summary - What is wrong.
 * @csspart thanks - What comes after signing.
 * @csspart step - What is offered after that, one thing at a time.
 * @csspart controllers - Who receives the signature.
 * @csspart failure - The sentence in the place of a petition that cannot be had, with its button.
 * @cssprop --sphere-accent - The colour of the button and of the focus.
 * @cssprop --sphere-on-accent - The colour of the words on the button.
 * @cssprop --sphere-danger - The colour of what is wrong.
 * @cssprop --sphere-radius - How round corners are.
 * @cssstate sending - The signature is on its way.
 * @cssstate signed - The petition has been signed.
 * @fires {SignedEvent} sphere-signed - The petition has been signed. Says nothing of who signed.
 * @fires {LeaveEvent} sphere-leave - What comes after signing is over, and `redirect` is next: who prevents the default leads on by themselves.
 */
export class SpherePetitionForm extends PetitionReader {
  static override readonly tag: string = 'sphere-petition-form';
  static override styles = [tokens, controls, states, styles];
  static override properties: PropertyDeclarations = {
    journey: {},
    redirect: {},
    source: {},
    isolation: {},
    problems: {state: true},
    late: {state: true},
    unready: {state: true},
  };

  /** What to offer after signing, in its order: `share`, `events`. Absent: what the `<sphere-petition>` around it says, else nothing. */
  declare journey?: string;

  /** Where to go after that: an `https:` address. Absent: what the `<sphere-petition>` around it says, else nowhere. */
  declare redirect?: string;

  /**
   * What brought the signer here, a channel and never a person: kept with the signature. Absent: what the `<sphere-petition>` around it says, else
   * `sphere_source` in the page's address.
   */
  declare source?: string;

  /**
   * `frame` puts the form into a frame of its own, on a page that carries scripts which look over the reader's shoulder; anything else is taken for that,
   * and told. Absent: what the `<sphere-petition>` around it says.
   */
  declare isolation?: string;

  private declare problems: Problems;
  /** What is fetched once there is something to read. */
  private declare late: Late | undefined;
  private declare unready: BackendError | undefined;

  readonly #internals = this.attachInternals();
  readonly #signing = new Observe(this, () => this.store?.signing);
  #suggest: Suggest | undefined;
  #journey: Journey | undefined;
  /** What to bring into view once it is rendered. */
  #announce = false;

  constructor() {
    super();
    this.problems = NONE;
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  override connectedCallback(): void {
    takePrefill();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.#signing.value?.status !== 'signed') {
      this.#journey = undefined;
      return;
    }
    // Whoever signs next begins anew, in this form and in others of the petition.
    this.#suggest?.forget();
    this.problems = NONE;
  }

  protected override update(changed: PropertyValues<this>): void {
    keepChosen(this.renderRoot, () => { super.update(changed); });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const status = this.#signing.value?.status;
    if (!this.late && !this.unready && this.renderRoot.querySelector('.form')) void this.#prepare();
    for (const name of ['sending', 'signed'] as const) {
      if (status === name) this.#internals.states.add(name);
      else this.#internals.states.delete(name);
    }
    if (!this.#announce) return;
    this.#announce = false;
    this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
  }

  protected override renderPetition(petition: Petition, adapter: BackendAdapter): TemplateResult {
    const {language, direction} = this.locale;
    const signing = this.#signing.value ?? {status: 'idle'};
    const obstacle = obstacleTo(petition, adapter);
    const isolation = settingOf(this, 'isolation');
    return html`<div class="form" lang=${language} dir=${direction}>
      <p class="status" role="status">${isolation === undefined ? this.late?.statusSentence(signing) : ''}</p>
      ${isolation !== undefined && !obstacle
        ? this.late?.renderApart(this, isolation, {petition, adapter, store: this.store, locale: this.locale, language: this.pageLanguage, level: this.headingLevel})
        : signing.status === 'signed'
        ? this.late?.renderThanks(signing.receipt.status, this.headingLevel, () => this.late?.startAnew(this, this.store), this.#journey?.render(this.headingLevel + 1, this.pageLanguage))
        : obstacle ? this.late?.renderObstacle(obstacle, petition, adapter, this.locale)
        : renderForm(petition, {
          adapter,
          signing,
          locale: this.locale,
          headingLevel: this.headingLevel,
          late: this.late,
          unready: this.unready,
          problems: this.problems,
          suggestion: this.#suggest?.value,
          acceptSuggestion: () => { this.#suggest?.accept(); },
          changed: this.#changed,
          sign: (event) => { event.preventDefault(); void this.#sign(petition, adapter); },
          cancel: () => this.late?.stop(this, this.store),
        })}
    </div>`;
  }

  readonly #prepare = async (): Promise<Late | undefined> => {
    try {
      this.unready = undefined;
      const late = await import('./late.js');
      if (!this.late) late.attend(this);
      return (this.late = late);
    } catch (error) {
      this.unready = BackendError.from(error, 'Loading what signing needs');
      return undefined;
    }
  };

  async #sign(petition: Petition, adapter: BackendAdapter): Promise<void> {
    const late = await this.#prepare();
    const form = this.#form;
    const {store} = this;
    if (!late || !form || !store || store.signing.value.status === 'sending') return;
    this.#journey = await late.sign({element: this, form, store, petition, adapter}, (problems) => { this.problems = problems; });
    this.#announce = true;
    this.requestUpdate();
  }

  readonly #changed = ({target}: Event) => {
    void import('./suggest.js').then(
      ({Suggest}) => { (this.#suggest ??= new Suggest(this)).changed(target); },
      () => { /* Nobody misses what is only offered. */ },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-petition-form': SpherePetitionForm;
  }
}
