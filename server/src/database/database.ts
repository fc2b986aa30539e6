import {closeSync, existsSync, mkdirSync, openSync} from 'node:fs';
import {dirname} from 'node:path';
import {Kysely} from 'kysely';
import Libsql from 'libsql';
import {libsqlDialect} from './dialect.js';
import {migrate} from './migrations.js';
import type {Tables} from './schema.js';

/** The data file cannot be used. The message is a sentence for whoever runs the server. */
export class DataFileError extends Error {
  override readonly name = 'DataFileError';
}

/** An open data file. */
export interface Data {
  readonly database: Kysely<Tables>;
  /** Writes the log back into the file and closes it. */
  close(): Promise<void>;
}

/**
 * - `WAL`: readers and the one writer do not wait for each other.
 * - `synchronous=FULL`: a commit is on disk when it returns, also across a power cut.
 * - `busy_timeout`, milliseconds: an import waits for a running server's commit instead of failing.
 * - `secure_delete`: what is deleted is overwritten, and not only forgotten.
 */
const PRAGMAS = ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=ON', 'busy_timeout=5000', 'secure_delete=ON'];

/** Only its owner may read a new file: it is a list of people. SQLite gives the files beside it the same mode. */
export const OWNER_ONLY = 0o600;

const openFile = (path: string): InstanceType<typeof Libsql> => {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), {recursive: true});
    closeSync(openSync(path, 'a', OWNER_ONLY));
  }
  const file = new Libsql(path);
  try {
    for (const pragma of PRAGMAS) file.exec(`PRAGMA ${pragma}`);
  } catch (error) {
    file.close();
    throw error;
  }
  return file;
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Opens a data file and brings its tables up to date; a file that does not exist is made, with its folder.
 *
 * @param options.mustExist Refuses instead of making one: for commands that read.
 * @throws {DataFileError}
 */
export const openData = async (path: string, {mustExist = false} = {}): Promise<Data> => {
  if (mustExist && !existsSync(path)) throw new DataFileError(`There is no data file at ${path}. Name the one to read with --data.`);
  let file;
  try {
    file = openFile(path);
  } catch (error) {
    throw new DataFileError(`The data file ${path} cannot be opened: ${reasonOf(error)}. Check its path, its permissions and that it is an SQLite file.`, {cause: error});
  }
  const database = new Kysely<Tables>({dialect: libsqlDialect(file)});
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw new DataFileError(`The tables of the data file ${path} cannot be brought up to date: ${reasonOf(error)}. Use the version of this program that wrote it, or a newer one.`, {cause: error});
  }
  return {
    database,
    close: async () => {
      file.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      await database.destroy();
    },
  };
};
