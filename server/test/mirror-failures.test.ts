import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ServerResponse} from 'node:http';
import {test, type TestContext} from 'node:test';
import {json, KEY, osdiEvent, osdiPage, place, platform} from './mirrored.js';

const key = {variable: 'KEY'};
const GOOD = {count: 1000, asOf: '2026-11-26T08:00:00Z'};

/** A mirror of a platform that gives one answer, with a good file from before. */
const stood = async (context: TestContext, answer: (response: ServerResponse, path: string) => void, before: object = GOOD) => {
  const {url, heard} = await platform(context, ({pathname}, _, response) => answer(response, pathname));
  const mirrored = place(context, {tally: {platform: 'osdi', src: `${url}/petition?secret=query`, key}});
  mirrored.put('tally.json', before);
  return {...mirrored, url, heard};
};

const LIES: readonly [string, (response: ServerResponse) => void, RegExp][] = [
  ['no count', (response) => json(response, {title: 'A petition'}), /finds no whole number from 0 up at "total_signatures \| total_submissions"/],
  ['a count of null', (response) => json(response, {total_signatures: null}), /finds no whole number/],
  ['a count below 0', (response) => json(response, {total_signatures: -1}), /finds no whole number/],
  ['a count with a fraction', (response) => json(response, {total_signatures: 1.5}), /finds no whole number/],
  ['a grouped number', (response) => json(response, {total_signatures: '1,234'}), /finds no whole number/],
  ['a page of HTML', (response) => response.writeHead(200, {'Content-Type': 'text/html'}).end('<!doctype html><title>Maintenance</title>'), /a page of HTML instead of JSON/],
  ['nothing', (response) => response.writeHead(200).end(), /nothing instead of JSON/],
  ['half an answer', (response) => response.writeHead(200, {'Content-Type': 'application/json'}).end('{"total_sign'), /text that is broken/],
  ['a list', (response) => json(response, [1, 2]), /finds no whole number/],
  ['a refusal', (response) => json(response, {error: 'API Key invalid or not present'}, 403), /status 403 \(forbidden\)\. Check the key\.$/],
  ['no such petition', (response) => json(response, {error: 'Not found'}, 404), /status 404 \(not-found\)\.$/],
];

