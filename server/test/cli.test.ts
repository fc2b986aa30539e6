import assert from 'node:assert/strict';
import {once} from 'node:events';
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {test} from 'node:test';
import {openData} from '../src/database/database.js';
import {SignatureStore} from '../src/signatures/store.js';
import {Clock} from '../src/tally/clock.js';
import {run} from './command.js';
import {campaign, folder, signature} from './support.js';

test('help, version and a wrong command line', async (context) => {
  const cwd = folder(context);
  const outcomes = await Promise.all([
    run(cwd, '--help'), run(cwd, 'serve', '--help'), run(cwd, 'campaign', 'import', '--help'), run(cwd, 'export', '--help'), run(cwd, 'events', 'accept', '--help'),
    run(cwd, '--version'), run(cwd, 'sign'), run(cwd, 'serve', '--port', '70000'), run(cwd, 'serve', '--tally-interval', '0'), run(cwd, 'export'), run(cwd, 'serve', '--site', 'nowhere'),
  ]);
  assert.deepEqual(outcomes.map(({code}) => code), [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2]);
  for (const {out} of outcomes.slice(0, 5)) assert.match(out, /Example:\n {2}sphere-petition-server [^]*Exit codes:/);
  assert.match(outcomes[5].out, /^\d+\.\d+\.\d+\n$/);
  for (const {error} of outcomes.slice(6)) assert.match(error, /^error: .+\.?\n$/);
});

test('a campaign from the first document to the data file', async (context) => {
  const cwd = folder(context);
  assert.equal((await run(cwd, 'campaign', 'new', 'safe-exit.json')).code, 0);
  const text = readFileSync(join(cwd, 'safe-exit.json'), 'utf8');
  assert.equal((JSON.parse(text) as {id: string}).id, 'safe-exit');
  const again = await run(cwd, 'campaign', 'new', 'safe-exit.json');
  assert.equal(again.code, 5);
  assert.match(again.error, /is there already/);
  assert.equal(readFileSync(join(cwd, 'safe-exit.json'), 'utf8'), text);
  assert.deepEqual(await run(cwd, 'campaign', 'check', 'safe-exit.json'), {code: 0, out: 'safe-exit.json: good\n', error: ''});
  assert.deepEqual(await run(cwd, 'campaign', 'import', 'safe-exit.json', '--data', 'd/x.sqlite'), {code: 0, out: 'safe-exit: created\n', error: ''});
  assert.equal((await run(cwd, 'campaign', 'import', 'safe-exit.json', '--data', 'd/x.sqlite')).out, 'safe-exit: unchanged\n');

  writeFileSync(join(cwd, 'reworded.json'), text.replace('Ask for the newsletter', 'Beg for the newsletter'));
  const reworded = await run(cwd, 'campaign', 'import', 'reworded.json', '--data', 'd/x.sqlite');
  assert.equal(reworded.code, 1);
  assert.match(reworded.error, /texts\.en\.consents\.newsletter: .*a new wording needs a new version/);
});

test('a campaign with mistakes', async (context) => {
  const cwd = folder(context);
  writeFileSync(join(cwd, 'good.json'), JSON.stringify(campaign()));
  writeFileSync(join(cwd, 'typo.json'), JSON.stringify(campaign()).replaceAll('"required"', '"requried"'));
  writeFileSync(join(cwd, 'broken.json'), '{"id": ');
  writeFileSync(join(cwd, 'twice.json'), '{"id": "a", "id": "b"}');
  const {code, out, error} = await run(cwd, 'campaign', 'check', 'good.json', 'typo.json', 'broken.json', 'twice.json');
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.match(error, /typo\.json: fields\.0\.requried: unknown member\n/);
  assert.match(error, /broken\.json: The text is not JSON\.\n/);
  assert.match(error, /twice\.json: id: A member comes twice\.\n/);
  assert.match(error, /error: 3 of 4 campaign documents cannot be used\./);
  assert.equal((await run(cwd, 'campaign', 'import', 'good.json', 'typo.json')).code, 1);
  assert.equal(existsSync(join(cwd, 'data')), false, 'nothing was made');
  assert.equal((await run(cwd, 'campaign', 'check', 'nowhere.json')).code, 5);
});

test('files and addresses that cannot be used', async (context) => {
  const cwd = folder(context);
  writeFileSync(join(cwd, 'text.sqlite'), 'This is not a database, and long enough to look at. '.repeat(30));
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const address = busy.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const outcomes = await Promise.all([
    run(cwd, 'export', 'safe-exit', '--data', 'nowhere.sqlite'),
    run(cwd, 'serve', '--data', 'text.sqlite', '--port', '0'),
    run(cwd, 'serve', '--data', 'new.sqlite', '--port', port),
  ]);
  busy.close();
  assert.deepEqual(outcomes.map(({code}) => code), [3, 3, 4]);
  for (const {error} of outcomes) assert.match(error, /^error: [^\n]+\.\n$/);
  assert.equal((await run(cwd, 'export', 'safe-exit', '--data', 'new.sqlite')).code, 1);
});

test('an export has one record for each person, in a file that its owner alone reads', async (context) => {
  const cwd = folder(context);
  writeFileSync(join(cwd, 'trial.json'), JSON.stringify(campaign()));
  await run(cwd, 'campaign', 'import', 'trial.json');
  const {database, close} = await openData(join(cwd, 'data/petitions.sqlite'));
  const store = new SignatureStore(database, new Clock(() => Date.parse('2030-01-01T00:00:00Z')));
  const say = (givenName: string, email: string, source?: string) => store.add({petition: 'trial', signature: signature({fields: {givenName, email, country: 'FR'}, ...(source !== undefined && {source})})});
  await say('Ada', 'ada@example.org');
  await say('=1+1', 'eve@example.org');
  for (let index = 0; index < 2500; index += 1) void say(`Many, ${index}`, `many${index % 1200}@example.org`);
  await say('Ada L', 'ADA@example.org', 'newsletter-3');
  await close();

  const {code, out, error} = await run(cwd, 'export', 'trial');
  assert.equal(code, 0);
  assert.match(error, /^2503 signatures of 1202 people: [^\r]+\n$/, 'and no progress bar where nobody watches');
  const records = out.split('\r\n');
  assert.equal(records.length, 1 + 1202 + 1);
  assert.equal(records[0], 'receivedAt,language,source,givenName,email,country,motive,constructor,consent.signature,consent.newsletter');
  assert.equal(records[1], "2030-01-01T00:00:00.000Z,en,,'=1+1,eve@example.org,FR,,,1,");
  assert.equal(records[2], '2030-01-01T00:00:00.000Z,en,,"Many, 1300",many100@example.org,FR,,,1,', 'the newest of each');
  assert.equal(records.at(-2), '2030-01-01T00:00:00.000Z,en,newsletter-3,Ada L,ADA@example.org,FR,,,1,');

  assert.equal((await run(cwd, 'export', 'trial', '--output', 'out.csv', '--mark')).out, '');
  assert.equal(readFileSync(join(cwd, 'out.csv'), 'utf8'), `\uFEFF${out}`);
  assert.equal(statSync(join(cwd, 'out.csv')).mode & 0o077, 0);
  assert.equal((await run(cwd, 'export', 'trial', '--output', 'nowhere/out.csv')).code, 5);
});
