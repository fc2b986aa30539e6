import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {COMMON_HEADERS, DOCUMENT_CACHE, LIVE_CACHE, isFresh} from '../http/headers.js';
import {notFound} from '../http/problem.js';
import type {Handler} from '../http/router.js';
import type {Representation} from '../tally/published.js';

const NO_PETITION = 'There is no such petition here.';

/** A JSON document in memory, or 304 for a reader who has it. */
const send = ({body, etag}: Representation, ifNoneMatch: string | undefined, cacheControl: string): Response => {
  const headers = {...COMMON_HEADERS, 'content-type': 'application/json', 'cache-control': cacheControl, etag};
  return isFresh(ifNoneMatch, etag) ? new Response(null, {status: 304, headers}) : new Response(body, {headers});
};

/** `GET SRC/petition.json?lang=`: the petition in one language. A language that it lacks is answered with its own. */
export const petitionDocument = ({published}: Context): Handler => (context) => {
  const petition = published.get(context.req.param('id') ?? '');
  const document = petition?.documents.get(chooseLanguage(petition.campaign, context.req.query('lang')));
  return document === undefined ? notFound(NO_PETITION) : send(document, context.req.header('if-none-match'), DOCUMENT_CACHE);
};

/** `GET SRC/tally.json`: the count, from memory. */
export const tallyDocument = ({published}: Context): Handler => (context) => {
  const tally = published.tally(context.req.param('id') ?? '');
  return tally === undefined ? notFound(NO_PETITION) : send(tally, context.req.header('if-none-match'), LIVE_CACHE);
};
