import {EventPage, EventProposal, LINK_CHANNELS, Petition, PetitionEvent, Problem, ProposalReceipt, Receipt, Rsvp, RsvpReceipt, Signature, Tally} from 'sphere-petition/contract';
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
const CALENDAR = answer('The calendar (RFC 5545).', 'text/calendar');
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

/** A file of the widgets. */
const WIDGET_FILE = {name: 'path', in: 'path', required: true, description: 'The file: `sphere-petition.js`, `counter.js`, `integrity.json`.', schema: {type: 'string'}} as const;

const PATHS: Readonly<Record<string, JsonObject>> = {
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
  '/badge/{file}': {
    get: {
      summary: 'How many have signed, as a picture',
      parameters: [
        {name: 'file', in: 'path', required: true, description: 'The petition and the format: `safe-exit.svg`, `safe-exit.png`, or `safe-exit.json` for shields.io.', schema: {type: 'string'}},
        LANGUAGE,
        parameter('theme', '`light` or `dark`.'),
        parameter('accent', 'A hexadecimal colour without its `#`.'),
        parameter('style', '`badge`, or `card`: 1200 × 630, with the title.'),
        parameter('scale', 'Pixels of a PNG badge for each unit: 1 to 4; 2 if it is not said.', 'number'),
      ],
      responses: {200: answer('The picture, or what shields.io draws one from. Options that there are not become the nearest that there are.', 'image/svg+xml'), 304: NOT_MODIFIED, 404: answer('The picture says that there is no such petition.', 'image/svg+xml')},
    },
  },
  '/qr/{file}': {
    get: {
      summary: 'The petition’s address as a QR code',
      parameters: [{name: 'file', in: 'path', required: true, description: 'The petition and the format: `safe-exit.svg`, `safe-exit.png`.', schema: {type: 'string'}}, LANGUAGE],
      responses: {200: answer('The picture.', 'image/svg+xml'), 304: NOT_MODIFIED, 404: NO_PETITION},
    },
  },
  '/petition-page.js': {get: {summary: 'What lets the widget take the place of the petition page', responses: {200: answer('The script.', 'text/javascript')}}},
  '/petition-page.css': {get: {summary: 'The look of the petition page', responses: {200: answer('The style sheet.', 'text/css')}}},
  '/embed/{id}': {
    get: {
      summary: 'The petition, its form, its counter or its events, for a frame on any site',
      description: 'What is out of range becomes the nearest that is valid.',
      parameters: [
        PETITION_ID, LANGUAGE, parameter('show', '`petition`, `form`, `counter` or `events`.'), parameter('theme', '`auto`, `light` or `dark`.'), parameter('accent', 'Six hexadecimal digits.'),
        ...['journey', 'redirect', 'source', 'min-count', 'heading-level', 'country', 'appearance'].map((name) => parameter(name, 'As the element’s attribute.')),
      ],
      responses: {200: html('The page.'), 404: html('There is no such petition.')},
    },
  },
  '/embed.css': {get: {summary: 'The look of that page', parameters: [parameter('theme', '`auto`, `light` or `dark`.'), parameter('accent', 'Six hexadecimal digits.')], responses: {200: answer('The style sheet.', 'text/css')}}},
  '/oembed': {
    get: {
      summary: 'How to show a petition where nothing but its address is known (oembed.com, type `rich`)',
      parameters: [
        {...parameter('url', 'The address of a petition’s page, or of its frame.'), required: true}, parameter('format', '`json`.'),
        parameter('maxwidth', 'CSS pixels.', 'integer'), parameter('maxheight', 'CSS pixels.', 'integer'),
      ],
      responses: {200: answer('The answer.', 'application/json'), 304: NOT_MODIFIED, 400: refused('`invalid`: `url` is missing.'), 404: refused('`not-found`: this is not the address of a petition here.'), 501: refused('`unsupported`: any other format.')},
    },
  },
  '/go/{channel}/{id}': {
    get: {
      summary: 'On to the page of a share service, with the petition’s words and address',
      parameters: [{...PETITION_ID, name: 'channel', description: `One of ${LINK_CHANNELS.join(', ')}.`}, PETITION_ID, LANGUAGE],
      responses: {302: {description: 'There.'}, 404: refused('`not-found`: there is no such way or petition.')},
    },
  },
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
  '/configure': {get: {summary: 'The configurator: a page that writes what is pasted on other pages, and says why it does not appear there', responses: {200: html('The page.')}}},
  '/configure/{path}': {get: {summary: 'What the configurator loads', parameters: [{name: 'path', in: 'path', required: true, description: 'The file.', schema: {type: 'string'}}], responses: {200: answer('The file.', 'text/javascript'), 304: NOT_MODIFIED, 404: refused('`not-found`: there is no such file.')}}},
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
