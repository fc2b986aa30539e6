const genuine = {setTimeout: window.setTimeout.bind(window), now: Date.now};
const HURRIED = 400;

/**
 * Lets every pause of the page that is longer than a blink end at once, until the test ends, and the page's clock go on as if
 * it had been waited for. Gives the list of the pauses, in milliseconds.
 */
export const hurry = (): number[] => {
  const pauses: number[] = [];
  let ahead = 0;
  const hurried = (handler: TimerHandler, milliseconds = 0, ...rest: unknown[]): number => {
    if (milliseconds < HURRIED || typeof handler !== 'function') return genuine.setTimeout(handler, milliseconds, ...rest);
    pauses.push(milliseconds);
    return genuine.setTimeout(() => {
      ahead += milliseconds;
      (handler as () => void)();
    });
  };
  window.setTimeout = hurried as typeof window.setTimeout;
  Date.now = () => genuine.now() + ahead;
  return pauses;
};

afterEach(() => {
  window.setTimeout = genuine.setTimeout;
  Date.now = genuine.now;
});
