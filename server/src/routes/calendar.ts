import {calendarOf, type PetitionEvent} from 'sphere-petition/contract';
import {chooseLanguage} from '../campaign/document.js';
import type {Context} from '../context.js';
import {eventQuery} from '../events/event-query.js';
import {EVENTS_CACHE} from '../http/headers.js';
import {NO_PETITION, badQuery, notFound} from '../http/problem.js';
import {representText, send} from '../http/representation.js';
import type {Handler} from '../http/router.js';
import type {PublishedPetition} from '../tally/published.js';

const TYPE = 'text/calendar; charset=utf-8';

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

/** The address of an event's calendar file. */
export const calendarAddress = (origin: string, petition: string, {id}: PetitionEvent): string => `${origin}/petitions/${petition}/events/${id}.ics`;

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
export const calendarFile = ({published, origin}: Context): Handler => ({req}) => {
  const petition = published.get(req.param('id') ?? '');
  const event = petition?.petition.offers?.includes('getEvent') === true ? petition.events.get(req.param('event')?.replace(/\.ics$/, '') ?? '') : undefined;
  if (petition === undefined || event === undefined) return notFound('There is no such event here.');
  const {title: _, ...frame} = frameOf(petition, origin(req.raw), req.query('lang'));
  return send(representText(calendarOf([event], frame)), req.header('if-none-match'), EVENTS_CACHE, TYPE);
};
