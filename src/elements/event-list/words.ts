import type {BackendError} from '../../contract/error.js';
import type {PetitionEvent} from '../../contract/event.js';
import {formatNumber, pluralCategory} from '../../localization/format.js';
import type {Locale} from '../../localization/locale.js';
import {msg, str} from '../../localization/messages.js';

/** Why events cannot be shown, and what to do. */
export const listFailure = ({code}: BackendError): string => {
  switch (code) {
    case 'offline': return msg('The list of events could not be reached. Check your connection and try again.', {id: 'events.failure.offline'});
    case 'timeout':
    case 'rate-limited':
    case 'unavailable': return msg('The list of events does not answer right now. Try again in a few minutes.', {id: 'events.failure.unavailable'});
    default: return msg('The list of events cannot be shown here. Please tell the people who run the site.', {id: 'events.failure.unknown'});
  }
};

/** What sets an event apart from others; none for most. */
export const badgesOf = ({status, attendance, sample}: PetitionEvent): {readonly name: string; readonly text: string}[] => [
  ...(status === 'cancelled' ? [{name: 'cancelled', text: msg('Cancelled', {id: 'events.cancelled'})}] : []),
  ...(status === 'postponed' ? [{name: 'postponed', text: msg('Postponed', {id: 'events.postponed', desc: 'The event takes place at another time than it was announced for'})}] : []),
  ...(status === 'full' ? [{name: 'full', text: msg('Full', {id: 'events.full', desc: 'There is no room for more people'})}] : []),
  ...(attendance === 'online' ? [{name: 'online', text: msg('Online', {id: 'events.online'})}] : []),
  ...(attendance === 'both' ? [{name: 'online', text: msg('In person and online', {id: 'events.both'})}] : []),
  ...(sample ? [{name: 'sample', text: msg('Sample data', {id: 'events.sample', desc: 'The event is made up, to show what the list looks like'})}] : []),
];

/** How many events there are to see once a reader has narrowed the list, in the form that the number asks for. */
export const shownSentence = (count: number, locale: Locale): string => {
  if (count === 0) return msg('No upcoming event matches.', {id: 'events.shown.none', desc: 'After the reader has narrowed the list by a country or a word'});
  const number = formatNumber(count, locale);
  switch (pluralCategory(count, locale)) {
    case 'zero': return msg(str`${number} events shown`, {id: 'events.shown.zero', desc: 'CLDR "zero"'});
    case 'one': return msg(str`${number} event shown`, {id: 'events.shown.one', desc: 'CLDR "one"'});
    case 'two': return msg(str`${number} events shown`, {id: 'events.shown.two', desc: 'CLDR "two"'});
    case 'few': return msg(str`${number} events shown`, {id: 'events.shown.few', desc: 'CLDR "few"'});
    case 'many': return msg(str`${number} events shown`, {id: 'events.shown.many', desc: 'CLDR "many"'});
    default: return msg(str`${number} events shown`, {id: 'events.shown.other', desc: 'CLDR "other"'});
  }
};
