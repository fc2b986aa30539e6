import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {importCampaign} from 'sphere-petition-server';
import type {BackendAdapter} from 'sphere-petition/contract';
import {conformanceChecks} from 'sphere-petition/testing';
import {create} from '../../src/adapters/sphere.js';
import {readPetition} from '../../src/registry/read-petition.js';
import {setStage} from './support.js';

const stage = setStage();

/** The server as a page sees it: the protocol's adapter, less what this petition does not offer. */
const offered = async (): Promise<BackendAdapter> => {
  const src = `${stage.url()}/petitions/trial`;
  return (await readPetition(create(new URL(src), {}), src, {})).adapter;
};

const DAY = 86_400_000;

/** Events past and to come, so that no check of them is excused. */
const events = [-1, 1, 2, 3].map((days, index) => ({
  id: `event-${index}`, title: `Event ${index}`, startsAt: new Date(Date.now() + days * DAY).toISOString(), timeZone: 'Europe/Paris',
  attendance: ['in-person', 'online', 'both'][index % 3], joinable: true, place: {country: 'FR'},
}));

test('the reference back end keeps every promise of the contract', async (context) => {
  const demo: unknown = JSON.parse(await readFile(new URL('../../demo/campaign.json', import.meta.url), 'utf8'));
  await importCampaign(stage.data(), Object.assign({rsvp: {}, proposal: {}}, demo, {id: 'trial', test: true, events}));
  // A server that runs on the file takes a new petition up with its next count.
  while (!(await fetch(`${stage.url()}/petitions/trial/petition.json`)).ok) await new Promise((resolve) => setTimeout(resolve, 50));
  const checks = await conformanceChecks({adapter: offered, made: {module: {create}, src: new URL(`${stage.url()}/petitions/trial`)}});
  const run = checks.filter(({excused}) => excused === undefined);
  assert.ok(run.length > 10, 'hardly a check applies');
  assert.deepEqual(checks.filter(({name, excused}) => name.includes('Event') && excused !== undefined), [], 'events are read, joined and proposed');
  const excuses = checks.flatMap(({name, excused}) => (excused === undefined ? [] : [`${name}: ${excused}`]));
  assert.deepEqual(excuses.filter((each) => !/: (does not announce (signSealed|getChallenge)|the petition (names no recipients|asks for no challenge|takes signatures now)|its module publishes no "settings")/.test(each)), [], 'nothing else is excused');
  for (const {name, run: check, excused} of checks) await context.test(name, {skip: excused ?? false}, check);
});
