import {BackendError} from '../contract/error.js';

/** How a write is repeated. In milliseconds. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const TRIES = 8;
const PATIENCE = 5 * 60_000;

/**
 * How long to pause before try number `tries + 1`: full jitter over a doubling pause, so that the many who failed together do not
 * return together, and never sooner than the back end asked for.
 *
 * @param retryAfter Seconds.
 * @returns Milliseconds.
 */
export const pauseBefore = (tries: number, retryAfter = 0, random = Math.random): number =>
  (retryAfter > 0 ? retryAfter * 1000 : 0) + random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);

/** Waits, unless the signal says to give up. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      clearTimeout(timer);
      reject(new BackendError('aborted', 'The caller gave up.'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp);
      resolve();
    }, milliseconds);
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, {once: true});
  });

/**
 * Repeats a call for as long as its errors say that it may be repeated: at most eight times in five minutes.
 *
 * @param waiting Told before each pause, for a sentence to the reader.
 */
export const withRetries = async <T>(call: () => Promise<T>, signal: AbortSignal, waiting: (error: BackendError) => void, now = Date.now): Promise<T> => {
  const deadline = now() + PATIENCE;
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      if (!BackendError.is(error) || !error.retryable || tries === TRIES) throw error;
      const wait = pauseBefore(tries, error.retryAfter);
      if (now() + wait > deadline) throw error;
      waiting(error);
      await pause(wait, signal);
    }
  }
};
