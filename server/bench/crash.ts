/**
 * Are signatures lost, or counted twice, when the server dies? 20 000 signatures from 64 clients that retry as a form does (the
 * same key, the same bytes, full jitter), while the server is killed with SIGKILL ten times. Exits with 1 where anything is wrong.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {openData} from '../src/database/database.js';
import {importCampaign} from '../src/index.js';
import {CAMPAIGN, connections, newSignature, send} from './client.js';
import {startProcess} from './server-process.js';

const SIGNATURES = 20_000;
const CLIENTS = 64;
const KILLS = 10;
/** Milliseconds after which the bench gives up. */
const LONGEST = 5 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'sphere-petition-crash-'));
const data = join(folder, 'crash.sqlite');
await importCampaign(data, CAMPAIGN);
let server = await startProcess(data, 0);
const {url, port} = server;

const signatures = Array.from({length: SIGNATURES}, (_, index) => newSignature(index));
const receipts = new Map<string, string>();
const agent = connections(CLIENTS);
const began = performance.now();
let retries = 0;
let next = 0;

/** Sends one signature until it is acknowledged, with pauses as the contract's retry rule has them, but shorter. */
const persist = async ({key, body}: {readonly key: string; readonly body: string}): Promise<void> => {
  for (let attempt = 0; performance.now() - began < LONGEST; attempt += 1) {
    const answer = await send(agent, url, body).catch(() => undefined);
    if (answer?.status === 201) {
      receipts.set(key, answer.body);
      return;
    }
    if (answer !== undefined && answer.status < 500) throw new Error(`The server refused a signature: ${answer.status} ${answer.body}`);
    retries += 1;
    await wait(Math.random() * Math.min(1000, 25 * 2 ** attempt));
  }
  throw new Error('The time is up.');
};

const client = async (): Promise<void> => {
  for (let mine = signatures[next++]; mine !== undefined; mine = signatures[next++]) await persist(mine);
};

const killer = async (): Promise<number> => {
  let kills = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    while (receipts.size < (SIGNATURES * kill) / (KILLS + 1)) {
      if (performance.now() - began > LONGEST) return kills;
      await wait(5);
    }
    await wait(Math.random() * 20);
    await server.end('SIGKILL');
    kills += 1;
    server = await startProcess(data, port);
  }
  return kills;
};

const [kills] = await Promise.all([killer(), ...Array.from({length: CLIENTS}, client)]);
const seconds = (performance.now() - began) / 1000;

// A retry after everything: the receipts must be the ones that were given, whichever process gave them.
let otherReceipts = 0;
for (let index = 0; index < SIGNATURES; index += 40) {
  const mine = signatures[index];
  if (mine !== undefined && (await send(agent, url, mine.body)).body !== receipts.get(mine.key)) otherReceipts += 1;
}
agent.destroy();
await server.end('SIGTERM');

const opened = await openData(data, {mustExist: true});
const rows = await opened.database.selectFrom('signature').select('idempotency_key').execute();
const {count} = await opened.database.selectFrom('tally').select('count').where('petition', '=', 'bench').executeTakeFirstOrThrow();
await opened.close();
rmSync(folder, {recursive: true});

const keys = new Set(rows.map((row) => row.idempotency_key));
const lost = [...receipts.keys()].filter((key) => !keys.has(key)).length;
const twice = rows.length - keys.size;
console.log(`${SIGNATURES} signatures, ${CLIENTS} clients, ${kills} kills, ${retries} retries, ${seconds.toFixed(1)} s`);
console.log(`acknowledged ${receipts.size}, rows ${rows.length}, tally ${count}, lost ${lost}, twice ${twice}, other receipts on a later retry ${otherReceipts}`);
const good = kills === KILLS && lost === 0 && twice === 0 && otherReceipts === 0 && receipts.size === SIGNATURES && rows.length === SIGNATURES && count === SIGNATURES;
console.log(good ? 'None lost, none twice, count equal to rows.' : 'WRONG: see above.');
process.exitCode = good ? 0 : 1;
