import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {create} from '../../src/adapters/sphere.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {english, events, french} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';
import {complete, sealing} from './complete-adapter.js';
import {host} from './host.js';

const SRC = 'https://petitions.example/safe-exit';
const petition = {en: english, fr: french};
const excusedIn = (checks: {readonly name: string; readonly excused?: string}[]) => checks.filter(({excused}) => excused !== undefined).map(({name, excused}) => `${name}: ${excused ?? ''}`);

const memory = await conformanceChecks({adapter: () => memoryAdapter({petition, count: 41, events})});
host('memory, fresh each time', memory);

const shared = memoryAdapter({petition, events});
host('memory, shared', await conformanceChecks({adapter: () => shared}));

const everything = await conformanceChecks({adapter: complete, patience: 500});
host('an adapter that can do everything', everything);

const sealed = await conformanceChecks({adapter: sealing});
host('an adapter that takes sealed signatures only', sealed);

/** What stands behind the protocol keeps its signatures from check to check, as a server does. */
const offers = ['getPetition', 'getTally', 'sign', 'listEvents', 'getEvent'] as const;
const behind = memoryAdapter({petition: {en: {...english, offers: [...offers]}, fr: {...french, offers: [...offers]}}, count: 41, events});
const sphere = await conformanceChecks({
  adapter: () => {
    answer(...sphereHandlers(SRC, behind));
    return create(new URL(SRC), {});
  },
});
host('sphere, over HTTP', sphere);

describe('conformance: what is excused', () => {
  it('is nothing of what each adapter can do', () => {
    expect(excusedIn(memory).every((excuse) => /does not announce (getChallenge|signSealed)$|names no recipients|by fetch\(\)$|asks for no challenge$|takes signatures now$/.test(excuse)), excusedIn(memory).join('\n')).to.equal(true);
    expect(excusedIn(everything).every((excuse) => /names no recipients|by fetch\(\)$|asks for no challenge$|takes signatures now$/.test(excuse)), excusedIn(everything).join('\n')).to.equal(true);
    expect(excusedIn(sealed).every((excuse) => /sealed signatures only|by fetch\(\)$|takes signatures now$/.test(excuse)), excusedIn(sealed).join('\n')).to.equal(true);
    expect(excusedIn(sphere).every((excuse) => /does not offer (getChallenge|signSealed|joinEvent|proposeEvent)$|asks for no challenge$|takes signatures now$/.test(excuse)), excusedIn(sphere).join('\n')).to.equal(true);
  });
});
