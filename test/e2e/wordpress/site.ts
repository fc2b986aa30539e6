import {spawn} from 'node:child_process';
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';
import {unzipSync} from 'fflate';
import {begin, end, until} from '../programs.js';
import {startDatabase} from './database.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const WORDPRESS = '/usr/share/wordpress';
const PLUGIN = here('../../../cdn/sphere-petition-wordpress.zip');

/** Who there is, with what WordPress calls an application password, and one to log in with, which is the name. */
export type User = 'admin' | 'author';

/** A WordPress of one test file's own. */
export interface Site {
  /** Without a slash at the end. */
  readonly url: string;
  /** Calls functions of this WordPress, and returns what each returned. */
  call(...calls: readonly (readonly [name: string, ...args: unknown[]])[]): Promise<unknown[]>;
  /** Asks the REST API, as the editor does. */
  rest(user: User, method: string, route: string, body?: unknown): Promise<{status: number; body: unknown}>;
  /** Publishes a post. @returns Its address. */
  post(user: User, content: string): Promise<string>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => { resolve(typeof address === 'object' && address ? address.port : 0); });
    });
  });

/** The settings of a site on this machine, which asks nobody outside it. `localhost` and not 127.0.0.1: the petition's host is another one. */
const config = (url: string, socket: string): string => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${url}' );
define( 'WP_SITEURL', '${url}' );
define( 'WP_ENVIRONMENT_TYPE', 'local' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
define( 'AUTH_KEY', 'trial' );
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

/** As WordPress does with an archive that somebody uploads. */
const unpack = async (archive: string, folder: string): Promise<void> => {
  for (const [path, content] of Object.entries(unzipSync(await readFile(archive)))) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), content);
  }
};

const runPhp = (script: 'install' | 'call', folder: string, given: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const child = spawn('php', ['-d', 'display_errors=stderr', here(`php/${script}.php`), folder], {stdio: ['pipe', 'pipe', 'pipe']});
    let said = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { said += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { complaint += text; });
    child.on('close', (code) => {
      if (code === 0 && complaint === '') resolve(JSON.parse(said));
      else reject(new Error(`${script}.php ended with ${String(code)}: ${complaint}${said}`));
    });
    child.stdin.end(JSON.stringify(given));
  });

const fieldOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined);

interface Running extends Site {
  close(): Promise<void>;
}

const start = async (): Promise<Running> => {
  const folder = await mkdtemp(join(tmpdir(), 'wp-'));
  const site = join(folder, 'site');
  await mkdir(join(folder, 'db'));
  const [database, port] = await Promise.all([startDatabase(join(folder, 'db')), freePort(), cp(WORDPRESS, site, {recursive: true, dereference: true})]);
  const url = `http://localhost:${String(port)}`;
  await writeFile(join(site, 'wp-config.php'), config(url, database.socket));
  await mkdir(join(site, 'wp-content/mu-plugins'));
  await cp(here('php/this-machine.php'), join(site, 'wp-content/mu-plugins/this-machine.php'));
  // Every browser asks for it, and complains where it is not.
  await writeFile(join(site, 'favicon.ico'), '');
  await unpack(PLUGIN, join(site, 'wp-content/plugins'));
  const passwords = await runPhp('install', site, {socket: database.socket});
  const server = begin('php', ['-d', 'opcache.enable=1', '-S', `127.0.0.1:${String(port)}`, '-t', site]);
  await until(server, () => fetch(`${url}/wp-includes/images/blank.gif`));

  const rest: Site['rest'] = async (user, method, route, body) => {
    const response = await fetch(`${url}/?rest_route=${route}`, {
      method,
      headers: {authorization: `Basic ${Buffer.from(`${user}:${String(fieldOf(passwords, user))}`).toString('base64')}`, 'content-type': 'application/json'},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    return {status: response.status, body: await response.json() as unknown};
  };
  return {
    url,
    rest,
    call: async (...calls) => {
      const results: unknown = await runPhp('call', site, calls.map(([name, ...args]) => [name, args]));
      if (!Array.isArray(results)) throw new Error('call.php returns a list.');
      return results as unknown[];
    },
    post: async (user, content) => {
      const {status, body} = await rest(user, 'POST', '/wp/v2/posts', {title: 'Trial', status: 'publish', content});
      if (status !== 201) throw new Error(`The post was not taken: ${JSON.stringify(body)}`);
      return String(fieldOf(body, 'link'));
    },
    close: async () => {
      await end(server);
      await database.close();
      await rm(folder, {recursive: true, force: true});
    },
  };
};

/** Sets up a WordPress before the tests of a file, with the plugin among its plugins but not active, and takes it down after them. */
export const setSite = (): (() => Site) => {
  let site: Running | undefined;
  before(async () => { site = await start(); });
  after(() => site?.close());
  return () => {
    if (!site) throw new Error('The site is set up before the first test.');
    return site;
  };
};
