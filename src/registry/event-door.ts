import type {CallOptions, Capable} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {EventPage, EventQuery} from '../contract/event.js';
import {checkEvents} from '../contract/event-check.js';
import {guard} from './tally-door.js';

/** A page of events that has passed the door: what is sound of it. */
export interface ReadEvents extends EventPage {
  /** What was wrong with the rest, for the developer. */
  readonly complaint?: BackendError;
  /** How many events could not be let through. */
  readonly omitted: number;
}

/** Pages that have passed: what a composed adapter lists has been through the door of its home before. */
const passed = new WeakSet<object>();
const hasPassed = (page: EventPage): page is ReadEvents => passed.has(page);

/** The door for events alone: checked by hand and event by event, so that a list need not carry the schemas and shows what is sound. */
export const readEvents = (adapter: Capable<'listEvents'>, src: string, query: EventQuery, options?: CallOptions): Promise<ReadEvents> => {
  const what = `${adapter.name}.listEvents() for ${src}`;
  return guard(what, async () => {
    const answer = await adapter.listEvents(query, options);
    if (hasPassed(answer)) return answer;
    const checked = checkEvents(answer);
    const wrong = (issues: readonly {readonly path: string; readonly reason: string}[]) =>
      new BackendError('invalid-response', `${what} is not as the contract has it at "${issues[0]?.path ?? ''}": ${issues[0]?.reason ?? ''}.`, {issues});
    if (!('events' in checked)) throw wrong([checked]);
    const {issues, ...page} = checked;
    const read = issues.length > 0 ? {...page, complaint: wrong(issues)} : page;
    passed.add(read);
    return read;
  });
};
