import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as z from 'zod';
import {createApp} from '../src/app.js';
import {openApi} from '../src/openapi.js';
import {openData} from '../src/database/database.js';
import {ProposalStore} from '../src/events/proposal-store.js';
import {RsvpStore} from '../src/events/rsvp-store.js';
import {silentLog} from '../src/http/log.js';
import {SignatureStore} from '../src/signatures/store.js';
import {Clock} from '../src/tally/clock.js';
import {Published} from '../src/tally/published.js';
import {eventful, folder, NOON, proposal, rsvp, signature, trial} from './support.js';

const {paths, components} = openApi('0.0.0');

const operation = (path: string, method: string): unknown => Object.entries(paths[path] ?? {}).find(([name]) => name === method)?.[1];

test('every route is described', async (context) => {
  const {database, close} = await openData(`${folder(context)}/empty.sqlite`);
  const clock = new Clock();
  const app = createApp({
    published: new Published(), signatures: new SignatureStore(database, clock), rsvps: new RsvpStore(database, clock), proposals: new ProposalStore(database, clock),
    clock, log: silentLog, health: () => ({failing: false, differences: 0, reconciledAt: ''}), widgets: '.', origin: () => 'http://127.0.0.1', site: undefined,
  });
  const routes = app.routes.filter(({method}) => method !== 'OPTIONS').map(({method, path}) => ({method: method.toLowerCase(), path: path.replace(/\{\.\+\\\.(json|ics|html)\}/, '.$1').replaceAll(/:(\w+)/g, '{$1}').replace('*', '{path}')}));
  for (const {method, path} of routes) assert.ok(operation(path, method) !== undefined, `${method} ${path}`);
  assert.equal(Object.values(paths).flatMap((path) => Object.keys(path)).length, routes.length, 'and nothing else');
  await close();
});

test('real answers are as the description has them', async (context) => {
  const {server, src, post, sign} = await trial(context, {document: eventful(), now: () => NOON});
  const document = await (await fetch(`${server.url}/openapi.json`)).json() as {openapi: string; components: typeof components};
  assert.equal(document.openapi, '3.1.0');
  const conforms = async (response: Response, name: keyof typeof components.schemas) => {
    z.fromJSONSchema({...document.components.schemas[name]}).parse(await response.json());
  };
  await conforms(await fetch(`${src}/petition.json`), 'Petition');
  await conforms(await fetch(`${src}/tally.json`), 'Tally');
  await conforms(await fetch(`${server.url}/health`), 'Health');
  await conforms(await sign(signature()), 'Receipt');
  await conforms(await sign('{}'), 'Problem');
  await conforms(await fetch(`${src}/events.json?limit=2`), 'EventPage');
  await conforms(await fetch(`${src}/events/london.json`), 'PetitionEvent');
  await conforms(await post('rsvps', rsvp()), 'RsvpReceipt');
  await conforms(await post('events', proposal()), 'ProposalReceipt');
  z.fromJSONSchema({...document.components.schemas.Rsvp}).parse(rsvp());
  z.fromJSONSchema({...document.components.schemas.EventProposal}).parse(proposal());
  const request = z.fromJSONSchema({...document.components.schemas.Signature});
  request.parse(signature());
  assert.equal(request.safeParse({...signature(), ip: '192.0.2.1'}).success, false);
});
