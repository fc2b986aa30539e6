import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {BackendError, Petition, type Signature} from 'sphere-petition/contract';
import {conformanceChecks} from 'sphere-petition/testing';
import * as z from 'zod/mini';
import * as module from '../../../src/adapters/supabase.js';
import {newKey} from '../../../src/testing/example.js';
import {startDatabase, SqlError, type Database} from './database.js';
import {servePostgrest, type Postgrest} from './postgrest.js';

const guide = await readFile(new URL('../../../docs/adapters/supabase.md', import.meta.url), 'utf8');
const blocks = (language: string) => [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
const Guide = z.object({connect: z.record(z.string(), z.object({settings: z.record(z.string(), z.union([z.string(), z.boolean()]))}))});

/** What the guide's document says, put together: an adapter that can do all of it. */
const settings = Object.assign({}, ...Object.values(z.parse(Guide, JSON.parse(blocks('json')[0] ?? '')).connect).map((connection) => connection.settings)) as Record<string, string | boolean>;
const {count, ...uncounted} = settings;

/** The questions that are asked where a petition says nothing, and the consents of the guide. */
const petition = z.parse(Petition, {
  id: 'save-the-park', title: 'Save the park', language: 'en', test: true,
  consents: [
    {id: 'signature', purpose: 'signature', text: 'I sign.', version: '1', required: true},
    {id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'},
  ],
});

/**
 * The roles of a Supabase project: who runs the SQL is no superuser, and what is made in `public` is open to `anon` at once, so that Row Level Security alone
 * keeps it shut.
 */
const PROJECT = `
  create role organiser login; create role anon nologin; create role authenticator login noinherit; grant anon to authenticator;
  grant usage, create on schema public to organiser; grant usage on schema public to anon;
  alter default privileges for role organiser in schema public grant all on tables to anon;
  alter default privileges for role organiser in schema public grant all on functions to anon;`;

/** Events past and to come, in person and online, so that no check of them is excused. */
const EVENTS = `
  insert into public.events (id, petition, title, starts_at, ends_at, time_zone, attendance, locality, country)
  select 'event-' || n, 'save-the-park', 'Event ' || n, now() + n * interval '1 day', now() + n * interval '1 day 2 hours', 'Europe/Paris', (array['in-person', 'online', 'both'])[1 + abs(n) % 3], 'Lyon', (array['FR', 'PT'])[1 + abs(n) % 2]
  from generate_series(-2, 4) as n;
  insert into public.events (id, petition, title, starts_at) values ('elsewhere', 'another-petition', 'Not ours', now() + interval '1 hour');`;

let database: Database;
let api: Postgrest;

before(async () => {
  database = await startDatabase();
  await database.run('postgres', PROJECT);
  await database.run('organiser', blocks('sql').join('\n'));
  await database.run('organiser', EVENTS);
  api = await servePostgrest(database, String(settings['key']));
});
after(async () => {
  await api.close();
  await database.close();
});

const adapter = (given: Readonly<Record<string, string | boolean>> = settings) => module.create(new URL(api.url), given);
/** Straight into the database, past the functions. */
const asAnon = (statement: string) => database.run('authenticator', `set role anon; ${statement}`);
const signature = (change: Partial<Signature> = {}): Signature => ({
  idempotencyKey: newKey(), fields: {givenName: 'Ada', familyName: 'Exemple', email: `${newKey()}@example.org`, country: 'FR'}, consents: [{id: 'signature', version: '1'}], language: 'en', ...change,
});
const sign = (given: Signature) => adapter().sign?.(given);
const total = async () => (await adapter().getTally?.())?.count ?? NaN;
const failure = (call: Promise<unknown> | undefined): Promise<BackendError> => Promise.resolve(call).then(() => assert.fail('It was accepted.'), (thrown: unknown) => (BackendError.is(thrown) ? thrown : assert.fail(String(thrown))));

for (const [how, given] of [['a function', settings], ['a view', {...uncounted, 'count-table': 'signature_totals'}]] as const) {
  test(`the guide's SQL keeps every promise of the contract on a real PostgreSQL, counted by ${how}`, async (context) => {
    const checks = await conformanceChecks({
      petition, made: {module, src: new URL(api.url), settings: given},
      adapter: () => adapter(given),
      excuse: {
        'sign refuses other content under the same key': 'PostgREST passes on a code of PostgreSQL, and none of them says "used before"; the first content stays',
        'joinEvent refuses other content under the same key': 'PostgREST passes on a code of PostgreSQL, and none of them says "used before"; the first content stays',
        'sign refuses control characters': 'no text of PostgreSQL holds U+0000, which it refuses before a function could name the answer; see below for the others',
      },
    });
    const excused = checks.flatMap(({name, excused: why}) => (why === undefined ? [] : [`${name}: ${why}`]));
    assert.deepEqual(excused.filter((each) => !/does not announce (getPetition|getChallenge|signSealed|proposeEvent)|used before|U\+0000|names no recipients|asks for no challenge|takes signatures now/.test(each)), [], 'nothing else is excused');
    for (const {name, run, excused: skip} of checks) await context.test(name, {skip: skip ?? false}, run);
  });
}

test('a control character is refused, and the answer named where PostgreSQL lets a function see it', async () => {
  const withName = (name: string) => signature({fields: {...signature().fields, givenName: name}});
  for (const [control, named] of [['\u0000', false], ['\u001b', true], ['\u0085', true]] as const) {
    const {code, issues} = await failure(sign(withName(`A${control}a`)));
    assert.equal(code, 'invalid');
    assert.deepEqual(issues.map(({path}) => path), named ? ['fields.givenName'] : []);
  }
});

test('who signs twice is counted once and told nothing', async () => {
  const first = signature();
  const before = await total();
  const receipt = await sign(first);
  // Another key, another spelling, another page.
  const again = await sign(signature({fields: {...first.fields, email: first.fields['email']?.toUpperCase() ?? ''}}));
  assert.equal(receipt?.status, 'counted');
  assert.equal(again?.status, receipt.status);
  assert.equal(await total(), before + 1);
  // The same once more, from a page that was loaded anew; and the key with other content.
  await sign(first);
  await sign(signature({idempotencyKey: first.idempotencyKey}));
  assert.equal(await total(), before + 1);
});

test('the tables stay shut, though the role has every right to them', async () => {
  await sign(signature());
  assert.equal(await asAnon('select has_table_privilege(\'public.signatures\', \'select, insert, update, delete\')'), 't', 'as Supabase grants it');
  for (const table of ['signatures', 'attendances']) {
    assert.equal(await asAnon(`select count(*) from public.${table}`), '0');
    assert.equal(await asAnon(`with gone as (delete from public.${table} returning 1) select count(*) from gone`), '0');
    assert.equal(await asAnon(`with changed as (update public.${table} set email = 'x' returning 1) select count(*) from changed`), '0');
  }
  await assert.rejects(asAnon('insert into public.signatures values (\'k\', \'save-the-park\', \'a@b.c\', \'{}\', \'{}\', \'en\')'), (thrown) => thrown instanceof SqlError && thrown.code === '42501' && thrown.message.includes('row-level security'));
  await assert.rejects(asAnon('insert into public.events (id, petition, title, starts_at) values (\'x\', \'x\', \'x\', now())'), (thrown) => thrown instanceof SqlError && thrown.code === '42501');
  await assert.rejects(asAnon('insert into public.signature_totals values (\'save-the-park\')'), (thrown) => thrown instanceof SqlError && thrown.code === '42501');
  await assert.rejects(asAnon('delete from public.signature_totals'), (thrown) => thrown instanceof SqlError && thrown.code === '42501', 'a view is a way into its table');
  assert.notEqual(await database.run('organiser', 'select count(*) from public.signatures'), '0', 'whoever owns them sees them');
  // As a stranger with the key of the page asks.
  const key = String(settings['key']);
  const rows = await fetch(`${api.url}/signatures?select=*`, {headers: {apikey: key, Authorization: `Bearer ${key}`}});
  assert.deepEqual(await rows.json(), []);
});

test('what is typed goes into functions alone, and no row is asked back', async () => {
  const start = api.asked.length;
  await sign(signature());
  await adapter().joinEvent?.({...signature({fields: {givenName: 'Ada', email: `${newKey()}@example.org`}, consents: []}), eventId: 'event-1'});
  const sent = api.asked.slice(start);
  assert.deepEqual(sent.map(({method, path}) => `${method} ${path}`), ['POST /rpc/sign_petition', 'POST /rpc/join_event']);
  assert.deepEqual(api.asked.filter(({headers}) => String(headers['prefer']).includes('return')), []);
});

test('a key that opens more is refused before anything is sent', () => {
  const start = api.asked.length;
  const serviceRole = `${btoa('{"alg":"HS256"}')}.${btoa('{"role":"service_role"}')}.x`;
  for (const key of ['sb_secret_abc', serviceRole]) assert.throws(() => adapter({...settings, key}), (thrown) => BackendError.is(thrown) && thrown.code === 'configuration' && thrown.message.includes('opens every row'));
  assert.equal(api.asked.length, start);
});

test('what the settings name and the database does not have is told as a wrong setting', async () => {
  assert.equal((await failure(adapter({...settings, count: 'no_such_function'}).getTally?.())).code, 'configuration');
  assert.equal((await failure(adapter({...settings, events: 'no_such_table'}).listEvents?.({}))).code, 'configuration');
});
