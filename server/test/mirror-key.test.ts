import assert from 'node:assert/strict';
import {mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {shownKey} from '../src/mirror/key.js';
import {json, KEY, osdiEvent, osdiPage, place, platform, stood} from './mirrored.js';

const key = {variable: 'KEY'};

test('the key follows no redirect and no list to another host', async (context) => {
  const thief = await platform(context, (_, __, response) => json(response, {total_signatures: 9_999_999, ...osdiPage([osdiEvent(1)])}));
  const moved = await stood(context, (response) => response.writeHead(302, {Location: `${thief.url}/petition`}).end());
  assert.match((await moved.run())[0] ?? '', /petition leads on to http:\/\/127\.0\.0\.1:\d+, which is not asked and gets no key\. Check/);
  const {url} = await platform(context, (_, __, response) => json(response, osdiPage([osdiEvent(1)], `${thief.url}/events?page=2`)));
  const listed = place(context, {events: {platform: 'osdi', src: `${url}/events`, key}});
  assert.match((await listed.run())[0] ?? '', /events leads on to http:/);
  assert.deepEqual(thief.heard, []);
  assert.deepEqual(readdirSync(listed.path('')), []);

  const within = await stood(context, (response, path) => (path === '/petition' ? response.writeHead(301, {Location: '/petitions/7'}).end() : json(response, {total_signatures: 1002})));
  assert.deepEqual(await within.run(), ['tally.json: 1002, as of 2026-11-26T09:00:00.000Z']);
  assert.deepEqual(within.heard.map((request) => request.key), [KEY, KEY]);
  const round = await stood(context, (response) => response.writeHead(302, {Location: '/petition'}).end());
  assert.match((await round.run())[0] ?? '', /leads on more than 5 times/);
  assert.equal(round.heard.length, 6);

  const asked = context.mock.method(globalThis, 'fetch', async () => new Response(null, {status: 302, headers: {Location: 'http://crm.example/p'}}));
  const open = place(context, {tally: {platform: 'osdi', src: 'https://crm.example/p', key}});
  assert.match((await open.run())[0] ?? '', /crm\.example\/p leads on to http:\/\/crm\.example, which is not asked/, 'nor to the same host without its lock');
  assert.equal(asked.mock.callCount(), 1);
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
  for (const [config, expected] of wrong) {
    const {run, put} = place(context, config);
    put('key.txt', KEY);
    assert.match((await run())[0] ?? '', expected);
  }
  const odd = place(context, tally({key: {file: 'key.txt'}}));
  writeFileSync(join(odd.cwd, 'key.txt'), `${KEY}\nand a second line`);
  const [said = ''] = await odd.run();
  assert.match(said, /holds something that cannot be a key/);
  assert.ok(!said.includes(KEY));
});

test('a key is shown as its platform wants it, and only where nobody else hears it', async () => {
  const shown = async (source: object, src = 'https://crm.example', text = KEY) => {
    const {header, value} = await shownKey({...key, ...source}, new URL(src), {folder: '/public'}, 'Authorization', {KEY: text});
    return `${header}: ${value}`;
  };
  assert.equal(await shown({}), `Authorization: Bearer ${KEY}`);
  assert.equal(await shown({header: 'authorization'}), `authorization: Bearer ${KEY}`);
  assert.equal(await shown({header: 'X-Key'}), `X-Key: ${KEY}`);
  assert.equal(await shown({header: 'X-Key', scheme: 'Bearer'}), `X-Key: Bearer ${KEY}`);
  assert.equal(await shown({scheme: 'Basic'}, 'https://crm.example', 'ada:s3cret'), `Authorization: Basic ${Buffer.from('ada:s3cret').toString('base64')}`);
  for (const src of ['http://localhost:80', 'http://127.0.0.1', 'http://[::1]:3000']) assert.equal(await shown({}, src), `Authorization: Bearer ${KEY}`);
  for (const src of ['http://crm.example', 'http://localhost.example', 'http://127.0.0.1.example', 'http://10.0.0.1']) await assert.rejects(shown({}, src), /would be shown the key in the open\. Write its address with https:/, src);
  for (const text of ['', ' \n']) await assert.rejects(shown({}, undefined, text), /KEY holds no key\. Set it for this command alone/);
  for (const text of ['7 signs', 'seven77', 'two words and more', 'clé-de-la-porte', 'one-line\nand-another']) await assert.rejects(shown({}, undefined, text), /^MirrorError: The environment variable KEY holds something that cannot be a key: at least 8 ASCII/, text);
});

test('a key in the published folder is found by another name too', async (context) => {
  const filed = (file: string) => place(context, {tally: {platform: 'osdi', src: 'https://crm.example/p', key: {file}}});
  const linked = filed('elsewhere/key.txt');
  writeFileSync(join(linked.cwd, 'public', 'key.txt'), KEY);
  symlinkSync(join(linked.cwd, 'public'), join(linked.cwd, 'elsewhere'));
  assert.match((await linked.run())[0] ?? '', /^tally\.json input: The key's file .* lies in the folder that is published/);
  const beside = filed('public-keys/key.txt');
  mkdirSync(join(beside.cwd, 'public-keys'));
  writeFileSync(join(beside.cwd, 'public-keys', 'key.txt'), 'short');
  assert.match((await beside.run())[0] ?? '', /holds something that cannot be a key/, 'a name that begins alike is another folder');
});

test('a platform that tells the key to everyone is not passed on, whatever it says, however it is written', async (context) => {
  const canary = 'can"ary-c0ffee00c0ffee00';
  const base64 = Buffer.from(canary).toString('base64');
  const fitting = canary.replace('"', '-');
  const told = async (secret: string, answer: Parameters<typeof platform>[1], source: object = {}) => {
    const {url} = await platform(context, answer);
    const {run, path, put, cwd} = place(context, {tally: {platform: 'osdi', src: `${url}/p`, key: {file: 'key.txt', ...source}}, events: {platform: 'json', src: `${url}/e`, key: {file: 'key.txt', ...source}, settings: {event: 'id = id; title = title; startsAt = at'}}});
    writeFileSync(join(cwd, 'key.txt'), secret);
    put('tally.json', {count: 1});
    const said = (await run()).join('\n');
    const all = said + readdirSync(path('')).map((name) => name + readFileSync(path(name), 'utf8')).join('\n');
    for (const form of [secret, Buffer.from(secret).toString('base64'), JSON.stringify(secret).slice(1, -1)]) assert.ok(!all.includes(form), all);
    return said;
  };
  const echo = (text: string): Parameters<typeof platform>[1] => ({pathname}, _, response) => json(response, pathname === '/p' ? {total_signatures: text} : [{id: 'a', title: text, at: '2199-01-01T00:00:00Z'}]);
  assert.match(await told(canary, echo(canary)), /tells no count.*\n.*quotes the key in its answer, which is not published\.$/);
  assert.match(await told(canary, echo(base64), {scheme: 'Basic'}), /quotes the key/);
  const led = await told(fitting, ({pathname}, _, response) => (pathname === '/p' ? response.writeHead(302, {Location: `/login/${fitting}`}).end() : json(response, {type: fitting, title: fitting}, 403, {'Content-Type': 'application/problem+json'})));
  assert.match(led, /\/login\/… answered with status 403 \(forbidden\)\. Check the key.*\n.*\/e answered with status 403/);
  assert.match(await told(fitting, (_, __, response) => response.writeHead(302, {Location: `https://${fitting}.example/`}).end()), /leads on to https:\/\/…\.example, which is not asked/);
  const named = {type: 'x', title: 'x', status: 422, code: 'invalid', issues: [{path: fitting, reason: fitting}]};
  assert.match(await told(fitting, (_, __, response) => json(response, named, 422, {'Content-Type': 'application/problem+json'})), /status 422 \(invalid\)\. It names "…"/);
});
