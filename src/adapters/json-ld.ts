import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {flag, platformSettings, text} from '../contract/setting.js';
import type {eventOf} from './event-draft.js';

const NAME = 'json-ld';

/** As docs/adapters/json-ld.md describes them. */
export const settings = platformSettings(NAME, {zone: text, html: flag});

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const spelled = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const recordsIn = (value: unknown): Json[] => listOf(value).filter(isRecord);

/** An event by its type or a subtype's: `SocialEvent`, `https://schema.org/Event`. `EventSeries` has no time of its own. */
const isEvent = (thing: Json): boolean => listOf(thing['@type']).some((type) => /(^|[/:])(\w*Event|Festival|Hackathon)$/.test(spelled(type)));

/** What describes events, however deep it stands in lists and graphs. */
const eventsIn = (value: unknown, depth = 0): Json[] => (depth > 5 ? [] : listOf(value).flat().filter(isRecord).flatMap((thing) =>
  isEvent(thing) ? [thing, ...eventsIn(thing['subEvent'], depth + 1)] : [thing['@graph'], thing['itemListElement'], thing['item'], thing['event'], thing['events'], thing['mainEntity']].flatMap((inner) => eventsIn(inner, depth + 1))));

const placeOf = (location: unknown): Json | undefined => {
  const [first] = listOf(location);
  if (typeof first === 'string') return {name: first};
  const place = recordsIn(location).find((each) => spelled(each['@type']) !== 'VirtualLocation');
  if (!place) return undefined;
  const {address} = place;
  const [postal = {}] = recordsIn(address);
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
  if (spelled(eventStatus).includes('MovedOnline')) return 'online';
  const types = recordsIn(location).map((each) => spelled(each['@type']));
  return types.length > 0 && types.every((type) => type === 'VirtualLocation') ? 'online' : types.includes('VirtualLocation') ? 'both' : undefined;
};

/** @param page Where it stands. */
const draftOf = (event: Json, page: URL, make: typeof eventOf, style: {readonly zone?: string | undefined; readonly html?: boolean | undefined}): Json => {
  const {name, description, startDate, endDate, previousStartDate, eventStatus, url, organizer, location, inLanguage} = event;
  const [host] = recordsIn(organizer);
  const absolute = (address: unknown) => (typeof address === 'string' && URL.canParse(address, page) ? new URL(address, page).href : undefined);
  return make({
    id: spelled(event['@id'] ?? event['identifier'] ?? url) || `${spelled(name)} ${spelled(startDate)}`,
    title: name, description, startsAt: startDate, endsAt: endDate, status: eventStatus, url: absolute(url), attendance: attendanceOf(event), place: placeOf(location),
    previousStartsAt: listOf(previousStartDate)[0], language: typeof inLanguage === 'string' ? inLanguage : undefined,
    organizer: host?.['name'] !== undefined ? {name: host['name'], url: absolute(host['url'])} : undefined,
    // People join where its own page says.
    joinable: url !== undefined,
  }, style);
};

/** What stands in the page, script by script. What is broken is named, and does not hide the rest. */
const blocksIn = (document: Document): unknown[] => Array.from(document.querySelectorAll('script[type="application/ld+json"]'), ({textContent}) => {
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
    return eventsIn(blocksIn(document)).map((event) => draftOf(event, src, eventOf, style));
  };
  return {
    name: NAME,
    listEvents: async (query, options) => (await reading()).pageOfDrafts(await drafts(options), query, Date.now()),
    getEvent: async (id, options) => (await reading()).draftWith(await drafts(options), id),
  };
};
