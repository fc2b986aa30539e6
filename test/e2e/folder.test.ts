import assert from 'node:assert/strict';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {serveFolder, type FolderServer} from './folder-server.js';
import {fill, openPage, setStage} from './support.js';

const stage = setStage();
const cdn = fileURLToPath(new URL('../../cdn/', import.meta.url));

const petition = {
  id: 'folder',
  title: 'A petition in a folder',
  language: 'en',
  letter: [{type: 'paragraph', text: 'We call on you to act.'}],
  offers: ['getPetition', 'getTally', 'listEvents'],
};
const tally = {count: 1234, goal: 2000, asOf: '2026-11-22T09:00:00Z'};
const event = (id: string, title: string, country: string, locality: string) =>
  ({id, title, startsAt: '2199-03-16T12:00:00Z', timeZone: 'Europe/London', attendance: 'in-person', place: {country, locality}});
const events = {
  events: [
    ...['Lyon', 'Paris', 'Lille'].map((city) => event(city.toLowerCase(), `Vigil in ${city}`, 'FR', city)),
    ...['Leeds', 'London', 'Bath'].map((city) => event(city.toLowerCase(), `Rally in ${city}`, 'GB', city)),
    {...event('over', 'Long ago', 'GB', 'York'), startsAt: '2024-03-16T12:00:00Z'},
  ],
};

let folder = '';
let server: FolderServer;
const put = (path: string, content: unknown) => writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphere-folder-'));
  await cp(cdn, join(folder, 'v1'), {recursive: true});
  for (const name of ['petition', 'elsewhere', 'broken']) await mkdir(join(folder, name));
  for (const name of ['petition', 'elsewhere', 'broken']) {
    await put(`${name}/tally.json`, tally);
    await put(`${name}/events.json`, events);
    await put(`${name}.html`, `<!doctype html><html lang="en"><title>${name}</title><link rel="icon" href="data:,"><script type="module" src="v1/sphere-petition.js"></script>
      <sphere-petition src="${name}/"><a href="${name}/">Sign</a></sphere-petition>
      <sphere-event-list src="${name}/"></sphere-event-list>`);
  }
  await put('petition/petition.json', petition);
  await put('elsewhere/petition.json', {
    ...petition,
    offers: [...petition.offers, 'sign'],
    consents: [{id: 'signature', purpose: 'signature', text: 'I sign.', version: '2026-11', required: true}],
    connect: {sign: {adapter: 'sphere', src: `${stage.url()}/petitions/safe-exit`}},
  });
  await put('broken/petition.json', {...petition, connect: {listEvents: {adapter: 'sphere', src: 'nowhere'}, sign: {adapter: 'memory', src: `${stage.url()}/petitions/safe-exit`, settings: {cuont: 3}}}});
  server = await serveFolder(folder);
});
after(async () => {
  await server.close();
  await rm(folder, {recursive: true, force: true});
});

test('a folder of files on a plain file server is a back end that can be read: petition, tally and events', async () => {
  const {page, context, requests, messages} = await openPage(stage);
  await page.goto(`${server.url}/petition.html`);
  await page.getByText('We call on you to act.').waitFor();
  await page.locator('sphere-counter').getByText('1,234').waitFor();
  await page.getByText('This petition cannot be signed on this page.').waitFor();
  const list = page.locator('sphere-event-list');
  await list.getByText('Vigil in Lyon').waitFor();
  assert.equal(await list.getByText('Long ago').count(), 0);
  // Files do not filter: the page does.
  await list.locator('select').selectOption('GB');
  await list.getByText('Vigil in Lyon').waitFor({state: 'detached'});
  assert.equal(await list.getByText(/^Rally in/).count(), 3);
  assert.deepEqual(await list.getByRole('button', {name: /join|organise/i}).count(), 0);
  assert.deepEqual(messages, []);
  assert.deepEqual(requests.filter((request) => !request.startsWith(server.url) && !request.startsWith('data:')), []);
  await context.close();
});

test('a folder whose document sends signing elsewhere is signed there, and its own number counts the reader at once', async () => {
  const {page, context, messages} = await openPage(stage);
  await page.goto(`${server.url}/elsewhere.html`);
  const form = page.locator('sphere-petition-form');
  await form.locator('button[type=submit]').waitFor();
  await fill(page, form);
  await form.locator('button[type=submit]').click();
  await form.locator('[part=thanks]').waitFor();
  await page.locator('sphere-counter').getByText('1,235').waitFor();
  assert.deepEqual(messages, []);
  await context.close();
});

test('a folder whose document is wrong in places shows the rest, and names each place', async () => {
  const {page, context, messages} = await openPage(stage);
  await page.goto(`${server.url}/broken.html`);
  await page.getByText('We call on you to act.').waitFor();
  await page.locator('sphere-counter').getByText('1,234').waitFor();
  await page.getByText('This petition cannot be signed on this page.').waitFor();
  assert.ok(messages.some((message) => message.includes('connect.sign.settings.cuont')), messages.join('\n'));
  await context.close();
});
