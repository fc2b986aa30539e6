import {LINK_CHANNELS} from 'sphere-petition/contract';
import {type JsonObject, answer, html, LANGUAGE, NO_PETITION, NOT_MODIFIED, parameter, PETITION_ID, reference, refused} from './describe.js';

/** A file of the widgets. */
const WIDGET_FILE = {name: 'path', in: 'path', required: true, description: 'The file: `sphere-petition.js`, `counter.js`, `integrity.json`.', schema: {type: 'string'}} as const;

/** What is for other people's pages, and what is about the server. */
export const AROUND: Readonly<Record<string, JsonObject>> = {
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
  '/configure': {get: {summary: 'The configurator: a page that writes what is pasted on other pages, and says why it does not appear there', responses: {200: html('The page.'), 404: refused('`not-found`: the page has not been built.')}}},
  '/configure/{path}': {get: {summary: 'What the configurator loads', parameters: [{name: 'path', in: 'path', required: true, description: 'The file.', schema: {type: 'string'}}], responses: {200: answer('The file.', 'text/javascript'), 304: NOT_MODIFIED, 308: {description: 'The page, for an address that ends in a slash.'}, 404: refused('`not-found`: there is no such file.')}}},
  '/health': {get: {summary: 'Whether signatures are being counted', responses: {200: answer('They are.', 'application/json', reference('Health')), 503: answer('They are not.', 'application/json', reference('Health'))}}},
  '/openapi.json': {get: {summary: 'This document', responses: {200: answer('OpenAPI 3.1.', 'application/json')}}},
};
