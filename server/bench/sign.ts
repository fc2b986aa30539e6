/**
 * How many signatures a second this server takes, and how long each waits, beside what the disk allows: bare inserts of rows of
 * the same size with the same pragmas, one commit each. Both in every run, so that both meet the same machine.
 */
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import Libsql from 'libsql';
import {importCampaign} from '../src/index.js';
import {CAMPAIGN, connections, newSignature, send} from './client.js';
import {startProcess} from './server-process.js';

const RUNS = 5;
const CLIENTS = 64;
/** Milliseconds. */
const WARM_UP = 1500;
const SIGNING = 4000;
const INSERTING = 1500;

const folder = mkdtempSync(join(tmpdir(), 'sphere-petition-sign-'));

const insertBare = (run: number): number => {
  const database = new Libsql(join(folder, `bare-${run}.sqlite`));
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL']) database.exec(`PRAGMA ${pragma}`);
  database.exec('CREATE TABLE signature (sequence INTEGER PRIMARY KEY AUTOINCREMENT, petition TEXT, idempotency_key TEXT, fingerprint TEXT, received_at TEXT, payload TEXT, UNIQUE (petition, idempotency_key))');
  const insert = database.prepare('INSERT INTO signature (petition, idempotency_key, fingerprint, received_at, payload) VALUES (?, ?, ?, ?, ?)');
  const began = performance.now();
  let count = 0;
  for (; performance.now() - began < INSERTING; count += 1) {
    const {key, body} = newSignature(count);
    insert.run(['bench', key, key.padEnd(43, 'x'), new Date().toISOString(), body.slice(56)]);
  }
  const rate = count / ((performance.now() - began) / 1000);
  database.close();
  return rate;
};

interface Figures {
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const sign = async (url: string, milliseconds: number): Promise<Figures> => {
  const agent = connections(CLIENTS);
  const latencies: number[] = [];
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      const {body} = newSignature(latencies.length);
      const sent = performance.now();
      const {status} = await send(agent, url, body);
      if (status !== 201) throw new Error(`The server answered ${status}.`);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({length: CLIENTS}, client));
  const rate = latencies.length / ((performance.now() - began) / 1000);
  agent.destroy();
  latencies.sort((a, b) => a - b);
  const percentile = (share: number): number => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  return {rate, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99)};
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const line = (name: string, bare: number, {rate, p50, p95, p99}: Figures): string =>
  [name.padEnd(8), bare.toFixed(0).padStart(14), rate.toFixed(0).padStart(14), ...[p50, p95, p99].map((value) => value.toFixed(1).padStart(9))].join('');

const data = join(folder, 'sign.sqlite');
await importCampaign(data, CAMPAIGN);
const server = await startProcess(data, 0);
await sign(server.url, WARM_UP);
const bare: number[] = [];
const served: Figures[] = [];
console.log(`${CLIENTS} clients on this machine, ${SIGNING / 1000} s each run; milliseconds of latency\n`);
console.log(`${'run'.padEnd(8)}${'bare inserts/s'.padStart(14)}${'signatures/s'.padStart(14)}${'p50'.padStart(9)}${'p95'.padStart(9)}${'p99'.padStart(9)}`);
for (let run = 1; run <= RUNS; run += 1) {
  const inserted = insertBare(run);
  const figures = await sign(server.url, SIGNING);
  bare.push(inserted);
  served.push(figures);
  console.log(line(String(run), inserted, figures));
}
const middle: Figures = {
  rate: median(served.map(({rate}) => rate)),
  p50: median(served.map(({p50}) => p50)),
  p95: median(served.map(({p95}) => p95)),
  p99: median(served.map(({p99}) => p99)),
};
console.log(line('median', median(bare), middle));
await server.end('SIGTERM');
rmSync(folder, {recursive: true});
