import {EventProposal, Rsvp} from 'sphere-petition/contract';
import type {Context} from '../context.js';
import {proposalRefusal, rsvpRefusal} from '../events/check.js';
import {eventQuery} from '../events/event-query.js';
import {EVENTS_CACHE} from '../http/headers.js';
import {NO_PETITION, badQuery, notFound} from '../http/problem.js';
import {represent, send} from '../http/representation.js';
import type {Handler} from '../http/router.js';
import {receiving} from '../writing/door.js';
import {calendarAddress} from './calendar.js';

/** `GET SRC/events.json?past=&language=&country=&attendance=&from=&to=&cursor=&limit=`: a page of events, from memory. */
export const eventPage = ({published, clock}: Context): Handler => ({req}) => {
  const petition = published.get(req.param('id') ?? '');
  if (petition === undefined) return notFound(NO_PETITION);
  if (petition.petition.offers?.includes('listEvents') !== true) return notFound('This petition lists no events here.');
  const asked = eventQuery(req.query());
  if ('issues' in asked) return badQuery(asked.issues);
  const page = petition.events.page(asked.query, clock.now());
  return page === undefined
    ? badQuery([{path: 'cursor', reason: 'unknown cursor'}])
    : send(represent(page), req.header('if-none-match'), EVENTS_CACHE);
};

/** `GET SRC/events/ID.json`: one event, with its description. One that waits or was refused is not there. */
export const eventDocument = ({published, origin}: Context): Handler => ({req}) => {
  const petition = published.get(req.param('id') ?? '');
  if (petition === undefined) return notFound(NO_PETITION);
  const event = petition.petition.offers?.includes('getEvent') === true ? petition.events.get(req.param('event')?.replace(/\.json$/, '') ?? '') : undefined;
  if (event === undefined) return notFound('There is no such event here.');
  return send(represent({calendar: calendarAddress(origin(req.raw), petition.campaign.id, event), ...event}), req.header('if-none-match'), EVENTS_CACHE);
};

/** `POST SRC/rsvps`. Somebody who comes to an event that is full waits for a place. */
export const rsvps = (context: Context, most?: number): Handler =>
  receiving(context, {
    what: 'an RSVP',
    schema: Rsvp,
    capability: 'joinEvent',
    refusalOf: rsvpRefusal,
    itemOf: ({campaign, events}, rsvp) => ({petition: campaign.id, rsvp, status: events.get(rsvp.eventId)?.status === 'full' ? 'waiting' : 'registered'}),
    store: context.rsvps,
  }, most);

/** `POST SRC/events`. A proposal waits until somebody accepts it. */
export const proposals = (context: Context, most?: number): Handler =>
  receiving(context, {
    what: 'a proposal',
    schema: EventProposal,
    capability: 'proposeEvent',
    refusalOf: proposalRefusal,
    itemOf: ({campaign}, proposal) => ({petition: campaign.id, proposal}),
    store: context.proposals,
  }, most);
