import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {demandWeb, flag, platformSettings, timeZone, webAddress, type Setting} from '../contract/setting.js';
import type {eventOf} from './event-draft.js';
import {ask} from './http.js';

const NAME = 'ical';

const country: Setting<string> = {expected: 'expected a country’s two capital letters', read: (value) => (typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? value : undefined)};

/** As docs/adapters/ical.md describes them. */
export const settings = platformSettings(NAME, {zone: timeZone, country, page: webAddress, html: flag});

type Settings = ReturnType<typeof settings.read>;

interface Line {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/** Lines as they were before they were folded (RFC 5545 §3.1); LF alone is taken too, and a byte order mark, which is a blank here, is left out. */
const linesOf = (calendar: string): Line[] => calendar.replace(/^\s+|\r?\n[ \t]/g, '').split(/\r?\n|\r/).flatMap((line) => {
  const [, name = '', parameters = '', value = ''] = /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^":;])*)*):([^]*)$/.exec(line) ?? [];
  return name === '' ? [] : [{name: name.toUpperCase(), parameters, value}];
});

/** Text as it was before it was escaped (§3.3.11). */
const plain = (value: string): string => value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));

/** A day and a time as dates are written elsewhere: `20260314T120000Z` (§3.3.5). */
const dated = (value: string): string => value.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/, (_, ...[year, month, day, hour, minute, second, zone]: string[]) =>
  `${year ?? ''}-${month ?? ''}-${day ?? ''}${hour === undefined ? '' : `T${hour}:${minute ?? ''}:${second ?? ''}${zone ?? ''}`}`);

/**
 * Whose time it is. A zone with a name of its own, as Outlook's, is known only where the settings say it; the calendar's is that of times which say none.
 */
const zoneOf = ({parameters}: Line, {zone}: Settings, calendarZone: string | undefined): string | undefined => {
  const named = /;TZID="?([^";]+)/i.exec(parameters)?.[1];
  return named === undefined ? (zone ?? calendarZone) : (timeZone.read(named) ?? zone);
};

/** How long an event lasts, in milliseconds (§3.3.6): `P1DT2H`. */
const lengthOf = (duration: string): number => {
  const [, weeks, days, hours, minutes, seconds] = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  return [[weeks, 604_800_000], [days, 86_400_000], [hours, 3_600_000], [minutes, 60_000], [seconds, 1000]].reduce((sum, [count, unit]) => sum + Number(count ?? 0) * Number(unit), 0);
};

const named = (lines: readonly Line[], ...names: readonly string[]): Line[] => lines.filter(({name}) => names.includes(name));
const valueOf = (lines: readonly Line[], name: string): string | undefined => named(lines, name)[0]?.value;

/** An event of the calendar; `undefined` for one that is not for the public. */
const draftOf = (lines: readonly Line[], settings: Settings, calendarZone: string | undefined, make: typeof eventOf): Record<string, unknown> | undefined => {
  const words = (name: string) => { const value = valueOf(lines, name); return value === undefined ? undefined : plain(value); };
  if (/^(PRIVATE|CONFIDENTIAL)$/i.test(words('CLASS') ?? '')) return undefined;
  const [start] = named(lines, 'DTSTART');
  const [end] = named(lines, 'DTEND');
  const duration = words('DURATION');
  const zone = start && zoneOf(start, settings, calendarZone);
  const [latitude, longitude] = (words('GEO') ?? '').split(/[;,]/);
  const url = words('URL') || undefined;
  // Each instance that is moved by itself has the id of them all.
  const id = [words('UID'), words('RECURRENCE-ID')].filter((part) => part !== undefined).join('-');
  const draft = make({
    id: id || [words('SUMMARY'), start?.value].join(' ').trim() || undefined, title: words('SUMMARY'), description: words('DESCRIPTION'), startsAt: start && dated(start.value), timeZone: zone,
    // In a zone of its own, where a journey ends in another.
    endsAt: end && make({startsAt: dated(end.value), timeZone: zoneOf(end, settings, calendarZone)})['startsAt'],
    status: words('STATUS'), url, joinable: url !== undefined,
    place: {name: words('LOCATION') || undefined, country: settings.country, latitude: latitude || undefined, longitude},
  }, {html: settings.html});
  const begins = typeof draft['startsAt'] === 'string' ? Date.parse(draft['startsAt']) : NaN;
  if (end !== undefined) return draft;
  // A day without an end is that day (§3.6.1).
  const ends = new Date(begins + (duration === undefined ? (/^\d{8}$/.test(start?.value ?? '') ? 86_400_000 : 0) : lengthOf(duration)));
  return ends.getTime() > begins ? {...draft, endsAt: ends.toISOString()} : draft;
};

