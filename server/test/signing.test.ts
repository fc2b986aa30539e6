import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Receipt} from 'sphere-petition/contract';
import {openData} from '../src/database/database.js';
import {campaign, refused, signature, trial, type Trial} from './support.js';

const rows = async (path: string): Promise<number> => {
  const data = await openData(path, {mustExist: true});
  try {
    return (await data.database.selectFrom('signature').selectAll().execute()).length;
  } finally {
    await data.close();
  }
};

test('a signature is kept, counted, and there after a restart', async (context) => {
  const {sign, tally, data, restart} = await trial(context);
  const response = await sign(signature());
  assert.equal(response.status, 201);
  const receipt = Receipt.parse(await response.json());
  assert.equal(receipt.status, 'counted');
  const moved = await tally(1);
  assert.ok(Date.parse(moved.asOf) > Date.parse(receipt.receivedAt), 'the tally that counts it is later than the receipt');
  const again = await restart();
  assert.deepEqual(await (await fetch(`${again.src}/tally.json`)).json(), moved);
  assert.equal(await rows(data), 1);
});

test('application/json and text/plain are read, other types are not', async (context) => {
  const {sign} = await trial(context);
  for (const type of ['application/json', 'text/plain', 'application/json; charset=utf-8', 'text/plain;charset="UTF-8"']) {
    assert.equal((await sign(signature(), {headers: {'content-type': type}})).status, 201, type);
  }
  for (const type of ['application/x-www-form-urlencoded', 'text/html', 'application/jsonish', 'application/json; charset=latin1']) {
    await refused(await sign(signature(), {headers: {'content-type': type}}), 415, 'unsupported');
  }
  await refused(await sign('', {body: new Uint8Array(Buffer.from(JSON.stringify(signature())))}), 415, 'unsupported');
});

test('a retry gets the identical answer and counts once', async (context) => {
  const {sign, tally, data} = await trial(context);
  const body = signature();
  const first = await sign(body);
  await new Promise((resolve) => setTimeout(resolve, 5));
  // The same content in another order is the same request.
  const second = await sign({consents: body.consents, language: 'en', fields: {country: 'FR', email: 'ada@example.org', givenName: 'Ada'}, idempotencyKey: body.idempotencyKey});
  assert.equal(second.status, first.status);
  assert.equal(await second.text(), await first.text());
  await tally(1);
  assert.equal(await rows(data), 1);
});

test('a key that comes back with other content is refused', async (context) => {
  const {sign, data} = await trial(context);
  const body = signature();
  assert.equal((await sign(body)).status, 201);
  const problem = await refused(await sign({...body, fields: {...body.fields, givenName: 'Eve'}}), 422, 'key-reused');
  assert.ok(!JSON.stringify(problem).includes('Eve'));
  assert.equal(await rows(data), 1);
});

test('whether an address signed before shows in no answer and no number', async (context) => {
  const strangers = await trial(context);
  const friends = await trial(context);
  const ask = async ({sign}: Trial, email: string) => {
    const response = await sign(signature({fields: {givenName: 'Ada', email, country: 'FR'}}));
    const {receivedAt: _, ...receipt} = Receipt.parse(await response.json());
    return {status: response.status, headers: [...response.headers].filter(([name]) => name !== 'date'), receipt};
  };
  await ask(strangers, 'somebody@example.org');
  await ask(friends, 'ada@example.org');
  assert.deepEqual(await ask(friends, 'ada@example.org'), await ask(strangers, 'ada@example.org'));
  assert.equal((await strangers.tally(2)).count, (await friends.tally(2)).count);
});

test('two hundred at once are all kept, and a reused key among them hurts nobody else', async (context) => {
  const {sign, tally, data} = await trial(context);
  const shared = signature();
  await sign(shared);
  const bodies = Array.from({length: 200}, (_, index) => (index % 20 === 7 ? {...shared, language: `x${'abcdefgh'[index % 8] ?? ''}`} : signature()));
  const statuses = await Promise.all(bodies.map(async (body) => (await sign(body)).status));
  assert.deepEqual(statuses, bodies.map(({idempotencyKey}) => (idempotencyKey === shared.idempotencyKey ? 422 : 201)));
  await tally(191);
  assert.equal(await rows(data), 191);
});

