import type {PetitionEvent} from 'sphere-petition/contract';
import type {ListedEvent} from '../events/listing.js';
import {isTimeZone} from '../places.js';

/** What would move a terminal's cursor, or turn the direction of what stands beside it: a title is a stranger's. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A text as one line of a terminal. */
export const printable = (text: string): string => text.replaceAll(UNPRINTABLE, ' ');

/** A moment by the clock of the place: `2024-03-16 12:00 Europe/London`. */
export const venueTime = (moment: string, timeZone: string | undefined): string =>
  timeZone === undefined || !isTimeZone(timeZone)
    ? moment
    : `${new Intl.DateTimeFormat('sv', {timeZone, dateStyle: 'short', timeStyle: 'short'}).format(new Date(moment))} ${timeZone}`;

/** Where an event is, in few words. */
export const venue = ({attendance, place = {}}: PetitionEvent): string => {
  const words = [place.locality ?? place.name ?? place.address, place.country].filter((word) => word !== undefined);
  return [...words, ...(attendance === 'in-person' ? [] : ['online'])].join(', ');
};

const cellsOf = ({id, state, event, rsvps, waiting}: ListedEvent): string[] => [
  id,
  state,
  event === undefined ? '' : venueTime(event.startsAt, event.timeZone),
  waiting === 0 ? String(rsvps) : `${rsvps} (${waiting} waiting)`,
  event === undefined ? '' : printable(venue(event)),
  event === undefined ? '' : printable(event.title),
];

/** Events as a table for a terminal, its columns side by side. */
export const eventTable = (events: readonly ListedEvent[]): string => {
  const rows = [['ID', 'STATE', 'WHEN', 'RSVPS', 'PLACE', 'TITLE'], ...events.map(cellsOf)];
  const widths = rows.reduce<number[]>((widest, row) => row.map((cell, index) => Math.max(widest[index] ?? 0, cell.length)), []);
  return rows.map((row) => `${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ').trimEnd()}\n`).join('');
};
