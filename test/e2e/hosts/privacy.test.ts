import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Page} from 'playwright-core';
import {CANARY, seeNumber} from '../support.js';
import {element, pageOf, script, setHost, sign, snippet} from './host.js';

const host = setHost();

/** All that a reader can do on one page: read, look for an event, open one, sign, share. */
const everything = async (page: Page): Promise<void> => {
  const list = page.locator('main > sphere-event-list');
  await list.locator('[part=event]').first().waitFor();
  await list.locator('input').first().fill(CANARY.familyName);
  await list.locator('input').first().fill('');
  await list.getByRole('button', {name: 'Détails'}).first().click();
  await list.getByRole('button', {name: 'Ajouter à l’agenda'}).waitFor();
  await seeNumber(page.locator('main > sphere-counter'));
  await sign(page);
  await page.locator('sphere-petition').getByRole('button', {name: /Copier le lien|Partager/}).first().waitFor();
};
const widgets = () => snippet(host, 'journey="share,events"') + element(host, 'sphere-counter') + element(host, 'sphere-event-list');

test('no request to any host but the configured ones, whatever the reader does', async () => {
  const {page, requests} = await host.visit(pageOf(widgets()));
  await everything(page);
  const hosts = new Set(requests.map((address) => new URL(address)).filter(({protocol}) => protocol !== 'data:' && protocol !== 'blob:').map(({origin}) => origin));
  assert.deepEqual([...hosts].sort(), [host.url(), host.stage.url()].sort());
});

test('no personal data in URLs, referrers, storage or the console', async () => {
  const {page, requests, messages} = await host.visit(pageOf(widgets()));
  const headers: string[] = [];
  page.on('request', (request) => { headers.push(JSON.stringify(request.headers())); });
  const before = page.url();
  await everything(page);
  assert.equal(page.url(), before);
  const said = [...requests, ...headers, ...messages].map((text) => decodeURIComponent(text).toLowerCase()).join('\n');
  for (const typed of [CANARY.givenName, CANARY.familyName, CANARY.email]) assert.ok(!said.includes(typed.toLowerCase()), typed);
  assert.ok(!headers.some((text) => /"(cookie|referer)":"(?!")[^"]*petitions/.test(text)));
  const {cookies, origins} = await page.context().storageState({indexedDB: true});
  assert.deepEqual([cookies, origins], [[], []]);
});

test('a script that comes before the reader acts asks for nothing but what is shown', async () => {
  const {page, requests} = await host.visit(pageOf(element(host, 'sphere-petition') + script(host)));
  await page.locator('sphere-petition-form button[type=submit]').waitFor();
  assert.deepEqual(requests.filter((address) => /events\.json|challenge|signatures|rsvps/.test(address)), []);
});
