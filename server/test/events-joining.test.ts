import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sql} from 'kysely';
import {Problem, ProposalReceipt, RsvpReceipt} from 'sphere-petition/contract';
import {openData} from '../src/database/database.js';
import {importCampaign} from '../src/index.js';
import {eventful, NOON, proposal, refused, rsvp, signature, trial, type Trial, until} from './support.js';

const now = () => NOON;

const kept = async (path: string) => {
  const {database, close} = await openData(path, {mustExist: true});
  try {
    return {
      rsvps: await database.selectFrom('rsvp').selectAll().orderBy('sequence').execute(),
      proposals: await database.selectFrom('proposal').selectAll().orderBy('sequence').execute(),
    };
  } finally {
    await close();
  }
};

test('an RSVP is kept, and there after a restart', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  const body = rsvp({fields: {givenName: 'Ada', email: 'ada@example.org', diet: ' '}});
  const response = await here.post('rsvps', body);
  assert.equal(response.status, 201);
  const receipt = await response.text();
  assert.equal(RsvpReceipt.parse(JSON.parse(receipt)).status, 'registered');
  const again = await here.restart();
  assert.equal(await (await again.post('rsvps', body)).text(), receipt, 'a retry');
  const {rsvps: [row, ...others]} = await kept(here.data);
  assert.deepEqual(others, []);
  assert.deepEqual([row?.event, row?.status, JSON.parse(row?.payload ?? '')], ['london', 'registered', {fields: {givenName: 'Ada', email: 'ada@example.org'}, consents: [{id: 'meet', version: '1'}], language: 'en'}]);
});

test('a data file from before there were events is brought up to date, with what is in it', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await here.sign(signature());
  const {database, close} = await openData(here.data);
  for (const table of ['rsvp', 'proposal', 'cancellation']) await database.schema.dropTable(table).execute();
  await sql`delete from kysely_migration where name = '0002-events'`.execute(database);
  await close();
  const again = await here.restart();
  await again.tally(1);
  assert.equal((await again.post('rsvps', rsvp())).status, 201);
});

test('who comes to an event that is full waits for a place, and the receipt stays what it was', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  const body = rsvp({eventId: 'call'});
  const receipt = await (await here.post('rsvps', body)).text();
  assert.equal(RsvpReceipt.parse(JSON.parse(receipt)).status, 'waiting');
  const {events} = eventful() as {events: {id: string}[]};
  await importCampaign(here.data, eventful({events: events.map((event) => (event.id === 'call' ? {...event, status: 'scheduled'} : event))}));
  await until(async () => (await (await fetch(`${here.src}/events/call.json`)).json() as {status: string}).status === 'scheduled');
  assert.equal(await (await here.post('rsvps', body)).text(), receipt);
  assert.equal(RsvpReceipt.parse(await (await here.post('rsvps', rsvp({eventId: 'call'}))).json()).status, 'registered');
});

test('nobody can come to an event that is not there, takes nobody, is cancelled or over; a retry has its receipt coming', async (context) => {
  let time = NOON;
  const here = await trial(context, {document: eventful(), now: () => time});
  await refused(await here.post('rsvps', rsvp({eventId: 'nowhere'})), 404, 'not-found');
  await refused(await here.post('rsvps', rsvp({eventId: 'constructor'})), 404, 'not-found');
  for (const eventId of ['sao-paulo', 'hall', 'march']) await refused(await here.post('rsvps', rsvp({eventId})), 403, 'closed');
  const body = rsvp();
  const receipt = await (await here.post('rsvps', body)).text();
  time = Date.parse('2030-03-16T14:00:00.001Z');
  await refused(await here.post('rsvps', rsvp()), 403, 'closed');
  const retry = await here.post('rsvps', body);
  assert.deepEqual([retry.status, await retry.text()], [201, receipt]);
  assert.equal((await kept(here.data)).rsvps.length, 1);
});

test('whether an address came before shows in no answer, and no number of RSVPs is public', async (context) => {
  const [strangers, friends] = [await trial(context, {document: eventful(), now}), await trial(context, {document: eventful(), now})];
  const ask = async ({post}: Trial, email: string) => {
    const response = await post('rsvps', rsvp({fields: {givenName: 'Ada', email}}));
    const {receivedAt: _, ...receipt} = RsvpReceipt.parse(await response.json());
    return {status: response.status, headers: [...response.headers].filter(([name]) => name !== 'date'), receipt};
  };
  // The plain form's key is another each time.
  const read = async ({src}: Trial) => Promise.all(['events.json', 'events/london.json', 'petition.json', 'tally.json', '']
    .map(async (name) => (await (await fetch(`${src}/${name}`.replace(/\/$/, ''))).text()).replace(/(name="sphere:key" value=")[^"]+/, '$1')));
  const before = await read(friends);
  await ask(strangers, 'somebody@example.org');
  await ask(friends, 'ada@example.org');
  assert.deepEqual(await ask(friends, 'ada@example.org'), await ask(strangers, 'ada@example.org'));
  assert.deepEqual(await read(friends), before);
});

