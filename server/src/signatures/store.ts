import type {Kysely, Transaction} from 'kysely';
import type {Receipt, Signature} from 'sphere-petition/contract';
import type {Tables} from '../database/schema.js';
import type {Clock} from '../tally/clock.js';
import {fingerprint} from './fingerprint.js';
import {GroupCommit} from './group-commit.js';

/** A signature that was found good, for the petition that it is for. */
export interface Accepted {
  readonly petition: string;
  readonly signature: Signature;
}

interface Row {
  readonly petition: string;
  readonly idempotency_key: string;
  readonly fingerprint: string;
  readonly payload: string;
}

const rowOf = ({petition, signature}: Accepted): Row => {
  const {idempotencyKey, consents, language} = signature;
  // What was left blank was not said.
  const fields = Object.fromEntries(Object.entries(signature.fields).filter(([, answer]) => answer.trim() !== ''));
  return {petition, idempotency_key: idempotencyKey, fingerprint: fingerprint(signature), payload: JSON.stringify({fields, consents, language})};
};

const counted = (receivedAt: string): Receipt => ({status: 'counted', receivedAt});

/**
 * Where signatures are kept.
 *
 * Every accepted signature is a row, also when the same person signed before: were a second one left out of the public
 * count, a stranger could sign with somebody's address and learn from the number whether that person had signed. The same
 * person's signatures are made one when the list is exported, where only its owner sees it.
 */
export class SignatureStore {
  readonly #database: Kysely<Tables>;
  readonly #clock: Clock;
  readonly #group = new GroupCommit<Row, Receipt | 'key-reused'>((rows) => this.#write(rows));

  constructor(database: Kysely<Tables>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Keeps a signature and resolves once it is on disk. The same request with the same key gets the receipt of the first time;
   * `key-reused` says that the key came before with other content.
   */
  add(accepted: Accepted): Promise<Receipt | 'key-reused'> {
    return this.#group.submit(rowOf(accepted));
  }

  /** The receipt of a signature that is kept already. */
  async find(accepted: Accepted): Promise<Receipt | undefined> {
    const row = rowOf(accepted);
    const kept = await this.#kept(this.#database, [row]);
    const found = kept.get(keyOf(row));
    return found?.fingerprint === row.fingerprint ? counted(found.received_at) : undefined;
  }

  async #write(rows: readonly Row[]): Promise<(Receipt | 'key-reused')[]> {
    return this.#database.transaction().execute(async (transaction) => {
      const received = this.#clock.receipt();
      const result = await transaction.insertInto('signature')
        .values(rows.map((row) => ({...row, received_at: received})))
        .onConflict((conflict) => conflict.columns(['petition', 'idempotency_key']).doNothing())
        .executeTakeFirst();
      if (Number(result.numInsertedOrUpdatedRows ?? 0n) === rows.length) return rows.map(() => counted(received));
      const kept = await this.#kept(transaction, rows);
      return rows.map((row) => {
        const found = kept.get(keyOf(row));
        return found?.fingerprint === row.fingerprint ? counted(found.received_at) : 'key-reused';
      });
    });
  }

  async #kept(database: Kysely<Tables> | Transaction<Tables>, rows: readonly Row[]) {
    const kept = await database.selectFrom('signature').select(['petition', 'idempotency_key', 'fingerprint', 'received_at'])
      .where('idempotency_key', 'in', rows.map((row) => row.idempotency_key))
      .where('petition', 'in', [...new Set(rows.map((row) => row.petition))])
      .execute();
    return new Map(kept.map((row) => [keyOf(row), row]));
  }
}

/** Neither part can hold a space. */
const keyOf = ({petition, idempotency_key}: Pick<Row, 'petition' | 'idempotency_key'>): string => `${petition} ${idempotency_key}`;
