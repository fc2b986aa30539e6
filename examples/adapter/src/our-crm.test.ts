import {test} from 'node:test';
import {conformanceChecks} from 'sphere-petition/testing';
import * as module from './our-crm.js';
import {startCrm} from './stand-in.js';
import {trial} from './trial.js';

// In its place: the address of a petition in your CRM that is there for tests.
const crm = await startCrm();
const src = new URL(crm.url);

for (const {name, excused, run} of await conformanceChecks({adapter: () => module.create(src, {}), made: {module, src}, petition: trial})) {
  test(name, {skip: excused ?? false}, run);
}

test('the stand-in is put away', crm.close);
