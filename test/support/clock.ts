interface Timer {
  readonly due: number;
  readonly call: () => void;
}

const genuine = {setTimeout: window.setTimeout, clearTimeout: window.clearTimeout, now: Date.now};

/** Tasks until nothing is left to do. Chromium takes seven to import a module that is here already, and one may lead to another. */
const TURNS = 25;

/** Lets everything happen that needs no time. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < TURNS; turn++) await nextTask();
};

/** A message is delivered in the next task; a timer might be kept back for some milliseconds. */
const nextTask = (): Promise<void> => new Promise((resolve) => {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    resolve();
  };
  port2.postMessage(undefined);
});

/** A page's time that passes only when told: `setTimeout`, `clearTimeout` and `Date.now`, until the test ends. */
export class Clock {
  #now = Date.UTC(2026, 10, 22, 9);
  /** No timer of the browser has such a number: one that is cleared too late clears nothing else. */
  #last = 1e9;
  readonly #timers = new Map<number, Timer>();

  constructor() {
    Date.now = () => this.#now;
    Object.assign(window, {
      setTimeout: (call: (...parameters: unknown[]) => void, delay = 0, ...parameters: unknown[]) => {
        // As browsers do: what is no number, and what needs more than 31 bits, is no delay.
        const wait = delay > 0 && delay < 2 ** 31 ? delay : 0;
        this.#timers.set(++this.#last, {due: this.#now + wait, call: () => { call(...parameters); }});
        return this.#last;
      },
      clearTimeout: (id: number) => { this.#timers.delete(id); },
    });
  }

  /** In milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** The moment as the contract writes it, some seconds from now. */
  at(seconds = 0): string {
    return new Date(this.#now + seconds * 1000).toISOString();
  }

  /** How many timers run. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Moves on, and calls what falls due on the way, each in its moment and after all that came before has settled. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settle();
    for (let calls = 0; ; calls++) {
      const [first] = [...this.#timers].sort(([, one], [, other]) => one.due - other.due);
      if (!first || first[1].due > end) break;
      if (calls > 1000) throw new Error('A thousand timers fell due: something calls itself without a pause.');
      this.#timers.delete(first[0]);
      this.#now = Math.max(this.#now, first[1].due);
      first[1].call();
      await settle();
    }
    this.#now = end;
  }

  restore(): void {
    Object.assign(window, {setTimeout: genuine.setTimeout, clearTimeout: genuine.clearTimeout});
    Date.now = genuine.now;
  }
}

let running: Clock | undefined;

/** Stops the page's time until the test ends. */
export const stopClock = (): Clock => {
  running?.restore();
  return (running = new Clock());
};

const random = Math.random;

/** Lets chance decide nothing until the test ends: 0.5 is neither early nor late. */
export const fixChance = (value = 0.5): void => {
  Math.random = () => value;
};

afterEach(() => {
  running?.restore();
  running = undefined;
  Math.random = random;
});
