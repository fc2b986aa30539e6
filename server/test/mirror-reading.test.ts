import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {EventPage} from 'sphere-petition/contract';
import {eventsAddress} from '../src/mirror/events.js';
import {isPublic, osdiEvent, osdiRows} from '../src/mirror/osdi.js';
import {tallyAddress} from '../src/mirror/tally.js';
import {json, osdiEvent as row, osdiPage, place, platform} from './mirrored.js';

const API = 'https://actionnetwork.org/api/v2';
const at = new URL(`${API}/events`);

test('an address in Action Network’s API is asked without www, which would redirect and lose the key; any other is named', () => {
  const tally = (src: string) => tallyAddress({platform: 'action-network', src}).href;
  const events = (src: string) => eventsAddress({platform: 'action-network', src}).href;
  for (const path of ['petitions/7', 'petitions/7/', 'forms/7']) assert.equal(tally(`https://www.actionnetwork.org/api/v2/${path}`), `${API}/${path}`);
  for (const path of ['events', 'events/', 'event_campaigns/7/events', 'event_campaigns/7/events/']) assert.equal(events(`${API}/${path}`), `${API}/${path}`);
  for (const path of ['petitions', 'petitions/7/signatures', 'events', 'forms/', 'x/api/v2/forms/7']) assert.throws(() => tally(`${API}/${path}`), /"tally\.src" is not in Action Network's API: write https/, path);
  for (const path of ['petitions/7', 'events/7', 'event_campaigns/7', 'event_campaigns//events']) assert.throws(() => events(`${API}/${path}`), /"events\.src" is not in Action Network's API: write https/, path);
  assert.equal(tallyAddress({platform: 'osdi', src: 'https://www.osdi.example/p/7'}).href, 'https://www.osdi.example/p/7');
});

test('what the platform does not show to everyone is not taken over', () => {
  const shown: readonly object[] = [row(1), row(1, {status: 'tentative'}), row(1, {status: 'cancelled'}), {title: 'Says nothing of it'}, row(1, {'visibility': null, 'status': null, 'action_network:hidden': null})];
  const hidden: readonly unknown[] = [row(1, {status: 'rejected'}), row(1, {visibility: 'private'}), row(1, {'action_network:hidden': true}), null, 'event', [row(1)]];
  assert.deepEqual(shown.map(isPublic), shown.map(() => true));
  assert.deepEqual(hidden.map(isPublic), hidden.map(() => false));
});

test('an event of OSDI says what it is, how full, and where', () => {
  const read = (changes: object, source = {}) => osdiEvent(row(1, changes), source);
  const self = (href: string) => ({identifiers: [], _links: {self: {href}}});
  assert.deepEqual([{}, {identifiers: ['ours:7', 9]}, {identifiers: [9, 'ours:7']}, self(`${API}/events/ab12`), self(`${API}/events/ab12/`), {identifiers: undefined}].map((changes) => read(changes)['id']), ['event-1', '7', '7', 'ab12', 'ab12', undefined]);

  const status = (changes: object) => read(changes)['status'];
  assert.equal(status({total_accepted: 9}), 'scheduled');
  assert.equal(status({total_accepted: 10}), 'full');
  assert.equal(status({total_accepted: 10, status: 'cancelled'}), 'cancelled');
  assert.equal(status({capacity: 0, total_accepted: 0}), 'scheduled', 'nobody has said how many fit in');
  assert.equal(status({capacity: null, status: null}), undefined);

  const where = (location: unknown) => read({location})['place'];
  assert.deepEqual(where({venue: 'Hall', address_lines: ['1 High St', ' ', 'Back door', 5]}), {name: 'Hall', address: '1 High St, Back door'});
  assert.equal(where({venue: 'At home', public: false}), undefined);
  assert.equal(where('Leeds'), undefined);

  const bare = read({'description': null, 'end_date': null, 'action_network:sponsor': null, 'browser_url': ''});
  for (const member of ['description', 'endsAt', 'organizer', 'url', 'joinable']) assert.equal(bare[member], member === 'joinable' ? false : undefined, member);
});

test('whose time it is: the event’s own zone before the one of the configuration, and Z only without one', () => {
  const time = (source: object, changes: object = {}) => {
    const {startsAt, timeZone} = osdiEvent(row(1, {start_date: '2199-07-22T17:45:00z', ...changes}), source);
    return [startsAt, timeZone];
  };
  assert.deepEqual(time({}), ['2199-07-22T17:45:00Z', undefined]);
  assert.deepEqual(time({zone: 'Europe/Paris'}), ['2199-07-22T17:45:00+02:00', 'Europe/Paris']);
  assert.deepEqual(time({zone: 'Europe/Paris'}, {timezone_identifier: 'Europe/Lisbon'}), ['2199-07-22T17:45:00+01:00', 'Europe/Lisbon']);
  assert.deepEqual(time({}, {timezone_identifier: 'Europe/Lisbon'}), ['2199-07-22T17:45:00Z', 'Europe/Lisbon']);
  assert.deepEqual(time({}, {start_date: 5}), [new Date(5000).toISOString(), undefined]);
});

test('a list goes on where its answer says, and nowhere where that is no address', () => {
  const following = (next: unknown) => osdiRows({_embedded: {'osdi:events': []}, _links: {next: {href: next}}}, at).following?.href;
  assert.deepEqual([`${API}/events?page=2`, '?page=2', '', undefined, 7, 'https://['].map(following), [`${API}/events?page=2`, `${API}/events?page=2`, at.href, undefined, undefined, undefined]);
});

test('ActionKit’s total may be a number, and come with or without a callback', async (context) => {
  // backend-apis.md §7.2 [V-use]: an object or a number; text or not.
  for (const answer of ['cb({"total": 12, "goal": 20})', ' cb ( {"total": {"actions": 12}} ) ;\n', '{"total": {"actions": "12", "dollars": "7.50"}}']) {
    const {url} = await platform(context, (_, __, response) => response.end(answer));
    const {run, published} = place(context, {tally: {platform: 'actionkit', src: `${url}/progress/?page=x`}});
    await run();
    assert.equal((published('tally.json') as {count: unknown}).count, 12, answer);
  }
  for (const answer of ['cb({"total": {"actions": "1,234"}})', 'cb({"total": {}})', 'cb()', 'alert(1);cb({"total": 1})', 'cb({"total": 1}) + 1']) {
    const {url} = await platform(context, (_, __, response) => response.end(answer));
    assert.match((await place(context, {tally: {platform: 'actionkit', src: `${url}/progress/?page=x`}}).run())[0] ?? '', /^tally\.json platform: http[^ ]+\/progress\/ (tells no count: there is no whole number from 0 up at "total\.actions \| total"|answered with (nothing|text that is broken) instead of JSON)\. Check "tally\.src"; if/, answer);
  }
});

test('count and events of any JSON are asked for where the settings say', async (context) => {
  const {url} = await platform(context, ({pathname}, request, response) => {
    if (pathname === '/api/count' && request.method === 'POST' && request.headers['content-type'] === 'application/json') request.on('data', (body: Buffer) => json(response, {n: (JSON.parse(String(body)) as {weigh: number}).weigh}));
    else if (pathname === '/api/list') json(response, [{id: 'b', title: 'Later', at: '2199-05-01T18:00:00Z'}, {id: 'a', title: 'Sooner', at: '2199-04-01T18:00:00Z'}, {id: 'b', title: 'Later, told twice', at: '2199-05-01T18:00:00Z'}]);
    else json(response, {}, 404);
  });
  const {run, published} = place(context, {
    tally: {platform: 'json', src: `${url}/api/`, settings: {'tally': 'count', 'tally-body': '{"weigh": 7}', 'count': 'n'}},
    events: {platform: 'json', src: `${url}/api/`, settings: {events: 'list', event: 'id = id; title = title; startsAt = at'}},
  });
  assert.deepEqual(await run(), ['tally.json: 7, as of 2026-11-26T09:00:00.000Z', 'events.json: 2 events']);
  assert.deepEqual((published('events.json') as EventPage).events.map(({id, title}) => `${id} ${title}`), ['a Sooner', 'b Later, told twice']);
});

test('a time without a zone, and a date that is none, are named with what to set', async (context) => {
  const {url} = await platform(context, ({pathname}, _, response) => json(response, pathname === '/events' ? [{id: 'a', title: 'A', at: '2199-05-01 18:00'}] : {n: 5, at: 'yesterday'}));
  const settings = {event: 'id = id; title = title; startsAt = at'};
  const run = (source: object) => place(context, source).run();
  assert.deepEqual(await run({events: {platform: 'json', src: `${url}/events`, settings}}), ['events.json platform: None of 1 events could be read; the first wrong member is "events.0.startsAt" (not in the form expected). A time without a zone needs "zone".']);
  assert.deepEqual(await run({events: {platform: 'json', src: `${url}/events`, settings: {...settings, zone: 'Europe/Paris'}}}), ['events.json: 1 event']);
  assert.deepEqual(await run({events: {platform: 'json', src: `${url}/events`, settings: {event: 'id = id; title = title; startsAt = when'}}}), ['events.json platform: None of 1 events could be read; the first wrong member is "events.0.startsAt" (missing).']);
  assert.deepEqual(await run({tally: {platform: 'json', src: url, settings: {'count': 'n', 'as-of': 'at'}}}), [`tally.json platform: ${url}/ gave a tally whose "asOf" cannot be used (expected a date and time with its offset). Correct "tally.settings".`]);
  assert.deepEqual(await run({tally: {platform: 'json', src: url, settings: {'count': 'n', 'as-of': 'when'}}}), [`tally.json platform: ${url}/ gave a tally whose "asOf" cannot be used (expected a date and time with its offset). Correct "tally.settings".`]);
});

test('a list without events is published as such', async (context) => {
  const {url} = await platform(context, (_, __, response) => json(response, osdiPage([])));
  const {run, published} = place(context, {events: {platform: 'osdi', src: url}});
  assert.deepEqual(await run(), ['events.json: 0 events']);
  assert.deepEqual(published('events.json'), {asOf: '2026-11-26T09:00:00.000Z', events: []});
});

test('an answer is asked for as JSON, says who asks, and is read whole, wherever its parts begin', async (context) => {
  const text = Buffer.from('[{"id": "a", "title": "Vigília", "at": "2199-04-01T18:00:00Z"}]');
  const middle = text.indexOf(0xc3) + 1;
  const asked = context.mock.method(globalThis, 'fetch', async (_: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    assert.equal(headers.get('Accept'), 'application/json');
    assert.match(headers.get('User-Agent') ?? '', /^sphere-petition-server\/\d/);
    return new Response(new ReadableStream({start: (stream) => {
      for (const part of [text.subarray(0, middle), text.subarray(middle)]) stream.enqueue(new Uint8Array(part));
      stream.close();
    }}));
  });
  const {run, published} = place(context, {events: {platform: 'json', src: 'https://crm.example/e', settings: {event: 'id = id; title = title; startsAt = at'}}});
  assert.deepEqual(await run(), ['events.json: 1 event']);
  assert.equal(asked.mock.callCount(), 1);
  assert.equal((published('events.json') as EventPage).events[0]?.title, 'Vigília');
});

test('a list that goes on for ever is left', async (context) => {
  const {url, heard} = await platform(context, ({searchParams}, _, response) => json(response, osdiPage([row(1)], `?page=${Number(searchParams.get('page')) + 1}`)));
  assert.match((await place(context, {events: {platform: 'osdi', src: url}}).run())[0] ?? '', /The list at http:[^ ]+\/ has more than 1000 parts\. Check "events\.src"/);
  assert.equal(heard.length, 1000);
});
