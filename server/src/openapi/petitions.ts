import {type JsonObject, answer, html, LANGUAGE, NO_PETITION, NOT_MODIFIED, parameter, PETITION_ID, reference, refused} from './describe.js';

const CALENDAR = answer('The calendar (RFC 5545).', 'text/calendar');

/** What every `POST` has in common. */
const sending = (act: {readonly summary: string; readonly takes: string; readonly gives: string; readonly done: string; readonly closed?: string; readonly absent?: string}): JsonObject => ({
  summary: act.summary,
  description: 'Answers once it is on disk. The same request with the same idempotency key gets the same answer, and counts once.',
  parameters: [PETITION_ID],
  requestBody: {
    required: true,
    description: 'At most 16 KiB. As `text/plain` the same JSON needs no leave asked by a browser. No member twice, none that is not listed; text without control characters, and answers on one line.',
    content: {'application/json': {schema: reference(act.takes)}, 'text/plain': {schema: reference(act.takes)}},
  },
  responses: {
    201: answer(act.done, 'application/json', reference(act.gives)),
    400: refused('`invalid`: the text is not JSON, or a member comes twice.'),
    ...(act.closed !== undefined && {403: refused(`\`closed\`: ${act.closed}.`)}),
    404: refused(`\`not-found\`: there is no such petition${act.absent ?? ''}.`),
    413: refused('`too-large`: more than 16 KiB.'),
    415: refused('`unsupported`: the content type is neither `application/json` nor `text/plain`.'),
    422: refused('`invalid`: `issues` name the members. `key-reused`: the idempotency key came with other content. `unsupported`: the petition does not take this here.'),
    503: refused('`unavailable`: try again after `Retry-After` seconds, with the same key and bytes.'),
  },
});

const SOURCE = parameter('sphere_source', 'What brought the reader here: a channel, kept with the signature.');

const EVENT_PARAMETERS = [
  PETITION_ID,
  parameter('past', '`true`: those that are over, the latest first. Else those that are not, the soonest first.', 'boolean'),
  parameter('country', 'ISO 3166-1 alpha-2.'),
  parameter('attendance', '`in-person`, `online` or `both`. Events that are both are found by either.'),
  parameter('language', 'BCP 47. Events that do not name their language are found too.'),
  parameter('from', 'RFC 3339. Events that end at or after it.'),
  parameter('to', 'RFC 3339. Events that start before it.'),
  parameter('cursor', 'From the page before.'),
  parameter('limit', '1 to 100; 20 if it is not said. A number outside becomes the nearest.', 'integer'),
];

/** What is below a petition's own address. */
export const PETITIONS: Readonly<Record<string, JsonObject>> = {
  '/petitions/{id}': {
    get: {summary: 'The petition as a page', parameters: [PETITION_ID, LANGUAGE, SOURCE], responses: {200: html('The page, with a form that needs no script.'), 404: html('There is no such petition.')}},
    post: {
      summary: 'Signs the petition by the page’s form',
      description: 'What the form of the page sends, at most 16 KiB. Where it is not taken, the page comes back with all that was typed.',
      parameters: [PETITION_ID, LANGUAGE, SOURCE],
      requestBody: {required: true, content: {'application/x-www-form-urlencoded': {}}},
      responses: {
        303: {description: 'It counts, and is on disk. Whoever signed before gets the same answer.'},
        400: html('The form broke off.'), 403: html('The petition takes no signatures yet, or no more.'), 404: html('There is no such petition.'), 413: html('More than 16 KiB.'), 415: html('It is no form.'),
        422: html('Something is missing or wrong.'), 503: html('Try again after `Retry-After` seconds.'),
      },
    },
  },
  '/petitions/{id}/signed': {get: {summary: 'What comes after signing by the page’s form', parameters: [PETITION_ID, LANGUAGE], responses: {200: html('The page.'), 404: html('There is no such petition.')}}},
  '/petitions/{id}/petition.json': {get: {summary: 'The petition in one language', parameters: [PETITION_ID, LANGUAGE], responses: {200: answer('The petition.', 'application/json', reference('Petition')), 304: NOT_MODIFIED, 404: NO_PETITION}}},
  '/petitions/{id}/tally.json': {get: {summary: 'How many have signed', parameters: [PETITION_ID], responses: {200: answer('The tally. It moves in batches, some seconds apart.', 'application/json', reference('Tally')), 304: NOT_MODIFIED, 404: NO_PETITION}}},
  '/petitions/{id}/signatures': {
    post: sending({
      summary: 'Signs the petition', takes: 'Signature', gives: 'Receipt',
      done: 'It counts. Whoever signed before gets the same answer.', closed: 'the petition takes no signatures yet, or no more',
    }),
  },
  '/petitions/{id}/events.json': {
    get: {
      summary: 'A page of events', parameters: EVENT_PARAMETERS,
      responses: {
        200: answer('The page, its events without their descriptions.', 'application/json', reference('EventPage')), 304: NOT_MODIFIED,
        400: refused('`invalid`: `issues` name the parameters.'), 404: refused('`not-found`: there is no such petition, or it lists no events here.'),
      },
    },
  },
  '/petitions/{id}/events/{event}.json': {
    get: {
      summary: 'One event', parameters: [PETITION_ID, {...PETITION_ID, name: 'event', description: 'The event.'}],
      responses: {200: answer('The event, with its description.', 'application/json', reference('PetitionEvent')), 304: NOT_MODIFIED, 404: refused('`not-found`: there is no such petition or event.')},
    },
  },
  '/petitions/{id}/events.ics': {
    get: {
      summary: 'The events as a calendar to subscribe to',
      description: 'All of them, over or not, called off or not, in UTC.',
      parameters: [...EVENT_PARAMETERS.filter(({name}) => !['past', 'cursor', 'limit'].includes(String(name))), LANGUAGE],
      responses: {200: CALENDAR, 304: NOT_MODIFIED, 400: refused('`invalid`: `issues` name the parameters.'), 404: refused('`not-found`: there is no such petition, or it lists no events here.')},
    },
  },
  '/petitions/{id}/events/{event}.ics': {
    get: {
      summary: 'One event as a calendar file', parameters: [PETITION_ID, {...PETITION_ID, name: 'event', description: 'The event.'}, LANGUAGE],
      responses: {200: CALENDAR, 304: NOT_MODIFIED, 404: refused('`not-found`: there is no such petition or event.')},
    },
  },
  '/petitions/{id}/events/{event}.html': {
    get: {
      summary: 'A page that leads to that file, for links that may lead to no file', parameters: [PETITION_ID, {...PETITION_ID, name: 'event', description: 'The event.'}],
      responses: {200: html('The page.'), 404: refused('`not-found`: there is no such petition or event.')},
    },
  },
  '/petitions/{id}/events': {
    post: sending({summary: 'Proposes an event', takes: 'EventProposal', gives: 'ProposalReceipt', done: 'It waits to be accepted. How its organiser can be reached is never published.'}),
  },
  '/petitions/{id}/rsvps': {
    post: sending({
      summary: 'Says that somebody comes to an event', takes: 'Rsvp', gives: 'RsvpReceipt', done: '`registered`, or `waiting` where the event is full. Whoever said so before gets the same answer.',
      closed: 'the event takes no RSVPs, is cancelled or over', absent: ' or event',
    }),
  },
};
