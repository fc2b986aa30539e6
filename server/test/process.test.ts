import assert from 'node:assert/strict';
import {once} from 'node:events';
import {writeFileSync} from 'node:fs';
import {connect, type Socket} from 'node:net';
import {join} from 'node:path';
import {test} from 'node:test';
import {openData} from '../src/database/database.js';
import {run, serve} from './command.js';
import {campaign, folder, signature} from './support.js';

const textOf = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

/** A request whose head the server has read, and whose body it waits for. */
const requestUnderWay = async (url: string, length: number): Promise<Socket> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
  socket.write(`POST /petitions/trial/signatures HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\nExpect: 100-continue\r\n\r\n`);
  assert.match(await textOf(socket), /^HTTP\/1\.1 100 /);
  return socket;
};

/** Resolves when nobody new is let in. */
const closed = async (url: string): Promise<void> => {
  while (await fetch(url).then(() => true, () => false)) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('a signal ends the server after the request under way, with everything counted', async (context) => {
  const cwd = folder(context);
  writeFileSync(join(cwd, 'trial.json'), JSON.stringify(campaign()));
  writeFileSync(join(cwd, 'index.html'), 'home');
  await run(cwd, 'campaign', 'import', 'trial.json');
  const {child, url, entries, ended} = await serve(cwd, '--site', cwd, '--tally-interval', '3600');
  assert.equal(await (await fetch(url)).text(), 'home');

  const body = JSON.stringify(signature());
  const request = await requestUnderWay(url, body.length);
  child.kill('SIGTERM');
  await closed(url);
  request.write(body);
  assert.match(await textOf(request), /^HTTP\/1\.1 201 /);
  assert.deepEqual(await ended, [0, null]);
  assert.equal(entries.at(-1)?.['event'], 'stop');
  const {database, close} = await openData(join(cwd, 'data/petitions.sqlite'));
  assert.equal((await database.selectFrom('tally').select('count').executeTakeFirstOrThrow()).count, 1);
  await close();
});

test('a second signal ends it at once', async (context) => {
  const cwd = folder(context);
  writeFileSync(join(cwd, 'trial.json'), JSON.stringify(campaign()));
  await run(cwd, 'campaign', 'import', 'trial.json');
  const {child, url, ended} = await serve(cwd);
  const request = await requestUnderWay(url, 100);
  child.kill('SIGINT');
  await closed(url);
  child.kill('SIGINT');
  assert.deepEqual(await ended, [130, null]);
  request.destroy();
});

test('killed in the middle, nothing that was acknowledged is lost', async (context) => {
  const cwd = folder(context);
  writeFileSync(join(cwd, 'trial.json'), JSON.stringify(campaign()));
  await run(cwd, 'campaign', 'import', 'trial.json');
  const first = await serve(cwd);
  const acknowledged: string[] = [];
  const bodies = Array.from({length: 300}, () => signature());
  const sending = Promise.all(bodies.map(async (body) => {
    const response = await fetch(`${first.url}/petitions/trial/signatures`, {method: 'POST', body: JSON.stringify(body)}).catch(() => undefined);
    if (response?.status !== 201) return;
    acknowledged.push(body.idempotencyKey);
    if (acknowledged.length === 50) first.child.kill('SIGKILL');
  }));
  await sending;
  await first.ended;

  const second = await serve(cwd, '--tally-interval', '0.1');
  for (const body of bodies) assert.equal((await fetch(`${second.url}/petitions/trial/signatures`, {method: 'POST', body: JSON.stringify(body)})).status, 201);
  second.child.kill('SIGTERM');
  await second.ended;
  const {database, close} = await openData(join(cwd, 'data/petitions.sqlite'));
  const keys = new Set((await database.selectFrom('signature').select('idempotency_key').execute()).map((row) => row.idempotency_key));
  assert.equal(keys.size, 300);
  assert.ok(acknowledged.length >= 50 && acknowledged.every((key) => keys.has(key)));
  assert.equal((await database.selectFrom('tally').select('count').executeTakeFirstOrThrow()).count, 300);
  await close();
});
