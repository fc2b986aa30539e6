import type {Capable} from '../../contract/adapter.js';
import type {EventProposal} from '../../contract/event.js';
import {DEFAULT_EVENT_QUESTIONS, type Field, type Petition} from '../../contract/petition.js';
import {msg} from '../../localization/messages.js';
import {zonedTime} from '../../localization/zoned-time.js';
import {ProposedEvent} from './events.js';
import {proposed} from './gathering-words.js';
import {controlOf, DEVICE_ZONE} from './proposal-controls.js';
import type {Purpose} from './purpose.js';

/** A field about the event itself has a name that no petition's field can have. */
const PREFIX = 'event:';

/** What is asked about the event. */
const ownFields = (attendance: string): Field[] => {
  const field = (name: string, label: string, more: Partial<Field> = {}): Field => ({name: PREFIX + name, type: 'text', required: true, label, maxLength: 200, ...more});
  return [
    field('title', msg('What is your event called?', {id: 'events.propose.name'})),
    field('date', msg('Date', {id: 'events.propose.date'})),
    field('time', msg('Time', {id: 'events.propose.time'})),
    field('zone', msg('Time zone', {id: 'events.propose.zone'})),
    field('attendance', msg('How do people meet?', {id: 'events.propose.attendance'})),
    ...(attendance === 'online' ? [] : [
      field('locality', msg('City', {id: 'events.propose.city'}), {maxLength: 100}),
      field('country', msg('Country', {id: 'events.country'}), {type: 'country'}),
      field('place', msg('Place and address', {id: 'events.propose.place', desc: 'Where in the city people meet'}), {required: false}),
    ]),
    field('about', msg('What is it about?', {id: 'events.propose.about'}), {required: false, maxLength: 5000}),
  ];
};

/** Where the form asks for what the contract calls so. */
const PATHS: Readonly<Record<string, string>> = {
  'title': 'title', 'startsAt': 'date', 'timeZone': 'zone', 'attendance': 'attendance', 'place.name': 'place', 'place.locality': 'locality', 'place.country': 'country', 'description': 'about',
};

const textOf = (form: HTMLFormElement | null, name: string): string => {
  const value = form && new FormData(form).get(PREFIX + name);
  return typeof value === 'string' ? value.trim() : '';
};

/** To organise an event. */
export const proposal = (petition: Petition, adapter: Capable<'proposeEvent'>, language: string, changed: () => void): Purpose => {
  const questions = petition.proposal ?? DEFAULT_EVENT_QUESTIONS;
  const startOf = ({fields}: {readonly fields: Readonly<Record<string, string>>}) =>
    zonedTime(fields[`${PREFIX}date`] ?? '', fields[`${PREFIX}time`] ?? '', fields[`${PREFIX}zone`] ?? DEVICE_ZONE);
  return {
    title: msg('Organise an event', {id: 'events.propose'}),
    button: msg('Send', {id: 'events.send'}),
    repeatable: adapter.repeatable?.includes('proposeEvent') ?? false,
    asked: (form) => ({...petition, fields: [...ownFields(textOf(form, 'attendance')), ...questions.fields], consents: questions.consents}),
    view: ({name}) => (name.startsWith(PREFIX) ? {language, ...controlOf(name, name.slice(PREFIX.length), changed)} : undefined),
    pastTime: (answers) => {
      const start = startOf(answers);
      const isAnswered = answers.fields[`${PREFIX}date`] !== undefined && answers.fields[`${PREFIX}time`] !== undefined;
      return isAnswered && (start === undefined || Date.parse(start) < Date.now()) ? `fields.${PREFIX}date` : undefined;
    },
    content: ({fields, consents, language: read}, form): Omit<EventProposal, 'idempotencyKey'> => {
      const [own, asked] = [true, false].map((isOwn) => Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(PREFIX) === isOwn)));
      const {[`${PREFIX}title`]: title = '', [`${PREFIX}zone`]: timeZone = DEVICE_ZONE, [`${PREFIX}attendance`]: attendance, [`${PREFIX}place`]: name, [`${PREFIX}locality`]: locality, [`${PREFIX}country`]: country} = own ?? {};
      // Its lines are its own.
      const description = textOf(form, 'about').replace(/\r\n?/g, '\n');
      const place = {...(name !== undefined && {name}), ...(locality !== undefined && {locality}), ...(country !== undefined && {country})};
      return {
        title,
        ...(description !== '' && {description}),
        startsAt: startOf({fields}) ?? '',
        timeZone,
        attendance: attendance === 'online' || attendance === 'both' ? attendance : 'in-person',
        ...(Object.keys(place).length > 0 && {place}),
        fields: asked ?? {},
        consents,
        language: read,
      };
    },
    pathOf: (path) => (PATHS[path] === undefined ? path : `fields.${PREFIX}${PATHS[path]}`),
    send: async (document, options) => {
      const {status} = await adapter.proposeEvent(document as EventProposal, options);
      return {outcome: () => proposed(status), event: new ProposedEvent(status)};
    },
  };
};
