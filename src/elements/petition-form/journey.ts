import type {ReactiveElement} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import {can, type BackendAdapter} from '../../contract/adapter.js';
import type {Receipt} from '../../contract/signature.js';
import {ProvidePetition} from '../../controllers/petition-context.js';
import {msg, str} from '../../localization/messages.js';
import type {PetitionStore} from '../../stores/petition-store.js';
import {LeaveEvent} from './events.js';
import {styles} from './journey.styles.js';
import {redirectOf, stepsOf, type Step} from './plan.js';
import {settingOf} from './setting.js';

/** The elements of a step come when their step is near. */
const define = async (step: Step): Promise<void> => {
  switch (step) {
    case 'share': { (await import('../share/share.js')).SphereShare.define(); break; }
    case 'events': { (await import('../event-list/event-list.js')).SphereEventList.define(); break; }
  }
};

const titleOf = (step: Step): string => {
  switch (step) {
    case 'share': return msg('Share this petition', {id: 'form.step.share'});
    case 'events': return msg('Meet others', {id: 'form.step.events', desc: 'Heading over a list of gatherings near the reader'});
  }
};

/** What hands the petition to the elements of a form's steps, which may stand in no `<sphere-petition>`. */
const providers = new WeakMap<ReactiveElement, ProvidePetition>();

const equip = (form: ReactiveElement): ProvidePetition => {
  if (styles.styleSheet) form.shadowRoot?.adoptedStyleSheets.push(styles.styleSheet);
  const provider = new ProvidePetition(form);
  providers.set(form, provider);
  return provider;
};

/** What comes after thanks, one step after the other, each of which can be skipped; and where it ends. */
export class Journey {
  readonly #form: ReactiveElement;
  #steps: readonly Step[];
  readonly #redirect: URL | undefined;
  #isDone = false;
  /** Whether to ask before leaving: who is to look for an e-mail must be able to read so, and a sandbox may show nothing but its own page. */
  #asks = false;
  #isEmailSent = false;

  constructor(form: ReactiveElement, journey: string, redirect: string) {
    this.#form = form;
    this.#steps = stepsOf(journey);
    this.#redirect = redirectOf(redirect);
  }

  /** Sets out, once the petition is signed. */
  start(store: PetitionStore, adapter: BackendAdapter, {status}: Receipt): void {
    (providers.get(this.#form) ?? equip(this.#form)).store = store;
    this.#isEmailSent = status === 'confirm';
    this.#asks = this.#isEmailSent || self.origin === 'null';
    const hasEvents = can(adapter, 'listEvents') || adapter.links?.events !== undefined;
    this.#arrive(this.#steps.filter((step) => step !== 'events' || hasEvents));
  }

  /**
   * What stands below the thanks now.
   *
   * @param language That of the page, in which the petition has been read.
   */
  render(level: number, language: string): TemplateResult | typeof nothing {
    const [step] = this.#steps;
    if (step !== undefined) return html`<div class="step" part="step" @sphere-shared=${this.#done} @sphere-joined=${this.#done} @sphere-proposed=${this.#done}>
      <p class="heading" id="step" tabindex="-1" role="heading" aria-level=${level}>${titleOf(step)}</p>
      ${step === 'share' ? html`<sphere-share lang=${language} via=${settingOf(this.#form, 'via') ?? nothing}></sphere-share>` : html`<sphere-event-list lang=${language} heading-level=${Math.min(level + 1, 6)}></sphere-event-list>`}
      <button class="quiet" type="button" @click=${this.#next}>${this.#isDone
        ? msg('Next', {id: 'form.step.next', desc: 'A button: on to the next step'})
        : msg('Skip', {id: 'form.step.skip', desc: 'A button: on without doing what is offered'})}</button>
    </div>`;
    if (!this.#redirect || !this.#asks) return nothing;
    return html`<p><a class="quiet" id="step" href=${this.#redirect.href} @click=${this.#leave}>${msg(str`Continue to ${this.#redirect.host}`, {id: 'form.continue', desc: 'A link; the placeholder is the name of a site'})}</a></p>`;
  }

  #arrive(steps: readonly Step[]): void {
    this.#steps = steps;
    this.#isDone = false;
    const [step] = steps;
    // Where it cannot be had, the step can still be skipped.
    if (step !== undefined) void define(step).catch((error: unknown) => { console.error(`<sphere-petition-form>: the step "${step}" could not be loaded.`, error); });
    else if (this.#redirect && !this.#isEmailSent) {
      if (!this.#form.dispatchEvent(new LeaveEvent())) this.#asks = true;
      else if (!this.#asks) location.assign(this.#redirect);
    }
    this.#form.requestUpdate();
  }

  readonly #leave = (event: Event) => {
    if (!this.#form.dispatchEvent(new LeaveEvent()) && self.origin === 'null') event.preventDefault();
  };

  readonly #done = () => {
    this.#isDone = true;
    this.#form.requestUpdate();
  };

  readonly #next = async () => {
    this.#arrive(this.#steps.slice(1));
    await this.#form.updateComplete;
    (this.#form.renderRoot.querySelector<HTMLElement>('#step') ?? this.#form.renderRoot.querySelector<HTMLElement>('#outcome'))?.focus();
  };
}
