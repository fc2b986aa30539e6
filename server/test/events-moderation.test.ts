import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import type {PetitionEvent} from 'sphere-petition/contract';
import type {Campaign} from '../src/campaign/campaign.js';
import {parseCampaign} from '../src/campaign/check.js';
import {type Data, openData} from '../src/database/database.js';
import {acceptEvent, cancelEvent, type Moderated, refuseEvent} from '../src/events/moderation.js';
import {importCampaign} from '../src/index.js';
import {run} from './command.js';
import {eventful, folder, NOON, proposal, refused, rsvp, trial, type Trial, until} from './support.js';

const now = () => NOON;

/** The ids of the proposals, in the order they came. */
const proposed = async ({data}: Trial): Promise<string[]> => {
  const {database, close} = await openData(data, {mustExist: true});
  const rows = await database.selectFrom('proposal').select('event').orderBy('sequence').execute();
  await close();
  return rows.map(({event}) => event);
};

/** Moderates as the command does, without the time that it takes to start one. */
const moderate = async ({data}: Trial, act: (database: Data['database'], campaign: Campaign, id: string, joinable: boolean) => Promise<Moderated>, id: string, joinable = false, document = eventful()): Promise<Moderated> => {
  const {database, close} = await openData(data, {mustExist: true});
  try {
    return await act(database, parseCampaign(document), id, joinable);
  } finally {
    await close();
  }
};

/** The bytes of a file that this process has open: closing it here would give up SQLite's locks. */
const bytesOf = (file: string): Buffer => execFileSync(process.execPath, ['-e', 'process.stdout.write(require("node:fs").readFileSync(process.argv[1]))', file], {maxBuffer: 1e8});

const events = ({data}: Trial, ...words: string[]) => run(dirname(data), 'events', ...words, '--data', data);

const find = async ({src}: Trial, id: string): Promise<PetitionEvent | undefined> => {
  const response = await fetch(`${src}/events/${id}.json`);
  return response.ok ? await response.json() as PetitionEvent : undefined;
};

test('a proposal on its way: listed as waiting, shown, accepted and public while the server runs, cancelled and restored', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await here.post('events', proposal({description: 'First line.\nSecond line.\r\n\r\n\tThird paragraph.\n'}));
  const [id = ''] = await proposed(here);

  const waiting = await events(here, 'list', '--waiting');
  assert.deepEqual(waiting.out.split('\n'), [
    'ID            STATE    WHEN                           RSVPS  PLACE       TITLE',
    `${id}  waiting  2030-06-01 18:00 Europe/Paris  0      Nantes, FR  On the square`,
    '',
  ]);
  const shown = await events(here, 'show', id);
  assert.equal(shown.code, 0);
  assert.match(shown.out, /^state: waiting$/m);
  assert.match(shown.out, /^organiser's email: ada@example\.org$/m);
  assert.match(shown.out, /^organiser agreed to: host, version 1$/m);

  assert.deepEqual(await events(here, 'accept', id, '--joinable'), {code: 0, out: `${id}: accepted\n`, error: ''});
  await until(async () => await find(here, id) !== undefined);
  assert.deepEqual(await find(here, id), {
    id, title: 'On the square', startsAt: '2030-06-01T18:00:00+02:00', timeZone: 'Europe/Paris', attendance: 'in-person', place: {name: 'The fountain', locality: 'Nantes', country: 'FR'},
    language: 'fr', description: [{type: 'paragraph', text: 'First line.'}, {type: 'paragraph', text: 'Second line.'}, {type: 'paragraph', text: 'Third paragraph.'}],
    status: 'scheduled', joinable: true, calendar: `${here.src}/events/${id}.html`,
  });
  assert.equal((await here.post('rsvps', rsvp({eventId: id}))).status, 201);
  assert.equal(await moderate(here, acceptEvent, id, true), 'unchanged');
  assert.equal(await moderate(here, acceptEvent, id), 'accepted', 'no RSVPs any more');
  await until(async () => (await find(here, id))?.joinable === false);
  await refused(await here.post('rsvps', rsvp({eventId: id})), 403, 'closed');

  assert.equal((await events(here, 'cancel', id)).out, `${id}: cancelled\n`);
  await until(async () => (await find(here, id))?.status === 'cancelled');
  assert.equal(await moderate(here, cancelEvent, id), 'unchanged');
  assert.equal(await moderate(here, acceptEvent, id), 'restored');
  await until(async () => (await find(here, id))?.status === 'scheduled');

  const again = await here.restart();
  assert.equal((await find(again, id))?.title, 'On the square');
});

