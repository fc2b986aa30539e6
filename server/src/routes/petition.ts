import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {DOCUMENT_CACHE, LIVE_CACHE} from '../http/headers.js';
import {NO_PETITION, notFound} from '../http/problem.js';
import {send} from '../http/representation.js';
import type {Handler} from '../http/router.js';

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
