import type {CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {EventPage, EventQuery, PetitionEvent} from '../contract/event.js';
import {draftWith, eventOf, pageOfDrafts} from './event-reading.js';
import {getJson} from './http.js';
import {expressionIn, mappingIn, type JsonSettings} from './json.js';
import {fill, find} from './mapping.js';

/** As many answers are put together as one list: at Mobilize 1 000 events, at The Events Calendar 500. */
const MOST_ANSWERS = 10;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (at: URL, setting: string, source: string, reason: string): BackendError =>
  new BackendError('invalid-response', `The adapter "json" cannot use what stands at "${source}" in ${at.origin}${at.pathname}: ${reason}. Correct the answer, or the setting "${setting}".`, {issues: [{path: setting, reason}]});

/** Rows as objects, where the first says what the columns are called. */
const named = ([header, ...rows]: readonly unknown[]): unknown[] => rows.map((row) => (Array.isArray(header) && Array.isArray(row) ? Object.fromEntries(header.map((name, index) => [String(name), row[index] as unknown])) : row));

/** A row for each of the times that it tells of: they stand under `each`. */
const spread = (row: unknown, each: string | undefined): unknown[] => {
  if (each === undefined || !isRecord(row)) return [row];
  const times = find(expressionIn(each), row);
  return Array.isArray(times) ? times.map((time: unknown) => ({...row, each: time})) : [{...row, each: times}];
};

/** The rows in one of a list's answers, and where the list goes on. @param at Where it came from; the list stays on that host. */
export const rowsIn = (answer: unknown, at: URL, {'events-list': list = '', 'events-header': header, 'events-each': each, 'events-next': next}: JsonSettings): {rows: unknown[]; following?: URL} => {
  const found = list === '' ? answer : find(expressionIn(list), answer);
  if (!Array.isArray(found)) throw wrong(at, 'events-list', list, found === undefined ? 'missing' : 'expected array');
  const rows = (header ? named(found) : found).flatMap((row: unknown) => spread(row, each));
  const following = next === undefined ? undefined : find(expressionIn(next), answer);
  if (typeof following !== 'string') return {rows};
  const address = URL.canParse(following, at) ? new URL(following, at) : undefined;
  // A list does not send its readers to another host.
  if (address?.origin !== at.origin) throw wrong(at, 'events-next', next ?? '', 'it leads to another host');
  return {rows, following: address};
};

/** Rows as events, as far as they can be read: nobody has looked at them. */
export const draftsIn = (rows: readonly unknown[], settings: JsonSettings): unknown[] => {
  const mapping = mappingIn(settings.event);
  const style = {zone: settings.zone, html: settings.html, joinable: settings.join !== undefined};
  return rows.map((row) => (isRecord(row) || Array.isArray(row) ? eventOf(fill(mapping, row), style) : row));
};

const draftsOf = async (first: URL, settings: JsonSettings, options?: CallOptions): Promise<unknown[]> => {
  const rows: unknown[] = [];
  let at: URL | undefined = first;
  for (let answers = 0; at !== undefined && answers < MOST_ANSWERS; answers++) {
    const part = rowsIn(await getJson<unknown>(at, options), at, settings);
    rows.push(...part.rows);
    at = part.following;
  }
  return draftsIn(rows, settings);
};

/** A page of the events, chosen here: whoever answers need not know how. */
export const listJson = async (at: URL, query: EventQuery, settings: JsonSettings, options?: CallOptions): Promise<EventPage> => pageOfDrafts(await draftsOf(at, settings, options), query, Date.now());

export const eventInJson = async (at: URL, id: string, settings: JsonSettings, options?: CallOptions): Promise<PetitionEvent> => draftWith(await draftsOf(at, settings, options), id);
