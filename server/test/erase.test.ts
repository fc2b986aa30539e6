import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {importCampaign} from '../src/index.js';
import {openData} from '../src/database/database.js';
import {run} from './command.js';
import {eventful, NOON, proposal, rsvp, signature, trial, type Trial} from './support.js';

const now = () => NOON;
const bird = {givenName: 'Kanarienvogel', email: 'canary@example.org'};
const other = {givenName: 'Amsel', email: 'amsel@example.org'};

/** Whether any file of the data folder holds a text. Another process looks: closing the file in this one would give up SQLite's locks. */
const isOnDisk = ({data}: Trial, text: string): boolean => {
  const script = 'const {readFileSync} = require("node:fs"); console.log(process.argv.slice(2).some((file) => readFileSync(file).includes(process.argv[1])))';
  return execFileSync(process.execPath, ['-e', script, text, ...readdirSync(dirname(data)).map((name) => join(dirname(data), name))], {encoding: 'utf8'}).trim() === 'true';
};

const filled = async (here: Trial): Promise<void> => {
  for (const fields of [bird, other, {...bird, email: 'Canary@EXAMPLE.org'}, other]) assert.equal((await here.sign(signature({fields: {...fields, country: 'FR'}}))).status, 201);
  for (const fields of [bird, other]) {
    await here.post('rsvps', rsvp({fields}));
    await here.post('events', proposal({fields: {...fields, phone: '555 0100'}}));
  }
  await here.tally(4);
  assert.ok(isOnDisk(here, 'Kanarienvogel'));
};

const contacts = async ({data}: Trial) => {
  const {database, close} = await openData(data);
  const rows = await database.selectFrom('proposal').select(['state', 'contact']).orderBy('sequence').execute();
  await close();
  return rows.map(({state, contact}) => `${state} ${contact ?? 'null'}`);
};

test('who takes it back is gone from the files, the number and the lists, while the server runs; nobody else is', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await filled(here);
  const cwd = dirname(here.data);
  writeFileSync(join(cwd, 'withdrawn.txt'), '\r\n canary@example.org \r\nnobody@example.org\n');
  const outcome = await run(cwd, 'erase', 'trial', '--addresses', 'withdrawn.txt', '--data', here.data);
  assert.deepEqual(outcome, {code: 0, out: 'trial: erased the data of 2 signatures, 1 RSVPs and 1 proposals.\n', error: ''});
  writeFileSync(join(cwd, 'withdrawn.txt'), '');
  await here.tally(2);
  assert.equal(isOnDisk(here, 'Kanarienvogel') || isOnDisk(here, 'anary@'), false);
  assert.match((await run(cwd, 'export', 'trial', '--data', here.data)).error, /^2 signatures of 1 people/);
  assert.equal((await run(cwd, 'events', 'attendees', 'london', '--data', here.data)).out.split('\r\n').length, 3);
  assert.deepEqual((await contacts(here)).map((text) => text.slice(0, 14)), ['refused null', 'waiting {"fiel']);
  const {differences} = await (await fetch(`${here.server.url}/health`)).json() as {differences: number};
  assert.equal(differences, 0);

  assert.equal((await here.sign(signature())).status, 201);
  await here.tally(3);
  const again = await here.restart();
  assert.equal((await again.tally(3)).count, 3);
});

test('a petition that is closed keeps its number and its public events when all data are deleted', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await filled(here);
  const cwd = dirname(here.data);
  const erase = () => run(cwd, 'erase', 'trial', '--everyone', '--data', here.data);
  const open = await erase();
  assert.equal(open.code, 1);
  assert.match(open.error, /^error: The petition "trial" is open\./);
  const {data, database, close} = {data: here.data, ...await openData(here.data)};
  const [first] = await database.selectFrom('proposal').select('event').orderBy('sequence').execute();
  await close();
  assert.equal((await run(cwd, 'events', 'accept', first?.event ?? '', '--data', data)).code, 0);

  await importCampaign(data, eventful({closesAt: '2020-01-01T00:00:00Z'}));
  assert.deepEqual(await erase(), {code: 0, out: 'trial: erased the data of 4 signatures, 2 RSVPs and 2 proposals.\n', error: ''});
  for (const text of ['Kanarienvogel', 'Amsel', '@example.org']) assert.equal(isOnDisk(here, text), false, text);
  assert.deepEqual(await contacts(here), ['accepted {"fields":{},"consents":[]}', 'refused null']);
  assert.deepEqual(await erase(), {code: 0, out: 'trial: erased the data of 0 signatures, 0 RSVPs and 0 proposals.\n', error: ''});

  const again = await here.restart();
  assert.equal((await again.tally(4)).count, 4, 'the number stands');
  assert.equal((await (await fetch(`${again.server.url}/health`)).json() as {differences: number}).differences, 0);
  const exported = await run(cwd, 'export', 'trial', '--data', data);
  assert.match(exported.error, /^0 signatures of 0 people/);
  assert.equal(exported.out.split('\r\n').length, 2);
  assert.equal((await fetch(`${again.src}/events/${first?.event ?? ''}.json`)).status, 200);
  assert.equal((await run(cwd, 'events', 'show', first?.event ?? '', '--data', data)).code, 0);
});

test('whose data is said exactly, and not on the command line', async (context) => {
  const here = await trial(context);
  const cwd = dirname(here.data);
  writeFileSync(join(cwd, 'empty.txt'), '\nnobody\n');
  const outcomes = await Promise.all([
    run(cwd, 'erase', 'trial', '--data', here.data), run(cwd, 'erase', 'trial', '--everyone', '--addresses', 'empty.txt', '--data', here.data),
    run(cwd, 'erase', 'trial', '--addresses', 'empty.txt', '--data', here.data), run(cwd, 'erase', 'trial', '--addresses', 'nowhere.txt', '--data', here.data),
    run(cwd, 'erase', 'nothing', '--everyone', '--data', here.data),
  ]);
  assert.deepEqual(outcomes.map(({code}) => code), [2, 2, 1, 5, 1]);
  for (const {error} of outcomes) assert.match(error, /^error: [^\n]+\.\n$/);
});
