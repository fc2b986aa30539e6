import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openData} from '../src/database/database.js';
import type {LogEntry} from '../src/http/log.js';
import {SignatureStore} from '../src/signatures/store.js';
import {Aggregator} from '../src/tally/aggregator.js';
import {Clock} from '../src/tally/clock.js';
import {signature, trial} from './support.js';

test('a tally is later than the receipts in it and earlier than the others, even while the clock stands still or goes back', () => {
  let now = 1_000_000;
  const clock = new Clock(() => now);
  const moments = [clock.receipt(), clock.receipt(), clock.tally(), clock.tally(), clock.receipt(), clock.tally()].map((moment) => Date.parse(moment));
  const [first = 0, second = 0, tally = 0, tallyAgain = 0, third = 0, last = 0] = moments;
  assert.ok(first <= second && second < tally && tally <= tallyAgain && tallyAgain < third && third < last, String(moments));
  now = 500_000;
  assert.ok(Date.parse(clock.receipt()) > last);
  const restarted = new Clock(() => now);
  restarted.observe(new Date(last).toISOString());
  assert.ok(Date.parse(restarted.receipt()) > last);
});

test('counting and signing at once: a tally later than a receipt always holds it', async (context) => {
  const {data, server} = await trial(context);
  await server.close();
  const opened = await openData(data);
  // A clock that stands still is the hardest case: only the order of commits is left.
  const clock = new Clock(() => 1_000_000);
  const store = new SignatureStore(opened.database, clock);
  const aggregator = new Aggregator(opened.database, clock);
  await aggregator.read();
  const receipts: string[] = [];
  const tallies: {count: number; asOf: string}[] = [];
  const signing = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      const receipt = await store.add({petition: 'trial', signature: signature()});
      assert.ok(receipt !== 'key-reused');
      receipts.push(receipt.receivedAt);
    }
  };
  const counting = async () => {
    while (receipts.length < 160) {
      tallies.push(...await aggregator.count({affirm: tallies.length % 3 === 0}));
      await new Promise(setImmediate);
    }
  };
  await Promise.all([counting(), signing(), signing(), signing(), signing()]);
  tallies.push(...await aggregator.count());
  assert.ok(new Set(tallies.map(({count}) => count)).size > 5, 'the test did count in between');
  for (const {count, asOf} of tallies) assert.equal(receipts.filter((receivedAt) => asOf > receivedAt).length, count);
  assert.deepEqual(tallies.map(({asOf}) => asOf), tallies.map(({asOf}) => asOf).toSorted());
  await opened.close();
});

test('a tally that is not the number of its rows is put right at the start, and the log and the health say so', async (context) => {
  const {sign, tally, data, restart} = await trial(context);
  for (let turn = 0; turn < 3; turn += 1) await sign(signature());
  const before = await tally(3);
  const opened = await openData(data);
  await opened.database.updateTable('tally').set({count: 7}).execute();
  await opened.close();
  const entries: LogEntry[] = [];
  const again = await restart({log: (entry) => entries.push(entry)});
  const after = await again.tally(3);
  assert.ok(after.asOf > before.asOf);
  assert.deepEqual(entries[0], {event: 'difference', petition: 'trial', tally: 7, rows: 3});
  const health = await (await fetch(`${again.server.url}/health`)).json() as Record<string, unknown>;
  assert.deepEqual({status: health['status'], petitions: health['petitions'], differences: health['differences']}, {status: 'ok', petitions: 1, differences: 1});
});

test('what was not counted when the server died is counted at the next start', async (context) => {
  const {data, server, restart} = await trial(context);
  const opened = await openData(data);
  const store = new SignatureStore(opened.database, new Clock());
  for (let turn = 0; turn < 4; turn += 1) await store.add({petition: 'trial', signature: signature()});
  await opened.close();
  assert.equal((await fetch(`${server.url}/health`)).status, 200);
  const again = await restart();
  assert.equal((await (await fetch(`${again.src}/tally.json`)).json() as {count: number}).count, 4);
});

test('health says that counting fails, and that it goes on', async (context) => {
  const entries: LogEntry[] = [];
  const {data, server, sign, tally} = await trial(context, {log: (entry) => entries.push(entry)});
  const opened = await openData(data);
  const status = async () => (await fetch(`${server.url}/health`)).status;
  await opened.database.schema.alterTable('tally').renameTo('gone').execute();
  while (await status() !== 503) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal((await sign(signature())).status, 201, 'signing goes on');
  await opened.database.schema.alterTable('gone').renameTo('tally').execute();
  while (await status() !== 200) await new Promise((resolve) => setTimeout(resolve, 20));
  await opened.close();
  await tally(1);
  assert.ok(entries.some((entry) => entry.event === 'error' && entry.during === 'counting'));
});
