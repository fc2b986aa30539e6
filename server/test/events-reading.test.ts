import assert from 'node:assert/strict';
import {test} from 'node:test';
import {byStart, EventPage, isWanted, PetitionEvent, type EventQuery} from 'sphere-petition/contract';
import {EventList} from '../src/events/event-list.js';
import {importCampaign} from '../src/index.js';
import {campaign, eventful, NOON, refused, trial, type Trial, until} from './support.js';

const page = async ({src}: Trial, query = ''): Promise<EventPage> => {
  const response = await fetch(`${src}/events.json${query}`);
  assert.equal(response.status, 200, query);
  return EventPage.parse(await response.json());
};

const ids = async (here: Trial, query?: string): Promise<string[]> => (await page(here, query)).events.map(({id}) => id);

test('events come soonest first, past ones latest first, and what is under way is not past', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  assert.deepEqual(await ids(here), ['vigil', 'london', 'sao-paulo', 'call', 'hall']);
  assert.deepEqual(await ids(here, '?past=true'), ['march', 'first']);
  assert.deepEqual(await ids(here, '?past=false'), await ids(here));
});

test('a query narrows, and the countries are counted as if it named none', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const cases: Readonly<Record<string, readonly string[]>> = {
    '?country=GB': ['vigil', 'london'],
    '?country=XK': [],
    '?attendance=online': ['call', 'hall'],
    '?attendance=in-person': ['vigil', 'london', 'sao-paulo', 'hall'],
    '?language=pt': ['vigil', 'sao-paulo', 'call', 'hall'],
    '?to=2030-03-16T12:00:00Z': ['vigil'],
    '?from=2030-04-01T00:00:00%2B02:00': ['call', 'hall'],
    '?from=2030-02-01T00:00:00Z&to=2030-03-16T12:00:00Z': ['march', 'vigil'],
    '?past=true&from=2030-01-15T00:00:00Z': ['march'],
    '?country=GB&attendance=in-person&utm_source=x&page=7': ['vigil', 'london'],
  };
  for (const [query, expected] of Object.entries(cases)) assert.deepEqual(await ids(here, query), expected, query);
  const {total, countries} = await page(here, '?country=GB');
  assert.equal(total, 2);
  assert.deepEqual(countries, {GB: 2, BR: 1, FR: 1});
  assert.deepEqual((await page(here, '?past=true&country=GB')).countries, {FR: 2});
});

test('the list is compact, and an event by its id is whole', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const {events} = await (await fetch(`${here.src}/events.json`)).json() as {events: object[]};
  assert.ok(events.every((event) => !('description' in event)));
  const london = PetitionEvent.parse(await (await fetch(`${here.src}/events/london.json`)).json());
  assert.deepEqual(london.description, [{type: 'paragraph', text: 'Bring a candle.'}]);
  assert.equal(london.timeZone, 'Europe/London');
  for (const path of ['events/nowhere.json', 'events/london', 'events/.json', 'events/a/london.json', 'events/__proto__.json']) await refused(await fetch(`${here.src}/${path}`), 404, 'not-found');
});

test('a cancelled event takes no RSVPs, whatever its document says', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const {events} = await page(here);
  assert.deepEqual(events.filter(({joinable}) => joinable).map(({id}) => id), ['london', 'call']);
});

test('what time changes is seen without an import', async (context) => {
  let now = NOON;
  const here = await trial(context, {document: eventful(), now: () => now});
  assert.equal((await ids(here))[0], 'vigil');
  now = Date.parse('2030-03-01T13:00:00Z');
  assert.equal((await ids(here))[0], 'vigil', 'until it ends');
  now += 1;
  assert.equal((await ids(here))[0], 'london');
  assert.equal((await ids(here, '?past=true'))[0], 'vigil');
  now = NOON;
  assert.equal((await ids(here))[0], 'vigil', 'also where the clock is set back');
});

