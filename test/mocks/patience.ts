const genuine = AbortSignal.timeout.bind(AbortSignal);

/**
 * Lets every timeout of the page end after `milliseconds`, until the test ends, and gives the list of those that were asked for.
 *
 * @example const asked = shortTimeouts(); await failure(adapter.getTally()); expect(asked).to.deep.equal([10_000]);
 */
export const shortTimeouts = (milliseconds = 50): number[] => {
  const asked: number[] = [];
  AbortSignal.timeout = (wanted) => {
    asked.push(wanted);
    return genuine(milliseconds);
  };
  return asked;
};

afterEach(() => {
  AbortSignal.timeout = genuine;
});

const genuineTimer = window.setTimeout;

/** Lets every timer that is set for exactly `wanted` milliseconds end after 10, until the test ends. */
export const shortTimers = (wanted: number): void => {
  // Whatever type a library gives the global, a page's timer takes a handler and milliseconds.
  window.setTimeout = Object.assign((handler: TimerHandler, milliseconds?: number, ...rest: unknown[]) => genuineTimer(handler, milliseconds === wanted ? 10 : milliseconds, ...rest), genuineTimer);
};

afterEach(() => {
  window.setTimeout = genuineTimer;
});