test('a refused proposal is gone at once, from the page, the list and the disk; its retry gets its receipt', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  const body = proposal({title: 'Kanarienvogel', fields: {givenName: 'Kanarina', email: 'canary@example.org'}});
  const receipt = await (await here.post('events', body)).text();
  const [id = ''] = await proposed(here);
  await moderate(here, acceptEvent, id);
  await until(async () => await find(here, id) !== undefined);
  assert.deepEqual(await events(here, 'refuse', id), {code: 0, out: `${id}: refused\n`, error: ''});
  await until(async () => await find(here, id) === undefined);
  for (const name of readdirSync(dirname(here.data))) {
    const bytes = bytesOf(join(dirname(here.data), name));
    for (const canary of ['Kanarienvogel', 'Kanarina', 'canary@example.org']) assert.ok(!bytes.includes(canary), `${name} still holds ${canary}`);
  }
  assert.match((await events(here, 'list')).out, new RegExp(`^${id}  refused +0$`, 'm'));
  assert.equal((await events(here, 'show', id)).out, `id: ${id}\nstate: refused\nRSVPs: 0, of them 0 waiting\n`);
  assert.equal(await moderate(here, refuseEvent, id), 'unchanged');
  await assert.rejects(moderate(here, acceptEvent, id), /was refused, and what it said was deleted/);
  await assert.rejects(moderate(here, cancelEvent, id), /is not public\.$/);
  assert.equal(await (await here.post('events', body)).text(), receipt);
  assert.deepEqual(await proposed(here), [id]);
});

test('an event of the document can be called off, and an import does not bring it back', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  assert.equal((await events(here, 'cancel', 'london')).out, 'london: cancelled\n');
  await until(async () => (await find(here, 'london'))?.status === 'cancelled');
  await refused(await here.post('rsvps', rsvp()), 403, 'closed');
  assert.equal(await importCampaign(here.data, eventful({goal: 7})), 'changed');
  await until(async () => (await here.tally(0)).goal === 7);
  assert.equal((await find(here, 'london'))?.status, 'cancelled');
  assert.equal(await moderate(here, cancelEvent, 'hall'), 'unchanged', 'the document says it');
  assert.equal(await moderate(here, acceptEvent, 'hall'), 'unchanged');
  assert.equal(await moderate(here, acceptEvent, 'london'), 'restored');
  await until(async () => (await find(here, 'london'))?.joinable === true);
});

test('the document may mend a proposal that was accepted, under its id', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await here.post('events', proposal());
  const [id = ''] = await proposed(here);
  await moderate(here, acceptEvent, id);
  const mended = {id, title: 'On the great square', startsAt: '2030-06-01T18:00:00+02:00', timeZone: 'Europe/Paris', attendance: 'in-person'};
  await importCampaign(here.data, eventful({events: [mended]}));
  await until(async () => (await find(here, id))?.title === 'On the great square');
  assert.equal((await (await fetch(`${here.src}/events.json`)).json() as {total: number}).total, 1);
});

test('the list has every event in its place\'s time, with RSVPs counted and nobody named', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await Promise.all([rsvp(), rsvp(), rsvp({eventId: 'call'})].map((body) => here.post('rsvps', body)));
  await here.post('events', proposal({title: 'A \u202e title', place: {country: 'FR'}, attendance: 'both'}));
  const {events: all} = eventful() as {events: {id: string}[]};
  await importCampaign(here.data, eventful({events: all.filter(({id}) => id !== 'call')}));
  const {out, code} = await events(here, 'list');
  assert.equal(code, 0);
  const rows = out.trimEnd().split('\n').map((line) => line.split(/ {2,}/));
  assert.deepEqual(rows.slice(2), [
    ['first', 'scheduled', '2030-01-01 10:00 Europe/Paris', '0', 'FR', 'The first'],
    ['march', 'scheduled', '2030-02-01 10:00 Europe/Paris', '0', 'FR', 'A march'],
    ['vigil', 'scheduled', '2030-03-01 11:00 Europe/London', '0', 'GB', 'A vigil'],
    ['london', 'scheduled', '2030-03-16 12:00 Europe/London', '2', 'London, GB', 'Before the embassy'],
    ['sao-paulo', 'scheduled', '2030-03-16 09:00 America/Sao_Paulo', '0', 'São Paulo, BR', 'Na avenida'],
    ['hall', 'cancelled', '2030-05-01 10:00 Europe/Paris', '0', 'Lyon, FR, online', 'In the hall'],
    ['call', 'removed', '1 (1 waiting)'],
  ]);
  assert.deepEqual(rows[1]?.slice(1), ['waiting', '2030-06-01 18:00 Europe/Paris', '0', 'FR, online', 'A', 'title'], 'nothing turns the direction of the line');
  assert.ok(!/ada/i.test(out), out);
});