test('a proposal waits, is nowhere public, and is there after a restart', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  const list = async ({src}: Trial) => (await fetch(`${src}/events.json`)).text();
  const before = await list(here);
  const body = proposal();
  const response = await here.post('events', body);
  assert.equal(response.status, 201);
  const receipt = await response.text();
  assert.deepEqual(Object.keys(ProposalReceipt.parse(JSON.parse(receipt))), ['status', 'receivedAt']);
  assert.equal(ProposalReceipt.parse(JSON.parse(receipt)).status, 'review');
  assert.equal(await (await here.post('events', body)).text(), receipt, 'a retry');
  const again = await here.restart();
  assert.equal(await list(again), before);
  const {proposals: [row, ...others]} = await kept(here.data);
  assert.deepEqual(others, []);
  assert.equal(row?.state, 'waiting');
  assert.match(row.event, /^[0-9a-f]{12}$/);
  await refused(await fetch(`${again.src}/events/${row.event}.json`), 404, 'not-found');
  await refused(await again.post('rsvps', rsvp({eventId: row.event})), 404, 'not-found');
  assert.ok(!/ada|0100|consents/i.test(row.payload ?? 'ada'), 'what becomes public is kept apart from who organises it');
  assert.deepEqual(JSON.parse(row.contact ?? ''), {fields: {givenName: 'Ada', email: 'ada@example.org', phone: '555 0100'}, consents: [{id: 'host', version: '1'}]});
});

test('RSVPs and proposals come in by the same door as signatures', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  for (const [name, body, other] of [['rsvps', rsvp(), {language: 'fr'}], ['events', proposal(), {title: 'Elsewhere'}]] as const) {
    assert.equal((await here.post(name, body, {headers: {'content-type': 'application/json'}})).status, 201);
    await refused(await here.post(name, {...body, ...other}), 422, 'key-reused');
    await refused(await here.post(name, body, {headers: {'content-type': 'text/html'}}), 415, 'unsupported');
    await refused(await here.post(name, '{'), 400, 'invalid');
    await refused(await here.post(name, `{"language":"fr",${JSON.stringify(body).slice(1)}`), 400, 'invalid');
    await refused(await here.post(name, {...body, fields: {givenName: 'a'.repeat(20_000)}}), 413, 'too-large');
    await refused(await fetch(`${here.server.url}/petitions/other/${name}`, {method: 'POST', body: JSON.stringify(body)}), 404, 'not-found');
    const bodies = Array.from({length: 100}, () => (name === 'rsvps' ? rsvp() : proposal()));
    assert.deepEqual([...new Set(await Promise.all(bodies.map(async (one) => (await here.post(name, one)).status)))], [201]);
  }
  const {rsvps, proposals} = await kept(here.data);
  assert.deepEqual([rsvps.length, proposals.length], [101, 101]);
  assert.equal(new Set(proposals.map(({event}) => event)).size, 101);
});

test('where the campaign asks nothing about events, it takes none; where it does not say what, it asks name and address', async (context) => {
  const bare = await trial(context, {now});
  await refused(await bare.post('rsvps', rsvp()), 422, 'unsupported');
  await refused(await bare.post('events', proposal()), 422, 'unsupported');
  const words = {title: 'T', consents: {signature: 'a', newsletter: 'b'}, fields: {motive: {label: 'M'}, constructor: {label: 'B'}}};
  const here = await trial(context, {document: eventful({rsvp: {}, proposal: {}, texts: {en: words}}), now});
  const person = {fields: {givenName: 'Ada', email: 'ada@example.org'}, consents: []};
  assert.equal((await here.post('rsvps', rsvp(person))).status, 201);
  assert.equal((await here.post('events', proposal(person))).status, 201);
  assert.equal((await here.post('rsvps', rsvp({...person, fields: {givenName: 'Ada'}}))).status, 422);
});

