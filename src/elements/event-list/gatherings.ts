import {adoptStyles, type CSSResult} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import {can, type BackendAdapter} from '../../contract/adapter.js';
import {subscribesBy} from '../../contract/capability.js';
import type {BackendError} from '../../contract/error.js';
import type {PetitionEvent} from '../../contract/event.js';
import type {Petition} from '../../contract/petition.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {keeping} from '../../registry/keeping.js';
import type {PetitionStore} from '../../stores/petition-store.js';
import {prose} from '../../styles/prose.js';
import {styles as formStyles} from '../petition-form/petition-form.styles.js';
import {Details, isToCome} from './details.js';
import {Drafts} from './drafts.js';
import {titleId, type EventActions} from './event-view.js';
import {GatheringForm, type GatheringHost} from './gathering-form.js';
import {styles} from './gatherings.styles.js';
import {proposal} from './proposal.js';
import type {Purpose} from './purpose.js';
import {rsvp} from './rsvp.js';

/** What there is to know before anything can be done about events. */
export interface Knowledge {
  readonly store: PetitionStore;
  /** Absent: its back end keeps events and no petition. */
  readonly petition?: Petition;
  readonly adapter: BackendAdapter;
  readonly locale: Locale;
  /** Of headings inside the list. */
  readonly level: number;
}

/** The form in which somebody joins an event has its id; that in which somebody organises one has this. */
const ORGANISE = '';

/**
 * What people do about events: read more of one, join one, organise one. Fetched once the list stands, with the petition's document,
 * which says what its back end offers. One form is open at a time; what was typed into another waits until that is opened again.
 */
export class Gatherings implements EventActions {
  readonly #host: GatheringHost;
  readonly #details: Details;
  #knowledge: Knowledge | undefined;
  #open: {readonly event: PetitionEvent | undefined; readonly form: GatheringForm} | undefined;
  readonly #drafts = new Drafts();

  /** @param listStyles What the list wears already. */
  constructor(host: GatheringHost, listStyles: readonly CSSResult[]) {
    this.#host = host;
    this.#details = new Details(host);
    if (host.shadowRoot) adoptStyles(host.shadowRoot, [...listStyles, prose, formStyles, styles]);
  }

