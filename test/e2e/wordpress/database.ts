import {type ChildProcess, execFile, spawn} from 'node:child_process';
import {access} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {promisify} from 'node:util';

/** A MariaDB of one test file's own: no service, no port, nothing outside its folder. */
export interface Database {
  /** Where its `root`, who has no password, is let in. */
  readonly socket: string;
  close(): Promise<void>;
}

/** MariaDB asks to be told that root is meant. */
const user = process.getuid?.() === 0 ? ['--user=root'] : [];
/** Small, and careless: nobody will miss these data. */
const LEAN = ['--skip-networking', '--skip-log-bin', '--performance-schema=OFF', '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=32M', '--innodb-log-file-size=8M'];

/** Ends a program. */
export const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
};

/** Starts a program that ends with this process at the latest, however that ends. */
export const begin = (program: string, args: readonly string[]): ChildProcess => {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], {stdio: 'ignore'});
  // A test file that could not start must not wait for it.
  child.unref();
  return child;
};

/** Waits for something outside this process, as long as that goes on trying. */
export const until = async (child: ChildProcess, ready: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${String(child.exitCode)} before it was ready.`);
    if (await ready().then(() => true, () => false)) return;
    await wait(50);
  }
};

/** @param folder An empty one, whose path is short: a socket's has 107 letters at most. */
export const startDatabase = async (folder: string): Promise<Database> => {
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  await promisify(execFile)('/usr/bin/mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user]);
  const server = begin('/usr/sbin/mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'pid')}`, ...LEAN, ...user]);
  await until(server, () => access(socket));
  return {socket, close: () => end(server)};
};
