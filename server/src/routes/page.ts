import type {Petition} from 'sphere-petition/contract';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {connectSources} from '../http/connect-sources.js';
import {COMMON_HEADERS, DOCUMENT_CACHE} from '../http/headers.js';
import type {Handler} from '../http/router.js';
import {notFoundPage, petitionPage} from '../page/page.js';
import {PAGE_STYLE} from '../page/style.js';

/**
 * What the page may load: its own widgets, style and data, and the data of those places where the petition's `connect`
 * sends single capabilities. Text that would be code stays text.
 */
const contentSecurityPolicy = (petition: Pick<Petition, 'connect'>): string => [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `connect-src ${connectSources(petition)}`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const headersOf = (petition: Pick<Petition, 'connect'>) => ({
  ...COMMON_HEADERS,
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': contentSecurityPolicy(petition),
});

/** `GET SRC`: the petition as a page. `?lang=` chooses its language. */
export const page = ({published}: Context): Handler => async ({req}) => {
  const found = published.get(req.param('id') ?? '');
  const wanted = req.query('lang');
  const petition = found?.documents.get(chooseLanguage(found.campaign, wanted))?.petition;
  if (petition === undefined) return new Response(String(await notFoundPage(wanted)), {status: 404, headers: {...headersOf({}), 'cache-control': 'no-store'}});
  return new Response(String(await petitionPage(petition)), {headers: {...headersOf(petition), 'cache-control': DOCUMENT_CACHE}});
};

/** `GET /petition-page.css`: the look of that page. */
export const pageStyle: Handler = () =>
  new Response(PAGE_STYLE, {headers: {...COMMON_HEADERS, 'content-type': 'text/css; charset=utf-8', 'cache-control': DOCUMENT_CACHE}});
