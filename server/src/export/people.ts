import {createHmac, randomBytes} from 'node:crypto';
import {domainToASCII} from 'node:url';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../database/schema.js';

/** The tables, with the one that lives as long as an export. */
export interface ExportTables extends Tables {
  person: {
    /** A keyed hash: who finds the temporary file learns nothing from it. */
    key: string;
    /** The newest signature of this person. */
    sequence: number;
  };
}

/**
 * An e-mail address as it is the same person's: without spaces around it, in lower case, its domain as the network spells it.
 * Dots and `+` labels stay, because what they mean is each provider's own affair.
 */
export const canonicalEmail = (address: string): string => {
  const trimmed = address.normalize('NFC').trim().toLowerCase();
  const at = trimmed.lastIndexOf('@');
  return at < 0 ? trimmed : `${trimmed.slice(0, at)}@${domainToASCII(trimmed.slice(at + 1)) || trimmed.slice(at + 1)}`;
};

/**
 * Finds out who signed more than once. The list is kept in a temporary table on disk and not in memory, so that a million
 * people cost no more memory than ten.
 */
export class People {
  readonly #database: Kysely<ExportTables>;
  readonly #secret = randomBytes(32);

  constructor(database: Kysely<ExportTables>) {
    this.#database = database;
  }

  /** Starts with nobody. */
  async open(): Promise<void> {
    await sql`drop table if exists temp.person`.execute(this.#database);
    await this.#database.schema.createTable('person').temporary()
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .execute();
    await this.#database.schema.createIndex('person_sequence').on('person').column('sequence').execute();
  }

  /** Adds signatures, oldest first. One without an e-mail address is a person of its own. */
  async add(signatures: readonly {readonly sequence: number; readonly email: string | undefined}[]): Promise<void> {
    if (signatures.length === 0) return;
    await this.#database.insertInto('person')
      .values(signatures.map(({sequence, email}) => ({key: this.#key(sequence, email), sequence})))
      .onConflict((conflict) => conflict.column('key').doUpdateSet(({ref}) => ({sequence: ref('excluded.sequence')})))
      .execute();
  }

  #key(sequence: number, email: string | undefined): string {
    return email === undefined ? `sequence ${sequence}` : createHmac('sha256', this.#secret).update(canonicalEmail(email)).digest('base64url');
  }
}
