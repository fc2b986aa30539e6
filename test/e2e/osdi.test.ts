import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {BackendError, Petition, type Signature} from 'sphere-petition/contract';
import {conformanceChecks} from 'sphere-petition/testing';
import * as z from 'zod/mini';
import * as module from '../../src/adapters/osdi.js';
import {newKey} from '../../src/testing/example.js';
import {serveOsdi, type OsdiServer} from './osdi-server.js';

const PETITION = 'petitions/c945d6fe';
const EVENT = 'events/d32fcdd6';

/** E-mail is what OSDI cannot do without; consents stay with the form. */
const petition = z.parse(Petition, {
  id: 'acme', title: 'Tell Acme', language: 'en', test: true,
  fields: [{name: 'email', type: 'email', required: true}, {name: 'givenName', type: 'text'}],
  consents: [{id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'}],
});

const Links = z.object({_links: z.record(z.string(), z.object({href: z.string()}))});

let server: OsdiServer;
let helper: URL;
let attendance: string;

/** Finds addresses as an organiser does, with the key, by links alone: the specification fixes no address. */
const follow = async (collection: string, relation: string): Promise<string> => {
  const get = async (address: string): Promise<unknown> => (await fetch(address, {headers: {'OSDI-API-Token': server.token}})).json();
  const entry = z.parse(Links, await get(server.entry));
  const {_embedded: embedded} = z.parse(z.object({_embedded: z.record(z.string(), z.array(Links))}), await get(entry._links[collection]?.href ?? ''));
  return embedded[collection]?.[0]?._links[relation]?.href ?? '';
};

before(async () => {
  server = await serveOsdi();
  helper = new URL(await follow('osdi:petitions', 'osdi:record_signature_helper'));
  attendance = (await follow('osdi:events', 'osdi:record_attendance_helper')).replace(EVENT, 'events/{event}');
});
after(() => server.close());

const adapter = (settings: Readonly<Record<string, string>> = {}) => module.create(helper, {attendance, ...settings});
const signature = (change: Partial<Signature> = {}): Signature => ({idempotencyKey: newKey(), fields: {email: `${newKey()}@example.org`, givenName: 'Ada'}, consents: [], language: 'en', ...change});
const failure = (call: Promise<unknown> | undefined): Promise<BackendError> => Promise.resolve(call).then(() => assert.fail('It was accepted.'), (thrown: unknown) => (BackendError.is(thrown) ? thrown : assert.fail(String(thrown))));

test('osdi keeps every promise of the contract with a server written from the specification', async (context) => {
  const checks = await conformanceChecks({
    petition, made: {module, src: helper, settings: {attendance}},
    adapter: () => adapter(),
    excuse: {
      'sign refuses a consent nobody asked for': 'OSDI has no place for consents: which the petition asks for the form knows, and the platform does not',
      'sign refuses an answer to a question nobody asked': 'an answer that OSDI has no name for becomes a custom field of the same name (people.md, Person Fields)',
    },
  });
  const excused = checks.flatMap(({name, excused: why}) => (why === undefined ? [] : [`${name}: ${why}`]));
  assert.deepEqual(excused.filter((each) => !/does not announce (getPetition|getTally|getChallenge|signSealed|listEvents|getEvent|proposeEvent)|does not promise that|OSDI has no|lists no event|requires no consent|names no recipients|asks for no challenge|takes signatures now/.test(each)), [], 'nothing else is excused');
  for (const {name, run, excused: skip} of checks) await context.test(name, {skip: skip ?? false}, run);
});

test('a signature is one at the server, with the person as OSDI has them, and no key comes along', async () => {
  const [start, before] = [server.asked.length, server.total(PETITION)];
  const given = signature({fields: {email: 'ada@example.org', givenName: 'Ada', familyName: 'Exemple', postalCode: '69001', country: 'FR', organisation: 'Acme'}});
  assert.equal((await adapter().sign?.(given))?.status, 'accepted');
  assert.equal(server.total(PETITION), before + 1);
  assert.deepEqual(server.people.get('ada@example.org'), {
    given_name: 'Ada', family_name: 'Exemple', email_addresses: [{address: 'ada@example.org'}], postal_addresses: [{postal_code: '69001', country: 'FR'}], languages_spoken: ['en'], custom_fields: {organisation: 'Acme'},
  });
  const [{path, headers} = assert.fail('Nothing was sent.'), ...more] = server.asked.slice(start);
  assert.deepEqual(more, []);
  assert.equal(path, `${PETITION}/record_signature_helper`);
  assert.equal(headers['content-type'], 'application/json');
  assert.deepEqual(Object.keys(headers).filter((name) => /token|authorization|cookie|referer/.test(name)), []);
});

test('who signs again is told what everyone is, and the server has them once', async () => {
  const first = signature();
  await adapter().sign?.(first);
  const before = server.total(PETITION);
  assert.equal((await adapter().sign?.({...first, idempotencyKey: newKey()}))?.status, 'accepted');
  assert.equal(server.total(PETITION), before);
});

test('who joins an event is there; one that does not exist is not found', async () => {
  const before = server.total(EVENT);
  const given = signature();
  assert.equal((await adapter().joinEvent?.({...given, fields: {...given.fields, comment: 'With my son.'}, eventId: 'd32fcdd6'}))?.status, 'accepted');
  assert.equal(server.total(EVENT), before + 1);
  assert.equal((await failure(adapter().joinEvent?.({...signature(), eventId: 'another'}))).code, 'not-found');
});

test('what the server refuses is named as the form calls it, in either of the specification\'s shapes', async () => {
  const {code, issues, message} = await failure(adapter().sign?.(signature({fields: {email: 'nobody', givenName: 'Ada\u0085'}})));
  assert.equal(code, 'invalid');
  assert.deepEqual(issues.map(({path}) => path).sort(), ['fields.email', 'fields.givenName']);
  assert.doesNotMatch(message, /nobody|Ada/);
  // A tag that is not there is no member of the form: nothing is marked.
  const tagged = await failure(adapter({tags: 'no-such-tag'}).sign?.(signature()));
  assert.deepEqual([tagged.code, tagged.issues], ['invalid', []]);
  assert.equal((await adapter({tags: 'volunteer'}).sign?.(signature()))?.status, 'accepted');
});

test('a token is refused before anything is sent, wherever it stands', () => {
  const start = server.asked.length;
  const isRefused = (thrown: unknown) => BackendError.is(thrown) && thrown.code === 'configuration' && !thrown.message.includes(server.token);
  assert.throws(() => adapter({'osdi-api-token': server.token}), isRefused);
  assert.throws(() => module.create(new URL(`?osdi-api-token=${server.token}`, helper), {}), isRefused);
  assert.equal(server.asked.length, start);
});
