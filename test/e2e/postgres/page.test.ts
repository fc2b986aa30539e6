import assert from 'node:assert/strict';
import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser} from 'playwright-core';
import {serveFolder, type FolderServer} from '../folder-server.js';
import {CANARY, fill, FLAGS} from '../support.js';
import {blocks, startProject, type Project} from './project.js';

let browser: Browser;
let folder = '';
let host: FolderServer;
let project: Project;

/** A snippet of the guide, for the hosts of this test. */
const here = (snippet: string) => snippet.replaceAll('https://abcdefgh.supabase.co/rest/v1', project.url).replaceAll('https://HOST', host.url);

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphere-supabase-'));
  await cp(fileURLToPath(new URL('../../../cdn/', import.meta.url)), join(folder, 'v1'), {recursive: true});
  [project, host] = await Promise.all([startProject(), serveFolder(folder)]);
  const [document = ''] = blocks('json');
  await mkdir(join(folder, 'save-the-park'));
  await writeFile(join(folder, 'save-the-park/petition.json'), here(document));
  const [petition = '', counter = ''] = blocks('html');
  const page = (body: string) => `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">${here(body)}</html>`;
  await writeFile(join(folder, 'petition.html'), page(`${petition}<sphere-event-list src="https://HOST/save-the-park"></sphere-event-list>`));
  // The script tag stands in the guide once; and by its address a project is recognised, this machine is not.
  await writeFile(join(folder, 'counter.html'), page(`${petition.split('\n')[0] ?? ''}${counter.replace('<sphere-counter', '$& adapter="supabase"')}`));
  browser = await chromium.launch({args: FLAGS, ...(process.env['CHROME_PATH'] && {executablePath: process.env['CHROME_PATH']})});
});
after(async () => {
  await browser.close();
  await host.close();
  await project.close();
  await rm(folder, {recursive: true, force: true});
});

const open = async (path: string) => {
  const page = await (await browser.newContext({locale: 'en'})).newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  await page.goto(`${host.url}/${path}`);
  return {page, messages};
};

test('the guide\'s document and snippets sign and join from a page of another site, and count', async () => {
  const {page, messages} = await open('petition.html');
  const form = page.locator('sphere-petition-form');
  await form.locator('[name=email]').waitFor();
  await fill(page, form);
  const start = project.asked.length;
  await form.locator('.primary').click();
  await form.locator('[part=thanks]').waitFor();
  assert.equal(await project.database.run('organiser', 'select count(*) from public.signatures'), '1');
  assert.equal(await project.database.run('organiser', 'select email from public.signatures'), CANARY.email);
  assert.equal(project.asked.slice(start).filter(({path}) => path === '/rpc/sign_petition').length, 1);

  const list = page.locator('sphere-event-list');
  await list.locator('.join').first().click();
  await list.locator('[name=givenName]').fill(CANARY.givenName);
  await list.locator('[name=email]').fill(CANARY.email);
  await list.locator('.panel .primary').click();
  await list.getByText('You are registered').first().waitFor();
  assert.equal(await project.database.run('organiser', 'select event_id from public.attendances'), 'event-1');
  // A list by itself asks its folder first, which has no events of its own.
  assert.deepEqual(messages.filter((message) => !message.includes('status of 404')), []);

  const counter = await open('counter.html');
  await counter.page.locator('sphere-counter').getByText('1').first().waitFor();
  assert.deepEqual(counter.messages, []);
});
