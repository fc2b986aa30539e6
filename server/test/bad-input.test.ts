import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {test} from 'node:test';
import {Problem} from 'sphere-petition/contract';
import {openData} from '../src/database/database.js';
import {signature, trial} from './support.js';

const good = signature();
const {fields} = good;
const json = (changes: object): string => JSON.stringify({...good, ...changes});
const withField = (name: string, value: unknown): string => json({fields: {...fields, [name]: value}});

/** What is sent, the status, and the paths that the answer names. */
const BAD: Readonly<Record<string, readonly [body: string, status: number, paths: readonly string[]]>> = {
  'no body': ['', 400, ['']],
  'no JSON': ['{"fields":', 400, ['']],
  'a comment in it': ['{} // hello', 400, ['']],
  'a trailing comma': ['{"a": 1,}', 400, ['']],
  'ten thousand brackets': ['['.repeat(10_000), 400, ['']],
  'five thousand nested arrays': [`${'['.repeat(5000)}${']'.repeat(5000)}`, 422, ['']],
  'five thousand nested arrays in a member that comes twice': [`{"fields":${'['.repeat(5000)}${']'.repeat(5000)},${JSON.stringify(good).slice(1)}`, 400, ['fields']],
  'a member twice': [`{"language":"fr",${JSON.stringify(good).slice(1)}`, 400, ['language']],
  'a member twice, once in disguise': [`{"l\\u0061nguage":"fr",${JSON.stringify(good).slice(1)}`, 400, ['language']],
  'a member twice, deep inside': [json({}).replace('"givenName"', '"email":"eve@example.org","givenName"'), 400, ['fields.email']],
  'a member twice, in an array': [json({}).replace('"version"', '"id":"x","version"'), 400, ['consents.0.id']],
  null: ['null', 422, ['']],
  'a number': ['7', 422, ['']],
  'an array': ['[]', 422, ['']],
  'an unknown member': [json({ip: '192.0.2.1'}), 422, ['ip']],
  'an unknown member called __proto__': [`{"__proto__":{"a":1},${JSON.stringify(good).slice(1)}`, 422, ['__proto__']],
  'an unknown member of a consent': [json({consents: [{id: 'signature', version: '1', at: 'now'}]}), 422, ['consents.0.at']],
  'no key': [json({idempotencyKey: undefined}), 422, ['idempotencyKey']],
  'a short key': [json({idempotencyKey: 'abc'}), 422, ['idempotencyKey']],
  'fields of a wrong type': [json({fields: []}), 422, ['fields']],
  'an answer of a wrong type': [withField('givenName', {a: 1}), 422, ['fields.givenName']],
  'an unknown field': [withField('phone', '1'), 422, ['fields.phone']],
  'a name of ten thousand characters': [withField('givenName', 'a'.repeat(10_000)), 422, ['fields.givenName']],
  'a name longer than the field': [withField('givenName', 'a'.repeat(101)), 422, ['fields.givenName']],
  'a control character': [withField('givenName', 'a\u0007b'), 422, ['fields.givenName']],
  'a NUL': [withField('givenName', 'a\u0000b'), 422, ['fields.givenName']],
  'a C1 control': [withField('givenName', 'a\u0085b'), 422, ['fields.givenName']],
  'two lines': [withField('givenName', 'a\nb'), 422, ['fields.givenName']],
  'a tab': [withField('givenName', 'a\tb'), 422, ['fields.givenName']],
  'half a character': [withField('givenName', 'a\ud800'), 422, ['fields.givenName']],
  'a missing answer': [json({fields: {givenName: 'Ada', country: 'FR'}}), 422, ['fields.email']],
  'a blank answer': [withField('givenName', ' \u00a0 '), 422, ['fields.givenName']],
  'no e-mail address': [withField('email', 'ada@'), 422, ['fields.email']],
  'an e-mail address with a name': [withField('email', 'Ada <ada@example.org>'), 422, ['fields.email']],
  'an e-mail address of 260 characters': [withField('email', `${'a'.repeat(248)}@example.org`), 422, ['fields.email']],
  'a country in words': [withField('country', 'France'), 422, ['fields.country']],
  'a country in small letters': [withField('country', 'fr'), 422, ['fields.country']],
  'a country that is none': [withField('country', 'QX'), 422, ['fields.country']],
  'a code that is no country': [withField('country', 'EU'), 422, ['fields.country']],
  'an option that is not offered': [withField('motive', 'none'), 422, ['fields.motive']],
  'no consent': [json({consents: []}), 422, ['consents.signature']],
  'only the other consent': [json({consents: [{id: 'newsletter', version: '1'}]}), 422, ['consents.signature']],
  'an unknown consent': [json({consents: [...good.consents, {id: 'tracking', version: '1'}]}), 422, ['consents.tracking']],
  'an unknown wording': [json({consents: [{id: 'signature', version: '99'}]}), 422, ['consents.signature']],
  'a consent twice': [json({consents: [...good.consents, ...good.consents]}), 422, ['consents.signature']],
  'an unwanted solution': [json({solution: {challenge: {parameters: {algorithm: 'a', nonce: 'b', salt: 'c', cost: 1, keyLength: 16, keyPrefix: 'd'}, signature: 'e'}, counter: 1, derivedKey: 'f'}}), 422, ['solution']],
  'a language that is none': [json({language: 'fr_FR'}), 422, ['language']],
};

