import type {Kysely, Transaction} from 'kysely';
import type {Tables} from '../database/schema.js';
import type {Clock} from '../tally/clock.js';
import {GroupCommit} from './group-commit.js';

/** What every row has that keeps something people send. */
export interface Keyed {
  readonly petition: string;
  readonly idempotency_key: string;
  readonly fingerprint: string;
}

/** As much of a kept row as answers the same request again. */
export interface Kept<Status> extends Pick<Keyed, 'petition' | 'idempotency_key'> {
  /** Null where what was said has been deleted: then the key alone is known. */
  readonly fingerprint: string | null;
  readonly received_at: string;
  readonly status: Status;
}

/** The answer to something that is on disk. */
export interface Receipt<Status> {
  readonly status: Status;
  /** RFC 3339. */
  readonly receivedAt: string;
}

/** Where one kind of what people send is kept. */
export interface KeyedTable<Item, Row extends Keyed, Status> {
  rowOf(item: Item): Row;
  /** What the receipt of a new row says. */
  statusOf(row: Row): Status;
  /** Adds the rows whose key is new to their petition, and tells how many were. */
  insert(transaction: Transaction<Tables>, rows: readonly (Row & {readonly received_at: string})[]): Promise<number>;
  /** Every row that has one of the keys and is of one of the petitions. */
  find(database: Kysely<Tables>, petitions: readonly string[], keys: readonly string[]): Promise<readonly Kept<Status>[]>;
}

/** Neither part can hold a space. */
const keyOf = ({petition, idempotency_key}: Pick<Keyed, 'petition' | 'idempotency_key'>): string => `${petition} ${idempotency_key}`;

const receiptOf = <Status>(kept: Kept<Status> | undefined, {fingerprint}: Keyed): Receipt<Status> | undefined =>
  kept !== undefined && (kept.fingerprint === null || kept.fingerprint === fingerprint) ? {status: kept.status, receivedAt: kept.received_at} : undefined;

/** Keeps what people send under the keys that they chose, so that one act is kept once however often it arrives. */
export class KeyedStore<Item, Row extends Keyed, Status> {
  readonly #database: Kysely<Tables>;
  readonly #clock: Clock;
  readonly #table: KeyedTable<Item, Row, Status>;
  readonly #group = new GroupCommit<Row, Receipt<Status> | 'key-reused'>((rows) => this.#write(rows));

  constructor(database: Kysely<Tables>, clock: Clock, table: KeyedTable<Item, Row, Status>) {
    this.#database = database;
    this.#clock = clock;
    this.#table = table;
  }

  /**
   * Keeps an item and resolves once it is on disk. The same request with the same key gets the receipt of the first time;
   * `key-reused` says that the key came before with other content.
   */
  add(item: Item): Promise<Receipt<Status> | 'key-reused'> {
    return this.#group.submit(this.#table.rowOf(item));
  }

  /** The receipt of an item that is kept already. */
  async find(item: Item): Promise<Receipt<Status> | undefined> {
    const row = this.#table.rowOf(item);
    return receiptOf((await this.#kept(this.#database, [row])).get(keyOf(row)), row);
  }

  async #write(rows: readonly Row[]): Promise<(Receipt<Status> | 'key-reused')[]> {
    return this.#database.transaction().execute(async (transaction) => {
      const receivedAt = this.#clock.receipt();
      const added = await this.#table.insert(transaction, rows.map((row) => ({...row, received_at: receivedAt})));
      if (added === rows.length) return rows.map((row) => ({status: this.#table.statusOf(row), receivedAt}));
      const kept = await this.#kept(transaction, rows);
      return rows.map((row) => receiptOf(kept.get(keyOf(row)), row) ?? 'key-reused');
    });
  }

  async #kept(database: Kysely<Tables>, rows: readonly Row[]): Promise<ReadonlyMap<string, Kept<Status>>> {
    const kept = await this.#table.find(database, [...new Set(rows.map(({petition}) => petition))], rows.map((row) => row.idempotency_key));
    return new Map(kept.map((row) => [keyOf(row), row]));
  }
}
