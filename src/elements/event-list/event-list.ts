import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {html, nothing, render, type TemplateResult} from 'lit/html.js';
import type {PetitionEvent} from '../../contract/event.js';
import {countryName} from '../../localization/country-name.js';
import {msg} from '../../localization/messages.js';
import type {EventList} from '../../stores/event-list.js';
import {matching} from '../../stores/event-match.js';
import {eventsOf} from '../../stores/event-store.js';
import type {PetitionStore} from '../../stores/petition-store.js';
import {controls} from '../../styles/controls.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {HEADING_LEVEL, headingLevelOf} from '../heading-level.js';
import {PetitionElement} from '../petition-element.js';
import {keepChosen} from '../petition-form/keep-chosen.js';
import {Acting, type Standing} from './acting.js';
import {styles} from './event-list.styles.js';
import {EventSection} from './event-section.js';
import {renderFilter, sumOf} from './filter-view.js';
import {renderInstead} from './section-view.js';
import {shownSentence} from './words.js';

/** So many events one takes in at a glance. */
const GLANCE = 5;

/**
 * The petition's events: those to come and, when asked, those that are over, each by the clock of its place. Lets people find one, join
 * one and organise one, as far as the back end can, or leads to where they can.
 *
 * @tag sphere-event-list
 * @slot - What to show where events cannot be had: a link to them.
 * @slot title - The heading.
 * @csspart title - The heading.
 * @csspart filter - What events are narrowed by.
 * @csspart control - What is chosen from or typed into.
 * @csspart events - A list of events.
 * @csspart event - An event.
 * @csspart day - Its day, as on a calendar's leaf.
 * @csspart name - What it is called.
 * @csspart badge - What sets it apart: cancelled, online.
 * @csspart time - When it is.
 * @csspart place - Where it is.
 * @csspart past - The events that are over.
 * @csspart field - A question with its label, in the forms.
 * @csspart consent - A box with its wording.
 * @csspart button - The button that sends.
 * @csspart summary - What is wrong.
 * @csspart thanks - What became of it.
 * @csspart controllers - Who receives what is sent.
 * @csspart failure - The sentence in the place of events that cannot be had, with its button.
 * @cssprop --sphere-accent - The colour of what can be pressed, and of the focus.
 * @cssprop --sphere-on-accent - The colour of the words on the button.
 * @cssprop --sphere-danger - The colour of what is wrong.
 * @cssprop --sphere-radius - How round corners are.
 * @fires {JoinedEvent} sphere-joined - Somebody joins an event. Says nothing of who.
 * @fires {ProposedEvent} sphere-proposed - Somebody offers to organise an event. Says nothing of who.
 */
export class SphereEventList extends PetitionElement {
  static override readonly tag: string = 'sphere-event-list';
  static override readonly styles = [tokens, controls, states, styles];
  static override properties: PropertyDeclarations = {
    headingLevel: {attribute: 'heading-level', converter: headingLevelOf},
    country: {},
    past: {type: Boolean},
    text: {state: true},
  };

  /** The level of its heading, 1 to 6. Anything else means 2. */
  declare headingLevel: number;

  /** Shows the events of one country, by its two letters (ISO 3166-1): `FR`. Readers may choose another. */
  declare country: string;

  /** Shows also the events that are over, from the start. */
  declare past: boolean;

  private declare text: string;

  readonly #upcoming = new EventSection(this, () => this.#list(false));
  readonly #over = new EventSection(this, () => (this.past ? this.#list(true) : undefined));
  readonly #acting = new Acting(this, () => this.#standing, SphereEventList.styles);
  /** The petition whose events were last shown: they keep their frame, whatever comes next. */
  #shown: PetitionStore | undefined;
  #hasFilter = false;
  /** Whether the reader narrowed the list, and is told what came of it. */
  #narrowed = false;
  #matches: (event: PetitionEvent) => boolean = () => true;

