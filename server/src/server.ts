import {createAdaptorServer} from '@hono/node-server';
import {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createApp} from './app.js';
import {type Data, openData} from './database/database.js';
import {ProposalStore} from './events/proposal-store.js';
import {RsvpStore} from './events/rsvp-store.js';
import {type Log, silentLog} from './http/log.js';
import {type Outside, originOf} from './http/origin.js';
import {WIDGET_VERSION, widgetFolder} from './package.js';
import {keepRelease} from './releases.js';
import {SignatureStore} from './signatures/store.js';
import {Clock} from './tally/clock.js';
import {Published} from './tally/published.js';
import {TallyService} from './tally/tally-service.js';

/** How a server is started. */
export interface ServerOptions extends Outside {
  /** The data file; made where there is none. */
  readonly data: string;
  /** 0 takes any that is free. Absent: 8080. */
  readonly port?: number;
  /** The address to listen on. Absent: `127.0.0.1`, which only this machine reaches. */
  readonly host?: string;
  /** A folder of files to serve at `/`. */
  readonly site?: string;
  /** A folder in which to keep the widgets of each version that is served, so that pages find them after an upgrade. Absent: this version's alone are served. */
  readonly releases?: string;
  /** Seconds between two counts. Absent: 2. */
  readonly tallyInterval?: number;
  /** Takes the log's lines. Absent: nobody reads them. */
  readonly log?: Log;
  /** The time, in milliseconds since 1970. Absent: the machine's. */
  readonly now?: () => number;
}

/** A server that runs. */
export interface RunningServer {
  /** Where it is reached, without a slash at the end: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Petitions that it serves now. */
  readonly petitions: number;
  /** Takes no more requests, finishes those under way, counts a last time and closes the data file. */
  close(): Promise<void>;
}

/** The address cannot be listened on. The message is a sentence for whoever runs the server. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** Milliseconds, and bytes: a request that dawdles or swells is dropped. */
const LIMITS = {headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 5_000, maxHeaderSize: 8 * 1024} as const;

/** Milliseconds that requests under way are given to finish. */
const LONGEST_FAREWELL = 10_000;

const listen = async (server: Server, port: number, host: string): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new ListenError(`The server cannot listen on ${host}, port ${port}: ${error.message}. Choose another with --port or --host.`, {cause: error}));
    });
    server.listen(port, host, resolve);
  });
  const address: AddressInfo | string | null = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
};

const farewell = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // A connection that is kept alive becomes idle only after its request: so, again and again.
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, 50);
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, LONGEST_FAREWELL);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
  });

const assemble = async (data: Data, options: ServerOptions): Promise<RunningServer> => {
  const {port = 8080, host = '127.0.0.1', site, releases, tallyInterval = 2, log = silentLog, now, publicUrl, trustProxy} = options;
  const {database} = data;
  if (releases !== undefined) await keepRelease(widgetFolder(), releases, WIDGET_VERSION);
  const clock = new Clock(now);
  const published = new Published();
  const tallies = new TallyService({database, published, clock, log, interval: tallyInterval});
  await tallies.start();
  const app = createApp({
    published,
    signatures: new SignatureStore(database, clock),
    rsvps: new RsvpStore(database, clock),
    proposals: new ProposalStore(database, clock),
    clock,
    log,
    health: () => tallies.health,
    origin: (request) => originOf(request, {publicUrl, trustProxy}),
    widgets: widgetFolder(),
    releases,
    site,
  });
  const server = createAdaptorServer({fetch: app.fetch, serverOptions: LIMITS});
  try {
    if (!(server instanceof Server)) throw new TypeError('The HTTP adapter made something else than an HTTP server.');
    const url = await listen(server, port, host);
    log({event: 'start', url, petitions: published.size});
    return {
      url,
      petitions: published.size,
      close: async () => {
        await farewell(server);
        await tallies.stop();
        await data.close();
        log({event: 'stop'});
      },
    };
  } catch (error) {
    await tallies.stop();
    throw error;
  }
};

/**
 * Starts a server on a data file.
 *
 * @throws {DataFileError} where the data file cannot be used.
 * @throws {ListenError} where the address cannot be listened on.
 * @example
 * const server = await startServer({data: 'data/petitions.sqlite', port: 0});
 * await fetch(`${server.url}/health`);
 * await server.close();
 */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const data = await openData(options.data);
  try {
    return await assemble(data, options);
  } catch (error) {
    await data.close();
    throw error;
  }
};
