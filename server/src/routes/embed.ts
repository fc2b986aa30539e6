import type {Petition} from 'sphere-petition/contract';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {embedPage} from '../embed/embed-page.js';
import {ownAddress, oembedOf} from '../embed/oembed.js';
import {readOptions} from '../embed/options.js';
import {embedStyle} from '../embed/style.js';
import {connectSources} from '../http/connect-sources.js';
import {COMMON_HEADERS, DOCUMENT_CACHE} from '../http/headers.js';
import {notFound, problem} from '../http/problem.js';
import {represent, send} from '../http/representation.js';
import type {Handler} from '../http/router.js';
import {notFoundPage} from '../page/page.js';

/**
 * Any page may frame this one, in a sandbox and from the disk too: so it names no `frame-ancestors`, whose `*` means pages of the web alone. In a sandbox some browsers
 * take `'self'` for nobody, so the origin is named beside it. Text that would be code stays text, and the page can send nothing but what its scripts send.
 */
const contentSecurityPolicy = (petition: Pick<Petition, 'connect'>, origin: string): string => [
  "default-src 'none'",
  `script-src 'self' ${origin}`,
  `style-src 'self' ${origin}`,
  `connect-src ${origin} ${connectSources(petition)}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** `GET /embed/SLUG`: the petition, its form, its counter or its events, for a frame on any site. */
export const embed = ({published, origin}: Context): Handler => async ({req}) => {
  const found = published.get(req.param('id') ?? '');
  const options = readOptions(new URL(req.url).searchParams);
  const petition = found?.documents.get(chooseLanguage(found.campaign, options.language))?.petition;
  const here = origin(req.raw);
  const headers = {...COMMON_HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy(petition ?? {}, here)};
  if (petition === undefined) return new Response(String(await notFoundPage(options.language)), {status: 404, headers: {...headers, 'cache-control': 'no-store'}});
  return new Response(String(await embedPage(petition, options, here)), {headers: {...headers, 'cache-control': DOCUMENT_CACHE}});
};

/** `GET /embed.css?theme=&accent=`: the look of that page. */
export const embedStyleSheet: Handler = ({req}) =>
  new Response(embedStyle(readOptions(new URL(req.url).searchParams)), {headers: {...COMMON_HEADERS, 'content-type': 'text/css; charset=utf-8', 'cache-control': DOCUMENT_CACHE}});

/** `GET /oembed?url=`: how to show a petition on a page that knows nothing but its address. */
export const oembed = ({published, origin}: Context): Handler => async ({req}) => {
  const url = req.query('url') ?? '';
  if (url === '') return problem(400, 'invalid', {detail: 'The address to embed is missing.', issues: [{path: 'url', reason: 'required'}]});
  if ((req.query('format') ?? 'json') !== 'json') return problem(501, 'unsupported', {detail: 'The answer can be had as JSON alone.'});
  const here = origin(req.raw);
  const own = ownAddress(url, here);
  const found = published.get(own?.id ?? '');
  const petition = found?.documents.get(chooseLanguage(found.campaign, own?.options.language))?.petition;
  if (own === undefined || petition === undefined) return notFound('This is not the address of a petition here.');
  return send(represent(await oembedOf(petition, own.options, here, {width: req.query('maxwidth'), height: req.query('maxheight')})), req.header('if-none-match'), DOCUMENT_CACHE);
};
