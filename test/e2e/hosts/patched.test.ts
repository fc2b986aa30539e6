import assert from 'node:assert/strict';
import {test} from 'node:test';
import {CANARY, until} from '../support.js';
import {element, pageOf, patch, setHost, sign, snippet, type Visited} from './host.js';

const host = setHost();

/** A page that another script had to itself before ours came. */
const visit = (name: string) => host.visit(pageOf(snippet(host) + element(host, 'sphere-event-list'), 'lang="fr"', patch(name)));

for (const name of ['additions', 'every-object', 'mootools', 'prototype', 'recorder', 'zone']) {
  test(`a page that patches attachShadow, fetch and Array.prototype: what is signed arrives as it was written (${name})`, async () => {
    const {page, messages} = await visit(name);
    const sent: (string | null)[] = [];
    page.on('request', (request) => { if (request.method() === 'POST') sent.push(request.postData()); });
    await page.locator('sphere-event-list [part=event]').first().waitFor();
    await sign(page);
    assert.deepEqual(sent.map((body) => JSON.parse(body ?? '') as object).map((signature) => ({...signature, idempotencyKey: ''})), [
      {idempotencyKey: '', language: 'fr', fields: CANARY, consents: [{id: 'signature', version: '2026-11'}]},
    ]);
    assert.deepEqual(messages, []);
  });
}

test('a page that patches attachShadow to close every root: the petition is there to be read', async () => {
  const open = await host.visit(pageOf(snippet(host)));
  await open.page.locator('sphere-petition-form button[type=submit]').waitFor();
  const closed = await visit('closed');
  const heightIn = ({page: each}: Visited) => each.evaluate(() => document.querySelector('sphere-petition')?.getBoundingClientRect().height);
  // Nobody looks into a closed root: what is left to ask about is the room that it takes. What comes late changes either.
  await until(closed.page, async () => await heightIn(closed) === await heightIn(open), 'both are equally tall');
  assert.deepEqual(closed.messages, []);
});