test('pages follow one another by a cursor that stays good while events come and go', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const first = await page(here, '?limit=2');
  assert.deepEqual(first.events.map(({id}) => id), ['vigil', 'london']);
  assert.equal(first.total, 5);
  const next = `?limit=2&cursor=${first.cursor ?? ''}`;
  const second = await page(here, next);
  assert.deepEqual(second.events.map(({id}) => id), ['sao-paulo', 'call'], 'one that starts with the last of the page before is not lost');
  assert.deepEqual((await ids(here, `?limit=2&cursor=${second.cursor ?? ''}`)), ['hall']);
  assert.equal((await page(here, `?limit=2&cursor=${second.cursor ?? ''}`)).cursor, undefined, 'the last page');
  assert.deepEqual(await ids(here, `?past=true&limit=1&cursor=${(await page(here, '?past=true&limit=1')).cursor ?? ''}`), ['first']);

  // One event comes before the cursor, one after it, and the one that it names goes.
  const {events} = eventful() as {events: {id: string}[]};
  const early = {id: 'early', title: 'Early', startsAt: '2030-03-10T12:00:00Z', timeZone: 'Europe/Paris', attendance: 'online'};
  const late = {...early, id: 'late', startsAt: '2030-03-20T12:00:00Z'};
  await importCampaign(here.data, eventful({events: [late, ...events.filter(({id}) => id !== 'london'), early]}));
  await until(async () => (await ids(here)).includes('late'));
  assert.deepEqual(await ids(here, next), ['sao-paulo', 'late']);
});

test('a page has twenty events unless it is asked for others, from one to a hundred', async (context) => {
  const events = Array.from({length: 130}, (_, index) => ({id: `e${index}`, title: 'E', startsAt: new Date(NOON + index * 60_000).toISOString(), timeZone: 'Europe/Paris', attendance: 'online'}));
  const here = await trial(context, {document: eventful({events}), now: () => NOON});
  const lengths = await Promise.all(['', '?limit=7', '?limit=0', '?limit=-3', '?limit=100', '?limit=101', '?limit=999999999'].map(async (query) => (await ids(here, query)).length));
  assert.deepEqual(lengths, [20, 7, 1, 1, 100, 100, 100]);
});

test('a bad query is named, and its value is not quoted', async (context) => {
  const here = await trial(context, {document: eventful(), now: () => NOON});
  const cases: Readonly<Record<string, string>> = {
    'past=maybe': 'past', 'country=France': 'country', 'country=': 'country', 'attendance=hybrid': 'attendance', 'language=fr_FR': 'language', 'language=': 'language', 'from=tomorrow': 'from',
    'from=2030-03-16': 'from', 'from=2030-03-16T12:00:00+01:00': 'from', 'to=2030-02-30T12:00:00Z': 'to', 'limit=many': 'limit', 'limit=1.5': 'limit', 'limit=1e3': 'limit',
    'cursor=Kanarienvogel': 'cursor', 'cursor=WzEsMl0': 'cursor', 'cursor=W10': 'cursor', 'cursor=WzFlOTksImEiXQ': 'cursor', 'cursor=': 'cursor', [`cursor=${'a'.repeat(501)}`]: 'cursor',
  };
  for (const [query, path] of Object.entries(cases)) {
    const problem = await refused(await fetch(`${here.src}/events.json?${query}`), 400, 'invalid');
    assert.deepEqual(problem.issues?.map((issue) => issue.path), [path], query);
    assert.ok(!/Kanarienvogel|France|hybrid|tomorrow/.test(JSON.stringify(problem)), query);
  }
});

test('events may be kept for half a minute, and are not sent again to who has them', async (context) => {
  let now = NOON;
  const here = await trial(context, {document: eventful(), now: () => now});
  for (const name of ['events.json', 'events.json?past=true&limit=1', 'events/london.json']) {
    const first = await fetch(`${here.src}/${name}`);
    assert.equal(first.headers.get('content-type'), 'application/json');
    assert.equal(first.headers.get('access-control-allow-origin'), '*');
    assert.equal(first.headers.get('cache-control'), 'public, max-age=30, s-maxage=30, stale-while-revalidate=30, stale-if-error=86400');
    const again = await fetch(`${here.src}/${name}`, {headers: {'if-none-match': first.headers.get('etag') ?? ''}});
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  }
  const etag = async () => (await fetch(`${here.src}/events.json`)).headers.get('etag');
  const before = await etag();
  now += 60_000;
  assert.equal(await etag(), before, 'time alone changes nothing');
  now += 3_600_000;
  assert.notEqual(await etag(), before, 'an end does');
});

