import assert from 'node:assert/strict';
import {once} from 'node:events';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {open} from 'node:fs/promises';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {start} from './command.js';
import {json, KEY, place, platform, stood} from './mirrored.js';

const OLD = {count: 1000, asOf: '2001-01-01T00:00:00Z'};

/** A platform whose count is one more for each that asks, and a published tally from before. */
const counting = async (context: TestContext) => {
  let count = 1000;
  const {url} = await platform(context, (_, __, response) => json(response, {total_signatures: count += 1}));
  const {cwd, path, published, put} = place(context, {tally: {platform: 'osdi', src: url, key: {variable: 'KEY'}}});
  put('tally.json', OLD);
  let runs = 0;
  /** Runs the command in a process of its own, with gates. */
  const run = (gates = '') => {
    const folder = join(cwd, `gates-${runs += 1}`);
    mkdirSync(folder);
    const child = start(cwd, {env: {...process.env, KEY, GATES: gates, GATE_FOLDER: folder}, imports: [import.meta.resolve('./gates.ts')]}, 'mirror', 'mirror.json');
    context.after(() => child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (said += part));
    const ended = (once(child, 'close') as Promise<[number | null, string | null]>).then(([code, signal]) => ({code, signal, said}));
    const reached = async (gate: string): Promise<void> => {
      while (!existsSync(join(folder, `${gate}.reached`))) {
        assert.equal(child.exitCode ?? child.signalCode, null, `It ended before ${gate}: ${said}`);
        await sleep(5);
      }
    };
    return {ended, reached, open: (gate: string) => { writeFileSync(join(folder, gate), ''); }};
  };
  return {run, path, published, files: () => readdirSync(path(''))};
};

const countOf = (tally: unknown): unknown => (tally as {count: unknown}).count;

test('a run that is killed while it writes leaves the old document whole, and the next one writes', async (context) => {
  await Promise.all(['die-half', 'die-whole'].map(async (gate) => {
    const {run, path, published, files} = await counting(context);
    const before = readFileSync(path('tally.json'), 'utf8');
    assert.equal((await run(gate).ended).signal, 'SIGKILL');
    assert.equal(readFileSync(path('tally.json'), 'utf8'), before, gate);
    assert.deepEqual(files(), ['tally.json', 'tally.json.partial'], 'it was in the middle of it');
    const {code, said} = await run('hurry').ended;
    assert.equal(code, 0, said);
    assert.equal(countOf(published('tally.json')), 1002);
    assert.deepEqual(files(), ['tally.json'], 'and it is cleared away');
  }));
});

test('of two runs at the same moment one waits, and what it knows is not put over what is newer', async (context) => {
  const {run, published, files} = await counting(context);
  const older = run('before-mkdir wait');
  await older.reached('before-mkdir');
  const newer = run('rename');
  await newer.reached('rename');
  older.open('before-mkdir');
  await older.reached('wait');
  assert.deepEqual(published('tally.json'), OLD);
  newer.open('rename');
  assert.equal((await newer.ended).code, 0);
  older.open('wait');
  const {code, said} = await older.ended;
  assert.equal(code, 0);
  assert.match(said, /^tally\.json: stays as it is: it is newer than what came, /);
  assert.equal(countOf(published('tally.json')), 1002);
  assert.deepEqual(files(), ['tally.json']);
});

test('a run that slept in the middle replaces nothing when it wakes', async (context) => {
  await Promise.all(['rename', 'after-mkdir'].map(async (gate) => {
    const {run, published, files} = await counting(context);
    const slept = run(gate);
    await slept.reached(gate);
    const other = run('rename hurry');
    await other.reached('rename');
    slept.open(gate);
    const {code, said} = await slept.ended;
    assert.equal(code, 5, gate);
    assert.match(said, /^error: tally\.json stays as it was: another run took over from this one/);
    assert.deepEqual(published('tally.json'), OLD);
    other.open('rename');
    assert.equal((await other.ended).code, 0);
    assert.equal(countOf(published('tally.json')), 1002);
    assert.deepEqual(files(), ['tally.json']);
  }));
});

test('of many runs at once the newest remains', async (context) => {
  const {run, published, files} = await counting(context);
  const outcomes = await Promise.all(Array.from({length: 3}, () => run().ended));
  assert.deepEqual(outcomes.map(({code}) => code), [0, 0, 0], outcomes.map(({said}) => said).join(''));
  const told = outcomes.map(({said}) => /(?:as of|came,) (\S+)\n/.exec(said)?.[1]).sort();
  assert.equal((published('tally.json') as {asOf: string}).asOf, told.at(-1));
  assert.deepEqual(files(), ['tally.json']);
});

test('a document is on the disk before it is published, and its name afterwards', async (context) => {
  const {run, path} = await stood(context, (response) => json(response, {total_signatures: 1001}));
  const probe = await open(path('tally.json'));
  const kept: unknown[] = [];
  const synced = context.mock.method(Object.getPrototypeOf(probe) as typeof probe, 'sync', async () => { kept.push((JSON.parse(readFileSync(path('tally.json'), 'utf8')) as {count: number}).count); });
  await probe.close();
  await run();
  assert.equal(synced.mock.callCount(), 2);
  assert.deepEqual(kept, [1000, 1001]);
});