test('a wording of one form is none of another\'s', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  const paths = async (name: string, body: unknown) => (await refused(await here.post(name, body), 422, 'invalid')).issues?.map(({path}) => path);
  assert.deepEqual(await paths('rsvps', rsvp({consents: [{id: 'meet', version: '1'}, {id: 'host', version: '1'}]})), ['consents.host']);
  assert.deepEqual(await paths('events', proposal({consents: [{id: 'host', version: '1'}, {id: 'newsletter', version: '1'}]})), ['consents.newsletter']);
  const {database, close} = await openData(here.data);
  const names = await database.selectFrom('consent_text').select('consent').distinct().orderBy('consent').execute();
  await close();
  assert.deepEqual(names.map(({consent}) => consent), ['newsletter', 'proposal.host', 'rsvp.meet', 'signature']);
});

const good = proposal();

/** What is wrong with a proposal or an RSVP, and the paths that the answer names. */
const BAD: Readonly<Record<string, readonly [name: string, body: object, paths: readonly string[]]>> = {
  'an RSVP to no event': ['rsvps', {...rsvp(), eventId: undefined}, ['eventId']],
  'an event id that is none': ['rsvps', {...rsvp(), eventId: '../london'}, ['eventId']],
  'an RSVP with an unknown member': ['rsvps', {...rsvp(), guests: 3}, ['guests']],
  'an RSVP without an answer': ['rsvps', rsvp({fields: {givenName: 'Ada'}}), ['fields.email']],
  'an RSVP without a consent': ['rsvps', rsvp({consents: []}), ['consents.meet']],
  'an unknown wording': ['rsvps', rsvp({consents: [{id: 'meet', version: '2'}]}), ['consents.meet']],
  'an answer of two lines': ['rsvps', rsvp({fields: {givenName: 'Ada\nLovelace', email: 'ada@example.org'}}), ['fields.givenName']],
  'a field of another form': ['rsvps', rsvp({fields: {givenName: 'Ada', email: 'ada@example.org', phone: '1'}}), ['fields.phone']],
  'a proposal without a zone': ['events', {...good, timeZone: undefined}, ['timeZone']],
  'a zone that does not exist': ['events', {...good, timeZone: 'Europe/Atlantis'}, ['timeZone']],
  'a zone that is an offset': ['events', {...good, timeZone: '+02:00'}, ['timeZone']],
  'an end before the start': ['events', {...good, endsAt: '2030-06-01T17:00:00+02:00'}, ['endsAt']],
  'a start that is over': ['events', {...good, startsAt: '2030-02-28T12:00:00Z'}, ['startsAt']],
  'a start without an offset': ['events', {...good, startsAt: '2030-06-01T18:00'}, ['startsAt']],
  'no start': ['events', {...good, startsAt: undefined}, ['startsAt']],
  'a day that does not exist': ['events', {...good, startsAt: '2030-02-30T18:00:00Z'}, ['startsAt']],
  'a blank title': ['events', {...good, title: ' \u00a0'}, ['title']],
  'a title of two lines': ['events', {...good, title: 'a\nb'}, ['title']],
  'half a character in a title': ['events', {...good, title: 'a\ud800'}, ['title']],
  'half a character in a place': ['events', {...good, place: {name: 'a\ud800'}}, ['place.name']],
  'a country that is none': ['events', {...good, place: {country: 'QX'}}, ['place.country']],
  'a country in words': ['events', {...good, place: {country: 'Germany'}}, ['place.country']],
  'a latitude beyond the pole': ['events', {...good, place: {latitude: 91}}, ['place.latitude']],
  'a description with a control character': ['events', {...good, description: 'a\u001bb'}, ['description']],
  'a description that is too long': ['events', {...good, description: 'a'.repeat(5001)}, ['description']],
  'an attendance that is none': ['events', {...good, attendance: 'hybrid'}, ['attendance']],
  'a proposal that calls itself joinable': ['events', {...good, joinable: true}, ['joinable']],
  'a proposal that brings its id': ['events', {...good, id: 'london'}, ['id']],
  'a proposal without an answer': ['events', {...good, fields: {givenName: 'Ada'}}, ['fields.email']],
  'a proposal without a consent': ['events', {...good, consents: []}, ['consents.host']],
};

test('what bad input about events gets: a typed problem that names the member and quotes nothing; nothing is kept', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  for (const [what, [name, body, paths]] of Object.entries(BAD)) {
    const response = await here.post(name, body);
    const text = await response.text();
    assert.equal(response.status, 422, `${what}: ${text}`);
    assert.deepEqual(Problem.parse(JSON.parse(text)).issues?.map(({path}) => path), paths, what);
    assert.ok(!/ada|Lovelace|Germany|hybrid|Atlantis|fountain/i.test(text), `${what}: the answer quotes what was sent`);
  }
  const {rsvps, proposals} = await kept(here.data);
  assert.deepEqual([rsvps, proposals], [[], []]);
  assert.equal((await here.post('events', good)).status, 201);
});
