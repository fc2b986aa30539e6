import {html, nothing, type TemplateResult} from 'lit/html.js';
import {can, type BackendAdapter} from '../../contract/adapter.js';
import type {CalendarFrame} from '../../contract/calendar.js';
import {BackendError} from '../../contract/error.js';
import type {PetitionEvent} from '../../contract/event.js';
import {endOf} from '../../contract/event-query.js';
import {report} from '../../controllers/report.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {renderBlock} from '../rich-text.js';
import type {renderCalendar} from './calendar.js';
import {titleId} from './event-view.js';
import {listFailure} from './words.js';

type Told = Pick<PetitionEvent, 'description' | 'calendar'>;

const NOTHING: Told = {description: []};

/** Whether one can still go there. */
export const isToCome = (event: PetitionEvent): boolean => event.status !== 'cancelled' && endOf(event) >= Date.now();

/** What is said of an event at length: with the list where that has it, else fetched when somebody wants to read it. And what puts it into the reader's calendar. */
export class Details {
  readonly #host: EventTarget & {requestUpdate(): void};
  readonly #told = new Map<string, Told | BackendError | undefined>();
  readonly #open = new Set<string>();
  /** Fetched with the first details that are opened. */
  #renderCalendar: typeof renderCalendar | undefined;

  constructor(host: EventTarget & {requestUpdate(): void}) {
    this.#host = host;
  }

  /** Whether there is, or may be, more to say or to do. */
  canTell(event: PetitionEvent, adapter: BackendAdapter): boolean {
    return event.description.length > 0 || can(adapter, 'getEvent') || isToCome(event);
  }

  button(event: PetitionEvent, adapter: BackendAdapter): TemplateResult {
    const {id} = event;
    const isOpen = this.#open.has(id);
    return html`<button class="quiet" type="button" aria-expanded=${isOpen} aria-controls=${isOpen ? `details-${id}` : nothing} aria-describedby=${titleId(id)} @click=${() => { this.#toggle(event, adapter); }}>${msg('Details', {id: 'events.details', desc: 'A button that shows what is said of an event at length'})}</button>`;
  }

  render(event: PetitionEvent, petition: CalendarFrame['petition'], level: number, locale: Locale): TemplateResult | undefined {
    const {id, description, language} = event;
    if (!this.#open.has(id)) return undefined;
    const told = description.length > 0 ? event : this.#told.get(id);
    const isTold = told !== undefined && !BackendError.is(told);
    return html`<div class="prose" id="details-${id}" lang=${isTold && told.description.length > 0 ? (language ?? nothing) : locale.language} dir="auto" role="status">
      ${told === undefined ? html`<p class="note">${msg('One moment …', {id: 'events.details.loading'})}</p>`
        : !isTold ? html`<p class="note">${listFailure(told)}</p>`
        : told.description.length === 0 ? html`<p class="note">${msg('Nothing more has been announced yet.', {id: 'events.details.none'})}</p>`
        : told.description.map((block) => renderBlock(block, level))}
    </div>
    ${told === undefined || !isToCome(event) ? nothing : this.#renderCalendar?.({...event, ...(isTold && {description: told.description, calendar: told.calendar ?? event.calendar})}, petition, locale)}`;
  }

  forget(): void {
    this.#told.clear();
    this.#open.clear();
  }

  #toggle({id, description}: PetitionEvent, adapter: BackendAdapter): void {
    if (!this.#open.delete(id)) {
      this.#open.add(id);
      if (!this.#renderCalendar) void this.#prepareCalendar();
      // One that is on its way is there already, and `undefined`.
      if (description.length === 0 && (!this.#told.has(id) || BackendError.is(this.#told.get(id)))) void this.#fetch(id, adapter);
    }
    this.#host.requestUpdate();
  }

  async #prepareCalendar(): Promise<void> {
    try {
      this.#renderCalendar = (await import('./calendar.js')).renderCalendar;
    } catch (thrown) {
      this.#report(BackendError.from(thrown, 'Loading what puts an event into a calendar'));
    }
    this.#host.requestUpdate();
  }

  #report(error: BackendError): void {
    if (this.#host instanceof Element) report(this.#host, error);
  }

  async #fetch(id: string, adapter: BackendAdapter): Promise<void> {
    this.#told.set(id, undefined);
    try {
      this.#told.set(id, can(adapter, 'getEvent') ? await adapter.getEvent(id) : NOTHING);
    } catch (thrown) {
      const error = BackendError.from(thrown, 'Reading the event');
      // A folder of files may hold the list and nothing else.
      this.#told.set(id, error.code === 'not-found' ? NOTHING : error);
      this.#report(error);
    }
    this.#host.requestUpdate();
  }
}
