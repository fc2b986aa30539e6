import {expect} from 'chai';
import type {BackendAdapter, Receipt, Tally} from '../../src/contract/index.js';
import {TallyStore} from '../../src/stores/tally-store.js';
import {fixChance, stopClock, type Clock} from '../support/clock.js';
import {watch} from './watch.js';

const SECOND = 1000;

describe('the reader’s own signature in a tally store', () => {
  let clock: Clock;
  let reads: number;
  let answer: Tally;
  let store: TallyStore;

  const count = () => (store.state.value.status === 'known' ? store.state.value.tally.count : store.state.value.status);
  const tell = (said: number, seconds = 0) => { answer = {count: said, asOf: clock.at(seconds)}; };
  const receipt = (status: Receipt['status'] = 'counted', seconds = 0): Receipt => ({status, receivedAt: clock.at(seconds)});

  beforeEach(() => {
    clock = stopClock();
    fixChance();
    reads = 0;
    const adapter: BackendAdapter = {name: 'test', getTally: () => { reads++; return Promise.resolve(answer); }};
    store = new TallyStore(() => Promise.resolve(adapter), 'https://petitions.example/p');
    tell(41);
  });

  describe('on top of a number that is known', () => {
    beforeEach(async () => {
      watch(store.state);
      await clock.pass(SECOND);
    });

    it('is counted at once, without asking anybody', () => {
      store.addOwn(receipt());
      expect([count(), reads]).to.deep.equal([42, 1]);
    });

    for (const status of ['confirm', 'accepted'] as const) {
      it(`is not counted when it is "${status}"`, () => {
        store.addOwn(receipt(status));
        expect(count()).to.equal(41);
      });
    }

    it('is counted with numbers that are not later than its receipt, and in no later number', async () => {
      const own = receipt('counted', 20);
      store.addOwn(own);
      tell(45, 19);
      await clock.pass(15 * SECOND);
      expect(count()).to.equal(46);
      answer = {count: 46, asOf: own.receivedAt};
      await clock.pass(15 * SECOND);
      expect(count()).to.equal(47);
      tell(50);
      await clock.pass(15 * SECOND);
      expect(count()).to.equal(50);
      tell(50, -1);
      await clock.pass(30 * SECOND);
      expect(count()).to.equal(50);
    });

    it('is not counted when a later number is here already', () => {
      store.addOwn(receipt('counted', -60));
      expect(count()).to.equal(41);
    });

    it('changes nothing but the count: the time stays the back end’s', () => {
      store.addOwn(receipt());
      const {value} = store.state;
      expect(value).to.deep.equal({status: 'known', tally: {count: 42, asOf: clock.at(-1)}});
    });
  });

  it('is counted in the first number that arrives after it', async () => {
    store.addOwn(receipt('counted', 60));
    expect(store.state.value.status).to.equal('waiting');
    watch(store.state);
    await clock.pass(0);
    expect(count()).to.equal(42);
  });
});