test('a petition offers what it says: events where it has some or takes proposals, RSVPs and proposals where it asks something', async (context) => {
  const {events, rsvp, proposal} = eventful();
  const none = ['getPetition', 'getTally', 'sign'];
  const reads = ['listEvents', 'getEvent'];
  const cases: readonly (readonly [object, readonly string[]])[] = [
    [{}, none],
    [{rsvp}, [...none, 'joinEvent']],
    [{proposal}, [...none, ...reads, 'proposeEvent']],
    [{events, rsvp}, [...none, ...reads, 'joinEvent']],
    [{events, rsvp, proposal, connect: {joinEvent: {adapter: 'mobilizon', src: 'https://events.example.org/x'}}}, [...none, ...reads, 'proposeEvent']],
  ];
  for (const [members, expected] of cases) {
    // Each without words for what it does not ask.
    const {texts} = eventful() as {texts: Record<string, object>};
    const kept = Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, Object.fromEntries(Object.entries(words).filter(([name]) => !['rsvp', 'proposal'].includes(name) || name in members))]));
    const here = await trial(context, {document: campaign({...members, texts: kept}), now: () => NOON});
    const {offers} = await (await fetch(`${here.src}/petition.json`)).json() as {offers: string[]};
    assert.deepEqual(offers, expected);
    assert.equal((await fetch(`${here.src}/events.json`)).status, expected.includes('listEvents') ? 200 : 404);
  }
});

/** A generator whose numbers are the same each time. */
const numbers = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

test('of five thousand events every page of every query is what the contract\'s rule says', () => {
  const random = numbers(7);
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const events = Array.from({length: 5000}, (_, index): PetitionEvent => {
    const start = NOON + Math.floor((random() - 0.5) * 2000) * 3_600_000;
    const ends = random() < 0.5 ? {endsAt: new Date(start + Math.floor(random() * 72 - 12) * 3_600_000).toISOString()} : {};
    return {
      id: `e${index}`, title: 'E', description: [], startsAt: new Date(start).toISOString(), ...ends, status: 'scheduled', attendance: pick('in-person', 'online', 'both'), joinable: false,
      place: {country: pick('FR', 'DE', 'BR')}, ...(random() < 0.5 && {language: pick('fr', 'en')}),
    };
  });
  const list = new EventList(events);
  const moment = () => new Date(NOON + Math.floor((random() - 0.5) * 2000) * 3_600_000).toISOString();
  for (let round = 0; round < 40; round += 1) {
    const now = NOON + Math.floor((random() - 0.5) * 100) * 1_800_000;
    const query: EventQuery = {
      past: random() < 0.5,
      ...(random() < 0.5 && {country: pick('FR', 'DE', 'XK')}),
      ...(random() < 0.3 && {attendance: pick('in-person', 'online')}),
      ...(random() < 0.3 && {language: pick('fr', 'en')}),
      ...(random() < 0.3 && {from: moment()}),
      ...(random() < 0.3 && {to: moment()}),
    };
    const expected = events.filter((event) => isWanted(event, query, now)).sort(byStart(query)).map(({id}) => id);
    const found: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const next: ReturnType<EventList['page']> = list.page({...query, limit: 100, ...(cursor !== '' && {cursor})}, now);
      assert.ok(next);
      assert.equal(next.total, expected.length);
      found.push(...next.events.map(({id}) => id));
      cursor = next.cursor;
    }
    assert.deepEqual(found, expected, JSON.stringify(query));
  }
});
