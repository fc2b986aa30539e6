import assert from 'node:assert/strict';
import {copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {acceptEvent} from '../src/events/moderation.js';
import {parseCampaign} from '../src/campaign/check.js';
import {openData} from '../src/database/database.js';
import {importCampaign, startServer} from '../src/index.js';
import {run} from './command.js';
import {eventful, folder, NOON, proposal, rsvp, signature, trial, until} from './support.js';

const now = () => NOON;

test('a backup of a server that is being signed holds all that was acknowledged before, and a server on it goes on', async (context) => {
  const {data, post, sign, tally} = await trial(context, {document: eventful(), now});
  const safe = folder(context);
  const early = Array.from({length: 40}, (_, index) => signature({fields: {givenName: 'Ada', email: `early${index}@example.org`, country: 'FR'}}));
  for (const body of early) assert.equal((await sign(body)).status, 201);
  await post('rsvps', rsvp());
  await post('events', proposal());
  await tally(40);

  const enough = new AbortController();
  let late = 0;
  const crowd = (async () => {
    while (!enough.signal.aborted) {
      assert.equal((await sign(signature())).status, 201);
      late += 1;
    }
  })();
  await until(() => Promise.resolve(late > 5));
  const outcome = await run(safe, 'backup', 'petitions.sqlite', '--data', data);
  const atItsEnd = late;
  enough.abort();
  await crowd;
  assert.equal(outcome.code, 0, outcome.error);
  assert.match(outcome.out, /^petitions\.sqlite: written\. /);
  assert.deepEqual(readdirSync(safe), ['petitions.sqlite'], 'one whole file, and nothing beside it');
  assert.equal(statSync(join(safe, 'petitions.sqlite')).mode & 0o777, 0o600);
  assert.ok(atItsEnd > 5, 'it was signed meanwhile');

  // On another machine, in an empty folder.
  const house = folder(context);
  mkdirSync(join(house, 'data'));
  copyFileSync(join(safe, 'petitions.sqlite'), join(house, 'data/petitions.sqlite'));
  const counted = await run(house, 'export', 'trial');
  const [, rows = ''] = /^(\d+) signatures of /.exec(counted.error) ?? [];
  assert.ok(Number(rows) >= 40 + 5 && Number(rows) <= 40 + atItsEnd + 1, counted.error);

  const restored = await startServer({data: join(house, 'data/petitions.sqlite'), port: 0, tallyInterval: 0.1, now});
  try {
    const src = `${restored.url}/petitions/trial`;
    const count = async () => (await (await fetch(`${src}/tally.json`)).json() as {count: number}).count;
    assert.equal(await count(), Number(rows), 'counted again from the rows');
    const {events} = await (await fetch(`${src}/events.json`)).json() as {events: {id: string}[]};
    assert.ok(events.some(({id}) => id === 'london'));
    const again = await fetch(`${src}/signatures`, {method: 'POST', body: JSON.stringify(early[0])});
    assert.equal(again.status, 201, 'a retry from before');
    assert.equal((await fetch(`${src}/signatures`, {method: 'POST', body: JSON.stringify(signature())})).status, 201);
    await until(async () => await count() === Number(rows) + 1);
  } finally {
    await restored.close();
  }
  const opened = await openData(join(house, 'data/petitions.sqlite'));
  const [waiting] = await opened.database.selectFrom('proposal').select('event').execute();
  assert.equal(await acceptEvent(opened.database, parseCampaign(eventful()), waiting?.event ?? '', false), 'accepted');
  const wordings = await opened.database.selectFrom('consent_text').select(['consent', 'version', 'language']).execute();
  assert.ok(wordings.some(({consent, version, language}) => consent === 'signature' && version === '1' && language === 'pt-BR'), 'what was agreed to is there');
  await opened.close();
  assert.match((await run(house, 'events', 'attendees', 'london')).out, /ada@example\.org/);
});

test('a backup is never written over a file that is there, and leaves nothing half written', async (context) => {
  const cwd = folder(context);
  await importCampaign(join(cwd, 'data/petitions.sqlite'), eventful());
  const bytes = readFileSync(join(cwd, 'data/petitions.sqlite'));
  const self = await run(cwd, 'backup', 'data/petitions.sqlite');
  assert.equal(self.code, 5);
  assert.match(self.error, /^error: data\/petitions\.sqlite is there already/);
  assert.deepEqual(readFileSync(join(cwd, 'data/petitions.sqlite')).subarray(100), bytes.subarray(100));

  // What a run left behind that was broken off.
  writeFileSync(join(cwd, 'copy.sqlite.partial'), 'half');
  assert.equal((await run(cwd, 'backup', 'copy.sqlite')).code, 0);
  assert.equal(existsSync(join(cwd, 'copy.sqlite.partial')), false);
  assert.equal((await run(cwd, 'backup', 'nowhere/copy.sqlite')).code, 5);
  assert.equal((await run(cwd, 'backup', 'other.sqlite', '--data', 'nowhere.sqlite')).code, 3);
  assert.deepEqual(readdirSync(cwd).sort(), ['copy.sqlite', 'data']);
});
