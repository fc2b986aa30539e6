import {Petition, Problem, Receipt, Signature, Tally} from 'sphere-petition/contract';
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

const SIGNING = {
  post: {
    summary: 'Signs the petition',
    description: 'Answers once the signature is on disk. The same request with the same idempotency key gets the same answer, and counts once.',
    parameters: [PETITION_ID],
    requestBody: {
      required: true,
      description: 'At most 16 KiB. As `text/plain` the same JSON needs no leave asked by a browser. No member twice, none that is not listed; text without control characters, and on one line.',
      content: {'application/json': {schema: reference('Signature')}, 'text/plain': {schema: reference('Signature')}},
    },
    responses: {
      201: answer('It counts. Whoever signed before gets the same answer.', 'application/json', reference('Receipt')),
      400: refused('`invalid`: the text is not JSON, or a member comes twice.'),
      403: refused('`closed`: the petition takes no signatures yet, or no more.'),
      404: NO_PETITION,
      413: refused('`too-large`: more than 16 KiB.'),
      415: refused('`unsupported`: the content type is neither `application/json` nor `text/plain`.'),
      422: refused('`invalid`: `issues` name the members. `key-reused`: the idempotency key came with other content. `unsupported`: the petition takes no plain signatures here.'),
      503: refused('`unavailable`: try again after `Retry-After` seconds, with the same key and bytes.'),
    },
  },
};

const PATHS: Readonly<Record<string, JsonObject>> = {
  '/petitions/{id}': {get: {summary: 'The petition as a page', parameters: [PETITION_ID, LANGUAGE], responses: {200: html('The page.'), 404: html('There is no such petition.')}}},
  '/petitions/{id}/petition.json': {get: {summary: 'The petition in one language', parameters: [PETITION_ID, LANGUAGE], responses: {200: answer('The petition.', 'application/json', reference('Petition')), 304: NOT_MODIFIED, 404: NO_PETITION}}},
  '/petitions/{id}/tally.json': {get: {summary: 'How many have signed', parameters: [PETITION_ID], responses: {200: answer('The tally. It moves in batches, some seconds apart.', 'application/json', reference('Tally')), 304: NOT_MODIFIED, 404: NO_PETITION}}},
  '/petitions/{id}/signatures': SIGNING,
  '/petition-page.css': {get: {summary: 'The look of the petition page', responses: {200: answer('The style sheet.', 'text/css')}}},
  '/v1/{path}': {
    get: {
      summary: 'The widgets',
      parameters: [{name: 'path', in: 'path', required: true, description: 'The file: `sphere-petition.js`, `counter.js`.', schema: {type: 'string'}}],
      responses: {200: answer('The file.', 'text/javascript'), 304: NOT_MODIFIED, 404: refused('`not-found`: there is no such file.')},
    },
  },
  '/health': {get: {summary: 'Whether signatures are being counted', responses: {200: answer('They are.', 'application/json', reference('Health')), 503: answer('They are not.', 'application/json', reference('Health'))}}},
  '/openapi.json': {get: {summary: 'This document', responses: {200: answer('OpenAPI 3.1.', 'application/json')}}},
};

/** What this server speaks, as OpenAPI 3.1 has it; the shapes are those of the contract that it checks with. */
export const openApi = (version: string) => ({
  openapi: '3.1.0',
  info: {title: 'sphere-petition-server', version, description: 'The sphere protocol: petitions, their tallies, their signatures.', license: {name: 'MIT', identifier: 'MIT'}},
  paths: PATHS,
  components: {
    schemas: {
      Petition: schema(Petition, 'output'),
      Tally: schema(Tally, 'output'),
      Signature: schema(Signature, 'input'),
      Receipt: schema(Receipt, 'output'),
      Problem: schema(Problem, 'output'),
      Health: schema(Health, 'output'),
    },
  },
});
