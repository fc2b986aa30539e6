import {open, rm} from 'node:fs/promises';
import {type Kysely, sql} from 'kysely';
import {OWNER_ONLY} from './database.js';
import type {Tables} from './schema.js';

/** Writes a data file as it is at one moment into a new file, without keeping anybody from writing meanwhile. What was deleted is not in the copy. */
export const copyTo = async (database: Kysely<Tables>, file: string): Promise<void> => {
  await rm(file, {force: true});
  // SQLite fills a file that is there and empty, and leaves its mode as it is.
  await (await open(file, 'wx', OWNER_ONLY)).close();
  await sql`vacuum into ${file}`.execute(database);
};
