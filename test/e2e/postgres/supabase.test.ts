import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {BackendError, Petition, type Signature} from 'sphere-petition/contract';
import {conformanceChecks} from 'sphere-petition/testing';
import * as z from 'zod/mini';
import * as module from '../../../src/adapters/supabase.js';
import {newKey} from '../../../src/testing/example.js';
import {SqlError} from './database.js';
import {blocks, settings, startProject, type Project} from './project.js';

const {count, ...uncounted} = settings;

/** The questions that are asked where a petition says nothing, and the consents of the guide. */
const petition = z.parse(Petition, {
  id: 'save-the-park', title: 'Save the park', language: 'en', test: true,
  consents: [
    {id: 'signature', purpose: 'signature', text: 'I sign.', version: '1', required: true},
    {id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'},
  ],
});

let project: Project;

before(async () => { project = await startProject(); });
after(() => project.close());

const adapter = (given: Readonly<Record<string, string | boolean>> = settings) => module.create(new URL(project.url), given);
/** Straight into the database, past the functions: as a reader of the page, or as a stranger who has signed up for the project. */
const as = (role: 'anon' | 'authenticated', statement: string) => project.database.run('authenticator', `set role ${role}; ${statement}`);
const signature = (change: Partial<Signature> = {}): Signature => ({
  idempotencyKey: newKey(), fields: {givenName: 'Ada', familyName: 'Exemple', email: `${newKey()}@example.org`, country: 'FR'}, consents: [{id: 'signature', version: '1'}], language: 'en', ...change,
});
const sign = (given: Signature) => adapter().sign?.(given);
const total = async () => (await adapter().getTally?.())?.count ?? NaN;
const failure = (call: Promise<unknown> | undefined): Promise<BackendError> => Promise.resolve(call).then(() => assert.fail('It was accepted.'), (thrown: unknown) => (BackendError.is(thrown) ? thrown : assert.fail(String(thrown))));

for (const [how, given] of [['a function', settings], ['a view', {...uncounted, 'count-table': 'signature_totals'}]] as const) {
  test(`the guide's SQL keeps every promise of the contract on a real PostgreSQL, counted by ${how}`, async (context) => {
    const checks = await conformanceChecks({
      petition, made: {module, src: new URL(project.url), settings: given},
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

test('who has signed is told to nobody, by no answer and by no number; a repetition counts once', async () => {
  const first = signature();
  const before = await total();
  const receipt = await sign(first);
  // In somebody's name, by a stranger who watches the number: another key, another spelling.
  const again = await sign(signature({fields: {...first.fields, email: first.fields['email']?.toUpperCase() ?? ''}}));
  assert.equal(receipt?.status, 'counted');
  assert.equal(again?.status, receipt.status);
  assert.equal(await total(), before + 2);
  // The same once more, from a page that was loaded anew; and the key with other content.
  await sign(first);
  await sign(signature({idempotencyKey: first.idempotencyKey}));
  assert.equal(await total(), before + 2);
  // What the campaign takes away has everybody once.
  const once = blocks('sql').find((block) => block.includes('distinct on')) ?? '';
  assert.equal((await project.database.run('organiser', once)).split('\n').filter((line) => line.includes(first.fields['email'] ?? '-')).length, 1);
});

const forbidden = (thrown: unknown): boolean => thrown instanceof SqlError && thrown.code === '42501';

for (const role of ['anon', 'authenticated'] as const) {
  test(`the tables stay shut to ${role}, who has every right to them`, async () => {
    await sign(signature());
    await adapter().joinEvent?.({...signature({fields: {givenName: 'Ada', email: `${newKey()}@example.org`}, consents: []}), eventId: 'event-2'});
    for (const table of ['signatures', 'attendances']) {
      assert.equal(await as(role, `select has_table_privilege('public.${table}', 'select, insert, update, delete')`), 't', 'as Supabase grants it');
      assert.equal(await as(role, `select count(*) from public.${table}`), '0');
      assert.equal(await as(role, `with gone as (delete from public.${table} returning 1) select count(*) from gone`), '0');
      assert.equal(await as(role, `with changed as (update public.${table} set email = 'x' returning 1) select count(*) from changed`), '0');
      assert.notEqual(await project.database.run('organiser', `select count(*) from public.${table}`), '0', 'whoever owns them sees them');
    }
    await assert.rejects(as(role, 'insert into public.signatures values (\'k\', \'save-the-park\', \'a@b.c\', \'{}\', \'{}\', \'en\')'), (thrown) => forbidden(thrown) && String(thrown).includes('row-level security'));
    await assert.rejects(as(role, 'insert into public.events (id, petition, title, starts_at) values (\'x\', \'x\', \'x\', now())'), forbidden);
    await assert.rejects(as(role, 'delete from public.events'), forbidden);
    // A view is a way into its table.
    await assert.rejects(as(role, 'insert into public.signature_totals values (\'save-the-park\')'), forbidden);
    await assert.rejects(as(role, 'update public.signature_totals set petition = \'x\''), forbidden);
    await assert.rejects(as(role, 'delete from public.signature_totals'), forbidden);
  });
}

test('a stranger with the key of the page reads no signature', async () => {
  await sign(signature());
  const rows = (path: string) => fetch(`${project.url}/${path}`, {headers: {apikey: String(settings['key'])}}).then((response) => response.json() as Promise<object[]>);
  assert.deepEqual(await rows('signatures?select=*'), []);
  assert.deepEqual(await rows('attendances?select=*'), []);
  const [totals = {}] = await rows('signature_totals?select=*');
  assert.deepEqual(Object.keys(totals), ['petition']);
});

test('texts of any length are not let in', async () => {
  assert.equal((await failure(sign(signature({source: 'x'.repeat(2000)})))).code, 'invalid');
});

test('in a project that opens nothing by itself, the guide opens what is needed', async () => {
  const bare = await startProject(false);
  try {
    const adapter = module.create(new URL(bare.url), settings);
    await adapter.sign?.(signature());
    assert.equal((await adapter.getTally?.())?.count, 1);
    assert.equal((await module.create(new URL(bare.url), {...uncounted, 'count-table': 'signature_totals'}).getTally?.())?.count, 1);
    assert.notEqual((await adapter.listEvents?.({}))?.events.length, 0);
  } finally {
    await bare.close();
  }
});

test('what is typed goes into functions alone, and no row is asked back', async () => {
  const start = project.asked.length;
  await sign(signature());
  await adapter().joinEvent?.({...signature({fields: {givenName: 'Ada', email: `${newKey()}@example.org`}, consents: []}), eventId: 'event-1'});
  const sent = project.asked.slice(start);
  assert.deepEqual(sent.map(({method, path}) => `${method} ${path}`), ['POST /rpc/sign_petition', 'POST /rpc/join_event']);
  assert.deepEqual(project.asked.filter(({headers}) => String(headers['prefer']).includes('return')), []);
});

test('a key that opens more is refused before anything is sent', () => {
  const start = project.asked.length;
  const serviceRole = `${btoa('{"alg":"HS256"}')}.${btoa('{"role":"service_role"}')}.x`;
  for (const key of ['sb_secret_abc', serviceRole]) assert.throws(() => adapter({...settings, key}), (thrown) => BackendError.is(thrown) && thrown.code === 'configuration' && thrown.message.includes('opens every row'));
  assert.equal(project.asked.length, start);
});

test('what the settings name and the database does not have is told as a wrong setting', async () => {
  assert.equal((await failure(adapter({...settings, count: 'no_such_function'}).getTally?.())).code, 'configuration');
  // HEAD is answered with a status and no more.
  const unknown = await failure(adapter({...uncounted, 'count-table': 'no_such_view'}).getTally?.());
  assert.equal(unknown.code, 'not-found');
  assert.match(unknown.message, /no_such_view/);
  assert.equal((await failure(adapter({...settings, events: 'no_such_table'}).listEvents?.({}))).code, 'configuration');
});
