import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, statSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import {GOOD, json, KEY, osdiEvent, osdiPage, place, platform, stood} from './mirrored.js';

const key = {variable: 'KEY'};

const LOOK = 'Check "tally.src"; if it is right, the platform has changed or is in repair.';
const NO_COUNT = `tells no count: there is no whole number from 0 up at "total_signatures | total_submissions". ${LOOK}`;

const LIES: readonly [string, (response: ServerResponse) => void, string][] = [
  ['no count', (response) => json(response, {title: 'A petition'}), NO_COUNT],
  ['a count of null', (response) => json(response, {total_signatures: null}), NO_COUNT],
  ['a count below 0', (response) => json(response, {total_signatures: -1}), NO_COUNT],
  ['a count with a fraction', (response) => json(response, {total_signatures: 1.5}), NO_COUNT],
  ['a grouped number', (response) => json(response, {total_signatures: '1,234'}), NO_COUNT],
  ['a list', (response) => json(response, [1, 2]), NO_COUNT],
  ['a page of HTML', (response) => response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><title>Maintenance</title>'), `answered with a page of HTML instead of JSON. ${LOOK}`],
  ['nothing', (response) => response.writeHead(200).end(), `answered with nothing instead of JSON. ${LOOK}`],
  ['half an answer', (response) => response.writeHead(200, {'Content-Type': 'application/json'}).end('{"total_sign'), `answered with text that is broken instead of JSON. ${LOOK}`],
  ['a letter that is cut off', (response) => response.end(Buffer.concat([Buffer.from('{"total_signatures": 5}'), Buffer.from([0xc3])])), `answered with text that is broken instead of JSON. ${LOOK}`],
  ['a redirect to nowhere', (response) => response.writeHead(302).end(), `answered with status 302 (invalid-response). ${LOOK}`],
  ['a key that is wrong', (response) => json(response, {error: 'API Key invalid or not present'}, 401), 'answered with status 401 (forbidden). Check the key: it may be wrong, or not allowed to read this.'],
  ['a refusal', (response) => json(response, {error: 'API Key invalid or not present'}, 403), 'answered with status 403 (forbidden). Check the key: it may be wrong, or not allowed to read this.'],
  ['no such petition', (response) => json(response, {error: 'Not found'}, 404), `answered with status 404 (not-found). ${LOOK}`],
  ['a petition that is gone', (response) => response.writeHead(410).end('<title>Gone'), `answered with status 410 (not-found). ${LOOK}`],
  ['more than anybody signs', (response) => { response.writeHead(200); for (let part = 0; part < 51; part++) response.write(' '.repeat(1e6)); response.end('{}'); }, `answered with more than 50 MB. ${LOOK}`],
];

test('a platform that fails or lies leaves the last good file, byte for byte', async (context) => {
  for (const [name, answer, expected] of LIES) {
    const {run, path, url, heard} = await stood(context, answer);
    const before = readFileSync(path('tally.json'), 'utf8');
    assert.deepEqual(await run(), [`tally.json platform: ${url}/petition ${expected}`], name);
    assert.equal(heard.length, 1, 'and is not asked for it again');
    assert.equal(readFileSync(path('tally.json'), 'utf8'), before, name);
    assert.deepEqual(readdirSync(path('')), ['tally.json'], name);
  }
});

test('a platform that asks for a pause gets it; one that asks for too long, or fails again and again, is left alone', async (context) => {
  // backend-apis.md §3.4 [V-use]: 429 with an error; Retry-After by RFC 9110.
  let asked = 0;
  const busy = await stood(context, (response) => (asked++ === 0 ? json(response, {error: 'Too many requests'}, 429, {'Retry-After': '7'}) : json(response, {total_signatures: 1001})));
  assert.deepEqual(await busy.run(), ['tally.json: 1001, as of 2026-11-26T09:00:00.000Z'], 'as of when the first question left');
  assert.deepEqual(busy.waits, [7000]);

  const long = await stood(context, (response) => json(response, {error: 'Too many requests'}, 429, {'Retry-After': '3600'}));
  assert.match((await long.run())[0] ?? '', /status 429 \(rate-limited\)\. Run the command less often, and not within the next 3600 s\.$/);
  assert.deepEqual([long.waits, long.heard.length], [[], 1]);

  const down = await stood(context, (response) => json(response, {error: 'down'}, 503));
  assert.match((await down.run())[0] ?? '', /status 503 \(unavailable\)\. The next run asks again\.$/);
  assert.deepEqual([down.waits, down.heard.length], [[1000, 2000, 4000, 8000], 5]);
  assert.deepEqual(down.published('tally.json'), GOOD);

  const patient = await stood(context, (response) => json(response, {error: 'Too many requests'}, 429, {'Retry-After': '250'}));
  assert.match((await patient.run())[0] ?? '', /within the next 250 s\.$/);
  assert.deepEqual(patient.waits, [250_000, 250_000], 'no longer than ten minutes in all');
  const hasty = await stood(context, (response) => json(response, {error: 'Too many requests'}, 429, {'Retry-After': '0'}));
  assert.match((await hasty.run())[0] ?? '', /Run the command less often\.$/);
  assert.deepEqual(hasty.waits, [1000, 2000, 4000, 8000], 'each time longer, whatever it says');

  const gone = await stood(context, (response) => response.socket?.destroy());
  assert.match((await gone.run())[0] ?? '', /petition gave no answer \([A-Z_]+\)\. Check "tally\.src", and whether this computer is connected\.$/);
  context.mock.method(AbortSignal, 'timeout', () => AbortSignal.abort(new DOMException('The key is in these words: c0ffee', 'TimeoutError')));
  const slow = await stood(context, () => undefined);
  assert.deepEqual(await slow.run(), [`tally.json platform: ${slow.url}/petition did not answer within 30 s. The next run asks again.`]);
  assert.equal(slow.waits.length, 4);
});

test('a list that goes in a circle, is none, or holds nothing readable, is not published', async (context) => {
  const answers: readonly [object, RegExp][] = [
    [osdiPage([osdiEvent(1)], '?'), /leads back to a part that was read/],
    [{_embedded: {}}, /"_embedded\.osdi:events" is missing/],
    [{_embedded: {'osdi:events': {}}}, /"_embedded\.osdi:events" is no list/],
    [osdiPage([osdiEvent(1, {title: 7_000, start_date: 'soon'}), osdiEvent(2, {start_date: '2199-02-30T10:00:00Z'})]), /None of 2 events could be read; the first wrong member is "events\.0\.startsAt"/],
  ];
  for (const [answer, expected] of answers) {
    const {url} = await platform(context, (_, __, response) => json(response, answer));
    const {run, published, put} = place(context, {events: {platform: 'osdi', src: `${url}/events?`, key}});
    put('events.json', {events: []});
    assert.match((await run())[0] ?? '', expected);
    assert.deepEqual(published('events.json'), {events: []});
  }
});

test('what is published and is no document is replaced', async (context) => {
  const {run, put, published} = await stood(context, (response) => json(response, {total_signatures: 1001}));
  for (const broken of ['{"cou', '', '5', 'null']) {
    put('tally.json', broken);
    assert.deepEqual(await run(), ['tally.json: 1001, as of 2026-11-26T09:00:00.000Z'], broken);
    assert.equal((published('tally.json') as {count: unknown}).count, 1001);
  }
});

test('a count that falls a little is published; one that falls far waits for a person', async (context) => {
  const counts: readonly [number, number, boolean][] = [[1000, 900, true], [1000, 899, false], [1000, 0, false], [12, 2, true], [12, 1, false], [1000, 1000, true]];
  for (const [before, now, published] of counts) {
    const mirrored = await stood(context, (response) => json(response, {total_signatures: now}), {...GOOD, count: before});
    const [said = ''] = await mirrored.run();
    assert.equal((mirrored.published('tally.json') as {count: number}).count, published ? now : before, `${before} to ${now}`);
    if (published) continue;
    assert.match(said, new RegExp(`the platform says ${now} where it said ${before} before; if that is right, run once with --allow-fall`));
    assert.deepEqual(await mirrored.run({allowFall: true}), [`tally.json: ${now}, as of 2026-11-26T09:00:00.000Z`]);
  }
});

test('a list that loses more than half of its events waits for a person', async (context) => {
  let left = 50;
  const {url} = await platform(context, (_, __, response) => json(response, osdiPage(Array.from({length: left}, (___, number) => osdiEvent(number)))));
  const {run, published, later} = place(context, {events: {platform: 'osdi', src: `${url}/events`, key}});
  const size = () => (published('events.json') as {events: unknown[]}).events.length;
  await run();
  left = 25;
  later(60_000);
  assert.deepEqual(await run(), ['events.json: 25 events'], 'half of them may be over, and taken down');
  left = 12;
  assert.match((await run())[0] ?? '', /says 12 where it said 25/);
  assert.equal(size(), 25);
  await run({allowFall: true});
  assert.equal(size(), 12);
});

test('older data never replace newer, and nobody waits for a time to come', async (context) => {
  const newer = await stood(context, (response) => json(response, {total_signatures: 900}), {...GOOD, asOf: '2026-11-26T09:02:00Z'});
  assert.deepEqual(await newer.run(), ['tally.json: stays as it is: it is newer than what came, 2026-11-26T09:00:00.000Z']);
  assert.equal((newer.published('tally.json') as {count: number}).count, 1000);

  const future = await stood(context, (response) => json(response, {total_signatures: 1001}), {...GOOD, asOf: '2027-11-26T09:00:00Z'});
  assert.match((await future.run())[0] ?? '', /^tally\.json file: it says that it is of 2027-11-26T09:00:00Z, which is yet to come/);

  let at = '2027-01-01T00:00:00Z';
  const {url} = await platform(context, (_, __, response) => json(response, {n: 5, at}));
  const dated = place(context, {tally: {platform: 'json', src: url, settings: {'count': 'n', 'as-of': 'at'}}});
  assert.match((await dated.run())[0] ?? '', /dates its answer 2027-01-01T00:00:00Z, which is yet to come/);
  at = '2026-11-26T09:06:00Z';
  assert.match((await dated.run())[0] ?? '', /which is yet to come/);
  at = '2026-11-26T09:04:00Z';
  assert.deepEqual(await dated.run(), ['tally.json: 5, as of 2026-11-26T09:04:00Z'], 'clocks differ');
  assert.deepEqual(await dated.run(), ['tally.json: 5, as of 2026-11-26T09:04:00Z'], 'what is as new is no older');
});

test('one file that fails leaves the other to be written', async (context) => {
  const {url} = await platform(context, ({pathname}, _, response) => (pathname === '/petition' ? json(response, {}, 404) : json(response, osdiPage([osdiEvent(1)]))));
  const {run, path} = place(context, {tally: {platform: 'osdi', src: `${url}/petition`, key}, events: {platform: 'osdi', src: `${url}/events`, key}});
  assert.match((await run()).join('\n'), /^tally\.json platform: .*\nevents\.json: 1 event$/);
  assert.deepEqual(readdirSync(path('')), ['events.json']);
});

test('a run that died long ago is in nobody’s way, and everybody may read what is published', async (context) => {
  const {run, put, path, waits} = await stood(context, (response) => json(response, {total_signatures: 1001}));
  put('petition.json', {});
  mkdirSync(path('tally.json.partial'));
  put('tally.json.partial/1', '{"cou');
  assert.match((await run())[0] ?? '', /^tally\.json: 1001/);
  assert.equal(waits.reduce((sum, wait) => sum + wait, 0), 30_000, 'it is given half a minute');
  assert.deepEqual(readdirSync(path('')).sort(), ['petition.json', 'tally.json']);
  assert.equal(statSync(path('tally.json')).mode & 0o444, statSync(path('petition.json')).mode & 0o444);
});

test('a configuration that is wrong is named, and nobody is asked', async (context) => {
  const src = 'https://actionnetwork.org/api/v2/petitions/7';
  const wrong: readonly [object, RegExp][] = [
    [{}, /it has neither "tally" nor "events"/],
    [{tally: {platform: 'action-network', src, key: KEY}}, /tally\.key/],
    [{tally: {platform: 'action-network', src, key: {...key, file: 'x'}}}, /"tally\.key" is to name either a "variable" or a "file"/],
    [{events: {platform: 'osdi', src, key: {}}}, /"events\.key" is to name either a "variable" or a "file"/],
    [{tally: {platform: 'osdi', src, key: {...key, header: `X: ${KEY}`}}}, /"tally\.key\.header" \(not in the form expected\)/],
    [{tally: {platform: 'osdi', src, key: {...key, scheme: KEY}}}, /"tally\.key\.scheme" \(expected one of Bearer, Basic\)/],
    [{tally: {platform: 'osdi', src, key: {variable: `$${KEY}`}}}, /"tally\.key\.variable"/],
    [{tally: {platform: 'osdi', src: `https://ada:${KEY}@crm.example/p`}}, /"tally\.src" holds a key, which does not belong/],
    [{events: {platform: 'osdi', src: `https://crm.example/p?OSDI-api-token=${KEY}`}}, /"events\.src" holds a key/],
    [{tally: {platform: 'osdi', src: 'https://['}}, /"tally\.src" is no address/],
    [{tally: {platform: 'action-network', src, gaol: 1}}, /gaol/],
    [{tally: {platform: 'civicrm', src}}, /tally\.platform/],
    [{events: {platform: 'actionkit', src}}, /events\.platform/],
    [{tally: {platform: 'json', src, settings: {}}}, /"tally\.settings\.count" is missing/],
    [{events: {platform: 'json', src, settings: {count: 'n'}}}, /"events\.settings\.event" is missing/],
    [{tally: {platform: 'json', src, settings: {cuont: 'n'}}}, /its setting "cuont" \(unknown setting\)/],
  ];
  for (const [config, expected] of wrong) {
    await assert.rejects(place(context, config).run(), (error: Error) => {
      assert.match(error.message, expected);
      assert.ok(!error.message.includes(KEY));
      return true;
    });
  }
  assert.match((await place(context, {tally: {platform: 'action-network', src: 'https://actionnetwork.org/petitions/save-the-park'}}).run())[0] ?? '', /^tally\.json input: "tally\.src" is not in Action Network's API/);
  await assert.rejects(place(context, {folder: 'nowhere', tally: {platform: 'osdi', src}}).run(), /The folder .*nowhere cannot be used/);
  await assert.rejects(place(context, {folder: 'mirror.json', tally: {platform: 'osdi', src}}).run(), /mirror\.json is no folder\.$/);
});
