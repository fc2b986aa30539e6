import {expect} from 'chai';
import {BackendError, type BackendAdapter, type Petition} from '../../src/contract/index.js';
import {WRITES, type Subject} from '../../src/testing/check.js';
import {examplePerson} from '../../src/testing/example.js';
import {harmless} from '../../src/testing/guard.js';
import {conformanceChecks, type ConformanceOptions} from '../../src/testing/index.js';
import {ALL} from '../../src/testing/suite.js';
import {able} from '../mocks/able.js';
import {sent} from '../mocks/network.js';
import {challenging, closed, complete, overHttp, sealedOverHttp, sealing} from './complete-adapter.js';

/** The adapter with a petition that says otherwise, and a note of every write that reaches it. */
const recording = (adapter: BackendAdapter, change: object): {adapter: BackendAdapter; written: string[]} => {
  const written: string[] = [];
  const {getPetition} = able(adapter, 'getPetition');
  const writes = WRITES.flatMap((write): [string, () => Promise<object>][] => (adapter[write] ? [[write, () => {
    written.push(write);
    return Promise.resolve({status: 'accepted', receivedAt: new Date().toISOString()});
  }]] : []));
  return {written, adapter: {...adapter, ...Object.fromEntries(writes), getPetition: async (query, options): Promise<Petition> => Object.assign({}, await getPetition(query, options), change)}};
};

const solve: ConformanceOptions['solve'] = async (challenge) => ({challenge, counter: 1, derivedKey: '00'});

/** Whatever a real petition may be like. */
const REAL: readonly [what: string, adapter: () => BackendAdapter][] = [
  ['open', complete], ['sealed', sealing], ['closed', closed], ['that asks for challenges', challenging], ['read over HTTP', overHttp], ['sealed, read over HTTP', sealedOverHttp],
];

describe('the conformance suite on a petition that is not there for tests', () => {
  for (const [what, make] of REAL) {
    for (const test of [false, undefined, 'true', 1]) {
      it(`writes nothing to one ${what}, whose "test" is ${test === undefined ? 'absent' : JSON.stringify(test)}`, async () => {
        const {adapter, written} = recording(make(), {test});
        const checks = await conformanceChecks({adapter: () => adapter, solve, patience: 200});
        for (const check of checks) await check.run().catch(() => undefined);
        expect(written).to.deep.equal([]);
        expect(sent.filter(({method}) => method !== 'GET')).to.deep.equal([]);
      });
    }
  }

  it('writes nothing where each check forgets to ask, one by one', async () => {
    const {adapter, written} = recording(complete(), {test: false});
    const petition = await able(adapter, 'getPetition').getPetition({});
    const events = (await able(adapter, 'listEvents').listEvents({})).events;
    const subject: Subject = {adapter: harmless(adapter, petition), petition, events, asking: new Set(), making: undefined, patience: 200, person: examplePerson, solve};
    const outcomes: Record<string, string> = {};
    for (const check of ALL) outcomes[check.name] = await check.run(subject).then(() => 'passed', String);
    expect(written).to.deep.equal([]);
    // The same checks would have written.
    const unguarded = await Promise.all(ALL.map(async (check) => {
      const {adapter: open, written: reached} = recording(complete(), {test: false});
      await check.run({...subject, adapter: open}).catch(() => undefined);
      return reached.length > 0 ? [check.name] : [];
    }));
    expect(unguarded.flat()).to.have.length.above(30);
    for (const name of unguarded.flat()) expect(outcomes[name], name).to.match(/was not called: the suite writes only where the petition says "test": true|not a BackendError/);
  });

  it('excuses each check that would write, with that reason', async () => {
    const {adapter} = recording(complete(), {test: false});
    const excused = new Map((await conformanceChecks({adapter: () => adapter})).map((check) => [check.name, check.excused]));
    const writing = [...excused].filter(([name]) => /^(sign|signSealed|joinEvent|proposeEvent) /.test(name));
    expect(writing).to.have.length.above(40);
    expect(new Set(writing.map(([, why]) => why))).to.deep.equal(new Set(['writes only where the petition says "test": true']));
  });

  it('believes the petition that the adapter has, and not the one that it is given', async () => {
    const {adapter, written} = recording(complete(), {test: false});
    const trial = {id: 'p', title: 'P', language: 'en', test: true};
    const checks = await conformanceChecks({adapter: () => adapter, petition: trial});
    for (const check of checks) await check.run().catch(() => undefined);
    expect(written).to.deep.equal([]);
    const silent = recording(complete(), {}).adapter;
    const unread = await conformanceChecks({adapter: () => ({...silent, getPetition: () => Promise.reject(new BackendError('offline', 'Gone.'))}), petition: trial});
    expect(unread.find(({name}) => name === 'sign answers with a receipt')?.excused).to.contain('could not be read');
  });

  it('still reads by methods that need their adapter', async () => {
    class Crm implements BackendAdapter {
      readonly name = 'crm';
      readonly #count = 41;
      getTally() { return Promise.resolve({count: this.#count, asOf: '2026-11-22T09:00:00Z'}); }
    }
    const checks = await conformanceChecks({adapter: () => new Crm()});
    await checks.find(({name}) => name === 'getTally answers with a tally')?.run();
    await checks.find(({name}) => name === 'announces capabilities as methods')?.run();
  });
});