/**
 * The calendar's events. Of one that recurs, the first instance: what `RRULE` says beyond is not worked out. Where that is taken out (`EXDATE`), or told of
 * by itself (`RECURRENCE-ID`), it is not shown as it was planned.
 */
const draftsIn = (calendar: string, settings: Settings, make: typeof eventOf): Record<string, unknown>[] => {
  const lines = linesOf(calendar);
  const zone = timeZone.read(valueOf(lines, 'X-WR-TIMEZONE'));
  const events: Line[][] = [];
  // What stands inside an event, as an alarm does, has names that the event has too.
  const inside: string[] = [];
  for (const line of lines) {
    if (line.name === 'BEGIN') inside.push(line.value.toUpperCase());
    if (line.name === 'BEGIN' && inside.join() === 'VCALENDAR,VEVENT') events.push([]);
    else if (line.name === 'END') inside.pop();
    else if (inside.at(-1) === 'VEVENT') events.at(-1)?.push(line);
  }
  /** The moments that a line tells of, each with its event's id. */
  const instances = (event: readonly Line[], line: Line): string[] => line.value.split(',').map((time) => `${valueOf(event, 'UID') ?? ''} ${Date.parse(String(make({startsAt: dated(time), timeZone: zoneOf(line, settings, zone)})['startsAt'])) || time}`);
  const replaced = new Set(events.flatMap((event) => named(event, 'RECURRENCE-ID', 'EXDATE').flatMap((line) => instances(event, line))));
  return events.flatMap((event) => {
    const recurs = named(event, 'RRULE', 'RDATE').length > 0;
    if (recurs && named(event, 'DTSTART').some((start) => instances(event, start).some((instance) => replaced.has(instance)))) return [];
    const draft = draftOf(event, settings, zone, make);
    return draft ? [draft] : [];
  });
};

const PATIENCE = 10_000;

/**
 * A calendar that anybody may read (RFC 5545): `src` is its address. Most hosts let no other site read them: a file beside the page, or a copy on
 * one's own host, does.
 *
 * @throws {BackendError} `configuration` where `src` is no web address, or a setting is wrong.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  // As calendars call an address to subscribe to; browsers know it by its own name.
  const address = new URL(src.href.replace(/^webcals?:/, 'https:'));
  demandWeb(NAME, address);
  const reading = () => import('./event-reading.js');
  const drafts = async (options?: CallOptions) => {
    const answer = await ask(address, PATIENCE, {}, options);
    if (!answer.response.ok) throw (await import('./http-refusal.js')).refusal(address, answer);
    if (!/^\s*BEGIN:VCALENDAR\b/i.test(answer.text)) throw new BackendError('invalid-response', `The adapter "${NAME}" finds no calendar in ${address.origin}${address.pathname}: it does not begin with BEGIN:VCALENDAR.`, {issues: [{path: 'BEGIN', reason: 'missing'}]});
    return draftsIn(answer.text, read, (await reading()).eventOf);
  };
  return {
    name: NAME,
    ...(read.page !== undefined && {links: {events: read.page}}),
    listEvents: async (query, options) => (await reading()).pageOfDrafts(await drafts(options), query, Date.now()),
    getEvent: async (id, options) => (await reading()).draftWith(await drafts(options), id),
  };
};
