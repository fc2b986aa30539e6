import assert from 'node:assert/strict';
import {test} from 'node:test';
import {importCampaign} from '../src/index.js';
import {openData} from '../src/database/database.js';
import {ProposalStore} from '../src/events/proposal-store.js';
import {RsvpStore} from '../src/events/rsvp-store.js';
import {silentLog} from '../src/http/log.js';
import {Router} from '../src/http/router.js';
import {plainForm} from '../src/routes/plain-form.js';
import {signatures} from '../src/routes/signatures.js';
import {SignatureStore} from '../src/signatures/store.js';
import {Clock} from '../src/tally/clock.js';
import {Published} from '../src/tally/published.js';
import {readHtml} from './html.js';
import {campaign, folder, signature} from './support.js';

test('when too many wait, one more is sent away before its body is read, with a pause of its own', async (testing) => {
  const data = `${folder(testing)}/overload.sqlite`;
  await importCampaign(data, campaign());
  const {database, close} = await openData(data);
  const clock = new Clock();
  const published = new Published();
  await published.reload(database);
  const router = new Router(silentLog);
  const health = () => ({failing: false, differences: 0, reconciledAt: ''});
  const context = {
    published, signatures: new SignatureStore(database, clock), rsvps: new RsvpStore(database, clock), proposals: new ProposalStore(database, clock),
    clock, log: silentLog, health, widgets: '.', origin: () => 'http://127.0.0.1', site: undefined,
  };
  router.post('/petitions/:id/signatures', signatures(context, 2));
  router.post('/petitions/:id', plainForm(context, 0));
  const send = async (body: string | ReadableStream) => router.app.request('/petitions/trial/signatures', {method: 'POST', body, headers: {'content-type': 'text/plain'}, duplex: 'half'});

  const releases: (() => void)[] = [];
  const slow = () => new ReadableStream({
    start: (controller) => {
      releases.push(() => {
        controller.enqueue(Buffer.from(JSON.stringify(signature())));
        controller.close();
      });
    },
  });
  const waiting = [send(slow()), send(slow())];
  const pauses = new Set<string>();
  for (let attempt = 0; attempt < 60; attempt += 1) {
    let wasRead = false;
    const refused = await send(new ReadableStream({pull: () => {
      wasRead = true;
    }}, {highWaterMark: 0}));
    assert.equal(refused.status, 503);
    assert.equal((await refused.json() as {code: string}).code, 'unavailable');
    assert.equal(wasRead, false);
    pauses.add(refused.headers.get('retry-after') ?? '');
  }
  assert.ok(pauses.size > 1 && [...pauses].every((pause) => /^[3-9]$/.test(pause)), [...pauses].join());
  for (const release of releases) release();
  assert.deepEqual((await Promise.all(waiting)).map(({status}) => status), [201, 201]);
  assert.equal((await send(JSON.stringify(signature()))).status, 201, 'and then there is room again');

  // What a browser sent is on nobody's screen any more, unless it is given back.
  const plain = await router.app.request('/petitions/trial', {method: 'POST', body: new URLSearchParams({givenName: 'Ada'})});
  const page = readHtml(await plain.text());
  assert.equal(plain.status, 503);
  assert.match(plain.headers.get('retry-after') ?? '', /^[3-9]$/);
  assert.equal(page.one('input', {name: 'givenName'}).get('value'), 'Ada');
  assert.match(page.one('p', {id: 'summary'}).text, /overloaded/);
  await close();
});