test('a platform that fails or lies leaves the last good file, byte for byte', async (context) => {
  for (const [name, answer, expected] of LIES) {
    const {run, path} = await stood(context, answer);
    const before = readFileSync(path('tally.json'), 'utf8');
    const [said = ''] = await run();
    assert.match(said, /^tally\.json platform: /, name);
    assert.match(said, expected, name);
    assert.doesNotMatch(said, /secret|query/, 'the query is not told');
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
  assert.match((await long.run())[0] ?? '', /status 429 \(rate-limited\)/);
  assert.deepEqual([long.waits, long.heard.length], [[], 1]);

  const down = await stood(context, (response) => json(response, {error: 'down'}, 503));
  assert.match((await down.run())[0] ?? '', /status 503 \(unavailable\)/);
  assert.deepEqual([down.waits, down.heard.length], [[1000, 2000, 4000, 8000], 5]);
  assert.deepEqual(down.published('tally.json'), GOOD);

  const gone = await stood(context, (response) => response.socket?.destroy());
  assert.match((await gone.run())[0] ?? '', /petition gave no answer \([A-Z_]+\)\.$/);
});

test('the key follows no redirect and no list to another host', async (context) => {
  const thief = await platform(context, (_, __, response) => json(response, {total_signatures: 9_999_999, ...osdiPage([osdiEvent(1)])}));
  const moved = await stood(context, (response) => response.writeHead(302, {Location: `${thief.url}/petition`}).end());
  assert.match((await moved.run())[0] ?? '', /leads on to another host, 127\.0\.0\.1:\d+, which is not asked/);
  const {url} = await platform(context, (_, __, response) => json(response, osdiPage([osdiEvent(1)], `${thief.url}/events?page=2`)));
  const listed = place(context, {events: {platform: 'osdi', src: `${url}/events`, key}});
  assert.match((await listed.run())[0] ?? '', /leads on to another host/);
  assert.deepEqual(thief.heard, []);
  assert.deepEqual(readdirSync(listed.path('')), []);

  const within = await stood(context, (response, path) => (path === '/petition' ? response.writeHead(301, {Location: '/petitions/7'}).end() : json(response, {total_signatures: 1002})));
  assert.deepEqual(await within.run(), ['tally.json: 1002, as of 2026-11-26T09:00:00.000Z']);
  assert.deepEqual(within.heard.map((request) => request.key), [KEY, KEY]);
  const round = await stood(context, (response) => response.writeHead(302, {Location: '/petition'}).end());
  assert.match((await round.run())[0] ?? '', /leads on more than 5 times/);
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
  left = 24;
  later(60_000);
  assert.match((await run())[0] ?? '', /says 24 where it said 50/);
  assert.equal(size(), 50);
  await run({allowFall: true});
  assert.equal(size(), 24);
});

test('older data never replace newer, and nobody waits for a time to come', async (context) => {
  const newer = await stood(context, (response) => json(response, {total_signatures: 900}), {...GOOD, asOf: '2026-11-26T09:02:00Z'});
  assert.deepEqual(await newer.run(), ['tally.json: stays as it is: it is newer than what came, 2026-11-26T09:00:00.000Z']);
  assert.equal((newer.published('tally.json') as {count: number}).count, 1000);

  const future = await stood(context, (response) => json(response, {total_signatures: 1001}), {...GOOD, asOf: '2027-11-26T09:00:00Z'});
  assert.match((await future.run())[0] ?? '', /^tally\.json file: it says that it is of 2027-11-26T09:00:00Z, which is yet to come/);

  const {url} = await platform(context, (_, __, response) => json(response, {n: 5, at: '2027-01-01T00:00:00Z'}));
  const dated = place(context, {tally: {platform: 'json', src: url, settings: {'count': 'n', 'as-of': 'at'}}});
  assert.match((await dated.run())[0] ?? '', /dates its answer 2027-01-01T00:00:00Z, which is yet to come/);
});

test('one file that fails leaves the other to be written', async (context) => {
  const {url} = await platform(context, ({pathname}, _, response) => (pathname === '/petition' ? json(response, {}, 404) : json(response, osdiPage([osdiEvent(1)]))));
  const {run, path} = place(context, {tally: {platform: 'osdi', src: `${url}/petition`, key}, events: {platform: 'osdi', src: `${url}/events`, key}});
  assert.match((await run()).join('\n'), /^tally\.json platform: .*\nevents\.json: 1 events$/);
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

test('the key comes from where the configuration says, and never out again', async (context) => {
  const {url, heard} = await platform(context, (_, __, response) => json(response, {total_signatures: 1, name: KEY, events: [{id: 'a', title: `Your key ${KEY}`, startsAt: '2199-01-01T00:00:00Z'}]}));
  const tally = (changes: object) => ({tally: {platform: 'osdi', src: `${url}/p`, ...changes}});
  const filed = place(context, tally({key: {file: 'key.txt'}}));
  writeFileSync(join(filed.cwd, 'key.txt'), `${KEY}\n`);
  assert.match((await filed.run())[0] ?? '', /^tally\.json: 1,/);
  assert.equal(heard[0]?.key, KEY);

  const quoting = place(context, {events: {platform: 'json', src: url, key: {...key, header: 'OSDI-API-Token'}, settings: {'events-list': 'events', 'event': 'id = id; title = title; startsAt = startsAt'}}});
  assert.deepEqual(await quoting.run(), ['events.json platform: the platform quotes the key in its answer, which is not published.']);
  assert.deepEqual(readdirSync(quoting.path('')), []);

  const wrong: readonly [object, RegExp][] = [
    [tally({key: {variable: 'NOWHERE'}}), /The environment variable NOWHERE holds no key/],
    [tally({key: {file: 'nowhere.txt'}}), /nowhere\.txt cannot be read/],
    [tally({key: {file: 'public/key.txt'}}), /lies in the folder that is published/],
    [{tally: {platform: 'osdi', src: 'http://crm.example.org/p', key}}, /would be shown the key in the open/],
  ];
  for (const [config, expected] of wrong) assert.match((await place(context, config).run())[0] ?? '', expected);
  const odd = place(context, tally({key: {file: 'key.txt'}}));
  writeFileSync(join(odd.cwd, 'key.txt'), `${KEY}\nand a second line`);
  const [said = ''] = await odd.run();
  assert.match(said, /holds something that cannot be a key/);
  assert.ok(!said.includes(KEY));
});

test('a configuration that is wrong is named, and nobody is asked', async (context) => {
  const src = 'https://actionnetwork.org/api/v2/petitions/7';
  const wrong: readonly [object, RegExp][] = [
    [{}, /it has neither "tally" nor "events"/],
    [{tally: {platform: 'action-network', src, key: KEY}}, /tally\.key/],
    [{tally: {platform: 'action-network', src, key: {...key, file: 'x'}}}, /"tally\.key" is to name either a "variable" or a "file"/],
    [{tally: {platform: 'action-network', src, gaol: 1}}, /gaol/],
    [{tally: {platform: 'civicrm', src}}, /tally\.platform/],
    [{events: {platform: 'actionkit', src}}, /events\.platform/],
    [{tally: {platform: 'json', src, settings: {}}}, /"tally\.settings\.count" is missing/],
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
});
