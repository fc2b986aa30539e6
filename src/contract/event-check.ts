import type {Issue} from './error.js';
import type {EventPage, PetitionEvent} from './event.js';
import {isCount, isDateTime} from './tally-check.js';

/** A page of events as far as it is sound. */
export interface CheckedEvents extends EventPage {
  /** What was left out, by its path: an event (`events.3.startsAt`) or a single member of one (`events.3.url`). */
  readonly issues: readonly Issue[];
  /** How many events were left out. */
  readonly omitted: number;
}

type Json = Record<string, unknown>;
type Test = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isFlag: Test = (value) => typeof value === 'boolean';
const matching = (pattern: RegExp, maximum = Infinity): Test => (value) => typeof value === 'string' && value.length <= maximum && pattern.test(value);
const oneOf = (...values: unknown[]): Test => (value) => values.includes(value);
const between = (minimum: number, maximum: number): Test => (value) => typeof value === 'number' && value >= minimum && value <= maximum;
const listOf = (maximum: number, isItem: Test): Test => (value) => Array.isArray(value) && value.length <= maximum && value.every(isItem);
const absentOr = (isSound: Test): Test => (value) => value === undefined || isSound(value);

// eslint-disable-next-line no-control-regex -- as in primitives.ts
const line = (maximum: number): Test => matching(/^[^\u0000-\u001f\u007f-\u009f]*$/, maximum);
// eslint-disable-next-line no-control-regex -- as in primitives.ts
const isSource = matching(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/, 500);
const isAddress = matching(/^https?:\/\/[^\s/?#]+[^\s]*$/i, 2048);
const isMailto = matching(/^mailto:[^\s]+@[^\s]+$/i, 320);
const isCountry = matching(/^[A-Z]{2}$/);
const hasZoneForm = matching(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+){0,2}$/);

const words = line(5000);
const isText: Test = (value) => words(value) || listOf(200, (span) => isRecord(span)
  && words(span['text']) && absentOr((href) => isAddress(href) || isMailto(href))(span['href']) && absentOr(isFlag)(span['strong']))(value);
const isBlock: Test = (block) => isRecord(block) && (block['type'] === 'list'
  ? Array.isArray(block['items']) && block['items'].length > 0 && listOf(200, isText)(block['items']) && absentOr(isFlag)(block['ordered'])
  : oneOf('heading', 'paragraph', 'quote')(block['type']) && isText(block['text']) && (block['type'] !== 'quote' || absentOr(isSource)(block['source'])));

/** Zones come and go, and asking `Intl` is slow. */
const zones = new Map<string, boolean>();

/** Whether this browser can tell the time there. */
export const isTimeZone = (zone: string): boolean => {
  let known = zones.get(zone);
  if (known === undefined) {
    try {
      known = !!new Intl.DateTimeFormat('en', {timeZone: zone});
    } catch {
      known = false;
    }
    zones.set(zone, known);
  }
  return known;
};

const REQUIRED: Readonly<Record<string, Test>> = {
  id: matching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  title: line(200),
  startsAt: isDateTime,
  attendance: oneOf('in-person', 'online', 'both'),
};

const OPTIONAL: Readonly<Record<string, Test>> = {
  description: listOf(100, isBlock),
  endsAt: isDateTime,
  timeZone: (value) => hasZoneForm(value) && isTimeZone(String(value)),
  status: oneOf('scheduled', 'full', 'postponed', 'cancelled'),
  previousStartsAt: isDateTime,
  url: isAddress,
  calendar: isAddress,
  joinable: isFlag,
  language: matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 35),
  sample: isFlag,
};

const PLACE: Readonly<Record<string, Test>> = {
  name: line(200),
  address: line(300),
  locality: line(100),
  country: isCountry,
  latitude: between(-90, 90),
  longitude: between(-180, 180),
  approximate: isFlag,
};

const ORGANIZER: Readonly<Record<string, Test>> = {name: line(200), url: isAddress};

const WRONG = 'not in the form expected';

/** Those members of a value that are sound; of the others it says where they are. */
const pick = (value: Json, tests: Readonly<Record<string, Test>>, path: string, issues: Issue[]): Json => {
  const sound: Json = {};
  for (const [name, isSound] of Object.entries(tests)) {
    const member = value[name];
    if (member === undefined) continue;
    if (isSound(member)) sound[name] = member;
    else issues.push({path: path + name, reason: WRONG});
  }
  return sound;
};

/** A part of an event that has members of its own. */
const part = (value: unknown, tests: Readonly<Record<string, Test>>, path: string, issues: Issue[]): Json | undefined => {
  if (isRecord(value)) return pick(value, tests, `${path}.`, issues);
  if (value !== undefined) issues.push({path, reason: WRONG});
  return undefined;
};

/** An event without what is wrong with it; `undefined` where nothing can be shown of it. */
const checkEvent = (value: unknown, path: string, issues: Issue[]): PetitionEvent | undefined => {
  if (!isRecord(value)) {
    issues.push({path, reason: 'expected object'});
    return undefined;
  }
  const at = `${path}.`;
  const known = issues.length;
  const core = pick(value, REQUIRED, at, issues);
  for (const name of Object.keys(REQUIRED)) if (value[name] === undefined) issues.push({path: at + name, reason: 'missing'});
  if (issues.length > known) return undefined;
  const {endsAt, ...rest} = pick(value, OPTIONAL, at, issues);
  const ends = typeof endsAt === 'string' && typeof core['startsAt'] === 'string' && Date.parse(endsAt) >= Date.parse(core['startsAt']);
  if (endsAt !== undefined && !ends) issues.push({path: `${at}endsAt`, reason: 'before startsAt'});
  const place = part(value['place'], PLACE, `${at}place`, issues);
  const organizer = part(value['organizer'], ORGANIZER, `${at}organizer`, issues);
  if (isRecord(value['organizer']) && value['organizer']['name'] === undefined) issues.push({path: `${at}organizer.name`, reason: 'missing'});
  // Each member has passed its own test; the property test holds them equal to the schema's.
  return {description: [], status: 'scheduled', joinable: false, ...core, ...rest, ...(ends && {endsAt}), ...(place && {place}), ...(organizer?.['name'] !== undefined && {organizer})} as unknown as PetitionEvent;
};

/**
 * The `EventPage` schema written by hand, so that a list of events need not carry a schema library, and so that one wrong event does not
 * hide the others: what is sound is given, the rest is named. A property test holds it equal to the schema for all that is sound.
 */
export const checkEvents = (value: unknown): CheckedEvents | Issue => {
  if (!isRecord(value)) return {path: '', reason: 'expected object'};
  const {events: list, countries: counts} = value;
  if (!Array.isArray(list)) return {path: 'events', reason: list === undefined ? 'missing' : 'expected array'};
  const issues: Issue[] = [];
  const events = list.flatMap((event: unknown, index) => checkEvent(event, `events.${index}`, issues) ?? []);
  const page: Pick<EventPage, 'cursor' | 'total'> = pick(value, {cursor: line(500), total: isCount}, '', issues);
  const countries = part(counts, isRecord(counts) ? Object.fromEntries(Object.keys(counts).map((country) => [country, (count) => isCountry(country) && isCount(count)])) : {}, 'countries', issues);
  return {events, ...page, ...(countries && {countries: countries as Record<string, number>}), issues, omitted: list.length - events.length};
};
