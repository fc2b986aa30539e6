import assert from 'node:assert/strict';
import {test} from 'node:test';
import ICAL from 'ical.js';
import {PetitionEvent} from 'sphere-petition/contract';
import {importCampaign} from '../src/index.js';
import {campaign, eventful, NOON, refused, trial, type Trial, until} from './support.js';

/** A calendar as another program reads it. */
const calendar = async (address: string): Promise<{events: ICAL.Event[]; text: string; response: Response}> => {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8');
  const text = await response.text();
  return {text, response, events: ICAL.Component.fromString(text).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))};
};
const idsOf = (events: readonly ICAL.Event[]): string[] => events.map(({uid}) => uid.split('@')[0] ?? '');
const feed = async ({src}: Trial, query = ''): Promise<string[]> => idsOf((await calendar(`${src}/events.ics${query}`)).events);

test('one event is a calendar file: what, when, where, with what is said of it at length', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const {events: [london], response} = await calendar(`${here.src}/events/london.ics`);
  assert.ok(london);
  assert.deepEqual([london.summary, london.location, london.startDate.toICALString(), london.endDate.toICALString()], ['Before the embassy', 'The embassy, London, United Kingdom', '20300316T120000Z', '20300316T140000Z']);
  assert.equal(london.description, `Bring a candle.\n\n${here.src}`);
  assert.equal(london.uid, `london@${new URL(here.src).host}/petitions/trial`);
  assert.equal(response.headers.get('cache-control'), (await fetch(`${here.src}/events.json`)).headers.get('cache-control'));
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
});

test('an event says which page leads to its calendar file, under the address that this server has from outside', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON, publicUrl: 'https://petition.example'});
  const {calendar: address} = PetitionEvent.parse(await (await fetch(`${here.src}/events/sao-paulo.json`)).json());
  assert.equal(address, 'https://petition.example/petitions/trial/events/sao-paulo.html');
  const page = await fetch(`${here.src}/events/sao-paulo.html`);
  assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self';/);
  assert.match(await page.text(), /<html lang="pt">[^]*url=sao-paulo\.ics"[^]*<h1 dir="auto">Na avenida<\/h1>[^]*A safe &lt;script&gt;/);
  const {events: [event]} = await calendar(`${here.src}/events/sao-paulo.ics`);
  assert.equal(event?.uid, 'sao-paulo@petition.example/petitions/trial');
});

test('the feed has them all, over or not, called off or not, and is named in the language that is asked for', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const {events, text} = await calendar(`${here.src}/events.ics?lang=pt-BR`);
  assert.deepEqual(idsOf(events), ['first', 'march', 'vigil', 'london', 'sao-paulo', 'call', 'hall']);
  const statuses = new Map(events.map((event) => [idsOf([event])[0], event.component.getFirstPropertyValue('status')]));
  assert.deepEqual([statuses.get('hall'), statuses.get('call')], ['CANCELLED', 'CONFIRMED']);
  assert.match(text, /\r\nX-WR-CALNAME:Uma saída segura\r\n/);
  assert.match(text, /\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n/);
  assert.equal(events.find(({uid}) => uid.startsWith('sao-paulo@'))?.location, 'São Paulo, Brasil');
});

test('a query narrows the feed as it narrows the list; pages it has none', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  assert.deepEqual(await feed(here, '?country=GB'), ['vigil', 'london']);
  assert.deepEqual(await feed(here, '?attendance=online'), ['call', 'hall']);
  assert.deepEqual(await feed(here, '?from=2030-03-10T00:00:00Z&to=2030-04-03T00:00:00Z'), ['london', 'sao-paulo', 'call']);
  assert.equal((await feed(here, '?limit=1&past=true&cursor=x')).length, 7);
  await refused(await fetch(`${here.src}/events.ics?country=France`), 400, 'invalid');
});

test('who has the newest is told so, and who has not gets what changed', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const first = await calendar(`${here.src}/events.ics`);
  const etag = first.response.headers.get('etag') ?? '';
  const again = () => fetch(`${here.src}/events.ics`, {headers: {'if-none-match': etag}});
  assert.equal((await again()).status, 304);
  await importCampaign(here.data, eventful({events: [{id: 'new', title: 'New', startsAt: '2030-06-01T10:00:00Z', timeZone: 'Europe/London', attendance: 'online'}]}));
  await until(async () => (await again()).status === 200);
  assert.deepEqual(await feed(here), ['new']);
});

test('what is not there is not found: petition, event, and the calendar of a petition without events', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  for (const path of ['trial/events/nowhere.ics', 'trial/events/london', 'trial/events/.ics', 'trial/events/a/london.ics', 'trial/events/__proto__.ics', 'trial/events/nowhere.html', 'other/events.ics', 'other/events/london.ics']) {
    await refused(await fetch(`${here.server.url}/petitions/${path}`), 404, 'not-found');
  }
  const bare = await trial(context, {document: campaign()});
  await refused(await fetch(`${bare.src}/events.ics`), 404, 'not-found');
});
