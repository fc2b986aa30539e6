import type {Capable} from '../../contract/adapter.js';
import type {PetitionEvent, Rsvp} from '../../contract/event.js';
import {DEFAULT_EVENT_QUESTIONS, type Petition} from '../../contract/petition.js';
import {msg} from '../../localization/messages.js';
import {JoinedEvent} from './events.js';
import {joined} from './gathering-words.js';
import type {Purpose} from './purpose.js';

/** To join an event: whom to call, and where to write. */
export const rsvp = (event: PetitionEvent, petition: Petition, adapter: Capable<'joinEvent'>): Purpose => ({
  title: msg('Join this event', {id: 'events.rsvp'}),
  button: msg('Send', {id: 'events.send'}),
  repeatable: adapter.repeatable?.includes('joinEvent') ?? false,
  asked: () => ({...petition, ...(petition.rsvp ?? DEFAULT_EVENT_QUESTIONS)}),
  content: ({fields, consents, language}): Omit<Rsvp, 'idempotencyKey'> => ({eventId: event.id, fields, consents, language}),
  send: async (document, options) => {
    const {status} = await adapter.joinEvent(document as Rsvp, options);
    return {outcome: () => joined(status), event: new JoinedEvent(status)};
  },
});
