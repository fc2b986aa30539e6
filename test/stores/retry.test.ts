import {expect} from 'chai';
import {fc} from '../support/property.js';
import {BackendError, type BackendErrorCode} from '../../src/contract/index.js';
import {pauseBefore, withRetries} from '../../src/stores/retry.js';
import {failure} from '../mocks/failure.js';
import {fixChance, stopClock, type Clock} from '../support/clock.js';

const MINUTE = 60_000;
const RETRYABLE: readonly BackendErrorCode[] = ['offline', 'timeout', 'rate-limited', 'unavailable'];
const FINAL: readonly BackendErrorCode[] = ['not-found', 'closed', 'invalid', 'key-reused', 'too-large', 'forbidden', 'challenge', 'unsupported', 'invalid-response', 'configuration', 'aborted'];

const chance = fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true});

const ignore = () => undefined;

describe('the pause before another try', () => {
  it('is anything from nothing to a doubling bound of at most 30 s', () => {
    fc.assert(fc.property(chance, fc.integer({min: 1, max: 60}), (random, tries) => {
      const bound = Math.min(30_000, 500 * 2 ** tries);
      const wait = pauseBefore(tries, undefined, () => random);
      return wait >= 0 && wait < bound && Math.abs(wait - random * bound) < 1e-6;
    }));
    expect([1, 2, 3, 4, 5, 6, 7].map((tries) => pauseBefore(tries, 0, () => 1))).to.deep.equal([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it('is never shorter than the back end asked for, and spread beyond it', () => {
    fc.assert(fc.property(chance, fc.integer({min: 1, max: 8}), fc.integer({min: 0, max: 86_400}), (random, tries, retryAfter) => {
      const wait = pauseBefore(tries, retryAfter, () => random);
      return wait >= retryAfter * 1000 && wait <= retryAfter * 1000 + 30_000;
    }));
  });

  it('is its own where an adapter made nonsense of what the back end asked for', () => {
    expect([NaN, -60].map((retryAfter) => pauseBefore(1, retryAfter, () => 0.5))).to.deep.equal([500, 500]);
  });
});

describe('a call that is repeated', () => {
  let clock: Clock;
  let signal: AbortSignal;
  let cancel: AbortController;
  let calls: number[];
  let start: number;

  beforeEach(() => {
    clock = stopClock();
    fixChance(0.999_999);
    cancel = new AbortController();
    ({signal} = cancel);
    calls = [];
    start = clock.now;
  });

  /** Fails with these errors one after the other, then succeeds. */
  const failing = (...errors: Error[]) => () => {
    calls.push(Math.round((clock.now - start) / 1000));
    const error = errors.shift();
    return error === undefined ? Promise.resolve('done') : Promise.reject(error);
  };
  const always = (error: Error) => failing(...Array<Error>(1000).fill(error));

  it('is made once when it succeeds', async () => {
    expect(await withRetries(failing(), signal, () => { throw new Error('It waits.'); })).to.equal('done');
    expect(calls).to.deep.equal([0]);
    expect(clock.timers).to.equal(0);
  });

  for (const code of RETRYABLE) {
    it(`goes on after "${code}", saying so before each pause`, async () => {
      const told: string[] = [];
      const outcome = withRetries(failing(new BackendError(code, 'first'), new BackendError(code, 'second')), signal, ({message}) => { told.push(message); });
      await clock.pass(10_000);
      expect(await outcome).to.equal('done');
      expect(calls).to.deep.equal([0, 1, 3]);
      expect(told).to.deep.equal(['first', 'second']);
    });
  }

  for (const code of FINAL) {
    it(`ends at once with "${code}"`, async () => {
      const error = new BackendError(code, 'no', {retryAfter: 1});
      expect(await failure(withRetries(always(error), signal, () => { throw new Error('It waits.'); }))).to.equal(error);
      expect(calls).to.deep.equal([0]);
    });
  }

  it('ends at once with what is no error of a back end', async () => {
    const mistake = new RangeError('ours');
    let thrown: unknown;
    await withRetries(always(mistake), signal, ignore).catch((error: unknown) => { thrown = error; });
    expect(thrown).to.equal(mistake);
    expect(calls).to.deep.equal([0]);
  });

  it('is made eight times at most, and ends with the last error', async () => {
    const errors = Array.from({length: 9}, (_, index) => new BackendError('offline', `${index + 1}`));
    const outcome = failure(withRetries(failing(...errors), signal, ignore));
    await clock.pass(10 * MINUTE);
    expect((await outcome).message).to.equal('8');
    expect(calls).to.deep.equal([0, 1, 3, 7, 15, 31, 61, 91]);
    expect(clock.timers).to.equal(0);
  });

  it('is never made sooner than the back end asked for', async () => {
    const outcome = withRetries(failing(new BackendError('rate-limited', 'busy', {retryAfter: 60})), signal, ignore);
    await clock.pass(59_999);
    expect(calls).to.deep.equal([0]);
    await clock.pass(1001);
    expect(await outcome).to.equal('done');
  });

  it('ends when five minutes would pass before the next try, without waiting for them', async () => {
    const busy = new BackendError('unavailable', 'busy', {retryAfter: 100});
    const outcome = failure(withRetries(always(busy), signal, ignore));
    await clock.pass(10 * MINUTE);
    expect(await outcome).to.equal(busy);
    expect(calls).to.deep.equal([0, 101, 203]);

    const closed = new BackendError('unavailable', 'back tomorrow', {retryAfter: 86_400});
    expect(await failure(withRetries(always(closed), signal, () => { throw new Error('It waits.'); }))).to.equal(closed);
  });

  it('ends as soon as it is given up, in the middle of a pause', async () => {
    const outcome = failure(withRetries(always(new BackendError('rate-limited', 'busy', {retryAfter: 60})), signal, ignore));
    await clock.pass(1000);
    cancel.abort();
    expect((await outcome).code).to.equal('aborted');
    expect(clock.timers).to.equal(0);
    expect(calls).to.deep.equal([0]);
  });

  it('ends when it was given up while it was made', async () => {
    const outcome = failure(withRetries(() => {
      cancel.abort();
      return failing(new BackendError('offline', 'gone'))();
    }, signal, ignore));
    expect((await outcome).code).to.equal('aborted');
    expect(clock.timers).to.equal(0);
    expect(calls).to.deep.equal([0]);
  });
});
