import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {readMirrorConfig} from '../src/mirror/config.js';
import {run} from './command.js';
import {json, KEY, osdiEvent, osdiPage, place, platform, UUID} from './mirrored.js';
import {folder} from './support.js';

const src = (url: string) => `${url}/api/v2/petitions/${UUID}`;

test('the command writes both files, says so, and says nothing of the key', async (context) => {
  const {url} = await platform(context, ({pathname}, request, response) => {
    assert.equal(request.headers['osdi-api-token'], KEY);
    json(response, pathname.endsWith('/events') ? osdiPage([osdiEvent(1)]) : {total_signatures: 12345});
  });
  const {cwd, put, path} = place(context, {
    tally: {platform: 'action-network', src: src(url), key: {file: 'key.txt'}},
    events: {platform: 'action-network', src: `${url}/api/v2/events`, key: {file: 'key.txt'}},
  });
  writeFileSync(join(cwd, 'key.txt'), `${KEY}\n`, {mode: 0o600});
  put('petition.json', {offers: ['getPetition', 'getTally']});
  const {code, out, error} = await run(cwd, 'mirror', 'mirror.json');
  assert.equal(code, 0, error);
  assert.match(out, /^tally\.json: 12345, as of 20[^\n]+Z\nevents\.json: 1 event\n$/);
  assert.equal(error, 'petition.json does not offer "listEvents", so no widget reads events.json: add it to "offers".\n');
  assert.deepEqual(readdirSync(path('')).sort(), ['events.json', 'petition.json', 'tally.json']);
  chmodSync(join(cwd, 'key.txt'), 0o644);
  const open = await run(cwd, 'mirror', 'mirror.json');
  assert.equal(open.code, 0);
  assert.match(open.error, /^Everybody on this computer can read the key in [^ ]+key\.txt: chmod 600 it\.\npetition\.json does not offer[^\n]+\n$/, 'once, for both');
  for (const text of [out, error, open.out, open.error, ...readdirSync(path('')).map((name) => readFileSync(path(name), 'utf8'))]) assert.ok(!text.includes(KEY));
});

test('each way to fail has its exit code, and one sentence', async (context) => {
  const {url} = await platform(context, (_, __, response) => json(response, {error: 'API Key invalid or not present'}, 403));
  const file = {file: 'key.txt'};
  const {cwd, path} = place(context, {tally: {platform: 'action-network', src: src(url), key: file}, events: {platform: 'osdi', src: `${url}/events`, key: file}});
  writeFileSync(join(cwd, 'key.txt'), KEY, {mode: 0o600});
  writeFileSync(join(cwd, 'broken.json'), '{"folder": ');
  writeFileSync(join(cwd, 'twice.json'), '\uFEFF{"folder": "public", "tally": {"platform": "osdi", "platform": "json"}}');
  writeFileSync(join(cwd, 'away.json'), JSON.stringify({folder: 'away', tally: {platform: 'osdi', src: url}}));
  const outcomes = await Promise.all([
    run(cwd, 'mirror', 'mirror.json'), run(cwd, 'mirror', 'broken.json'), run(cwd, 'mirror'), run(cwd, 'mirror', 'nowhere.json'), run(cwd, 'mirror', 'away.json'), run(cwd, 'mirror', 'mirror.json', '--key', KEY), run(cwd, 'mirror', 'twice.json'), run(cwd, 'mirror', '--help'),
  ]);
  assert.deepEqual(outcomes.map(({code}) => code), [6, 1, 2, 5, 5, 2, 1, 0]);
  for (const {error} of outcomes.slice(0, 7)) assert.match(error, /^error: [^\n]+\n$/);
  assert.match(outcomes[0].error, /^error: tally\.json stays as it was: http[^ ]+ answered with status 403 \(forbidden\)\. Check the key: it may be wrong, or not allowed to read this\. events\.json stays as it was: /);
  assert.match(outcomes[1].error, /broken\.json: The text is not JSON\.\n$/);
  assert.match(outcomes[6].error, /twice\.json: tally\.platform: A member comes twice\.\n$/);
  for (const {out, error} of outcomes) assert.ok(!(out + error).includes(KEY));
  assert.match(outcomes[7].out, /Example:\n {2}\S+ sphere-petition-server mirror [^]*Exit codes:[^]* 6 {2}a platform/);
  assert.deepEqual(readdirSync(path('')), []);
});

const guide = readFileSync(fileURLToPath(new URL('../../docs/adapters/mirror.md', import.meta.url)), 'utf8');

test('the configurations in the guide are as the command reads them', async (context) => {
  const found = [...guide.matchAll(/^```jsonc\n([^]*?)^```/gm)].map(([, code = '']) => code);
  assert.equal(found.length, 2);
  for (const code of found) {
    const file = join(folder(context), 'mirror.json');
    writeFileSync(file, code);
    await readMirrorConfig(file);
  }
});

test('the workflow in the guide keeps what is new, is content where nothing is, and fails where it cannot be kept', (context) => {
  const [, script = ''] = /^ {8}run: \|\n((?: {10}.*\n)+)/m.exec(guide) ?? [];
  const cwd = folder(context);
  const env = {PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1'};
  const git = (...words: string[]) => execFileSync('git', words, {cwd, env, encoding: 'utf8', stdio: 'pipe'});
  git('init', '--quiet', '--bare', 'origin.git');
  git('clone', '--quiet', 'origin.git', 'work');
  const work = join(cwd, 'work');
  // As GitHub runs a step.
  const step = () => spawnSync('bash', ['-e', '-c', script], {cwd: work, env}).status;
  const write = (count: number) => { writeFileSync(join(work, 'public', 'tally.json'), JSON.stringify({count})); };
  const kept = () => git('-C', 'origin.git', 'log', '--format=%s').trim().split('\n');
  mkdirSync(join(work, 'public'));
  write(1);
  assert.equal(step(), 0);
  assert.deepEqual(kept(), ['Count and events']);
  assert.equal(step(), 0, 'nothing is new');
  assert.equal(kept().length, 1);
  write(2);
  assert.equal(step(), 0);
  assert.equal(kept().length, 2);

  git('clone', '--quiet', 'origin.git', 'other');
  git('-C', 'other', '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '--quiet', '--allow-empty', '-m', 'Meanwhile');
  git('-C', 'other', 'push', '--quiet');
  write(3);
  assert.notEqual(step(), 0, 'somebody else was faster');
  assert.equal(kept()[0], 'Meanwhile');
});
