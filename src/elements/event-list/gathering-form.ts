import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {FieldProblem} from '../../contract/check-signature.js';
import type {BackendError} from '../../contract/error.js';
import type {Petition} from '../../contract/petition.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {Sender} from '../../stores/sender.js';
import {findProblems, readAnswers, refusedProblems} from '../petition-form/answers.js';
import {consentId, renderConsent, SUBSCRIBES} from '../petition-form/consent-view.js';
import {renderControllers} from '../petition-form/controllers-view.js';
import {countriesIn} from '../petition-form/countries.js';
import {controlId, renderField} from '../petition-form/field-view.js';
import {problemSentence} from '../petition-form/problem-words.js';
import {stopLabel} from '../petition-form/sending-words.js';
import {renderSummaryOf} from '../petition-form/summary-view.js';
import {fieldLabel, type Problems} from '../petition-form/words.js';
import {gatheringConsentProblem, gatheringFailure, gatheringStatus, gatheringSubscribes, goesTo, pastProblem} from './gathering-words.js';
import type {Purpose, Sent} from './purpose.js';

/** What the form needs beside its purpose. */
export interface GatheringView {
  readonly locale: Locale;
  readonly level: number;
  /** Whether the platform puts everyone on its mailing list. */
  readonly subscribes: boolean;
  readonly close: () => void;
}

/** Where the form stands. */
export interface GatheringHost extends HTMLElement {
  readonly renderRoot: ParentNode;
  requestUpdate(): void;
}

/** What is wrong, by path. */
type GatheringProblems = ReadonlyMap<string, FieldProblem | 'past'>;

/** A form that stands in a list of events until it is closed, with all that was typed into it. */
export class GatheringForm {
  /** What it is for; anew with every language. */
  purpose: Purpose;
  readonly #host: GatheringHost;
  readonly #sender: Sender<object, Sent>;
  #problems: GatheringProblems = new Map();
  #subscribes = false;
  #announce = false;

  constructor(purpose: Purpose, host: GatheringHost) {
    this.purpose = purpose;
    this.#host = host;
    this.#sender = new Sender((document, options) => this.purpose.send(document, options), purpose.repeatable);
    this.#sender.state.subscribe(() => { host.requestUpdate(); });
  }

  get #form(): HTMLFormElement | null {
    return this.#host.renderRoot.querySelector('form');
  }

  /** Whether it has been sent, and there is nothing left to keep. */
  get isDone(): boolean {
    return this.#sender.state.value.status === 'sent';
  }

  /** Gives up what is on its way. */
  cancel(): void {
    this.#sender.cancel();
  }

  /** To be called after each rendering: what there is to say takes the focus. */
  rendered(): void {
    if (!this.#announce) return;
    this.#announce = false;
    this.#host.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
  }

  render({locale, level, subscribes, close}: GatheringView): TemplateResult {
    const state = this.#sender.state.value;
    this.#subscribes = subscribes;
    if (state.status === 'sent') {
      const {title, text} = state.receipt.outcome();
      return html`<div class="thanks" part="thanks" tabindex="-1" id="outcome">
        <p class="heading" role="heading" aria-level=${level}>${title}</p>
        <p>${text}</p>
        <button class="quiet" type="button" @click=${close}>${msg('Close', {id: 'events.close', desc: 'A button that closes a form'})}</button>
      </div>`;
    }
    const asked = this.purpose.asked(this.#form);
    const error = state.status === 'failed' ? state.error : undefined;
    const sending = state.status === 'sending';
    const problems = this.#sentences(error ? this.#refused(error, asked) : this.#problems, asked);
    const items = [...problems].map(([path, sentence]) => ({id: path.startsWith('fields.') ? controlId(path.slice(7)) : consentId(path.slice(9)), sentence}));
    return html`<form class="gathering" novalidate method="dialog" aria-busy=${sending} aria-labelledby="gathering">
      <p class="heading" id="gathering" role="heading" aria-level=${level}>${this.purpose.title}</p>
      ${asked.test ? html`<p class="notice">${msg('This petition is a test: what you send here leads to nothing.', {id: 'events.test'})}</p>` : nothing}
      ${renderSummaryOf(items, error && gatheringFailure(error, this.purpose.repeatable))}
      ${asked.fields.map((field) => renderField(field, {
        countries: countriesIn(locale),
        language: asked.language,
        problem: problems.get(`fields.${field.name}`),
        suggestion: undefined,
        acceptSuggestion: () => undefined,
        changed: () => undefined,
        ...this.purpose.view?.(field),
      }))}
      ${asked.consents.map(({id, text, required}) => renderConsent(id, text, asked.language, required, problems.get(`consents.${id}`)))}
      ${subscribes ? renderConsent(SUBSCRIBES, gatheringSubscribes(), locale.language, true, problems.get(`consents.${SUBSCRIBES}`)) : nothing}
      <p class="status" role="status">${sending ? gatheringStatus(state.trouble) : nothing}</p>
      <div class="row">
        <button class="primary" part="button" type="submit" aria-disabled=${sending} @click=${this.#submit}>${sending ? msg('Sending …', {id: 'form.sending'}) : this.purpose.button}</button>
        ${sending && state.trouble ? html`<button class="quiet" type="button" @click=${this.#stop}>${stopLabel()}</button>` : nothing}
        <button class="quiet" type="button" @click=${close}>${msg('Close', {id: 'events.close', desc: 'A button that closes a form'})}</button>
      </div>
      ${renderControllers(asked, goesTo)}
    </form>`;
  }

  #sentences(problems: GatheringProblems, {fields}: Petition): Map<string, string> {
    const sentence = (path: string, problem: FieldProblem | 'past'): string => {
      if (problem === 'past') return pastProblem();
      const field = fields.find(({name}) => path === `fields.${name}`);
      return field ? problemSentence(problem, fieldLabel(field)) : gatheringConsentProblem(problem);
    };
    return new Map([...problems].map(([path, problem]) => [path, sentence(path, problem)]));
  }

  /** What the back end refused, by the paths of the form. */
  #refused({issues}: BackendError, asked: Petition): Problems {
    return refusedProblems({issues: issues.map(({path, reason}) => ({path: this.purpose.pathOf?.(path) ?? path, reason}))}, asked);
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const form = this.#form;
    if (!form || this.#sender.state.value.status === 'sending') return;
    const asked = this.purpose.asked(form);
    const answers = readAnswers(form, asked);
    const past = this.purpose.pastTime?.(answers);
    this.#problems = new Map<string, FieldProblem | 'past'>([...findProblems(form, asked, answers, this.#subscribes), ...(past === undefined ? [] : [[past, 'past'] as const])]);
    this.#sender.reset();
    if (this.#problems.size === 0) {
      await this.#sender.send(this.purpose.content(answers, form));
      const state = this.#sender.state.value;
      /** @internal */
      if (state.status === 'sent') this.#host.dispatchEvent(state.receipt.event);
    }
    this.#announce = true;
    this.#host.requestUpdate();
  };

  // What has the focus is about to go, and the focus would go with it.
  readonly #stop = () => {
    this.#sender.cancel();
    this.#form?.querySelector<HTMLElement>('.primary')?.focus();
  };
}