test('what bad input gets: a typed problem that names the member and quotes nothing; nothing is kept, and the server stays up', async (context) => {
  const {sign, data, tally} = await trial(context);
  for (const [name, [body, status, paths]] of Object.entries(BAD)) {
    const response = await sign(body);
    const text = await response.text();
    assert.equal(response.status, status, `${name}: ${text}`);
    const problem = Problem.parse(JSON.parse(text));
    assert.equal(problem.code, 'invalid', name);
    assert.deepEqual(problem.issues?.map(({path}) => path), paths, name);
    assert.ok(!/ada|eve@|France|aaaa/i.test(text), `${name}: the answer quotes what was sent`);
  }
  assert.equal((await sign(good)).status, 201);
  await tally(1);
  const opened = await openData(data);
  assert.equal((await opened.database.selectFrom('signature').selectAll().execute()).length, 1);
  await opened.close();
});

test('bytes that are not UTF-8 are refused', async (context) => {
  const {sign} = await trial(context);
  const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]);
  assert.equal((await sign('', {body: new Uint8Array(bytes), headers: {'content-type': 'application/json'}})).status, 400);
});

test('a body that is too large is refused, whether or not it says so beforehand', async (context) => {
  const {sign} = await trial(context);
  const large = withField('givenName', 'a'.repeat(200_000));
  const announced = await sign(large);
  assert.equal(announced.status, 413);
  assert.equal(Problem.parse(await announced.json()).code, 'too-large');

  const stream = new ReadableStream({
    start: (controller) => {
      for (let at = 0; at < large.length; at += 1000) controller.enqueue(Buffer.from(large.slice(at, at + 1000)));
      controller.close();
    },
  });
  const unannounced = await sign('', {body: stream, headers: {'content-type': 'application/json'}, duplex: 'half'});
  assert.equal(unannounced.status, 413);
  assert.equal((await sign(signature())).status, 201);
});

test('a problem names twenty members at most', async (context) => {
  const {sign} = await trial(context);
  const many = Object.fromEntries(Array.from({length: 500}, (_, index) => [`member${index}`, 1]));
  assert.equal(Problem.parse(await (await sign(json(many))).json()).issues?.length, 20);
});

test('headers beyond 8 KiB are refused, and the server stays up', async (context) => {
  const {server, sign} = await trial(context);
  const {port} = new URL(server.url);
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(`GET /health HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(9000)}\r\n\r\n`));
    socket.once('data', (data) => {
      resolve(data.toString());
      socket.destroy();
    });
    socket.once('error', reject);
  });
  assert.match(answer, /^HTTP\/1\.1 431 /);
  assert.equal((await sign(signature())).status, 201);
});

test('a request that breaks off leaves nothing behind', async (context) => {
  const {server, sign, tally} = await trial(context);
  const body = JSON.stringify(signature());
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write(`POST /petitions/trial/signatures HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 50)}`, () => {
        socket.destroy();
        resolve();
      });
    });
  });
  assert.equal((await sign(signature())).status, 201);
  await tally(1);
});
