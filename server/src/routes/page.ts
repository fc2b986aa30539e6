import {randomBytes} from 'node:crypto';
import type {Context as HonoContext} from 'hono';
import {Identifier, type Petition} from 'sphere-petition/contract';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {textResponse} from '../http/compress.js';
import {connectSources} from '../http/connect-sources.js';
import {COMMON_HEADERS, DOCUMENT_CACHE} from '../http/headers.js';
import type {Handler} from '../http/router.js';
import {notFoundPage, petitionPage, signedPage} from '../page/page.js';
import {PAGE_SCRIPT} from '../page/script.js';
import {speaking} from '../page/speak.js';
import {PAGE_STYLE} from '../page/style.js';
import type {PlainForm} from '../page/view.js';
import {wordsIn} from '../page/words.js';

/** What may be typed is on it, and its form has a key that is nobody else's: no cache keeps it, and no browser shows it to whoever comes next. */
const NEVER = 'no-store';

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
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** How a page is answered. */
interface PageOptions {
  readonly petition?: Petition;
  readonly status?: number;
  readonly cache?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const answer = async ({req}: HonoContext, html: unknown, {petition, status = 200, cache = NEVER, headers}: PageOptions = {}): Promise<Response> =>
  textResponse(String(html), req.header('accept-encoding'), {
    status,
    headers: {...COMMON_HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentSecurityPolicy(petition ?? {}), 'cache-control': cache, ...headers},
  });

/** The page for an address where no petition is. */
export const missing = async (context: HonoContext): Promise<Response> => answer(context, await notFoundPage(context.req.query('lang')), {status: 404});

/** The petition that a request is about, in the language that it asks for. */
export const petitionFor = ({published}: Context, {req}: HonoContext): Petition | undefined => {
  const found = published.get(req.param('id') ?? '');
  return found?.documents.get(chooseLanguage(found.campaign, req.query('lang')))?.petition;
};

/** What brought a reader to the page: a channel, as its address says it. */
export const sourceOf = ({req}: HonoContext): string | undefined => Identifier.safeParse(req.query('sphere_source')).data;

/** A key that nobody guesses. */
export const freshKey = (): string => randomBytes(16).toString('base64url');

/** The page of a petition with its form as it stands. */
export const showPage = async (context: Context, request: HonoContext, petition: Petition, form: PlainForm, options: PageOptions = {}): Promise<Response> => {
  const html = await speaking(petition.language, (locale) => petitionPage({
    petition,
    locale,
    form,
    tally: context.published.tally(petition.id)?.tally,
    words: wordsIn(petition.language),
    origin: context.origin(request.req.raw),
    now: context.clock.now(),
  }));
  return answer(request, html, {...options, petition});
};

/** `GET SRC`: the petition as a page. `?lang=` chooses its language. */
export const page = (context: Context): Handler => (request) => {
  const petition = petitionFor(context, request);
  if (petition === undefined) return missing(request);
  return showPage(context, request, petition, {key: freshKey(), source: sourceOf(request), answers: new Map(), ticked: new Set(), problems: new Map()});
};

/** `GET SRC/signed`: what comes after signing without a script. Loading it again sends nothing again. */
export const signed = (context: Context): Handler => async (request) => {
  const petition = petitionFor(context, request);
  if (petition === undefined) return missing(request);
  const html = await speaking(petition.language, ({language}) => signedPage(petition, context.origin(request.req.raw), wordsIn(petition.language), language));
  return answer(request, html, {petition, cache: DOCUMENT_CACHE});
};

const file = (text: string, type: string): Handler => ({req}) =>
  textResponse(text, req.header('accept-encoding'), {headers: {...COMMON_HEADERS, 'content-type': `${type}; charset=utf-8`, 'cache-control': DOCUMENT_CACHE}});

/** `GET /petition-page.css`: the look of that page. */
export const pageStyle = file(PAGE_STYLE, 'text/css');

/** `GET /petition-page.js`: what lets the widget take its place. */
export const pageScript = file(PAGE_SCRIPT, 'text/javascript');