test('fifty identical requests at once get one receipt and one row', async (context) => {
  const {sign, data} = await trial(context);
  const body = signature();
  const answers = new Set(await Promise.all(Array.from({length: 50}, async () => (await sign(body)).text())));
  assert.equal(answers.size, 1);
  assert.equal(await rows(data), 1);
});

test('what was left blank is not kept, and a field called constructor is a field', async (context) => {
  const {sign, data} = await trial(context);
  assert.equal((await sign(signature({fields: {givenName: 'Ada', email: 'ada@example.org', country: 'FR', motive: '', constructor: 'me'}}))).status, 201);
  const opened = await openData(data);
  const {payload} = await opened.database.selectFrom('signature').select('payload').executeTakeFirstOrThrow();
  await opened.close();
  assert.deepEqual(JSON.parse(payload), {fields: {givenName: 'Ada', email: 'ada@example.org', country: 'FR', constructor: 'me'}, consents: [{id: 'signature', version: '1'}], language: 'en'});
});

test('where a signature came from is kept with it, and belongs to what a key stands for', async (context) => {
  const {sign, data} = await trial(context);
  const body = signature({source: 'newsletter-3'});
  assert.equal((await sign(body)).status, 201);
  await refused(await sign({...body, source: 'whatsapp'}), 422, 'key-reused');
  const problem = await refused(await sign(signature({source: 'ada@example.org'})), 422, 'invalid');
  assert.deepEqual(problem.issues?.map(({path}) => path), ['source']);
  const opened = await openData(data);
  const {payload} = await opened.database.selectFrom('signature').select('payload').executeTakeFirstOrThrow();
  await opened.close();
  assert.equal((JSON.parse(payload) as {source: unknown}).source, 'newsletter-3');
});

test('before it opens and after it closes a petition takes nothing, but a retry has its receipt coming', async (context) => {
  let now = Date.parse('2030-01-01T00:00:00Z');
  const {sign, data} = await trial(context, {now: () => now, document: campaign({opensAt: '2030-02-01T00:00:00Z', closesAt: '2030-03-01T00:00:00Z'})});
  const body = signature();
  await refused(await sign(body), 403, 'closed');
  now = Date.parse('2030-02-01T00:00:00Z');
  const receipt = await (await sign(body)).text();
  now = Date.parse('2030-03-01T00:00:00Z');
  await refused(await sign(signature()), 403, 'closed');
  await refused(await sign({...body, language: 'fr'}), 403, 'closed');
  const retry = await sign(body);
  assert.equal(retry.status, 201);
  assert.equal(await retry.text(), receipt);
  assert.equal(await rows(data), 1);
});

test('a petition that is sealed or signed elsewhere takes no plain signature, and says so in its document', async (context) => {
  const recipients = [{controller: 'foundation', keyId: 'k1', suite: 'DHKEM-X25519-HKDF-SHA256/HKDF-SHA256/AES-256-GCM', publicKey: 'AAAA'}];
  for (const change of [{recipients}, {connect: {sign: {adapter: 'action-network', src: 'https://actionnetwork.org/api/v2/petitions/1'}}}]) {
    const {sign, src, data} = await trial(context, {document: campaign(change)});
    await refused(await sign(signature()), 422, 'unsupported');
    assert.deepEqual((await (await fetch(`${src}/petition.json`)).json() as {offers: unknown}).offers, ['getPetition', 'getTally']);
    assert.equal(await rows(data), 0);
  }
});

test('a petition that is not there is not found', async (context) => {
  const {server} = await trial(context);
  await refused(await fetch(`${server.url}/petitions/other/signatures`, {method: 'POST', body: JSON.stringify(signature())}), 404, 'not-found');
});