  /** What is open, as drafts call it. */
  get #key(): string {
    return this.#open?.event?.id ?? ORGANISE;
  }

  /** The event about which a form is open. */
  get openEvent(): string | undefined {
    return this.#open?.event?.id;
  }

  /** Whether this petition's document has been told. */
  knows(store: PetitionStore): boolean {
    return this.#knowledge?.store === store;
  }

  /** To be told before each rendering. */
  know(knowledge: Knowledge): void {
    if (!this.knows(knowledge.store)) this.#forget();
    this.#knowledge = knowledge;
    if (!this.#open) return;
    const purpose = this.#purposeFor(this.#open.event);
    if (purpose) this.#open.form.purpose = purpose;
  }

  /**
   * Whether this is all there is, because the list's back end keeps events and no petition: a calendar, or the page itself. Nothing can be asked of anybody
   * there, but there may be more to read, and pages to lead to.
   */
  isAll({code}: BackendError, list: Omit<Knowledge, 'petition' | 'adapter'>): boolean {
    if (code !== 'unsupported') return false;
    if (!this.knows(list.store)) {
      void list.store.adapterFor('listEvents').then((adapter) => {
        this.know({...list, adapter: keeping(adapter, (capability) => capability === 'getEvent')});
        this.#host.requestUpdate();
      }, () => { /* The list itself says so. */ });
    }
    return true;
  }

  /** To be called before each rendering: keeps what has been typed so far, for the form may stand elsewhere afterwards, or ask other questions. */
  rendering(): void {
    this.#drafts.keep();
    if (this.#open?.form.isDone) this.#drafts.forget(this.#key);
  }

  /** To be called after each rendering. */
  rendered(): void {
    this.#open?.form.rendered();
    if (!this.#drafts.restore(this.#host.renderRoot.querySelector('form'), this.#key)) return;
    // What is asked may depend on what has been answered.
    void Promise.resolve().then(() => { this.#host.requestUpdate(); });
  }

  readonly buttons = (event: PetitionEvent): TemplateResult | typeof nothing => {
    const {adapter} = this.#knowledge ?? {};
    if (!adapter) return nothing;
    const details = this.#details.canTell(event, adapter);
    const isOpen = this.#open?.event?.id === event.id;
    const elsewhere = event.url ?? adapter.links?.events;
    const joinable = event.joinable && isToCome(event);
    const words = event.status === 'full' ? msg('Join the waiting list', {id: 'events.join.waiting'}) : msg('Join', {id: 'events.join', desc: 'A button: take part in this event'});
    if (!details && !(joinable && (can(adapter, 'joinEvent') || elsewhere !== undefined))) return nothing;
    return html`
      ${!joinable ? nothing
        : can(adapter, 'joinEvent') ? html`<button class="quiet join" type="button" aria-expanded=${isOpen} aria-controls=${isOpen ? `panel-${event.id}` : nothing} aria-describedby=${titleId(event.id)} @click=${() => { this.#toggle(event); }}>${words}</button>`
        : elsewhere === undefined ? nothing
        : html`<a href=${elsewhere} target="_blank" rel="noopener noreferrer" aria-describedby=${titleId(event.id)}>${msg('Join on its own page', {id: 'events.join.elsewhere', desc: 'A link to the page of an event'})}</a>`}
      ${details ? this.#details.button(event, adapter) : nothing}`;
  };

  readonly panel = (event: PetitionEvent): TemplateResult | typeof nothing => {
    const isOpen = this.#open?.event?.id === event.id;
    const details = this.#knowledge && this.#renderDetails(event, this.#knowledge);
    return isOpen || details ? html`<div class="panel" id="panel-${event.id}">${details}${isOpen ? this.#renderForm() : nothing}</div>` : nothing;
  };

  /** How to organise an event: a form, a link, or nothing. */
  readonly organise = (): TemplateResult | typeof nothing => {
    const {adapter} = this.#knowledge ?? {};
    if (!adapter) return nothing;
    const words = msg('Organise an event', {id: 'events.propose'});
    if (!can(adapter, 'proposeEvent')) {
      const link = adapter.links?.proposeEvent;
      return link === undefined ? nothing : html`<p class="organise"><a href=${link} target="_blank" rel="noopener noreferrer">${words}</a></p>`;
    }
    const isOpen = this.#open !== undefined && !this.#open.event;
    return html`<div class="organise">
      <button class="quiet" type="button" aria-expanded=${isOpen} aria-controls=${isOpen ? 'organise' : nothing} @click=${() => { this.#toggle(undefined); }}>${words}</button>
      ${isOpen ? html`<div class="panel" id="organise">${this.#renderForm()}</div>` : nothing}
    </div>`;
  };

  #renderDetails(event: PetitionEvent, {store, petition, adapter, locale, level}: Knowledge): TemplateResult | undefined {
    return this.#details.render(event, {id: petition?.id ?? store.src, address: adapter.links?.petition}, level + 1, locale);
  }

  #renderForm(): TemplateResult | typeof nothing {
    if (!this.#open || !this.#knowledge) return nothing;
    const {adapter, locale, level} = this.#knowledge;
    return this.#open.form.render({locale, level: level + (this.#open.event ? 1 : 0), subscribes: subscribesBy(adapter, this.#open.event ? 'joinEvent' : 'proposeEvent'), close: this.#close});
  }

  #purposeFor(event: PetitionEvent | undefined): Purpose | undefined {
    if (!this.#knowledge?.petition) return undefined;
    const {petition, adapter, locale} = this.#knowledge;
    if (event) return can(adapter, 'joinEvent') ? rsvp(event, petition, adapter) : undefined;
    return can(adapter, 'proposeEvent') ? proposal(petition, adapter, locale.language, () => { this.#host.requestUpdate(); }) : undefined;
  }

  #toggle(event: PetitionEvent | undefined): void {
    const wasOpen = this.#open;
    this.#put();
    if (wasOpen && wasOpen.event?.id === event?.id) return;
    const purpose = this.#purposeFor(event);
    if (!purpose) return;
    this.#open = {event, form: new GatheringForm(purpose, this.#host)};
  }

  /** Closes what is open, and keeps what was typed into it until it has arrived. */
  #put(): void {
    this.rendering();
    this.#open?.form.cancel();
    this.#open = undefined;
    this.#host.requestUpdate();
  }

  /** The button that opened it takes the focus back. */
  readonly #close = () => {
    const opener = this.#host.renderRoot.querySelector<HTMLElement>(this.#open?.event ? `[aria-controls="panel-${this.#open.event.id}"].join` : '[aria-controls="organise"]');
    this.#put();
    opener?.focus();
  };

  #forget(): void {
    this.#open?.form.cancel();
    this.#open = undefined;
    this.#drafts.forget();
    this.#details.forget();
  }
}
