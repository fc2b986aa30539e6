import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {PetitionEvent} from '../../contract/event.js';
import {countryName} from '../../localization/country-name.js';
import type {Locale} from '../../localization/locale.js';
import {msg, str} from '../../localization/messages.js';
import {formatTimes, readersTimes} from '../../localization/times.js';
import {badgesOf} from './words.js';

/** What can be done about events, once it is known. */
export interface EventActions {
  /** What stands beside an event: its buttons, or a link. */
  buttons(event: PetitionEvent): TemplateResult | typeof nothing;
  /** What is open below it. */
  panel(event: PetitionEvent): TemplateResult | typeof nothing;
}

/** What the view of an event needs beside the event. */
export interface EventView {
  readonly locale: Locale;
  /** Of its title. */
  readonly level: number;
  /** `undefined` as long as it is on its way; room is kept for it. */
  readonly actions: EventActions | undefined;
}

/** The id of an event's title inside the list's shadow root. */
export const titleId = (id: string): string => `event-${id}`;

const link = (words: string | TemplateResult, address: string | undefined): TemplateResult =>
  address === undefined ? html`${words}` : html`<a href=${address} target="_blank" rel="noopener noreferrer">${words}</a>`;

/** The zone's day on a leaf, for those who leaf through; everybody else reads the line that has it all. */
const renderLeaf = (event: PetitionEvent, locale: Locale): TemplateResult => {
  const start = {startsAt: event.startsAt, timeZone: event.timeZone};
  return html`<p class="leaf" part="day" aria-hidden="true"><span class="month">${formatTimes(start, 'month', locale)}</span> <span class="number">${formatTimes(start, 'day', locale)}</span> <span class="year">${formatTimes(start, 'year', locale)}</span></p>`;
};

const renderWhen = (event: PetitionEvent, locale: Locale): TemplateResult => {
  const {attendance, startsAt, previousStartsAt, timeZone} = event;
  const own = attendance === 'in-person' ? undefined : readersTimes(event, locale);
  return html`<p class="when" part="time"><time datetime=${startsAt}>${formatTimes(event, 'long', locale, true)}</time></p>
    ${own === undefined ? nothing : html`<p class="quietly">${msg(str`Your time: ${own}`, {id: 'events.yours', desc: 'When an online event is by the reader’s own clock'})}</p>`}
    ${previousStartsAt === undefined ? nothing : html`<p class="quietly">${msg(str`It was to be: ${formatTimes({startsAt: previousStartsAt, timeZone}, 'long', locale, true)}`, {id: 'events.previously', desc: 'The date that an event was first announced for'})}</p>`}`;
};

const renderWhere = ({attendance, place = {}}: PetitionEvent, locale: Locale): TemplateResult | typeof nothing => {
  const {name, address, locality, country, approximate} = place;
  const words = [name, address, locality, country === undefined ? undefined : countryName(country, locale)].filter(Boolean).join(', ');
  if (words === '' && attendance === 'online') return nothing;
  return html`<p class="where" part="place" dir="auto">${words || msg('The place will be announced.', {id: 'events.nowhere'})}</p>
    ${approximate ? html`<p class="quietly">${msg('The exact place is told to those who join.', {id: 'events.approximate'})}</p>` : nothing}`;
};

/** One event: what, when by the clock of the place, where, and what can be done about it. */
export const renderEvent = (event: PetitionEvent, {locale, level, actions}: EventView): TemplateResult => {
  const {id, title, url, language, status, organizer} = event;
  const badges = badgesOf(event);
  return html`<li class="event" part="event">
    ${renderLeaf(event, locale)}
    <div class="about">
      <p class="name" id=${titleId(id)} part="name" role="heading" aria-level=${level} lang=${language ?? nothing} dir="auto">${link(status === 'cancelled' ? html`<s>${title}</s>` : title, url)}</p>
      ${badges.length === 0 ? nothing : html`<p class="badges">${badges.map(({name, text}) => html`<span class="badge ${name}" part="badge">${text}</span> `)}</p>`}
      ${renderWhen(event, locale)}
      ${renderWhere(event, locale)}
      ${organizer === undefined ? nothing : html`<p class="quietly" dir="auto">${link(msg(str`Organised by ${organizer.name}`, {id: 'events.organizer', desc: 'The placeholder is the name of a person or a group'}), organizer.url)}</p>`}
    </div>
    <div class="actions ${actions ? '' : 'pending'}">${actions?.buttons(event)}</div>
    ${actions?.panel(event)}
  </li>`;
};
