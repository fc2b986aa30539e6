import {EventPage, EventProposal, Petition, PetitionEvent, Problem, ProposalReceipt, Receipt, Rsvp, RsvpReceipt, Signature, Tally} from 'sphere-petition/contract';
import * as z from 'zod/mini';

/** The answer of `GET /health`. */
export const Health = z.object({
  status: z.enum(['ok', 'failing']),
  petitions: z.int(),
  differences: z.int(),
  reconciledAt: z.iso.datetime(),
});

type JsonObject = Readonly<Record<string, unknown>>;

const schema = (of: z.ZodMiniType, io: 'input' | 'output'): JsonObject => {
  // A refinement (no control characters, say) has no word in JSON Schema; the text beside it tells.
  const {$schema: _, ...rest} = z.toJSONSchema(of, {io, unrepresentable: 'any'});
  return rest;
};

const reference = (name: string): JsonObject => ({$ref: `#/components/schemas/${name}`});
const answer = (description: string, type: string, of?: JsonObject): JsonObject => ({description, content: {[type]: of === undefined ? {} : {schema: of}}});
const refused = (description: string): JsonObject => answer(description, 'application/problem+json', reference('Problem'));
const html = (description: string): JsonObject => answer(description, 'text/html');

const PETITION_ID = {name: 'id', in: 'path', required: true, description: 'The petition.', schema: {type: 'string'}};
const LANGUAGE = {name: 'lang', in: 'query', required: false, description: 'The language wanted, as BCP 47 writes it. One that the petition lacks is answered in its own.', schema: {type: 'string'}};
const NO_PETITION = refused('`not-found`: there is no such petition.');
const NOT_MODIFIED = {description: 'The copy that `If-None-Match` names is still the newest.'};

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

const parameter = (name: string, description: string, type = 'string'): JsonObject => ({name, in: 'query', required: false, description, schema: {type}});

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

/** A file of the widgets. */
const WIDGET_FILE = {name: 'path', in: 'path', required: true, description: 'The file: `sphere-petition.js`, `counter.js`, `integrity.json`.', schema: {type: 'string'}} as const;

const PATHS: Readonly<Record<string, JsonObject>> = {
  '/petitions/{id}': {get: {summary: 'The petition as a page', parameters: [PETITION_ID, LANGUAGE], responses: {200: html('The page.'), 404: html('There is no such petition.')}}},
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
  '/petitions/{id}/events': {
    post: sending({summary: 'Proposes an event', takes: 'EventProposal', gives: 'ProposalReceipt', done: 'It waits to be accepted. How its organiser can be reached is never published.'}),
  },
  '/petitions/{id}/rsvps': {
    post: sending({
      summary: 'Says that somebody comes to an event', takes: 'Rsvp', gives: 'RsvpReceipt', done: '`registered`, or `waiting` where the event is full. Whoever said so before gets the same answer.',
      closed: 'the event takes no RSVPs, is cancelled or over', absent: ' or event',
    }),
  },
  '/petition-page.css': {get: {summary: 'The look of the petition page', responses: {200: answer('The style sheet.', 'text/css')}}},
  '/v1/{path}': {
    get: {
      summary: 'The widgets', parameters: [WIDGET_FILE],
      responses: {200: answer('The file. In a folder, named by its content, it never changes.', 'text/javascript'), 304: NOT_MODIFIED, 404: refused('`not-found`: there is no such file.')},
    },
  },
  '/v/{version}/{path}': {
    get: {
      summary: 'The widgets of one version, which never change',
      parameters: [{name: 'version', in: 'path', required: true, description: 'The version: `0.1.0`.', schema: {type: 'string'}}, WIDGET_FILE],
      responses: {200: answer('The file.', 'text/javascript'), 304: NOT_MODIFIED, 404: refused('`not-found`: there is no such file, or not that version; the detail says which there are.')},
    },
  },
  '/health': {get: {summary: 'Whether signatures are being counted', responses: {200: answer('They are.', 'application/json', reference('Health')), 503: answer('They are not.', 'application/json', reference('Health'))}}},
  '/openapi.json': {get: {summary: 'This document', responses: {200: answer('OpenAPI 3.1.', 'application/json')}}},
};

/** What this server speaks, as OpenAPI 3.1 has it; the shapes are those of the contract that it checks with. */
export const openApi = (version: string) => ({
  openapi: '3.1.0',
  info: {title: 'sphere-petition-server', version, description: 'The sphere protocol: petitions, their tallies, their signatures and their events.', license: {name: 'MIT', identifier: 'MIT'}},
  paths: PATHS,
  components: {
    schemas: {
      Petition: schema(Petition, 'output'),
      Tally: schema(Tally, 'output'),
      Signature: schema(Signature, 'input'),
      Receipt: schema(Receipt, 'output'),
      // What may be left out of an event may be missing in a list.
      EventPage: schema(EventPage, 'input'),
      PetitionEvent: schema(PetitionEvent, 'output'),
      Rsvp: schema(Rsvp, 'input'),
      RsvpReceipt: schema(RsvpReceipt, 'output'),
      EventProposal: schema(EventProposal, 'input'),
      ProposalReceipt: schema(ProposalReceipt, 'output'),
      Problem: schema(Problem, 'output'),
      Health: schema(Health, 'output'),
    },
  },
});
