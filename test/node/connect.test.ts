import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import type {BackendAdapter} from 'sphere-petition/contract';
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

test('a consent that a setting names is one of the document’s', () => {
  const named = snippets.flatMap(({name, document: {consents = [], connect = {}}}) => Object.values(connect).flatMap(({settings}) => (settings?.['newsletter'] === undefined ? [] : [{name, newsletter: settings['newsletter'], consents}])));
  assert.ok(named.length >= 1);
  for (const {name, newsletter, consents} of named) assert.ok(consents.some(({id}) => id === newsletter), `${name} names the consent "${newsletter}", which its document does not ask for`);
});

/** Opens what a document of the guides connects, with the network answering in a platform's way. */
const preset = async (id: string, capability: string, answers: readonly object[]): Promise<BackendAdapter> => {
  const connection = snippets.find(({document}) => document.id === id)?.document.connect?.[capability];
  assert.ok(connection, `the guides have no "${id}" with ${capability}`);
  const queue = [...answers];
  globalThis.fetch = () => Promise.resolve(Response.json(queue.shift() ?? {}));
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
});

test('The Events Calendar', async () => {
  // backend-apis.md §15 [V-use]: `venue` is [] and `image` false where there is none; titles are encoded.
  const event = {id: 5, title: 'Bread &#038; Roses', excerpt: '', description: '<p>Come</p>', url: 'https://ngo.example/event/5', image: false, start_date: '2199-03-01 18:00:00', end_date: '2199-03-01 20:00:00', timezone: 'Europe/Brussels', venue: [], organizer: []};
  const adapter = await preset('the-events-calendar', 'listEvents', [{events: [event, {...event, id: 6, venue: {venue: 'Hall', city: 'Brussels', country: 'Belgium'}}], total: 2, total_pages: 1}]);
  const events = (await adapter.listEvents?.({}))?.events ?? [];
  assert.equal(events[0]?.title, 'Bread & Roses');
  assert.equal(events[0].startsAt, '2199-03-01T18:00:00+01:00');
  assert.equal(events[0].place, undefined);
  assert.deepEqual(events[1]?.place, {name: 'Hall', locality: 'Brussels', country: 'BE'});
});

test('ControlShift', async () => {
  // backend-apis.md §11 [V-doc].
  const adapter = await preset('controlshift', 'listEvents', [{meta: {count: 1}, data: [{type: 'Event', id: 9, title: 'Picnic', description: 'Come', start_at: '2199-06-01T12:00:00Z'}]}]);
  const events = (await adapter.listEvents?.({}))?.events ?? [];
  assert.deepEqual(events.map(({id, url}) => [id, url]), [['9', 'https://campaigns.example/events/9']]);
});

test('UK Parliament', async () => {
  // backend-apis.md §10 [V-src].
  const adapter = await preset('parliament', 'getTally', [{signature_count: 12_345, response_threshold_reached_at: null, debated: false}]);
  assert.equal((await adapter.getTally?.())?.count, 12_345);
});

test('Decidim', async () => {
  // backend-apis.md §12 [V-src]: votes may be null; a GraphQL error has no data.
  assert.equal((await (await preset('decidim', 'getTally', [{data: {initiative: {onlineVotes: 345, offlineVotes: null}}}])).getTally?.())?.count, 345);
  const adapter = await preset('decidim', 'getTally', [{errors: [{message: 'x'}]}]);
  await assert.rejects(async () => adapter.getTally?.(), /onlineVotes/);
});
