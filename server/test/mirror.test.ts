import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {test} from 'node:test';
import {checkEvents, EventPage, Tally} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {json, KEY, osdiEvent, osdiPage, place, platform, UUID} from './mirrored.js';

const key = {variable: 'KEY'};

test('the count of a petition of Action Network is written for the widgets, and the key is shown to it alone', async (context) => {
  // backend-apis.md §3.1, §3.2 [V-doc]: `total_signatures`, with the header OSDI-API-Token; without it 403 [V-use].
  const {url, heard} = await platform(context, (_, request, response) => {
    if (request.headers['osdi-api-token'] === KEY) json(response, {identifiers: [`action_network:${UUID}`], title: 'A safe way out', total_signatures: 12345});
    else json(response, {error: 'API Key invalid or not present'}, 403);
  });
  const source = {platform: 'action-network', src: `${url}/api/v2/petitions/${UUID}`, goal: 20000};
  const {run, published, path} = place(context, {tally: {...source, key}});
  assert.deepEqual(await run(), ['tally.json: 12345, as of 2026-11-26T09:00:00.000Z']);
  assert.deepEqual(published('tally.json'), {count: 12345, goal: 20000, asOf: '2026-11-26T09:00:00.000Z'});
  assert.ok(z.safeParse(Tally, published('tally.json')).success);
  assert.deepEqual(heard.map(({url: asked}) => asked), [`/api/v2/petitions/${UUID}`]);
  assert.deepEqual(readdirSync(path('')), ['tally.json'], 'and nothing beside it');

  const without = place(context, {tally: source});
  assert.deepEqual(await without.run(), [`tally.json platform: ${url}/api/v2/petitions/${UUID} answered with status 403 (forbidden). Name a "tally.key", if the platform wants one.`]);
  assert.deepEqual(readdirSync(without.path('')), []);
});

test('a form says how many submitted it, and ActionKit how many acted', async (context) => {
  const {url, heard} = await platform(context, ({pathname, searchParams}, _, response) => {
    // backend-apis.md §3.2 [V-doc].
    if (pathname.startsWith('/api')) json(response, {total_submissions: 7});
    // backend-apis.md §7.2 [V-use]: JSONP; the numbers are text.
    else response.writeHead(200, {'Content-Type': 'text/javascript'}).end(`${searchParams.get('callback') ?? ''}({"total": {"actions": "4321", "dollars": 0}, "goal": 5000});`);
  });
  const form = place(context, {tally: {platform: 'osdi', src: `${url}/api/v2/forms/${UUID}`, key}});
  await form.run();
  assert.equal((form.published('tally.json') as Tally).count, 7);
  const page = place(context, {tally: {platform: 'actionkit', src: `${url}/progress/?page=stop-it`}});
  assert.deepEqual(await page.run(), ['tally.json: 4321, as of 2026-11-26T09:00:00.000Z']);
  assert.equal(heard[1]?.url, '/progress/?page=stop-it&callback=cb');
});

test('events of all pages become one document, at four requests in a second, without what is not for everyone', async (context) => {
  const hidden = [
    osdiEvent(4, {'action_network:hidden': true}), osdiEvent(5, {visibility: 'private'}), osdiEvent(6, {status: 'awaiting_vetting'}),
  ];
  const {url, heard} = await platform(context, ({searchParams}, _, response) => {
    // backend-apis.md §3.6 [V-doc]: the last page may name a next one, which is empty and names none.
    const page = Number(searchParams.get('page') ?? '1');
    const pages = [[osdiEvent(1), osdiEvent(2, {total_accepted: 10})], [osdiEvent(3, {status: 'cancelled', location: {locality: 'Leeds', venue: 'At home', public: false}}), ...hidden, osdiEvent(1)], []];
    json(response, osdiPage(pages[page - 1] ?? [], page < 3 ? `${url}/api/v2/event_campaigns/c/events?page=${page + 1}` : undefined));
  });
  const {run, published, waits, path} = place(context, {events: {platform: 'action-network', src: `${url}/api/v2/event_campaigns/c/events`, key, joinable: true}});
  assert.deepEqual(await run(), ['events.json: 3 events']);
  assert.deepEqual(waits, [300, 300]);
  assert.deepEqual(heard.map((request) => request.key), [KEY, KEY, KEY]);
  const document = published('events.json') as EventPage & {asOf: string};
  assert.ok(z.safeParse(EventPage, document).success);
  assert.deepEqual(checkEvents(document), {events: document.events, issues: [], omitted: 0}, 'a widget finds nothing wrong');
  assert.equal(document.asOf, '2026-11-26T09:00:00.000Z');
  assert.deepEqual(document.events[0], {
    id: 'event-1', title: 'Vigil 1 & song', description: [{type: 'paragraph', text: 'Bring a light.'}], startsAt: '2199-03-22T17:45:00Z', endsAt: '2199-03-22T19:45:00Z', status: 'scheduled', attendance: 'in-person',
    place: {name: 'Town hall', address: '1 High St', locality: 'Leeds', country: 'GB', latitude: 53.8, longitude: -1.5}, url: 'https://actionnetwork.org/events/vigil-1',
    organizer: {name: 'The group', url: 'https://actionnetwork.org/groups/the-group'}, joinable: true,
  });
  assert.deepEqual(document.events.map(({id, status, place: where}) => [id, status, where?.name]), [['event-1', 'scheduled', 'Town hall'], ['event-2', 'full', 'Town hall'], ['event-3', 'cancelled', undefined]]);
  assert.doesNotMatch(readFileSync(path('events.json'), 'utf8'), /Kanarina|kanarina|At home/);
});

