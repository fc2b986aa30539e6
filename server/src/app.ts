import type {Hono} from 'hono';
import type {Context} from './context.js';
import {COMMON_HEADERS, DOCUMENT_CACHE, preflight} from './http/headers.js';
import {Router} from './http/router.js';
import {openApi} from './openapi.js';
import {VERSION} from './package.js';
import {embed, embedStyleSheet, oembed} from './routes/embed.js';
import {eventDocument, eventPage, proposals, rsvps} from './routes/events.js';
import {release, site, widgets} from './routes/files.js';
import {go} from './routes/go.js';
import {health} from './routes/health.js';
import {page, pageScript, pageStyle, signed} from './routes/page.js';
import {petitionDocument, tallyDocument} from './routes/petition.js';
import {badges, qrCodes} from './routes/pictures.js';
import {plainForm} from './routes/plain-form.js';
import {signatures} from './routes/signatures.js';

/** Everything that this server answers, as one fetch handler. */
export const createApp = (context: Context): Hono => {
  const router = new Router(context.log);
  const description = JSON.stringify(openApi(VERSION));

  router.options(preflight);
  router.get('/petitions/:id', page(context));
  router.post('/petitions/:id', plainForm(context));
  router.get('/petitions/:id/signed', signed(context));
  router.get('/petitions/:id/petition.json', petitionDocument(context));
  router.get('/petitions/:id/tally.json', tallyDocument(context));
  router.post('/petitions/:id/signatures', signatures(context));
  router.get('/petitions/:id/events.json', eventPage(context));
  router.get('/petitions/:id/events/:event{.+\\.json}', eventDocument(context));
  router.post('/petitions/:id/events', proposals(context));
  router.post('/petitions/:id/rsvps', rsvps(context));
  router.get('/petition-page.css', pageStyle);
  router.get('/embed/:id', embed(context));
  router.get('/embed.css', embedStyleSheet);
  router.get('/oembed', oembed(context));
  router.get('/go/:channel/:id', go(context));
  router.get('/petition-page.js', pageScript);
  router.get('/badge/:file', badges(context));
  router.get('/qr/:file', qrCodes(context));
  router.get('/v1/*', widgets(context));
  router.get('/v/:version/*', release(context));
  router.get('/health', health(context));
  router.get('/openapi.json', () => new Response(description, {headers: {...COMMON_HEADERS, 'content-type': 'application/json', 'cache-control': DOCUMENT_CACHE}}));
  if (context.site !== undefined) router.get('/*', site(context.site));
  return router.app;
};
