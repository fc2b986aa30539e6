import {Migrator, sql, type Kysely, type Migration} from 'kysely';
import type {Tables} from './schema.js';

/** In order of their names. A migration that was released is never edited: a change is a new one. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable('campaign')
        .addColumn('petition', 'text', (column) => column.primaryKey())
        .addColumn('document', 'text', (column) => column.notNull())
        .addColumn('revision', 'integer', (column) => column.notNull())
        .addColumn('imported_at', 'text', (column) => column.notNull())
        .execute();
      await database.schema
        .createTable('consent_text')
        .addColumn('petition', 'text', (column) => column.notNull())
        .addColumn('consent', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('sha256', 'text', (column) => column.notNull())
        .addColumn('imported_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('consent_text_key', ['petition', 'consent', 'version', 'language'])
        .addForeignKeyConstraint('consent_text_petition', ['petition'], 'campaign', ['petition'])
        .execute();
      await database.schema
        .createTable('signature')
        .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('petition', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addUniqueConstraint('signature_key', ['petition', 'idempotency_key'])
        .addForeignKeyConstraint('signature_petition', ['petition'], 'campaign', ['petition'])
        .execute();
      // What is new in a petition, and its list in order, are read from here: never a pass over the whole table.
      await database.schema.createIndex('signature_order').on('signature').columns(['petition', 'sequence']).execute();
      await database.schema
        .createTable('tally')
        .addColumn('petition', 'text', (column) => column.primaryKey())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('through_sequence', 'integer', (column) => column.notNull())
        .addColumn('as_of', 'text', (column) => column.notNull())
        .addForeignKeyConstraint('tally_petition', ['petition'], 'campaign', ['petition'])
        .addCheckConstraint('tally_count', sql`count >= 0`)
        .execute();
    },
  },
  '0002-events': {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable('rsvp')
        .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('petition', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('payload', 'text', (column) => column.notNull())
        .addUniqueConstraint('rsvp_key', ['petition', 'idempotency_key'])
        .addForeignKeyConstraint('rsvp_petition', ['petition'], 'campaign', ['petition'])
        .addCheckConstraint('rsvp_status', sql`status in ('registered', 'waiting')`)
        .execute();
      // An event's list in order; the counts of all events of a petition need no other index.
      await database.schema.createIndex('rsvp_order').on('rsvp').columns(['petition', 'event', 'sequence']).execute();
      await database.schema
        .createTable('proposal')
        .addColumn('sequence', 'integer', (column) => column.primaryKey().autoIncrement())
        .addColumn('petition', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('idempotency_key', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text')
        .addColumn('received_at', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('joinable', 'integer', (column) => column.notNull())
        .addColumn('payload', 'text')
        .addColumn('contact', 'text')
        .addUniqueConstraint('proposal_key', ['petition', 'idempotency_key'])
        .addUniqueConstraint('proposal_event', ['petition', 'event'])
        .addForeignKeyConstraint('proposal_petition', ['petition'], 'campaign', ['petition'])
        .addCheckConstraint('proposal_state', sql`state in ('waiting', 'accepted', 'refused')`)
        // Whoever refuses a proposal can be sure that nothing of what was said is left in it.
        .addCheckConstraint('proposal_refused', sql`(state = 'refused') = (payload is null) and (state = 'refused') = (contact is null) and (state = 'refused') = (fingerprint is null)`)
        .execute();
      await database.schema
        .createTable('cancellation')
        .addColumn('petition', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('cancelled_at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('cancellation_key', ['petition', 'event'])
        .addForeignKeyConstraint('cancellation_petition', ['petition'], 'campaign', ['petition'])
        .execute();
    },
  },
};

/**
 * Brings a data file to the tables of this version. Does nothing where they are there already.
 *
 * @throws where the file was written by a newer version.
 */
export const migrate = async (database: Kysely<Tables>): Promise<void> => {
  const migrator = new Migrator({db: database, provider: {getMigrations: () => Promise.resolve({...MIGRATIONS})}});
  const {error} = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('A migration failed without saying why.');
};
