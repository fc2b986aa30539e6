import * as z from 'zod/mini';
import {BackendError} from '../contract/error.js';
import {PetitionEvent} from '../contract/event.js';
import {parse} from '../contract/parse.js';

/** An event as one writes it: what has a default may be left out. */
export type EventDocument = z.input<typeof PetitionEvent>;

/** The events as the contract has them, with defaults filled in. */
export const eventsIn = (events: readonly EventDocument[]): PetitionEvent[] => parse(z.array(PetitionEvent), events, 'The list of events in memory', 'configuration');

/** The event with an id. @throws {BackendError} `not-found`. */
export const eventWith = (events: readonly EventDocument[], id: string): PetitionEvent => {
  const found = eventsIn(events).find((event) => event.id === id);
  if (found) return found;
  throw new BackendError('not-found', 'There is no such event.');
};
