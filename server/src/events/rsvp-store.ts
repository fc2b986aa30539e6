import type {Kysely} from 'kysely';
import type {Rsvp} from 'sphere-petition/contract';
import type {Tables} from '../database/schema.js';
import type {Clock} from '../tally/clock.js';
import {said} from '../writing/answers.js';
import {fingerprint} from '../writing/fingerprint.js';
import {type Keyed, KeyedStore, type KeyedTable} from '../writing/keyed-store.js';

/** What the receipt of an RSVP says: `waiting` where the event was full. */
export type RsvpStatus = 'registered' | 'waiting';

/** An RSVP that was found good, for the petition that its event belongs to. */
export interface AcceptedRsvp {
  readonly petition: string;
  readonly rsvp: Rsvp;
  readonly status: RsvpStatus;
}

interface Row extends Keyed {
  readonly event: string;
  readonly status: RsvpStatus;
  readonly payload: string;
}

const TABLE: KeyedTable<AcceptedRsvp, Row, RsvpStatus> = {
  rowOf: ({petition, rsvp, status}) => {
    const {idempotencyKey, eventId, fields, consents, language} = rsvp;
    return {petition, event: eventId, idempotency_key: idempotencyKey, fingerprint: fingerprint(rsvp), status, payload: JSON.stringify({fields: said(fields), consents, language})};
  },
  statusOf: ({status}) => status,
  insert: async (transaction, rows) => {
    const result = await transaction.insertInto('rsvp').values(rows)
      .onConflict((conflict) => conflict.columns(['petition', 'idempotency_key']).doNothing()).executeTakeFirst();
    return Number(result.numInsertedOrUpdatedRows ?? 0n);
  },
  find: (database, petitions, keys) =>
    database.selectFrom('rsvp').select(['petition', 'idempotency_key', 'fingerprint', 'received_at', 'status'])
      .where('idempotency_key', 'in', keys).where('petition', 'in', petitions).execute(),
};

/** Where RSVPs are kept: every one a row, also when the same person comes again, and no number of them is public (see `SignatureStore`). */
export class RsvpStore extends KeyedStore<AcceptedRsvp, Row, RsvpStatus> {
  constructor(database: Kysely<Tables>, clock: Clock) {
    super(database, clock, TABLE);
  }
}
