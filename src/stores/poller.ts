/** Reads something and says whether it has changed since the last time. Never rejects. */
export type Read = () => Promise<{readonly changed: boolean; readonly retryAfter?: number | undefined}>;

/** In milliseconds. */
const INTERVAL = 15_000;
const LONGEST_INTERVAL = 120_000;
/** Longer than this nobody is made to wait; a timer could not even hold a month. */
const LONGEST_PAUSE = 86_400_000;
const JITTER = 0.3;

interface Subject {
  interval: number;
  /** When it is to be read next, by the page's clock. */
  due: number;
  reading: boolean;
}

/** Spreads readers who started together: `value` ± 30 %. */
export const jittered = (value: number, random = Math.random): number => value * (1 + JITTER * (2 * random() - 1));

/**
 * Reads again and again: soon while things change, ever more seldom while they do not. One for the whole page, with one timer, however
 * many petitions it shows.
 */
export class Poller {
  readonly #subjects = new Map<Read, Subject>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads at once and keeps reading. Returns how to stop. */
  add(read: Read): () => void {
    this.#subjects.set(read, {interval: INTERVAL, due: 0, reading: false});
    this.#schedule();
    return () => {
      this.#subjects.delete(read);
      this.#schedule();
    };
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const due = [...this.#subjects.values()].filter((subject) => !subject.reading).map((subject) => subject.due);
    if (due.length === 0) return;
    this.#timer = setTimeout(() => { this.#readDue(); }, Math.max(0, Math.min(...due) - Date.now()));
  }

  #readDue(): void {
    for (const [read, subject] of this.#subjects) {
      if (!subject.reading && subject.due <= Date.now()) void this.#read(read, subject);
    }
    this.#schedule();
  }

  async #read(read: Read, subject: Subject): Promise<void> {
    subject.reading = true;
    const {changed, retryAfter = 0} = await read();
    subject.interval = changed ? INTERVAL : Math.min(LONGEST_INTERVAL, subject.interval * 2);
    // An adapter may have made it of a header that is no number.
    const pause = retryAfter > 0 ? Math.min(LONGEST_PAUSE, retryAfter * 1000) : 0;
    subject.due = Date.now() + Math.max(jittered(subject.interval), pause);
    subject.reading = false;
    this.#schedule();
  }
}

/** The page's poller. */
export const poller = new Poller();
