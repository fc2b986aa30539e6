import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {BackendError, type BackendAdapter} from 'sphere-petition/contract';
import {read, root} from './elements.js';

/** What a document in the guides connects, as a page would open it. */
interface Connection {
  readonly adapter: string;
  readonly src: string;
  readonly settings?: Record<string, string | number | boolean>;
}

const snippets = readdirSync(join(root, 'docs/adapters')).flatMap((name) => [...read(`docs/adapters/${name}`).matchAll(/^```json\n([^]*?)^```/gm)].map(([, code = '']) => ({name, document: JSON.parse(code) as {id: string; consents?: readonly {id: string}[]; connect?: Record<string, Connection>}})));

/** The guide's own adapter is that of the example; all others are the package's. */
const moduleOf = (adapter: string): string => (adapter === 'our-crm' ? '../../examples/adapter/src/our-crm.js' : `sphere-petition/adapters/${adapter}`);

const open = async ({adapter, src, settings = {}}: Connection): Promise<BackendAdapter> => {
  const {create} = await import(moduleOf(adapter)) as {create: (src: URL, settings: object) => BackendAdapter};
  return create(new URL(src), settings);
};

test('every connection in the guides opens, and can do what it is for', async () => {
  const connections = snippets.flatMap(({name, document}) => Object.entries(document.connect ?? {}).map(([capability, connection]) => ({name, capability, connection})));
  assert.ok(connections.length > 8);
  for (const {name, capability, connection} of connections) {
    const adapter = await open(connection);
    assert.equal(typeof adapter[capability as keyof BackendAdapter], 'function', `${name}: ${connection.adapter} cannot ${capability}`);
  }
});

test('a count of the guides that needs no document is read as its snippet says', async () => {
  const guide = read('docs/adapters/json.md');
  const [, src = '', count = ''] = /<sphere-counter adapter="json" src="([^"]+)" setting-count="([^"]+)"/.exec(guide) ?? [];
  const engaging = /`"count": "([^"]+)"`, `"src":\s*"([^"]+)"`/.exec(guide) ?? [];
  // backend-apis.md §10 [V-src], §9.2 [V-doc].
  const answers = new Map([
    [src, {signature_count: 12_345}],
    [engaging[2], {rows: [{columns: [{name: 'clientId', value: '1'}, {name: 'participations', value: '456', type: 'xs:int'}]}]}],
  ]);
  globalThis.fetch = (address) => Promise.resolve(Response.json(answers.get(String(address instanceof Request ? address.url : address))));
  assert.equal((await (await open({adapter: 'json', src, settings: {count}})).getTally?.())?.count, 12_345);
  assert.equal((await (await open({adapter: 'json', src: engaging[2] ?? '', settings: {count: engaging[1] ?? ''}})).getTally?.())?.count, 456);
});

test('a consent that a setting names is one of the document’s', () => {
  const named = snippets.flatMap(({name, document: {consents = [], connect = {}}}) => Object.values(connect).flatMap(({settings}) => (settings?.['newsletter'] === undefined ? [] : [{name, newsletter: settings['newsletter'], consents}])));
  assert.ok(named.length >= 1);
  for (const {name, newsletter, consents} of named) assert.ok(consents.some(({id}) => id === newsletter), `${name} names the consent "${newsletter}", which its document does not ask for`);
});

/** Opens what a document of the guides connects, with the network answering in a platform's way. */
const preset = async (id: string, capability: string, answers: readonly object[], status = 200): Promise<BackendAdapter> => {
  const connection = snippets.find(({document}) => document.id === id)?.document.connect?.[capability];
  assert.ok(connection, `the guides have no "${id}" with ${capability}`);
  const queue = [...answers];
  globalThis.fetch = () => Promise.resolve(Response.json(queue.shift() ?? {}, {status}));
  return open(connection);
};

test('Mobilize', async () => {
  // backend-apis.md §8 [V-doc]: two pages by `next`, several timeslots, a virtual event without a location.
  const event = {
    id: 1, title: 'Rally &amp; march', description: '<p>Come</p>', timezone: 'America/New_York', browser_url: 'https://www.mobilize.us/org/event/1/', is_virtual: false, sponsor: {name: 'Org'},
    timeslots: [{id: 11, start_date: 7_232_004_000, end_date: 7_232_007_600, is_full: false}, {id: 12, start_date: 7_232_090_400, end_date: 7_232_094_000, is_full: true}],
    location: {venue: 'This event\'s address is private. Sign up for more details', address_lines: ['x', ''], locality: 'Albany', region: 'NY', country: 'US', postal_code: '12207', location: {latitude: 42.65, longitude: -73.75}},
  };
  const adapter = await preset('mobilize', 'listEvents', [
    {data: [event], next: 'https://api.mobilize.us/v1/organizations/5/events?cursor=2', previous: null},
    {data: [{...event, id: 2, is_virtual: true, location: null, timeslots: [{id: 21, start_date: 7_232_004_000, end_date: 7_232_007_600, is_full: false}]}], next: null, previous: null},
  ]);
  const events = (await adapter.listEvents?.({}))?.events ?? [];
  assert.deepEqual(events.map(({id, attendance, status}) => [id, attendance, status]), [['1-11', 'in-person', 'scheduled'], ['2-21', 'online', 'scheduled'], ['1-12', 'in-person', 'full']]);
  assert.equal(events[0]?.title, 'Rally & march');
  assert.equal(events[0].place?.country, 'US');
  assert.equal(events[1]?.place, undefined);
  assert.deepEqual([events[0].url, events[0].joinable, events[0].timeZone, events[0].organizer?.name], ['https://www.mobilize.us/org/event/1/', true, 'America/New_York', 'Org']);
  // §8: an error has an envelope, and its own status.
  const refused = await preset('mobilize', 'listEvents', [{data: null, error: {organization_id: {0: ['A valid integer is required.']}}}], 400);
  await assert.rejects(async () => refused.listEvents?.({}), /status 400 \(invalid\)/);
  const busy = await preset('mobilize', 'listEvents', [{}], 429);
  await assert.rejects(async () => busy.listEvents?.({}), (thrown) => BackendError.is(thrown) && thrown.code === 'rate-limited' && thrown.retryable);
});

