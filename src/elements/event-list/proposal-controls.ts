import {html} from 'lit/html.js';
import {msg} from '../../localization/messages.js';
import {timeZones} from '../../localization/zoned-time.js';
import type {FieldView} from '../petition-form/field-view.js';

const {own, all} = timeZones();

/** The zone of the reader's own clock, which is chosen from the start. */
export const DEVICE_ZONE = own;

/** How people can meet. */
const attendances = (): {readonly value: string; readonly label: string}[] => [
  {value: 'in-person', label: msg('In person', {id: 'events.in-person'})},
  {value: 'online', label: msg('Online', {id: 'events.online'})},
  {value: 'both', label: msg('In person and online', {id: 'events.both'})},
];

/** What an answer about an event is typed into or chosen from, where a petition's fields have nothing of the kind. */
export const controlOf = (name: string, about: string, changed: () => void): Pick<FieldView, 'control'> | undefined => {
  switch (about) {
    case 'date':
    case 'time': return {control: ({id, invalid, described}) => html`<input id=${id} name=${name} part="control" type=${about} required aria-invalid=${invalid} aria-describedby=${described}>`};
    case 'zone': return {control: ({id, invalid, described}) => html`<select id=${id} name=${name} part="control" aria-invalid=${invalid} aria-describedby=${described}>
      ${all.map((zone) => html`<option value=${zone} ?selected=${zone === own}>${zone.replaceAll('_', ' ')}</option>`)}
    </select>`};
    case 'attendance': return {control: ({id, invalid, described}) => html`<select id=${id} name=${name} part="control" aria-invalid=${invalid} aria-describedby=${described} @change=${changed}>
      ${attendances().map(({value, label}) => html`<option value=${value}>${label}</option>`)}
    </select>`};
    case 'about': return {control: ({id, invalid, described}) => html`<textarea id=${id} name=${name} part="control" rows="5" aria-invalid=${invalid} aria-describedby=${described}></textarea>`};
    default: return undefined;
  }
};
