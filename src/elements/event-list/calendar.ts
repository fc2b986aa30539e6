import {html, nothing, type TemplateResult} from 'lit/html.js';
import {calendarOf, type CalendarFrame} from '../../contract/calendar.js';
import type {PetitionEvent} from '../../contract/event.js';
import {countryName} from '../../localization/country-name.js';
import type {Locale} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {titleId} from './event-view.js';

/** Milliseconds that a browser may take to read what it saves. */
const READING = 60_000;

const save = (event: PetitionEvent, petition: CalendarFrame['petition'], locale: Locale): void => {
  const content = calendarOf([event], {petition, revised: Date.now(), countryName: (code) => countryName(code, locale)});
  const address = URL.createObjectURL(new Blob([content], {type: 'text/calendar'}));
  Object.assign(document.createElement('a'), {href: address, download: `${event.id}.ics`}).click();
  setTimeout(() => { URL.revokeObjectURL(address); }, READING);
};

/** Puts an event into the reader's own calendar: the page makes the file. In a sandbox it could not save it, and leads to where the back end's can be had, if there is one. */
export const renderCalendar = (event: PetitionEvent, petition: CalendarFrame['petition'], locale: Locale): TemplateResult | typeof nothing => {
  const words = msg('Add to calendar', {id: 'events.calendar', desc: 'A button: saves this event as a file that the reader’s own calendar opens'});
  if (self.origin !== 'null') return html`<p><button class="quiet" type="button" aria-describedby=${titleId(event.id)} @click=${() => { save(event, petition, locale); }}>${words}</button></p>`;
  return event.calendar === undefined ? nothing : html`<p><a class="quiet" href=${event.calendar} target="_blank" rel="noopener noreferrer" aria-describedby=${titleId(event.id)}>${words}</a></p>`;
};