test('The Events Calendar', async () => {
  // backend-apis.md §15 [V-use]: `venue` is [] and `image` false where there is none; titles are encoded.
  const event = {id: 5, title: 'Bread &#038; Roses', excerpt: '', description: '<p>Come</p>', url: 'https://ngo.example/event/5', image: false, start_date: '2199-03-01 18:00:00', end_date: '2199-03-01 20:00:00', timezone: 'Europe/Brussels', venue: [], organizer: []};
  const utc = {utc_start_date: '2199-03-01 17:00:00', utc_end_date: '2199-03-01 19:00:00'};
  const adapter = await preset('the-events-calendar', 'listEvents', [
    {events: [event, {...event, ...utc, id: 6, venue: {venue: 'Hall &amp; more', city: 'Brussels', country: 'Belgium', geo_lat: '50.8', geo_lng: '4.3'}, organizer: [{organizer: 'Ada'}]}], next_rest_url: 'https://ngo.example/wp-json/tribe/events/v1/events?page=2', total: 3, total_pages: 2},
    {events: [{...event, ...utc, id: 7, timezone: 'UTC+1'}], total: 3, total_pages: 2},
  ]);
  const events = (await adapter.listEvents?.({}))?.events ?? [];
  assert.equal(events[0]?.title, 'Bread & Roses');
  assert.deepEqual(events.map(({startsAt, endsAt}) => [startsAt, endsAt]), [['2199-03-01T18:00:00+01:00', '2199-03-01T20:00:00+01:00'], ['2199-03-01T17:00:00Z', '2199-03-01T19:00:00Z'], ['2199-03-01T17:00:00Z', '2199-03-01T19:00:00Z']]);
  assert.equal(events[0].place, undefined);
  assert.deepEqual(events[1]?.place, {name: 'Hall & more', locality: 'Brussels', country: 'BE', latitude: 50.8, longitude: 4.3});
  assert.equal(events[1].organizer?.name, 'Ada');
  assert.equal(events[1].url, 'https://ngo.example/event/5');
  // §20: REST shut off [UNVERIFIED code].
  const shut = await preset('the-events-calendar', 'listEvents', [{code: 'rest_no_route'}], 404);
  await assert.rejects(async () => shut.listEvents?.({}), /status 404 \(not-found\)/);
});

test('ControlShift', async () => {
  // backend-apis.md §11 [V-doc].
  const adapter = await preset('controlshift', 'listEvents', [{meta: {count: 1}, data: [{type: 'Event', id: 9, title: 'Picnic', description: 'Come', start_at: '2199-06-01T12:00:00Z'}]}]);
  const events = (await adapter.listEvents?.({}))?.events ?? [];
  assert.deepEqual(events.map(({id, url, joinable}) => [id, url, joinable]), [['9', 'https://campaigns.example/events/9', true]]);
});

test('UK Parliament', async () => {
  // backend-apis.md §10 [V-src].
  const adapter = await preset('parliament', 'getTally', [{signature_count: 12_345, response_threshold_reached_at: null, debated: false}]);
  assert.equal((await adapter.getTally?.())?.count, 12_345);
  assert.equal(adapter.links?.sign, 'https://petition.parliament.uk/petitions/700000');
  // §10: unknown, and taken down.
  for (const status of [404, 410]) {
    const gone = await preset('parliament', 'getTally', [{error: 'x'}], status);
    await assert.rejects(async () => gone.getTally?.(), (thrown) => BackendError.is(thrown) && thrown.code === 'not-found');
  }
});

test('Decidim', async () => {
  // backend-apis.md §12 [V-src]: votes may be null; a GraphQL error has no data.
  assert.equal((await (await preset('decidim', 'getTally', [{data: {initiative: {onlineVotes: 345, offlineVotes: null}}}])).getTally?.())?.count, 345);
  const adapter = await preset('decidim', 'getTally', [{errors: [{message: 'x'}]}]);
  await assert.rejects(async () => adapter.getTally?.(), /onlineVotes/);
});
