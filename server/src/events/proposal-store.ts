import {randomBytes} from 'node:crypto';
import type {Kysely} from 'kysely';
import type {EventProposal} from 'sphere-petition/contract';
import type {Tables} from '../database/schema.js';
import type {Clock} from '../tally/clock.js';
import {said} from '../writing/answers.js';
import {fingerprint} from '../writing/fingerprint.js';
import {type Keyed, KeyedStore, type KeyedTable} from '../writing/keyed-store.js';
import {partsOf} from './proposal.js';

/** A proposal that was found good, for the petition that it is for. */
export interface AcceptedProposal {
  readonly petition: string;
  readonly proposal: EventProposal;
}

interface Row extends Keyed {
  readonly event: string;
  readonly state: 'waiting';
  readonly joinable: 0;
  readonly payload: string;
  readonly contact: string;
}

const TABLE: KeyedTable<AcceptedProposal, Row, 'review'> = {
  rowOf: ({petition, proposal}) => ({
    petition,
    idempotency_key: proposal.idempotencyKey,
    fingerprint: fingerprint(proposal),
    event: randomBytes(6).toString('hex'),
    state: 'waiting',
    joinable: 0,
    ...partsOf({...proposal, fields: said(proposal.fields)}),
  }),
  statusOf: () => 'review',
  insert: async (transaction, rows) => {
    const result = await transaction.insertInto('proposal').values(rows)
      .onConflict((conflict) => conflict.columns(['petition', 'idempotency_key']).doNothing()).executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0n);
  },
  find: async (database, petitions, keys) => {
    const rows = await database.selectFrom('proposal').select(['petition', 'idempotency_key', 'fingerprint', 'received_at'])
      .where('idempotency_key', 'in', keys).where('petition', 'in', petitions).execute();
    // Also when it has been accepted or refused since: a receipt does not tell.
    return rows.map((row) => ({...row, status: 'review'}));
  },
};

/** Where proposals are kept. Each waits until somebody accepts or refuses it from the command line. */
export class ProposalStore extends KeyedStore<AcceptedProposal, Row, 'review'> {
  constructor(database: Kysely<Tables>, clock: Clock) {
    super(database, clock, TABLE);
  }
}
