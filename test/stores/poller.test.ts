import {expect} from 'chai';
import {fc} from '../support/property.js';
import {jittered, Poller} from '../../src/stores/poller.js';
import {fixChance, settle, stopClock, type Clock} from '../support/clock.js';

const SECOND = 1000;

/** A subject that notes when it is read, and says what `answer` says. */
const subject = (clock: Clock, answer: () => {changed: boolean; retryAfter?: number} = () => ({changed: true})) => {
  const start = clock.now;
  const reads: number[] = [];
  const read = () => {
    reads.push((clock.now - start) / SECOND);
    return Promise.resolve(answer());
  };
  return {reads, read};
};

describe('the poller', () => {
  let clock: Clock;
  let poller: Poller;

  beforeEach(() => {
    clock = stopClock();
    fixChance();
    poller = new Poller();
  });

  it('reads at once, and every 15 s while things change', async () => {
    const {reads, read} = subject(clock);
    poller.add(read);
    await clock.pass(45 * SECOND);
    expect(reads).to.deep.equal([0, 15, 30, 45]);
  });

  it('waits twice as long each time that nothing has changed, up to 120 s, and 15 s again after a change', async () => {
    let changed = false;
    const {reads, read} = subject(clock, () => ({changed}));
    poller.add(read);
    await clock.pass(450 * SECOND);
    expect(reads).to.deep.equal([0, 30, 90, 210, 330, 450]);
    changed = true;
    await clock.pass(135 * SECOND);
    expect(reads.slice(6)).to.deep.equal([570, 585]);
  });

  it('waits as long as the back end asks for, and no less than its own time', async () => {
    let retryAfter = 100;
    const {reads, read} = subject(clock, () => ({changed: true, retryAfter}));
    poller.add(read);
    await clock.pass(100 * SECOND);
    retryAfter = 1;
    await clock.pass(115 * SECOND);
    expect(reads).to.deep.equal([0, 100, 200, 215]);
  });

  for (const [retryAfter, second] of [[NaN, 15], [-5, 15], [Infinity, 86_400], [1e12, 86_400]] as const) {
    it(`reads again after ${second} s when it is asked to wait ${retryAfter} s`, async () => {
      const {reads, read} = subject(clock, () => ({changed: true, retryAfter}));
      poller.add(read);
      await clock.pass(second * SECOND);
      expect(reads).to.deep.equal([0, second]);
    });
  }

  it('keeps one timer for all its subjects, each in its own rhythm', async () => {
    const [busy, quiet] = [subject(clock), subject(clock, () => ({changed: false}))];
    poller.add(busy.read);
    poller.add(quiet.read);
    expect(clock.timers).to.equal(1);
    await clock.pass(40 * SECOND);
    expect(clock.timers).to.equal(1);
    expect([busy.reads, quiet.reads]).to.deep.equal([[0, 15, 30], [0, 30]]);
  });

  it('stops with its last subject', async () => {
    const [first, last] = [subject(clock), subject(clock)];
    const [stopFirst, stopLast] = [poller.add(first.read), poller.add(last.read)];
    await clock.pass(SECOND);
    stopFirst();
    expect(clock.timers).to.equal(1);
    stopLast();
    expect(clock.timers).to.equal(0);
    await clock.pass(600 * SECOND);
    expect([first.reads, last.reads]).to.deep.equal([[0], [0]]);
  });

  it('forgets a subject that is taken away before it was read', async () => {
    const {reads, read} = subject(clock);
    poller.add(read)();
    await clock.pass(60 * SECOND);
    expect(reads).to.deep.equal([]);
  });

  it('does not come back to a subject that is taken away while it is read, and keeps on with the others', async () => {
    const other = subject(clock);
    let answer: (outcome: {changed: boolean}) => void = () => undefined;
    let reads = 0;
    const stop = poller.add(() => {
      reads++;
      return new Promise((resolve) => { answer = resolve; });
    });
    poller.add(other.read);
    await clock.pass(20 * SECOND);
    stop();
    answer({changed: true});
    await settle();
    expect(clock.timers).to.equal(1);
    await clock.pass(20 * SECOND);
    expect(reads).to.equal(1);
    expect(other.reads).to.deep.equal([0, 15, 30]);
  });

  it('does not ask again while an answer is still on its way, nor lets others wait for it', async () => {
    const other = subject(clock);
    let reads = 0;
    poller.add(() => {
      reads++;
      return new Promise(() => undefined);
    });
    poller.add(other.read);
    await clock.pass(600 * SECOND);
    expect(reads).to.equal(1);
    expect(other.reads.length).to.equal(41);
  });

  it('spreads its readers over 30 % to either side, whatever chance says', () => {
    expect([jittered(100, () => 0), jittered(100, () => 0.5), jittered(100, () => 1)]).to.deep.equal([70, 100, 130]);
    fc.assert(fc.property(fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true}), fc.integer({min: 1, max: 120_000}), (chance, value) => {
      const spread = jittered(value, () => chance);
      return spread >= value * 0.7 - 1e-6 && spread <= value * 1.3 + 1e-6;
    }));
  });

  for (const [chance, second] of [[0, 10.5], [0.999_999, 19.5]] as const) {
    it(`reads a second time after ${second} s at the ${chance === 0 ? 'earliest' : 'latest'}`, async () => {
      fixChance(chance);
      const {reads, read} = subject(clock);
      poller.add(read);
      await clock.pass(20 * SECOND);
      expect(reads[1]).to.be.closeTo(second, 0.01);
    });
  }
});
