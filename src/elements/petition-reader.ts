import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {html, render, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../contract/adapter.js';
import type {Petition} from '../contract/petition.js';
import {Observe} from '../controllers/observe.js';
import {report} from '../controllers/report.js';
import {msg} from '../localization/messages.js';
import type {PetitionState, PetitionStore} from '../stores/petition-store.js';
import {renderReadingFailure} from './failure.js';
import {HEADING_LEVEL, headingLevelOf} from './heading-level.js';
import {PetitionElement} from './petition-element.js';

/** An element that shows a petition's document: what it says while there is none yet, and when there will be none. */
export abstract class PetitionReader extends PetitionElement {
  static override properties: PropertyDeclarations = {headingLevel: {attribute: 'heading-level', converter: headingLevelOf}};

  /** The level of its outermost heading, 1 to 6. Anything else means 2. */
  declare headingLevel: number;

  readonly #petition = new Observe(this, () => this.store?.petition(this.pageLanguage));
  /** What was last shown, and of which petition. */
  #shown: {readonly store: PetitionStore; readonly state: PetitionState} | undefined;

  /** Whether the reader asked for another try, and so waits for what comes of it. */
  #retried = false;

  constructor() {
    super();
    this.headingLevel = HEADING_LEVEL;
  }

  /** What to show of a petition that has arrived. */
  protected abstract renderPetition(petition: Petition, adapter: BackendAdapter): TemplateResult;

  /** Each element's first rendering is a task of its own, so that a slow device can answer its reader between two of them. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await (globalThis as {readonly scheduler?: {readonly yield?: () => Promise<void>}}).scheduler?.yield?.();
    await super.scheduleUpdate();
  }

  protected override update(changed: PropertyValues<this>): void {
    const content = this.render();
    super.update(changed);
    render(content, this.renderRoot, {host: this});
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const state = this.#petition.value;
    if (state?.status === 'failed') report(this, state.error);
    if (state?.status === 'ready') for (const flaw of state.flaws) report(this, flaw);
    if (this.#retried && state?.status !== 'loading') this.#focusOutcome();
  }

  /** What the element shows now. */
  protected render(): TemplateResult {
    const state = this.#stateToShow();
    const {language, direction} = this.locale;
    switch (state.status) {
      case 'ready': return this.renderPetition(state.petition, state.adapter);
      case 'loading': return html`<div class="loading" lang=${language} dir=${direction}>
        <slot><p>${msg('The petition is on its way …', {id: 'reader.loading'})}</p></slot>
      </div>`;
      case 'failed':
        // One sentence on the page is enough: that of the element around this one.
        if (this.inherits) return html`<slot></slot>`;
        return html`<div lang=${language} dir=${direction}>${renderReadingFailure(state.error, this.#retry)}</div>`;
    }
  }

  readonly #retry = () => {
    this.#retried = true;
    this.store?.retry(this.pageLanguage);
  };

  /** The button that had the focus is gone; what came of it takes the focus over. */
  #focusOutcome(): void {
    this.#retried = false;
    const outcome = this.renderRoot.querySelector<HTMLElement>('.failure') ?? this.renderRoot.querySelector<HTMLElement>('[lang]');
    if (!outcome) return;
    outcome.tabIndex = -1;
    outcome.focus({preventScroll: true});
  }

  /** A petition that is shown stays, with all that was typed into it, until it is here in the language that the page has changed to. */
  #stateToShow(): PetitionState {
    const state = this.#petition.value ?? {status: 'loading'};
    const {store} = this;
    if (state.status !== 'ready' && this.#shown && this.#shown.store === store) return this.#shown.state;
    this.#shown = store && state.status === 'ready' ? {store, state} : undefined;
    return state;
  }
}
