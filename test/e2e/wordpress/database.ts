import {execFile} from 'node:child_process';
import {access, mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {begin, end, until} from '../programs.js';

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

/** @param folder An empty one, whose path is short: a socket's has 107 letters at most. */
export const startDatabase = async (folder: string): Promise<Database> => {
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  // Its temporary files too are in its folder: a server that starts removes what it finds there, and would remove another's.
  const places = ['--no-defaults', `--datadir=${data}`, `--tmpdir=${temporary}`];
  await promisify(execFile)('/usr/bin/mariadb-install-db', [...places, '--auth-root-authentication-method=normal', '--skip-test-db', ...user]);
  const server = begin('/usr/sbin/mariadbd', [...places, `--socket=${socket}`, `--pid-file=${join(folder, 'pid')}`, ...LEAN, ...user]);
  await until(server, () => access(socket));
  return {socket, close: () => end(server)};
};
