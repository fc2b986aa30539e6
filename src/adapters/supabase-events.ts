import type {CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {EventPage, EventQuery, PetitionEvent} from '../contract/event.js';
import {eventOf} from './event-draft.js';
import {draftWith, pageOfDrafts} from './event-pages.js';
import {jsonOf} from './http.js';
import {fill, readMapping} from './mapping.js';
import {read, type SupabaseSettings} from './supabase.js';

/** The table's columns, by the contract's names. Those that it does not have are absent. */
const COLUMNS = readMapping(`id = id; title = title; description = description; startsAt = starts_at; endsAt = ends_at; timeZone = time_zone; attendance = attendance; status = status; url = url;
  joinable = joinable; language = language; organizer.name = organizer; place.name = place; place.address = address; place.locality = locality; place.country = country;
  place.latitude = latitude; place.longitude = longitude`) ?? new Map();

const draftsOf = async (address: URL, settings: SupabaseSettings, options?: CallOptions): Promise<unknown[]> => {
  const rows = jsonOf(address, await read(address, settings, options));
  if (!Array.isArray(rows)) throw new BackendError('invalid-response', `The adapter "supabase" finds no rows in ${address.origin}${address.pathname}: expected array.`, {issues: [{path: 'events', reason: 'expected array'}]});
  const style = {zone: settings.zone, joinable: settings.join !== undefined};
  return rows.map((row: unknown) => (typeof row === 'object' && row !== null ? eventOf(fill(COLUMNS, row), style) : row));
};

export const listRows = async (address: URL, query: EventQuery, settings: SupabaseSettings, options?: CallOptions): Promise<EventPage> => pageOfDrafts(await draftsOf(address, settings, options), query, Date.now());

export const rowWith = async (address: URL, id: string, settings: SupabaseSettings, options?: CallOptions): Promise<PetitionEvent> => draftWith(await draftsOf(address, settings, options), id);
