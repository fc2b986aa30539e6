import {expect} from 'chai';
import {BackendError, type BackendAdapter, type Tally} from '../../src/contract/index.js';
import {TallyStore} from '../../src/stores/tally-store.js';
import {fixChance, stopClock, type Clock} from '../support/clock.js';
import {watch} from './watch.js';

const SECOND = 1000;

describe('a tally store', () => {
  let clock: Clock;
  let reads: number;
  /** What the back end says now. */
  let answer: () => Promise<Tally>;
  let store: TallyStore;

  const count = () => (store.state.value.status === 'known' ? store.state.value.tally.count : store.state.value.status);
  const tell = (said: number, seconds = 0) => { const tally = {count: said, asOf: clock.at(seconds)}; answer = () => Promise.resolve(tally); };
  const fail = (error: Error) => { answer = () => Promise.reject(error); };

  beforeEach(() => {
    clock = stopClock();
    fixChance();
    reads = 0;
    const adapter: BackendAdapter = {name: 'test', getTally: () => { reads++; return answer(); }};
    store = new TallyStore(() => Promise.resolve(adapter), 'https://petitions.example/p');
    tell(41);
  });

  it('reads nothing before somebody looks, and nothing after', async () => {
    await clock.pass(60 * SECOND);
    expect(reads).to.equal(0);
    const leave = watch(store.state);
    await clock.pass(0);
    expect(count()).to.equal(41);
    leave();
    await clock.pass(60 * SECOND);
    expect(reads).to.equal(1);
    expect(clock.timers).to.equal(0);
  });

  it('keeps the number up to date, faster while it changes', async () => {
    watch(store.state);
    await clock.pass(0);
    tell(42);
    await clock.pass(15 * SECOND);
    expect([count(), reads]).to.deep.equal([42, 2]);
    await clock.pass(15 * SECOND);
    expect(reads).to.equal(3);
    await clock.pass(29 * SECOND);
    expect(reads).to.equal(3);
  });

  it('does not ask again for somebody who looks away and back within 5 s', async () => {
    watch(store.state)();
    const leave = watch(store.state);
    await clock.pass(0);
    leave();
    await clock.pass(4999);
    watch(store.state)();
    watch(store.state);
    await clock.pass(0);
    expect(reads).to.equal(1);
  });

  it('does not ask twice at a time, for somebody who comes back before the answer', async () => {
    let give: (tally: Tally) => void = () => undefined;
    answer = () => new Promise((resolve) => { give = resolve; });
    const leave = watch(store.state);
    await clock.pass(0);
    leave();
    watch(store.state);
    await clock.pass(0);
    expect(reads).to.equal(1);
    give({count: 7, asOf: clock.at()});
    await clock.pass(0);
    expect(count()).to.equal(7);
    await clock.pass(15 * SECOND);
    expect(reads).to.equal(2);
  });

  it('never goes back to an older number, and slows down when it gets nothing else', async () => {
    tell(50, 0);
    watch(store.state);
    await clock.pass(0);
    tell(49, -60);
    await clock.pass(15 * SECOND);
    expect([count(), reads]).to.deep.equal([50, 2]);
    await clock.pass(29 * SECOND);
    expect(reads).to.equal(2);
  });

  it('goes down when a newer number is smaller: a back end may strike out what was forged', async () => {
    watch(store.state);
    await clock.pass(0);
    tell(12, 1);
    await clock.pass(15 * SECOND);
    expect(count()).to.equal(12);
  });

  it('compares moments and not how they are written', async () => {
    answer = () => Promise.resolve({count: 2, asOf: '2026-11-22T10:00:00+02:00'});
    watch(store.state);
    await clock.pass(0);
    answer = () => Promise.resolve({count: 3, asOf: '2026-11-22T09:00:00Z'});
    await clock.pass(15 * SECOND);
    expect(count()).to.equal(3);
  });

  it('keeps a number that is known while a newer one cannot be had', async () => {
    watch(store.state);
    await clock.pass(0);
    let changes = 0;
    watch(store.state, () => { changes++; });
    fail(new BackendError('offline', 'gone'));
    await clock.pass(120 * SECOND);
    expect([count(), reads, changes]).to.deep.equal([41, 4, 0]);
  });

  it('fails while there is no number, and recovers by itself', async () => {
    fail(new BackendError('offline', 'gone'));
    watch(store.state);
    await clock.pass(0);
    expect(count()).to.equal('failed');
    tell(41);
    await clock.pass(30 * SECOND);
    expect(count()).to.equal(41);
  });

  it('says the same trouble once, and other trouble again', async () => {
    let told = 0;
    fail(new BackendError('offline', 'gone'));
    watch(store.state, () => { told++; });
    await clock.pass(0);
    answer = () => Promise.reject(new BackendError('offline', 'gone'));
    await clock.pass(300 * SECOND);
    expect([told, reads]).to.deep.equal([1, 4]);
    fail(new BackendError('unavailable', 'overloaded'));
    await clock.pass(120 * SECOND);
    expect(told).to.equal(2);
  });

  it('waits as long as the back end asks, also for somebody who looks away and back', async () => {
    fail(new BackendError('rate-limited', 'busy', {retryAfter: 100}));
    const leave = watch(store.state);
    await clock.pass(50 * SECOND);
    leave();
    tell(41);
    watch(store.state);
    await clock.pass(49 * SECOND);
    expect(reads).to.equal(1);
    await clock.pass(SECOND);
    expect([count(), reads]).to.deep.equal([41, 2]);
  });

  it('makes an answer that is no tally a failure that names the member and not its value', async () => {
    answer = () => Promise.resolve({count: 'Ada Exemple', asOf: clock.at()} as unknown as Tally);
    watch(store.state);
    await clock.pass(0);
    const {value} = store.state;
    expect(value.status === 'failed' && [value.error.code, value.error.issues[0]?.path]).to.deep.equal(['invalid-response', 'count']);
    expect(JSON.stringify(value)).not.to.contain('Ada');
    expect(value.status === 'failed' && value.error.message).to.contain('https://petitions.example/p').and.not.to.contain('Ada');
  });
});
