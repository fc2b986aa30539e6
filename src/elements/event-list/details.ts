import {html, nothing, type TemplateResult} from 'lit/html.js';
import {can, type BackendAdapter} from '../../contract/adapter.js';
import {BackendError} from '../../contract/error.js';
import type {PetitionEvent} from '../../contract/event.js';
import {report} from '../../controllers/report.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {renderBlock} from '../rich-text.js';
import {titleId} from './event-view.js';
import {listFailure} from './words.js';

type Description = PetitionEvent['description'];

/** What is said of an event at length: with the list where that has it, else fetched when somebody wants to read it. */
export class Details {
  readonly #host: EventTarget & {requestUpdate(): void};
  readonly #told = new Map<string, Description | BackendError | undefined>();
  readonly #open = new Set<string>();

  constructor(host: EventTarget & {requestUpdate(): void}) {
    this.#host = host;
  }

  /** Whether there is, or may be, more to say. */
  canTell({description}: PetitionEvent, adapter: BackendAdapter): boolean {
    return description.length > 0 || can(adapter, 'getEvent');
  }

  button(event: PetitionEvent, adapter: BackendAdapter): TemplateResult {
    const {id} = event;
    const isOpen = this.#open.has(id);
    return html`<button class="quiet" type="button" aria-expanded=${isOpen} aria-controls=${isOpen ? `details-${id}` : nothing} aria-describedby=${titleId(id)} @click=${() => { this.#toggle(event, adapter); }}>${msg('Details', {id: 'events.details', desc: 'A button that shows what is said of an event at length'})}</button>`;
  }

  render({id, description, language}: PetitionEvent, level: number, locale: Locale): TemplateResult | undefined {
    if (!this.#open.has(id)) return undefined;
    const told = description.length > 0 ? description : this.#told.get(id);
    return html`<div class="prose" id="details-${id}" lang=${Array.isArray(told) && told.length > 0 ? (language ?? nothing) : locale.language} dir="auto" role="status">
      ${told === undefined ? html`<p class="note">${msg('One moment …', {id: 'events.details.loading'})}</p>`
        : BackendError.is(told) ? html`<p class="note">${listFailure(told)}</p>`
        : told.length === 0 ? html`<p class="note">${msg('Nothing more has been announced yet.', {id: 'events.details.none'})}</p>`
        : told.map((block) => renderBlock(block, level))}
    </div>`;
  }

  forget(): void {
    this.#told.clear();
    this.#open.clear();
  }

  #toggle({id, description}: PetitionEvent, adapter: BackendAdapter): void {
    if (!this.#open.delete(id)) {
      this.#open.add(id);
      // One that is on its way is there already, and `undefined`.
      if (description.length === 0 && (!this.#told.has(id) || BackendError.is(this.#told.get(id)))) void this.#fetch(id, adapter);
    }
    this.#host.requestUpdate();
  }

  async #fetch(id: string, adapter: BackendAdapter): Promise<void> {
    this.#told.set(id, undefined);
    try {
      this.#told.set(id, can(adapter, 'getEvent') ? (await adapter.getEvent(id)).description : []);
    } catch (thrown) {
      const error = BackendError.from(thrown, 'Reading the event');
      // A folder of files may hold the list and nothing else.
      this.#told.set(id, error.code === 'not-found' ? [] : error);
      if (this.#host instanceof Element) report(this.#host, error);
    }
    this.#host.requestUpdate();
  }
}
