import {endOf} from './event-query.js';
import type {PetitionEvent} from './event.js';
import type {Block, Text} from './text.js';

/** What a calendar needs beside its events. */
export interface CalendarFrame {
  /** The petition, and its address where it has one: they tell its events from those of others, so that one that is taken twice is there once. */
  readonly petition: {readonly id: string; readonly address?: string | undefined};
  /** When it became what it is, in milliseconds since 1970. */
  readonly revised: number;
  /** What a country is called. */
  readonly countryName: (code: string) => string;
  /** What it is called, where people subscribe to it. */
  readonly name?: string;
}

/** Octets in a line, its end apart (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/** Octets of a character in UTF-8. */
const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** A line that is too long goes on in the next, which begins with a space. No character is cut in two. */
const fold = (line: string): string => {
  let [folded, length] = ['', 0];
  for (const character of line) {
    length += octetsOf(character);
    if (length > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1 + octetsOf(character);
    }
    folded += character;
  }
  return folded;
};

const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n');
const time = (moment: number): string => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

/** An address as it stands on a line of its own: nothing in it that is not ASCII, and no end of a line. */
const urlOf = (address = ''): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);

const words = (spans: Text): string =>
  (typeof spans === 'string' ? spans : spans.map((span) => (span.href === undefined ? span.text : `${span.text} (${span.href})`)).join(''));

const paragraph = (block: Block): string => {
  switch (block.type) {
    case 'list': return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${words(item)}`).join('\n');
    case 'quote': return [words(block.text), ...(block.source === undefined ? [] : [`– ${block.source}`])].join('\n');
    default: return words(block.text);
  }
};

const STATUS = {scheduled: 'CONFIRMED', full: 'CONFIRMED', postponed: 'TENTATIVE', cancelled: 'CANCELLED'} as const;

const linesOf = (event: PetitionEvent, {petition, revised, countryName}: CalendarFrame): string[] => {
  const {id, title, description, startsAt, status, place = {}} = event;
  const {name, address, locality, country} = place;
  const where = [name, address, locality, country === undefined ? undefined : countryName(country)].filter(Boolean).join(', ');
  const [home, url] = [urlOf(petition.address), urlOf(event.url) ?? urlOf(petition.address)];
  const said = [...description.map(paragraph), ...(url === undefined ? [] : [url.href])].join('\n\n');
  const [start, end] = [Date.parse(startsAt), endOf(event)];
  return [
    'BEGIN:VEVENT',
    `UID:${text(`${id}@${home === undefined ? petition.id : home.host + home.pathname.replace(/\/+$/, '')}`)}`,
    `DTSTAMP:${time(revised)}`,
    `DTSTART:${time(start)}`,
    ...(end > start ? [`DTEND:${time(end)}`] : []),
    `STATUS:${STATUS[status]}`,
    `SUMMARY:${text(title)}`,
    ...(where === '' ? [] : [`LOCATION:${text(where)}`]),
    // Its address once more: several calendars show no URL.
    ...(said === '' ? [] : [`DESCRIPTION:${text(said)}`]),
    ...(url === undefined ? [] : [`URL:${url.href}`]),
    'END:VEVENT',
  ];
};

/**
 * Events as a calendar file (RFC 5545), for the calendar that a person keeps. All times are in UTC, which every calendar shows by its own
 * clock; none of it says who took it.
 *
 * @example calendarOf([event], {petition: {id: 'safe-exit', address: 'https://example.org/petitions/safe-exit'}, revised: Date.now(), countryName: (code) => code})
 */
export const calendarOf = (events: readonly PetitionEvent[], frame: CalendarFrame): string => [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//sphere-petition//EN',
  ...(frame.name === undefined ? [] : [
    `NAME:${text(frame.name)}`, `X-WR-CALNAME:${text(frame.name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
  ]),
  ...events.flatMap((event) => linesOf(event, frame)),
  'END:VCALENDAR',
  '',
].map(fold).join('\r\n');
