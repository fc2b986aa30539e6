import type {Issue, PetitionEvent} from 'sphere-petition/contract';
import {isCountry, isTimeZone} from '../places.js';
import type {Campaign} from './campaign.js';
import {repeated} from './repeated.js';

/** What no schema can say of an event's time and place, whether a campaign or a stranger writes it. Paths begin at the event. */
export const occasionIssues = ({startsAt, endsAt, timeZone, place}: Pick<PetitionEvent, 'startsAt' | 'endsAt' | 'timeZone' | 'place'>): Issue[] => [
  ...(timeZone === undefined ? [{path: 'timeZone', reason: 'missing: the zone of the place, such as Europe/Paris'}] : []),
  ...(timeZone !== undefined && !isTimeZone(timeZone) ? [{path: 'timeZone', reason: 'there is no such time zone'}] : []),
  ...(endsAt !== undefined && Date.parse(endsAt) < Date.parse(startsAt) ? [{path: 'endsAt', reason: 'before startsAt'}] : []),
  ...(place?.country !== undefined && !isCountry(place.country) ? [{path: 'place.country', reason: 'there is no such country'}] : []),
];

/** What is wrong with a campaign's events. A page that reads a wrong one shows what is sound in it; whoever writes it is told here. */
export const eventIssues = ({events, rsvp, connect}: Campaign): Issue[] => [
  ...repeated(events.map(({id}) => id), (index) => `events.${index}.id`),
  ...events.flatMap((event, index) => occasionIssues(event).map(({path, reason}) => ({path: `events.${index}.${path}`, reason}))),
  ...events.flatMap(({joinable}, index) =>
    (joinable && rsvp === undefined && connect?.joinEvent === undefined ? [{path: `events.${index}.joinable`, reason: 'the campaign takes no RSVPs: give it "rsvp"'}] : [])),
];