test('those who come are written as CSV, each once, in a file that its owner alone reads', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  const say = (givenName: string, email: string, eventId: string) => here.post('rsvps', rsvp({eventId, fields: {givenName, email}}));
  await say('Ada', 'ada@example.org', 'london');
  await say('=1+1', 'eve@example.org', 'london');
  await say('Ada L', 'ADA@example.org', 'london');
  await say('Zoë', 'zoe@example.org', 'call');
  const {out, error} = await events(here, 'attendees', 'london');
  assert.equal(error, '3 RSVPs of 2 people: where an e-mail address came more than once, its newest RSVP was written.\n');
  const moment = '\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z';
  assert.match(out, new RegExp(`^receivedAt,language,status,givenName,email,diet,consent\\.meet\r\n${moment},en,registered,'=1\\+1,eve@example\\.org,,1\r\n${moment},en,registered,Ada L,ADA@example\\.org,,1\r\n$`));
  const file = join(dirname(here.data), 'call.csv');
  assert.equal((await events(here, 'attendees', 'call', '--output', file, '--mark')).code, 0);
  assert.match(readFileSync(file, 'utf8'), /^\uFEFFreceivedAt.*\r\n.*,waiting,Zoë,/);
  assert.equal(statSync(file).mode & 0o077, 0);
  assert.equal((await events(here, 'attendees', 'vigil')).error, '0 RSVPs of 0 people: where an e-mail address came more than once, its newest RSVP was written.\n');
});

test('what cannot be done is said in a sentence, and changes nothing', async (context) => {
  const here = await trial(context, {document: eventful(), now});
  await here.post('events', proposal());
  const [id = ''] = await proposed(here);
  for (const act of [acceptEvent, refuseEvent, cancelEvent]) await assert.rejects(moderate(here, act, 'nowhere'), /has no event "nowhere"\. "events list" shows/);
  await assert.rejects(moderate(here, refuseEvent, 'london'), /stands in the campaign document: cancel it, or take it out there\.$/);
  await assert.rejects(moderate(here, acceptEvent, 'london', true), /stands in the campaign document: write "joinable": true there\.$/);
  await assert.rejects(moderate(here, cancelEvent, id), /is not public: refuse it instead\.$/);
  const {texts: {en}} = eventful() as {texts: {en: object}};
  const silent = eventful({rsvp: undefined, events: [], texts: {en: {...en, rsvp: undefined}}});
  await assert.rejects(moderate(here, acceptEvent, id, true, silent), /takes no RSVPs: give its document "rsvp" first/);
  assert.equal(await moderate(here, acceptEvent, 'london'), 'unchanged');

  await importCampaign(here.data, eventful({id: 'second', events: []}));
  const outcomes = await Promise.all([
    events(here, 'accept', 'nowhere', '--petition', 'trial'), events(here, 'attendees', 'nowhere', '--petition', 'trial'), events(here, 'show', id, '--petition', 'second'),
    events(here, 'list', '--petition', 'other'), events(here, 'list'), events(here, 'accept'), run(folder(context), 'events', 'list'),
  ]);
  assert.deepEqual(outcomes.map(({code}) => code), [1, 1, 1, 1, 1, 2, 3]);
  for (const {out, error} of outcomes) assert.deepEqual([out, error.replace(/^error: [^\n]+\n/, '')], ['', '']);
  assert.match(outcomes[4].error, /There is more than one petition in .*\. Name one with --petition\./);
  const silence = await events(here, 'list', '--petition', 'second', '--waiting');
  assert.deepEqual([silence.code, silence.error], [0, 'No proposal waits in the petition "second".\n']);
});
