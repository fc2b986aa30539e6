import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import * as memoryOfThePage from '../../src/adapters/memory.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import * as sphereProtocol from '../../src/adapters/sphere.js';
import type {BackendAdapter} from '../../src/contract/index.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {english, events, french} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';
import {complete, sealing} from './complete-adapter.js';
import {host} from './host.js';

const SRC = 'https://petitions.example/safe-exit';
const petition = {en: english, fr: french};
const excusedIn = (checks: readonly {readonly name: string; readonly excused?: string}[]) => checks.filter(({excused}) => excused !== undefined).map(({name, excused}) => `${name}: ${excused ?? ''}`);

const memory = await conformanceChecks({adapter: () => memoryAdapter({petition, count: 41, events})});
host('memory, fresh each time', memory);

const shared = memoryAdapter({petition, events});
host('memory, shared', await conformanceChecks({adapter: () => shared}));

const attribute = {module: memoryOfThePage, src: new URL(`${SRC}.json`), settings: {count: 41, events: 'events.json'}};
host('memory, made by an attribute', await conformanceChecks({
  made: attribute,
  adapter: () => {
    answer(http.get(`${SRC}.json`, () => HttpResponse.json(petition)), http.get('https://petitions.example/events.json', () => HttpResponse.json(events)));
    return memoryOfThePage.create(attribute.src, attribute.settings);
  },
}));

const everything = await conformanceChecks({adapter: complete, patience: 500});
host('an adapter that can do everything', everything);

const sealed = await conformanceChecks({adapter: sealing});
host('an adapter that takes sealed signatures only', sealed);

/** What stands behind the protocol keeps its signatures from check to check, as a server does. */
const speaking = (behind: BackendAdapter) => conformanceChecks({
  made: {module: sphereProtocol, src: new URL(SRC)},
  adapter: () => {
    answer(...sphereHandlers(SRC, behind));
    return sphereProtocol.create(new URL(SRC), {});
  },
});
const sphere = await speaking(complete());
host('sphere, over HTTP', sphere);

const sealedSphere = await speaking(sealing());
host('sphere, over HTTP, sealed', sealedSphere);

/** Excuses that are no gap of any adapter, beside those that are given. */
const only = (...others: string[]) => new RegExp(`: (${['asks nothing by fetch\\(\\)', 'the petition asks for no challenge', 'the petition takes signatures now', 'the suite was not told how pages make it', 'its module publishes no "settings"', ...others].join('|')})`);

describe('conformance: what is excused', () => {
  for (const [what, checks, reasons] of [
    ['memory', memory, only('does not announce (getChallenge|signSealed)$', 'the petition names no recipients')],
    ['an adapter that can do everything', everything, only('the petition names no recipients')],
    ['an adapter that takes sealed signatures only', sealed, only('the petition takes sealed signatures only')],
    ['sphere', sphere, only('the petition names no recipients')],
    ['sphere, sealed', sealedSphere, only('the petition takes sealed signatures only')],
  ] as const) it(`is nothing of what ${what} can do`, () => { expect(excusedIn(checks).filter((excuse) => !reasons.test(excuse))).to.deep.equal([]); });

  it('is nothing that sphere asks by fetch()', () => { expect(excusedIn([...sphere, ...sealedSphere]).filter((excuse) => excuse.includes('by fetch()'))).to.deep.equal([]); });
});
