import type {Kysely} from 'kysely';
import type {Signature} from 'sphere-petition/contract';
import type {Tables} from '../database/schema.js';
import type {Clock} from '../tally/clock.js';
import {said} from '../writing/answers.js';
import {fingerprint} from '../writing/fingerprint.js';
import {type Keyed, KeyedStore, type KeyedTable} from '../writing/keyed-store.js';

/** A signature that was found good, for the petition that it is for. */
export interface AcceptedSignature {
  readonly petition: string;
  readonly signature: Signature;
}

interface Row extends Keyed {
  readonly payload: string;
}

const TABLE: KeyedTable<AcceptedSignature, Row, 'counted'> = {
  rowOf: ({petition, signature}) => {
    const {idempotencyKey, fields, consents, language, source} = signature;
    return {petition, idempotency_key: idempotencyKey, fingerprint: fingerprint(signature), payload: JSON.stringify({fields: said(fields), consents, language, source})};
  },
  statusOf: () => 'counted',
  insert: async (transaction, rows) => {
    const result = await transaction.insertInto('signature').values(rows)
      .onConflict((conflict) => conflict.columns(['petition', 'idempotency_key']).doNothing()).executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0n);
  },
  find: async (database, petitions, keys) => {
    const rows = await database.selectFrom('signature').select(['petition', 'idempotency_key', 'fingerprint', 'received_at'])
      .where('idempotency_key', 'in', keys).where('petition', 'in', petitions).execute();
    return rows.map((row) => ({...row, status: 'counted'}));
  },
};

/**
 * Where signatures are kept.
 *
 * Every accepted signature is a row, also when the same person signed before: were a second one left out of the public
 * count, a stranger could sign with somebody's address and learn from the number whether that person had signed. The same
 * person's signatures are made one when the list is exported, where only its owner sees it.
 */
export class SignatureStore extends KeyedStore<AcceptedSignature, Row, 'counted'> {
  constructor(database: Kysely<Tables>, clock: Clock) {
    super(database, clock, TABLE);
  }
}
