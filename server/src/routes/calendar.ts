import {html} from 'hono/html';
import {calendarOf, type PetitionEvent} from 'sphere-petition/contract';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {eventQuery} from '../events/event-query.js';
import {COMMON_HEADERS, EVENTS_CACHE} from '../http/headers.js';
import {NO_PETITION, badQuery, notFound} from '../http/problem.js';
import {representText, send} from '../http/representation.js';
import type {Handler} from '../http/router.js';
import type {PublishedPetition} from '../tally/published.js';

const TYPE = 'text/calendar; charset=utf-8';
const POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
const NO_EVENT = 'There is no such event here.';

/** The language that a calendar's few own words are in: the petition's, for which a page can ask. */
const frameOf = ({campaign, events, documents}: PublishedPetition, origin: string, wanted: string | undefined) => {
  const language = chooseLanguage(campaign, wanted);
  const regions = new Intl.DisplayNames([language], {type: 'region'});
  return {
    petition: {id: campaign.id, address: `${origin}/petitions/${campaign.id}`},
    revised: events.publishedAt,
    countryName: (code: string) => regions.of(code) ?? code,
    title: documents.get(language)?.petition.title ?? campaign.id,
  };
};

/** Where an event's calendar file can be had. */
export const calendarAddress = (origin: string, petition: string, {id}: PetitionEvent): string => `${origin}/petitions/${petition}/events/${id}.html`;

/** The event that an address names, short of the address's ending. */
const eventIn = ({published}: Context, ending: string, id = '', name = ''): {readonly petition: PublishedPetition; readonly event: PetitionEvent} | undefined => {
  const petition = published.get(id);
  const event = petition?.petition.offers?.includes('getEvent') === true && name.endsWith(ending) ? petition.events.get(name.slice(0, -ending.length)) : undefined;
  return petition === undefined || event === undefined ? undefined : {petition, event};
};

/**
 * `GET SRC/events.ics?country=&language=&attendance=&from=&to=&lang=`: the events as a calendar to subscribe to. Those that are over stay in it, for
 * a calendar forgets what it no longer finds; those that were called off say so.
 */
export const calendarFeed = ({published, origin}: Context): Handler => ({req}) => {
  const petition = published.get(req.param('id') ?? '');
  if (petition === undefined) return notFound(NO_PETITION);
  if (petition.petition.offers?.includes('listEvents') !== true) return notFound('This petition lists no events here.');
  const asked = eventQuery(req.query());
  if ('issues' in asked) return badQuery(asked.issues);
  const {title, ...frame} = frameOf(petition, origin(req.raw), req.query('lang'));
  return send(representText(calendarOf(petition.events.everyTime(asked.query), {...frame, name: title})), req.header('if-none-match'), EVENTS_CACHE, TYPE);
};

/** `GET SRC/events/ID.ics`: one event, to put into a calendar. */
export const calendarFile = (context: Context): Handler => ({req}) => {
  const found = eventIn(context, '.ics', req.param('id'), req.param('event'));
  if (found === undefined) return notFound(NO_EVENT);
  const {title: _, ...frame} = frameOf(found.petition, context.origin(req.raw), req.query('lang'));
  return send(representText(calendarOf([found.event], frame)), req.header('if-none-match'), EVENTS_CACHE, TYPE);
};

/** `GET SRC/events/ID.html`: leads to that file. A link in a sandbox may open this, and would open a file in vain: what a sandbox asks for is never saved. */
export const calendarPage = (context: Context): Handler => async ({req}) => {
  const found = eventIn(context, '.html', req.param('id'), req.param('event'));
  if (found === undefined) return notFound(NO_EVENT);
  const {event: {id, title, language}, petition: {petition}} = found;
  const page = html`<!doctype html>
<html lang="${language ?? petition.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=${id}.ics">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/petition-page.css">
<title>${title}</title>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
<p><a href="${id}.ics">${id}.ics</a></p>
<p dir="auto" lang="${petition.language}"><a href="../../${petition.id}">${petition.title}</a></p>
</main>
</body>
</html>
`;
  return new Response(String(await page), {headers: {...COMMON_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': EVENTS_CACHE, 'content-security-policy': POLICY}});
};