  constructor() {
    super();
    this.headingLevel = HEADING_LEVEL;
    this.country = '';
    this.past = false;
    this.text = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#matches = matching(this.text, (country) => countryName(country, this.locale));
    for (const section of [this.#upcoming, this.#over]) section.fill(this.#matches);
    const {state} = this.#upcoming;
    if (state.status !== 'known') return;
    if (this.#shown !== this.store) this.#hasFilter = false;
    this.#shown = this.store;
    this.#hasFilter ||= state.events.length > GLANCE || !state.complete || Object.keys(this.#countries).length > 1 || this.#country !== '';
  }

  protected override update(changed: PropertyValues<this>): void {
    this.#acting.rendering();
    const content = this.render();
    super.update(changed);
    keepChosen(this.renderRoot, () => { render(content, this.renderRoot, {host: this}); });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#upcoming.rendered(this.renderRoot.querySelector('.upcoming'));
    this.#over.rendered(this.renderRoot.querySelector('#past'));
    this.#acting.rendered();
  }

  protected render(): TemplateResult {
    const {language, direction} = this.locale;
    if (this.#standing) return html`<section class="list" lang=${language} dir=${direction} aria-labelledby="title">${this.#renderList()}</section>`;
    return html`<div lang=${language} dir=${direction}>${renderInstead(this.#upcoming.state, this.#upcoming.retry)}</div>`;
  }

  #renderList(): TemplateResult {
    const {locale, headingLevel} = this;
    const {actions} = this.#acting;
    const view = {locale, actions, isWanted: this.#isWanted};
    const {state} = this.#upcoming;
    return html`
      <p class="title" id="title" part="title" role="heading" aria-level=${headingLevel}><slot name="title">${msg('Events', {id: 'events.title'})}</slot></p>
      ${this.#hasFilter ? renderFilter({locale, countries: this.#countries, country: this.#country, chooseCountry: this.#chooseCountry, search: this.#search}) : nothing}
      <p class="status note" role="status">${this.#narrowed && state.status === 'known' && !state.fetching ? shownSentence(this.#upcoming.count(this.#isWanted), locale) : nothing}</p>
      <div class="upcoming">${this.#upcoming.render({...view, level: headingLevel + 1, empty: this.text.trim() !== '' || this.#country !== ''
        ? html`<button class="quiet" type="button" @click=${this.#showAll}>${msg('Show all events', {id: 'events.all'})}</button>`
        : html`<p class="empty">${msg('No upcoming event has been announced yet.', {id: 'events.none'})}</p>`})}</div>
      ${actions ? this.#acting.organise() : nothing}
      <div class="past" part="past">
        <p role="heading" aria-level=${headingLevel + 1}><button class="quiet fold" type="button" aria-expanded=${this.past} aria-controls="past" @click=${this.#togglePast}>${msg('Past events', {id: 'events.past'})}</button></p>
        <div id="past">${this.past ? this.#over.render({...view, level: headingLevel + 2, empty: html`<p class="empty">${msg('There are no past events here.', {id: 'events.past.none'})}</p>`}) : nothing}</div>
      </div>`;
  }

  #list(past: boolean): EventList | undefined {
    return this.store && eventsOf(this.store).list({past, country: this.#country || undefined});
  }

  /** The list, once it stands. */
  get #standing(): Standing | undefined {
    const {store, pageLanguage, locale, headingLevel} = this;
    return store && store === this.#shown ? {store, pageLanguage, locale, level: headingLevel + 1} : undefined;
  }

  /** The country to show: what is no country's code shows all. */
  get #country(): string {
    // An attribute that is taken away leaves `null`.
    const code = (this.country as string | null)?.trim().toUpperCase() ?? '';
    return /^[A-Z]{2}$/.test(code) ? code : '';
  }

  /** How many events there are in each country, of those that are shown or can be. */
  get #countries(): Readonly<Record<string, number>> {
    return sumOf([this.#upcoming, this.#over].map(({state}) => (state.status === 'known' ? state.countries : {})));
  }

  /** An event about which somebody is typing stays, whatever is looked for. */
  readonly #isWanted = (event: PetitionEvent): boolean => this.#matches(event) || event.id === this.#acting.openEvent;

  #narrow(change: {readonly text?: string; readonly country?: string}): void {
    this.#narrowed = true;
    for (const section of [this.#upcoming, this.#over]) section.restart();
    Object.assign(this, change);
  }

  readonly #chooseCountry = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) this.#narrow({country: event.target.value});
  };

  readonly #search = (event: Event) => {
    if (event.target instanceof HTMLInputElement) this.#narrow({text: event.target.value});
  };

  readonly #showAll = () => {
    const search = this.renderRoot.querySelector<HTMLInputElement>('#search');
    if (search) search.value = '';
    this.#narrow({text: '', country: ''});
    search?.focus();
  };

  readonly #togglePast = () => { this.past = !this.past; };
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-event-list': SphereEventList;
  }
}
