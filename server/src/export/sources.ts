import type {Kysely} from 'kysely';
import type {CampaignQuestions} from '../campaign/campaign.js';
import type {ExportTables} from './people.js';

/** A row of what people sent, as it is read. */
export interface SourceRow {
  readonly sequence: number;
  readonly received_at: string;
  readonly payload: string;
  /** An RSVP's. */
  readonly status?: string;
}

/** What is exported: rows of one table, in the order they came. */
export interface Source {
  /** What is asked today. Answers to what was asked before have their columns too. */
  readonly questions: CampaignQuestions;
  /** The cell of a column of its own, beside answers and consents; its name first. */
  readonly column: readonly [name: string, cell: (row: {readonly status?: string; readonly source?: string | undefined}) => string];
  /** How many rows there are, and the last of them. */
  extent(): Promise<{readonly count: number; readonly through: number | null}>;
  /** Rows after one and up to another; of each person the newest alone, if asked. */
  page(range: {readonly after: number; readonly through: number; readonly limit: number; readonly newestOnly: boolean}): Promise<readonly SourceRow[]>;
}

/** A petition's signatures, without those that were erased and only count. */
export const signatureSource = (database: Kysely<ExportTables>, petition: string, questions: CampaignQuestions): Source => ({
  questions,
  column: ['source', ({source = ''}) => source],
  extent: () => database.selectFrom('signature').where('petition', '=', petition).where('payload', '!=', '')
    .select(({fn}) => [fn.countAll<number>().as('count'), fn.max<number | null>('sequence').as('through')]).executeTakeFirstOrThrow(),
  page: ({after, through, limit, newestOnly}) => database.selectFrom('signature')
    .select(['signature.sequence', 'received_at', 'payload'])
    .$if(newestOnly, (query) => query.innerJoin('person', 'person.sequence', 'signature.sequence'))
    .where('petition', '=', petition).where('payload', '!=', '').where('signature.sequence', '>', after).where('signature.sequence', '<=', through)
    .orderBy('signature.sequence').limit(limit).execute(),
});

/** The RSVPs of one event. */
export const rsvpSource = (database: Kysely<ExportTables>, petition: string, event: string, questions: CampaignQuestions): Source => ({
  questions,
  column: ['status', ({status = ''}) => status],
  extent: () => database.selectFrom('rsvp').where('petition', '=', petition).where('event', '=', event)
    .select(({fn}) => [fn.countAll<number>().as('count'), fn.max<number | null>('sequence').as('through')]).executeTakeFirstOrThrow(),
  page: ({after, through, limit, newestOnly}) => database.selectFrom('rsvp')
    .select(['rsvp.sequence', 'received_at', 'payload', 'status'])
    .$if(newestOnly, (query) => query.innerJoin('person', 'person.sequence', 'rsvp.sequence'))
    .where('petition', '=', petition).where('event', '=', event).where('rsvp.sequence', '>', after).where('rsvp.sequence', '<=', through)
    .orderBy('rsvp.sequence').limit(limit).execute(),
});
