import type {ExpressionBuilder, Kysely, Transaction} from 'kysely';
import type {Tables} from '../database/schema.js';
import type {Clock} from './clock.js';
import type {Count} from './published.js';

/** A petition whose tally was not the number of its rows. It has been put right. */
export interface Difference {
  readonly petition: string;
  readonly tally: number;
  readonly rows: number;
}

/** A petition's count as it stands now. */
export type PetitionCount = Count & {readonly petition: string};

/**
 * Adds up signatures. Requests only append rows; this is the one writer of tallies, so no row is hot, and the public number
 * moves in steps that do not show who came between them.
 *
 * A count holds every row up to its `through_sequence`. That is sound because the data file has one writer: a row becomes
 * visible in the order of its sequence. A dialect with several writers has to keep that order by a lock.
 */
export class Aggregator {
  readonly #database: Kysely<Tables>;
  readonly #clock: Clock;

  constructor(database: Kysely<Tables>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Every tally, as it was last written. The clock goes on from the last moment that any of them, or any receipt, told. */
  async read(): Promise<PetitionCount[]> {
    const rows = await this.#database.selectFrom('tally').select(['petition', 'count', 'as_of as asOf']).execute();
    const last = await this.#database.selectFrom('signature').select('received_at').orderBy('sequence', 'desc').limit(1).executeTakeFirst();
    for (const moment of [...rows.map(({asOf}) => asOf), ...(last === undefined ? [] : [last.received_at])]) this.#clock.observe(moment);
    return rows;
  }

  /**
   * Adds what is new since the last time, and returns the tallies that moved.
   *
   * @param affirm Says of every tally that it holds now, so that its as-of time does not grow old while nobody signs. Only
   * here, where nothing is left uncounted: a moment later than an uncounted receipt would take that signature back on the
   * signer's page.
   */
  count({affirm = false} = {}): Promise<PetitionCount[]> {
    return this.#database.transaction().execute(async (transaction) => {
      const asOf = this.#clock.tally();
      const moved = await this.#add(transaction, asOf);
      if (!affirm) return moved;
      return transaction.updateTable('tally').set({as_of: asOf}).returning(['petition', 'count', 'as_of as asOf']).execute();
    });
  }

  /** Proves that every tally is the number of its rows, and recounts those that are not. */
  reconcile(): Promise<Difference[]> {
    return this.#database.transaction().execute(async (transaction) => {
      const asOf = this.#clock.tally();
      await this.#add(transaction, asOf);
      const counted = await transaction.selectFrom('tally')
        .leftJoin(
          (signatures) => signatures.selectFrom('signature').select(({fn}) => ['petition as signed', fn.countAll<number>().as('rows')]).groupBy('petition').as('signatures'),
          (join) => join.onRef('signatures.signed', '=', 'tally.petition'),
        )
        .select(['petition', 'count as tally', 'rows']).execute();
      const differences = counted.map(({rows, ...tally}) => ({...tally, rows: rows ?? 0})).filter(({tally, rows}) => tally !== rows);
      for (const {petition, rows} of differences) await transaction.updateTable('tally').set({count: rows, as_of: asOf}).where('petition', '=', petition).execute();
      return differences;
    });
  }

  async #add(transaction: Transaction<Tables>, asOf: string): Promise<PetitionCount[]> {
    const fresh = await transaction.selectFrom('tally')
      .select((tally) => [
        'petition',
        'count',
        newSignatures(tally).select(({fn}) => fn.countAll<number>().as('added')).as('added'),
        newSignatures(tally).select(({fn}) => fn.max<number | null>('sequence').as('through')).as('through'),
      ]).execute();
    const moved: PetitionCount[] = [];
    for (const {petition, count, added, through} of fresh) {
      if (added === null || added === 0 || through === null) continue;
      await transaction.updateTable('tally').set({count: count + added, through_sequence: through, as_of: asOf}).where('petition', '=', petition).execute();
      moved.push({petition, count: count + added, asOf});
    }
    return moved;
  }
}

/** The signatures of a tally's petition that it does not hold yet. */
const newSignatures = (tally: ExpressionBuilder<Tables, 'tally'>) =>
  tally.selectFrom('signature').whereRef('signature.petition', '=', 'tally.petition').whereRef('signature.sequence', '>', 'tally.through_sequence');
