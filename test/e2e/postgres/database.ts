import {execFile} from 'node:child_process';
import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {begin, end, until} from '../programs.js';

/** What PostgreSQL says of a statement that it refuses. */
export class SqlError extends Error {
  readonly code: string;
  readonly hint: string | null;

  constructor(code: string, message: string, hint: string | null) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** A PostgreSQL of one test file's own: no service, no port, nothing outside its folder. */
export interface Database {
  /**
   * Runs statements as one user. @param values What the statements name as `:'name'`, quoted by psql.
   * @returns What they answer, without headings. @throws {SqlError} with the first that is refused.
   */
  run(user: string, statements: string, values?: Readonly<Record<string, string>>): Promise<string>;
  close(): Promise<void>;
}

const VERSIONS = '/usr/lib/postgresql';
/** It refuses to run as root. */
const asNobodyMuch = process.getuid?.() === 0 ? ['--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
/** Careless: nobody will miss these data. */
const LEAN = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', 'shared_buffers=16MB', 'dynamic_shared_memory_type=mmap', 'autovacuum=off', 'jit=off'];

const execute = promisify(execFile);

const stderrOf = (thrown: unknown): string => (typeof thrown === 'object' && thrown !== null && 'stderr' in thrown ? String(thrown.stderr) : String(thrown));

/** Its error as psql spells it out: `ERROR:  P0001: refused`, and lines for the rest. */
const errorOf = (thrown: unknown): Error => {
  const told = stderrOf(thrown);
  const [, code, message] = /(?:ERROR|FATAL): {2}(\w{5}): (.*)/.exec(told) ?? [];
  return code === undefined || message === undefined ? new Error(told) : new SqlError(code, message, /^HINT: {2}(.*)$/m.exec(told)?.[1] ?? null);
};

export const startDatabase = async (): Promise<Database> => {
  const [version] = (await readdir(VERSIONS)).sort((a, b) => Number(b) - Number(a));
  const program = (name: string) => join(VERSIONS, version ?? '', 'bin', name);
  // Not in the folder for temporary files of whoever runs this: another user must be let in. And short, for a socket's path has 107 letters at most.
  const folder = await mkdtemp('/tmp/sphere-postgres-');
  if (asNobodyMuch.length > 0) await execute('chown', ['postgres:', folder]);
  const data = join(folder, 'data');
  const execution = {cwd: folder, env: {...process.env, LC_ALL: 'C'}};
  await execute('setpriv', [...asNobodyMuch, program('initdb'), '--no-sync', '--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', data], execution);
  const server = begin(program('postgres'), ['-D', data, '-k', folder, ...LEAN.flatMap((setting) => ['-c', setting])], asNobodyMuch);

  const run: Database['run'] = async (user, statements, values = {}) => {
    const variables = Object.entries({...values, ON_ERROR_STOP: '1', VERBOSITY: 'verbose'}).flatMap(([name, value]) => ['-v', `${name}=${value}`]);
    const asked = execute(program('psql'), ['-X', '-q', '-A', '-t', '-h', folder, '-U', user, ...variables, '-f', '-', 'postgres'], execution);
    asked.child.stdin?.end(statements);
    return (await asked.catch((thrown: unknown) => { throw errorOf(thrown); })).stdout.trim();
  };
  await until(server, () => run('postgres', 'select 1'));
  return {
    run,
    close: async () => {
      // At once, and its memory given back.
      await end(server, 'SIGQUIT');
      // Its last children may still be putting away what is theirs.
      await rm(folder, {recursive: true, force: true, maxRetries: 5});
    },
  };
};
