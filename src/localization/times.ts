import {cached} from './format.js';
import type {Locale} from './locale.js';

/** From when until when, and by which clock. */
export interface Times {
  /** RFC 3339. */
  readonly startsAt: string;
  readonly endsAt?: string | undefined;
  /** Whose clock: a zone's; absent, that of the offset which `startsAt` is written with. */
  readonly timeZone?: string | undefined;
}

/** In the Gregorian calendar always, which posters go by. */
const STYLES = {
  long: {weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit'},
  short: {weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit'},
  day: {day: 'numeric'},
  month: {month: 'short'},
  year: {year: 'numeric'},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatter = (style: keyof typeof STYLES, timeZone: string | undefined, zoned: boolean, locale: Locale): Intl.DateTimeFormat =>
  cached(`${style} ${timeZone ?? ''} ${String(zoned)}`, locale, (tag) => new Intl.DateTimeFormat(tag, {
    ...STYLES[style],
    calendar: 'gregory',
    ...(timeZone !== undefined && {timeZone}),
    ...(zoned && {timeZoneName: 'short'}),
  }));

/** The minutes that an offset is ahead of UTC: 330 for `+05:30`. */
const offsetOf = (dateTime: string): number => {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(dateTime) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
};

/** As people write it: `UTC+5:30`, `UTC−3`, `UTC`. Left to right also in a line that is not. */
const spelled = (offset: number): string => {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `\u2066UTC${offset === 0 ? '' : `${offset < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`}\u2069`;
};

const range = (format: Intl.DateTimeFormat, start: Date, end: Date | undefined): string => (end ? format.formatRange(start, end) : format.format(start));

/** Times as a style writes them, by the clock of their place; `zoned` says which clock that is. */
export const formatTimes = ({startsAt, endsAt, timeZone}: Times, style: keyof typeof STYLES, locale: Locale, zoned = false): string => {
  const [start, end] = [startsAt, endsAt].map((dateTime) => (dateTime === undefined ? undefined : Date.parse(dateTime)));
  if (start === undefined) return '';
  if (timeZone !== undefined) return range(formatter(style, timeZone, zoned, locale), new Date(start), end === undefined ? undefined : new Date(end));
  // Not every engine knows offsets as zones: the clock is set by hand, and read as if it were in Greenwich.
  const offset = offsetOf(startsAt);
  const there = (moment: number) => new Date(moment + offset * 60_000);
  const text = range(formatter(style, 'UTC', false, locale), there(start), end === undefined ? undefined : there(end));
  return zoned ? `${text} ${spelled(offset)}` : text;
};

/** The same moments by the reader's own clock; `undefined` where it shows the same as that of the place. */
export const readersTimes = (times: Times, locale: Locale): string | undefined => {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const own = formatTimes({...times, timeZone}, 'short', locale);
  return own === formatTimes(times, 'short', locale) ? undefined : own;
};
