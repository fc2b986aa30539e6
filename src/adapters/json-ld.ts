import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {flag, platformSettings, timeZone} from '../contract/setting.js';
import type {eventOf} from './event-draft.js';

const NAME = 'json-ld';

/** As docs/adapters/json-ld.md describes them. */
export const settings = platformSettings(NAME, {zone: timeZone, html: flag});

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const spelled = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
/** One word, or several: an event may be moved and postponed. */
const wordsOf = (value: unknown): string => listOf(value).map(spelled).join(' ');
const recordsIn = (value: unknown): Json[] => listOf(value).filter(isRecord);

/** Whether a thing has a type: `SocialEvent`, `https://schema.org/Event`, `schema:Event`, or several. */
const isA = (thing: Json, type: RegExp): boolean => listOf(thing['@type']).some((each) => type.test(spelled(each).replace(/^.*[/#:]/, '')));

/** An event by its type or a subtype's. `EventSeries` has no time of its own. */
const EVENT = /^(\w*Event|Festival|Hackathon|CourseInstance)$/;

/** Where things that describe events may stand. */
const WITHIN = ['@graph', 'itemListElement', 'item', 'event', 'events', 'mainEntity', 'subEvent'];

/** What describes events, however deep it stands in lists and graphs. */
const eventsIn = (value: unknown, depth = 0): Json[] => (depth > 5 ? [] : listOf(value).flat().filter(isRecord).flatMap((thing) =>
  [...(isA(thing, EVENT) ? [thing] : []), ...WITHIN.flatMap((name) => eventsIn(thing[name], depth + 1))]));

const VIRTUAL = /^VirtualLocation$/;

const placeOf = (location: unknown): Json | undefined => {
  const [first] = listOf(location);
  if (typeof first === 'string') return {name: first};
  const place = recordsIn(location).find((each) => !isA(each, VIRTUAL));
  if (!place) return undefined;
  const {address} = place;
  const [postal = {}] = recordsIn(isA(place, /^PostalAddress$/) ? place : address);
  const [geo = {}] = recordsIn(place['geo']);
  const [country = {}] = recordsIn(postal['addressCountry']);
  return {
    name: place['name'],
    address: typeof address === 'string' ? address : postal['streetAddress'],
    locality: postal['addressLocality'],
    country: country['name'] ?? postal['addressCountry'],
    latitude: geo['latitude'],
    longitude: geo['longitude'],
  };
};

/** How one takes part: as it says, else by whether there is only a call to meet in. */
const attendanceOf = ({eventAttendanceMode, eventStatus, location}: Json): unknown => {
  if (eventAttendanceMode !== undefined) return spelled(eventAttendanceMode);
  if (wordsOf(eventStatus).includes('MovedOnline')) return 'online';
  const places = recordsIn(location);
  const calls = places.filter((each) => isA(each, VIRTUAL));
  return calls.length === 0 ? undefined : calls.length === places.length ? 'online' : 'both';
};

/** @param page Where it stands. */
const draftOf = (event: Json, page: URL, make: typeof eventOf, style: {readonly zone?: string | undefined; readonly html?: boolean | undefined}): Json => {
  const {name, description, startDate, endDate, previousStartDate, eventStatus, url, organizer, location, inLanguage} = event;
  const [host] = recordsIn(organizer);
  const absolute = (address: unknown) => (typeof address === 'string' && address !== '' && URL.canParse(address, page) ? new URL(address, page).href : undefined);
  return make({
    // With its time: one page, or one name, may be that of several.
    id: `${spelled(event['@id'] ?? event['identifier']) || spelled(url) || spelled(name)} ${spelled(startDate)}`.trim(),
    title: name, description, startsAt: startDate, endsAt: endDate, status: eventStatus === undefined ? undefined : wordsOf(eventStatus), url: absolute(url), attendance: attendanceOf(event), place: placeOf(location),
    previousStartsAt: listOf(previousStartDate)[0], language: typeof inLanguage === 'string' ? inLanguage : undefined,
    organizer: host?.['name'] !== undefined ? {name: host['name'], url: absolute(host['url'])} : undefined,
    // People join where its own page says.
    joinable: absolute(url) !== undefined,
  }, style);
};

/** What stands in the page, script by script. What is broken is named, and does not hide the rest. */
const blocksIn = (document: Document): unknown[] => Array.from(document.querySelectorAll('script[type^="application/ld+json"]'), ({textContent}) => {
  try {
    return JSON.parse(textContent) as unknown;
  } catch {
    // As an event that is none: the door counts it and says so.
    return {'@type': 'Event', 'name': 'JSON-LD that is broken'};
  }
});

/**
 * The events that this page describes to search engines (schema.org, JSON-LD). `src` is the page's own address, and nothing is fetched.
 *
 * @throws {BackendError} `configuration` where a setting is wrong, or there is no page.
 */
export const create: AdapterFactory = (src, given) => {
  const style = settings.read(given);
  const reading = () => import('./event-reading.js');
  const drafts = async (options?: CallOptions): Promise<Json[]> => {
    if (options?.signal?.aborted) throw new BackendError('aborted', 'Reading the events of the page was given up.');
    const {document} = globalThis as {readonly document?: Document};
    if (!document) throw new BackendError('configuration', `The adapter "${NAME}" reads the page that it is in, and there is none.`);
    const {eventOf} = await reading();
    const found = eventsIn(blocksIn(document)).map((event) => draftOf(event, src, eventOf, style));
    // A calendar and an SEO plugin may both describe it.
    const ids = new Set<unknown>();
    return found.filter(({id, startsAt}) => startsAt === undefined || (!ids.has(id) && ids.add(id)));
  };
  return {
    name: NAME,
    listEvents: async (query, options) => (await reading()).pageOfDrafts(await drafts(options), query, Date.now()),
    getEvent: async (id, options) => (await reading()).draftWith(await drafts(options), id),
  };
};
