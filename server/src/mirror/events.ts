import {draftsIn, jsonSettings, rowsIn} from 'sphere-petition/adapters/reading';
import {BackendError, byStart, checkEvents, type Issue, type PetitionEvent} from 'sphere-petition/contract';
import type {EventSource} from './config.js';
import {actionNetworkAddress, isPublic, osdiEvent, osdiRows} from './osdi.js';
import {readList, type ReadPlatform} from './platform.js';

/** The address that is asked, and whose host gets the key. */
export const eventsAddress = (source: EventSource): URL => {
  const src = new URL(source.src);
  return source.platform === 'action-network' ? actionNetworkAddress(src, 'events') : src;
};

/** Events as the platform tells them: nobody has looked at them. */
const draftsOf = async (read: ReadPlatform, source: EventSource): Promise<unknown[]> => {
  const src = eventsAddress(source);
  if (source.platform === 'json') {
    const settings = jsonSettings.read(source.settings);
    return draftsIn(await readList(read, new URL(settings.events ?? '', src), (answer, at) => rowsIn(answer, at, settings)), settings);
  }
  return (await readList(read, src, osdiRows)).filter(isPublic).map((row) => osdiEvent(row, source));
};

/** The events of a platform, and what could not be taken over. */
export interface ReadEvents {
  readonly events: readonly PetitionEvent[];
  readonly omitted: number;
  readonly issues: readonly Issue[];
}

/** The events, past ones too: readers' pages choose. @throws {BackendError} where there is no list, or nothing in it is an event. */
export const readEvents = async (read: ReadPlatform, source: EventSource): Promise<ReadEvents> => {
  const drafts = await draftsOf(read, source);
  const checked = checkEvents({events: drafts});
  if (!('events' in checked)) throw new TypeError('A list of events was not taken for one.');
  const {issues, omitted} = checked;
  const [issue] = issues;
  if (issue && omitted === drafts.length) {
    const zone = issue.path.endsWith('startsAt') && issue.reason !== 'missing' ? ' A time without a zone needs "zone".' : '';
    throw new BackendError('invalid-response', `None of ${omitted} events could be read; the first wrong member is "${issue.path}" (${issue.reason}).${zone}`, {issues});
  }
  // A list that changes while its parts are read may tell of one event twice.
  const events = [...new Map(checked.events.map((event) => [event.id, event])).values()].sort(byStart({}));
  return {events, omitted, issues};
};
