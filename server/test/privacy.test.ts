import assert from 'node:assert/strict';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {sql} from 'kysely';
import {openData} from '../src/database/database.js';
import type {LogEntry} from '../src/http/log.js';
import {eventful, NOON, proposal, rsvp, signature, trial} from './support.js';

const CANARIES = ['Kanarienvogel', 'canary@example.org'];

test('what people send has no column for a machine, a browser or a name', async (context) => {
  const {data} = await trial(context);
  const opened = await openData(data);
  const columns = async (table: string) => (await sql<{name: string}>`select name from pragma_table_info(${table})`.execute(opened.database)).rows.map(({name}) => name);
  assert.deepEqual(await columns('signature'), ['sequence', 'petition', 'idempotency_key', 'fingerprint', 'received_at', 'payload']);
  assert.deepEqual(await columns('rsvp'), ['sequence', 'petition', 'event', 'idempotency_key', 'fingerprint', 'received_at', 'status', 'payload']);
  assert.deepEqual(await columns('proposal'), ['sequence', 'petition', 'event', 'idempotency_key', 'fingerprint', 'received_at', 'state', 'joinable', 'payload', 'contact']);
  await opened.close();
});

test('the log is a closed list of members, and holds nothing that was sent', async (context) => {
  const entries: LogEntry[] = [];
  const {sign, post, server, src} = await trial(context, {document: eventful(), now: () => NOON, log: (entry) => entries.push(entry)});
  const personal = signature({fields: {givenName: 'Kanarienvogel', email: 'canary@example.org', country: 'FR'}});
  await sign(personal);
  await sign({...personal, language: 'fr'});
  await sign(JSON.stringify(personal).slice(0, -1));
  await sign({...personal, Kanarienvogel: 1});
  await fetch(`${src}?email=canary@example.org`);
  await fetch(`${server.url}/Kanarienvogel?canary@example.org`, {headers: {'user-agent': 'Kanarienvogel', referer: 'https://canary@example.org'}});
  await fetch(`${server.url}/petitions/Kanarienvogel`);
  await post('rsvps', rsvp({fields: {givenName: 'Kanarienvogel', email: 'canary@example.org'}}));
  await post('rsvps', rsvp({eventId: 'Kanarienvogel'}));
  await post('events', proposal({title: 'Kanarienvogel', fields: {givenName: 'Kanarienvogel'}}));
  await fetch(`${src}/events.json?country=Kanarienvogel`);
  await fetch(`${src}/events/Kanarienvogel.json`);
  await server.close();

  const text = JSON.stringify(entries);
  for (const canary of CANARIES) assert.ok(!text.includes(canary), text);
  const requests = entries.filter(({event}) => event === 'request');
  assert.equal(requests.length, 12);
  for (const entry of requests) assert.deepEqual(Object.keys(entry), ['event', 'method', 'route', 'status', 'milliseconds']);
  assert.deepEqual([...new Set(requests.map((entry) => ('route' in entry ? entry.route : '')))], [
    '/petitions/:id/signatures', '/petitions/:id', '(none)', '/petitions/:id/rsvps', '/petitions/:id/events', '/petitions/:id/events.json', '/petitions/:id/events/:event{.+\\.json}',
  ]);
  assert.deepEqual(entries.map(({event}) => event).filter((event) => event !== 'request'), ['start', 'stop']);
});

test('an error is logged by its name and place, without what it was about', async (context) => {
  const entries: LogEntry[] = [];
  const {sign, data, tally} = await trial(context, {log: (entry) => entries.push(entry)});
  const opened = await openData(data);
  await sql`create trigger broken before insert on signature begin select raise(abort, 'Kanarienvogel'); end`.execute(opened.database);
  const response = await sign(signature());
  assert.equal(response.status, 503);
  assert.match(response.headers.get('retry-after') ?? '', /^[3-9]$/);
  await sql`drop trigger broken`.execute(opened.database);
  await opened.close();
  assert.equal((await sign(signature())).status, 201);
  await tally(1);
  const errors = entries.filter((entry) => entry.event === 'error');
  assert.equal(errors.length, 1);
  assert.deepEqual(Object.keys(errors[0] ?? {}), ['event', 'during', 'name', 'stack']);
  assert.ok(!JSON.stringify(errors).includes('Kanarienvogel'));
});

test('what a person said is in the data file and nowhere else, and only its owner may read it', async (context) => {
  const {sign, post, data, server, tally} = await trial(context, {document: eventful(), now: () => NOON});
  const fields = {givenName: 'Kanarienvogel', email: 'canary@example.org'};
  await sign(signature({fields: {...fields, country: 'FR'}}));
  await post('rsvps', rsvp({fields}));
  await post('events', proposal({fields}));
  await tally(1);
  for (const name of readdirSync(dirname(data))) assert.equal(statSync(join(dirname(data), name)).mode & 0o077, 0, name);
  await server.close();
  // Closing writes the log beside the file back into it; an empty one may stay.
  for (const name of readdirSync(dirname(data))) assert.ok(name === 'trial.sqlite' || name.endsWith('-shm') || statSync(join(dirname(data), name)).size === 0, name);
  assert.ok(readFileSync(data).includes('Kanarienvogel'));
  const opened = await openData(data);
  const {rows: tables} = await sql<{name: string}>`select name from sqlite_master where type = 'table'`.execute(opened.database);
  for (const {name} of tables) {
    const {rows} = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(opened.database);
    for (const {payload: _, contact: __, ...rest} of rows) for (const canary of CANARIES) assert.ok(!JSON.stringify(rest).includes(canary), name);
  }
  await opened.close();
});
