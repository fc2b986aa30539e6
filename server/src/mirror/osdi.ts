import {eventOf} from 'sphere-petition/adapters/reading';
import {BackendError} from 'sphere-petition/contract';
import type {EventSource} from './config.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const memberOf = (value: unknown, ...names: readonly string[]): unknown => names.reduce((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The header in which an OSDI server wants the key (OSDI 1.2 README [V-doc], Action Network docs/v2 [V-doc]). */
export const OSDI_HEADER = 'OSDI-API-Token';

/** Where a petition and a form say how many they are (OSDI 1.2 petitions.md, forms.md; Action Network docs/v2 [V-doc]). */
export const OSDI_COUNT = 'total_signatures | total_submissions';

const COLLECTION = /^\/api\/v2\/(events|event_campaigns\/[^/]+\/events)\/?$/;
const ACTION = /^\/api\/v2\/(petitions|forms)\/[^/]+\/?$/;

/** The address in Action Network's API, as it is asked: without `www`, which redirects, and would not get the key. @throws {BackendError} for any other. */
export const actionNetworkAddress = (src: URL, kind: 'tally' | 'events'): URL => {
  const wanted = kind === 'tally' ? 'petitions/UUID or …/forms/UUID' : 'events or …/event_campaigns/UUID/events';
  if (!(kind === 'tally' ? ACTION : COLLECTION).test(src.pathname)) throw new BackendError('configuration', `"${kind}.src" is not in Action Network's API: write https://actionnetwork.org/api/v2/${wanted}.`);
  return new URL(src.href.replace('//www.', '//'));
};

/** One part of a collection, and where the next is (OSDI 1.2 aep.md [V-doc]). At Action Network the last part may name a next one, which is then empty [V-doc]. */
export const osdiRows = (answer: unknown, at: URL): {rows: readonly unknown[]; following?: URL} => {
  const rows = memberOf(answer, '_embedded', 'osdi:events');
  if (!Array.isArray(rows)) throw new BackendError('invalid-response', `${at.origin}${at.pathname} answered with no list of events: "_embedded.osdi:events" is ${rows === undefined ? 'missing' : 'no list'}.`);
  const next = memberOf(answer, '_links', 'next', 'href');
  return typeof next === 'string' && URL.canParse(next, at.href) ? {rows, following: new URL(next, at)} : {rows};
};

const SHOWN: readonly unknown[] = ['confirmed', 'tentative', 'cancelled'];

/**
 * Whether the platform shows an event to everyone. What it has not decided on (Action Network's vetting, since 2026-07 [V-doc]; its words for that are
 * UNVERIFIED) has a status of another name than these.
 */
export const isPublic = (row: unknown): boolean => isRecord(row)
  && row['action_network:hidden'] !== true && (row['visibility'] ?? 'public') === 'public' && SHOWN.includes(row['status'] ?? 'confirmed');

/** The id with which one joins it: Action Network's own, among those that several systems gave (`system:id`). */
const idOf = (row: unknown): string | undefined => {
  const names = listOf(memberOf(row, 'identifiers')).filter((name) => typeof name === 'string');
  const name = names.find((other) => other.startsWith('action_network:')) ?? names[0];
  const self = memberOf(row, '_links', 'self', 'href');
  return name?.slice(name.indexOf(':') + 1) ?? (typeof self === 'string' ? /([^/]+)\/?$/.exec(self)?.[1] : undefined);
};

const statusOf = (row: unknown): unknown => {
  const status = memberOf(row, 'status');
  const capacity = numberOf(memberOf(row, 'capacity'));
  return status !== 'cancelled' && capacity > 0 && numberOf(memberOf(row, 'total_accepted')) >= capacity ? 'full' : status;
};

/** Where people meet; nothing of it where it is not for everyone (OSDI 1.2 events.md [V-doc]). */
const placeOf = (location: unknown): object | undefined => (!isRecord(location) || location['public'] === false ? undefined : {
  name: location['venue'],
  address: listOf(location['address_lines']).filter((line) => typeof line === 'string' && line.trim() !== '').join(', '),
  locality: location['locality'],
  country: location['country'],
  latitude: memberOf(location, 'location', 'latitude'),
  longitude: memberOf(location, 'location', 'longitude'),
});

/**
 * An OSDI event as the contract has it, as far as it can be read (OSDI 1.2 events.md [V-doc]; the shape from Action Network's fixtures [V-use]). Its
 * organiser's `contact` is left out: that is somebody's address.
 *
 * Whether Action Network's `Z` means UTC or the clock of the place is UNVERIFIED: with `zone` it is the clock's, without it UTC.
 */
export const osdiEvent = (row: unknown, {zone, joinable = false}: Pick<Exclude<EventSource, {platform: 'json'}>, 'zone' | 'joinable'>): Record<string, unknown> => {
  const time = (name: string): unknown => {
    const value = memberOf(row, name);
    return zone !== undefined && typeof value === 'string' ? value.replace(/Z$/i, '') : value;
  };
  const sponsor = memberOf(row, 'action_network:sponsor');
  return eventOf({
    id: idOf(row),
    title: memberOf(row, 'title'),
    description: memberOf(row, 'description'),
    startsAt: time('start_date'),
    endsAt: time('end_date'),
    timeZone: memberOf(row, 'timezone_identifier') ?? zone,
    status: statusOf(row) ?? undefined,
    place: placeOf(memberOf(row, 'location')),
    url: memberOf(row, 'browser_url'),
    organizer: isRecord(sponsor) ? {name: sponsor['title'], url: sponsor['browser_url']} : undefined,
  }, {zone, html: true, joinable});
};
