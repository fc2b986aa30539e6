import {LINK_CHANNELS, linkTo, withSource} from 'sphere-petition/contract';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {COMMON_HEADERS, DOCUMENT_CACHE} from '../http/headers.js';
import {NO_PETITION, notFound} from '../http/problem.js';
import type {Handler} from '../http/router.js';

/**
 * `GET /go/CHANNEL/SLUG?lang=`: on to the page of a share service, with the petition's words and address. For frames that may lead to no other host than
 * this one. Where it leads is the petition's to say and nobody else's.
 */
export const go = ({published, origin}: Context): Handler => ({req}) => {
  const channel = LINK_CHANNELS.find((name) => name === req.param('channel'));
  if (channel === undefined) return notFound('There is no such way to share.');
  const found = published.get(req.param('id') ?? '');
  const petition = found?.documents.get(chooseLanguage(found.campaign, req.query('lang')))?.petition;
  if (petition === undefined) return notFound(NO_PETITION);
  const {id, title, share: {text = title, url = `${origin(req.raw)}/petitions/${id}`} = {}} = petition;
  const location = linkTo(channel, {title, text, address: (way) => withSource(url, way)});
  return new Response(null, {status: 302, headers: {...COMMON_HEADERS, location, 'cache-control': DOCUMENT_CACHE}});
};
