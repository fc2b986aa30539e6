/**
 * The one clock of receipts and tallies. The form drops its own "+1" at the first tally that is later than its receipt, so
 * this order must be exact, also within a millisecond and when the machine's clock is set back:
 *
 * - a receipt is later than every tally that does not count it;
 * - a tally is later than every receipt that it counts.
 *
 * Both are read inside the transaction that writes them, and the data file has one writer; so the order of the readings is
 * the order of the commits.
 */
export class Clock {
  readonly #now: () => number;
  #receipt = 0;
  #tally = 0;

  /** @param now Milliseconds since 1970. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Milliseconds since 1970, for what needs no order: whether a petition is open. */
  now(): number {
    return this.#now();
  }

  /** The moment of a receipt, RFC 3339. */
  receipt(): string {
    this.#receipt = Math.max(this.#now(), this.#receipt, this.#tally + 1);
    return new Date(this.#receipt).toISOString();
  }

  /** The moment of a tally, RFC 3339. */
  tally(): string {
    this.#tally = Math.max(this.#now(), this.#tally, this.#receipt + 1);
    return new Date(this.#tally).toISOString();
  }

  /** Takes note of a moment that was published before this process began. */
  observe(moment: string): void {
    const time = Date.parse(moment);
    this.#receipt = Math.max(this.#receipt, time);
    this.#tally = Math.max(this.#tally, time);
  }
}
