import type LibsqlDatabase from 'libsql';
import {
  CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler,
  type DatabaseConnection, type Dialect, type SqliteDatabase,
} from 'kysely';

/**
 * Takes the write lock where a transaction begins. SQLite's default takes it at the first write, and a transaction that read
 * before it then fails at once when another process wrote in between, whatever `busy_timeout` says.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite can change tables inside a transaction; Kysely assumes the contrary, and a kill would leave half a migration. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's view of a libsql database. */
const asSqlite = (database: LibsqlDatabase.Database): SqliteDatabase => ({
  close: () => {
    database.close();
  },
  prepare: (text) => {
    const statement = database.prepare(text);
    return {
      reader: statement.reader,
      // As one array: spread out, a single null would be taken for the list itself.
      all: (parameters) => statement.all(parameters),
      run: (parameters) => statement.run(parameters),
      iterate: (parameters) => statement.iterate(parameters),
    };
  },
});

/** SQLite through libsql, whose binary ships inside its package: nobody needs a compiler. */
export const libsqlDialect = (database: LibsqlDatabase.Database): Dialect => ({
  createAdapter: () => new TransactionalAdapter(),
  createDriver: () => new ImmediateDriver({database: asSqlite(database)}),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
