import type {Kysely} from 'kysely';
import type {Tables} from '../database/schema.js';
import {type Log, errorEntry} from '../http/log.js';
import {Aggregator, type Difference} from './aggregator.js';
import type {Clock} from './clock.js';
import type {Published} from './published.js';

/** Milliseconds after which a tally says anew that it holds. */
const AFFIRM_AFTER = 60_000;

/** Milliseconds between two proofs that count = rows; longer where the proof itself takes more than a hundredth of that. */
const RECONCILE_AFTER = 60_000;

/** What the health of the counting is, without anything about a person. */
export interface TallyHealth {
  /** The last attempt to count failed; the next may not. */
  readonly failing: boolean;
  /** Tallies that were not the number of their rows, since the start. */
  readonly differences: number;
  /** RFC 3339; when count = rows was proved last. */
  readonly reconciledAt: string;
}

/** Keeps the published tallies and petitions up to date while the server runs. */
export class TallyService {
  readonly #database: Kysely<Tables>;
  readonly #published: Published;
  readonly #aggregator: Aggregator;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #interval: number;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;
  #affirmAt: number;
  #reconcileAt = 0;
  #health: TallyHealth = {failing: false, differences: 0, reconciledAt: new Date(0).toISOString()};

  /** @param options.interval Seconds between two counts. */
  constructor(options: {database: Kysely<Tables>; published: Published; clock: Clock; log: Log; interval: number}) {
    this.#database = options.database;
    this.#published = options.published;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#interval = options.interval * 1000;
    this.#aggregator = new Aggregator(options.database, options.clock);
    this.#affirmAt = performance.now() + AFFIRM_AFTER;
  }

  get health(): TallyHealth {
    return this.#health;
  }

  /** Catches up with the data file, proves the tallies, and goes on from there. */
  async start(): Promise<void> {
    await this.#reload();
    await this.#prove();
    this.#schedule();
  }

  /** Counts a last time. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.#aggregator.count();
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#tick().then(() => {
        this.#schedule();
      });
    }, this.#interval);
  }

  async #tick(): Promise<void> {
    try {
      await this.#reload();
      const affirm = performance.now() >= this.#affirmAt;
      if (affirm) this.#affirmAt = performance.now() + AFFIRM_AFTER;
      for (const {petition, ...count} of await this.#aggregator.count({affirm})) this.#published.setCount(petition, count);
      if (performance.now() >= this.#reconcileAt) await this.#prove();
      this.#health = {...this.#health, failing: false};
    } catch (error) {
      this.#log(errorEntry('counting', error));
      this.#health = {...this.#health, failing: true};
    }
  }

  async #reload(): Promise<void> {
    if (await this.#published.reload(this.#database)) await this.#publishAll();
  }

  async #publishAll(): Promise<void> {
    for (const {petition, ...count} of await this.#aggregator.read()) this.#published.setCount(petition, count);
  }

  async #prove(): Promise<void> {
    const began = performance.now();
    const differences: readonly Difference[] = await this.#aggregator.reconcile();
    for (const difference of differences) this.#log({event: 'difference', ...difference});
    await this.#publishAll();
    this.#reconcileAt = performance.now() + Math.max(RECONCILE_AFTER, (performance.now() - began) * 100);
    this.#health = {...this.#health, differences: this.#health.differences + differences.length, reconciledAt: new Date(this.#clock.now()).toISOString()};
  }
}
