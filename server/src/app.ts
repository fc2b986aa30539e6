import type {Hono} from 'hono';
import type {Context} from './context.js';
import {COMMON_HEADERS, DOCUMENT_CACHE, preflight} from './http/headers.js';
import {Router} from './http/router.js';
import {openApi} from './openapi.js';
import {VERSION} from './package.js';
import {eventDocument, eventPage, proposals, rsvps} from './routes/events.js';
import {release, site, widgets} from './routes/files.js';
import {health} from './routes/health.js';
import {page, pageStyle} from './routes/page.js';
import {petitionDocument, tallyDocument} from './routes/petition.js';
import {signatures} from './routes/signatures.js';

/** Everything that this server answers, as one fetch handler. */
export const createApp = (context: Context): Hono => {
  const router = new Router(context.log);
  const description = JSON.stringify(openApi(VERSION));

  router.options(preflight);
  router.get('/petitions/:id', page(context));
  router.get('/petitions/:id/petition.json', petitionDocument(context));
  router.get('/petitions/:id/tally.json', tallyDocument(context));
  router.post('/petitions/:id/signatures', signatures(context));
  router.get('/petitions/:id/events.json', eventPage(context));
  router.get('/petitions/:id/events/:event{.+\\.json}', eventDocument(context));
  router.post('/petitions/:id/events', proposals(context));
  router.post('/petitions/:id/rsvps', rsvps(context));
  router.get('/petition-page.css', pageStyle);
  router.get('/v1/*', widgets(context));
  router.get('/v/:version/*', release(context));
  router.get('/health', health(context));
  router.get('/openapi.json', () => new Response(description, {headers: {...COMMON_HEADERS, 'content-type': 'application/json', 'cache-control': DOCUMENT_CACHE}}));
  if (context.site !== undefined) router.get('/*', site(context.site));
  return router.app;
};