test('with a zone, the platform’s times are those of the clock there', async (context) => {
  const {url} = await platform(context, (_, __, response) => json(response, osdiPage([osdiEvent(1, {start_date: '2199-07-22T17:45:00Z', end_date: null, timezone_identifier: null})])));
  const {run, published} = place(context, {events: {platform: 'osdi', src: `${url}/events`, key, zone: 'Europe/Paris'}});
  await run();
  const [event] = (published('events.json') as EventPage).events;
  assert.deepEqual([event?.startsAt, event?.timeZone, event?.endsAt, event?.joinable], ['2199-07-22T17:45:00+02:00', 'Europe/Paris', undefined, false]);
});

test('any JSON is read by the mapping of the adapter, with a key as its platform wants it', async (context) => {
  // backend-apis.md §11 [V-doc]: a single petition of ControlShift, which lets no other site read it; §19 for the rest.
  const {url, heard} = await platform(context, ({pathname, searchParams}, _, response) => {
    if (pathname === '/petitions/x.json') json(response, {slug: 'x', signature_count: 223, goal: 500, updated_at: '2026-11-26T08:30:00Z'});
    else if (searchParams.get('page') === '2') json(response, {data: [{key: 'b', name: 'Later', when: '2199-05-01 18:00:00'}], next: null});
    else json(response, {data: [{key: 'a', name: 'Sooner', when: '2199-04-01 18:00:00'}, {key: 'c', name: 'Without a time'}], next: '/events?page=2'});
  });
  const {run, published} = place(context, {
    tally: {platform: 'json', src: `${url}/petitions/x.json`, settings: {'count': 'signature_count', 'goal': 'goal', 'as-of': 'updated_at'}, key: {variable: 'KEY', scheme: 'Basic'}},
    events: {platform: 'json', src: `${url}/events`, settings: {'events-list': 'data', 'events-next': 'next', 'event': 'id = key; title = name; startsAt = when', 'zone': 'Europe/Paris'}, key: {variable: 'KEY', header: 'OSDI-API-Token'}},
  });
  assert.deepEqual(await run(), ['tally.json: 223, as of 2026-11-26T08:30:00Z', 'events.json: 2 events; 1 left out; wrong members: 1, first events.1.startsAt (missing)']);
  assert.deepEqual(published('tally.json'), {count: 223, goal: 500, asOf: '2026-11-26T08:30:00Z'});
  assert.deepEqual((published('events.json') as EventPage).events.map(({id, startsAt}) => [id, startsAt]), [['a', '2199-04-01T18:00:00+02:00'], ['b', '2199-05-01T18:00:00+02:00']]);
  assert.deepEqual(heard.map((request) => request.authorization ?? request.key), [`Basic ${Buffer.from(KEY).toString('base64')}`, KEY, KEY]);
});

test('5 000 events, 25 in an answer and all in one', async (context) => {
  const all = Array.from({length: 5000}, (_, number) => osdiEvent(number));
  const {url} = await platform(context, ({pathname, searchParams}, _, response) => {
    if (pathname === '/all') json(response, osdiPage(all));
    else {
      const page = Number(searchParams.get('page') ?? '1');
      json(response, osdiPage(all.slice((page - 1) * 25, page * 25), page < 200 ? `?page=${page + 1}` : undefined));
    }
  });
  const parts = place(context, {events: {platform: 'osdi', src: `${url}/parts`, key}});
  assert.deepEqual(await parts.run(), ['events.json: 5000 events']);
  assert.equal(parts.waits.length, 199);
  const one = place(context, {events: {platform: 'osdi', src: `${url}/all`, key}});
  await one.run();
  assert.deepEqual((one.published('events.json') as EventPage).events, (parts.published('events.json') as EventPage).events);
});
