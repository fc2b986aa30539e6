import {statSync} from 'node:fs';
import {type Command, InvalidArgumentError} from 'commander';
import {jsonLog} from '../http/log.js';
import {startServer} from '../server.js';
import {CommandFailure, DEFAULT_DATA, EXIT, EXIT_HELP} from './failure.js';

interface ServeOptions {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly site?: string;
  readonly releases?: string;
  readonly tallyInterval: number;
  readonly publicUrl?: string;
  readonly trustProxy?: boolean;
}

const parsePort = (text: string): number => {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('A port is a whole number from 0 to 65535; 0 takes any that is free.');
  return Number(text);
};

const parseSeconds = (text: string): number => {
  const seconds = Number(text);
  if (!(seconds >= 0.1 && seconds <= 3600)) throw new InvalidArgumentError('The interval is a number of seconds from 0.1 to 3600.');
  return seconds;
};

const parseOrigin = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('The public address is an origin, without a path: https://petition.example.org');
  }
  return url.origin;
};

/** Resolves at the first signal; the second ends the process at once, for somebody who will not wait. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });

const serve = async ({site, ...options}: ServeOptions): Promise<void> => {
  if (site !== undefined && statSync(site, {throwIfNoEntry: false})?.isDirectory() !== true) {
    throw new CommandFailure(EXIT.usage, `There is no folder ${site} to serve. Name one that is there with --site, or leave it out.`);
  }
  const stopped = stopSignal();
  const server = await startServer({...options, ...(site !== undefined && {site}), log: jsonLog(process.stdout)});
  process.stderr.write(`Listening on ${server.url}. Stop with Ctrl+C.\n`);
  if (server.petitions === 0) process.stderr.write(`There is no petition in ${options.data} yet: write one with "campaign new", then "campaign import" it. This server will see it.\n`);
  await stopped;
  await server.close();
};

/** Adds `serve`. */
export const addServe = (program: Command): void => {
  program.command('serve')
    .description('Serve the petitions of a data file. The log goes to standard output, one line of JSON for each request.')
    .option('--data <file>', 'the data file; made where there is none', DEFAULT_DATA)
    .option('--port <number>', 'the port to listen on; 0 takes any that is free', parsePort, 8080)
    .option('--host <address>', 'the address to listen on; 0.0.0.0 lets other machines in', '127.0.0.1')
    .option('--public-url <origin>', 'where the server is reached from outside, for addresses in snippets, previews and badges; else what each request says', parseOrigin)
    .option('--trust-proxy', 'believe X-Forwarded-Proto and X-Forwarded-Host: only behind a proxy that sets both')
    .option('--site <folder>', 'also serve the files of a folder, at /')
    .option('--releases <folder>', 'keep the widgets of each version in a folder, so that pages find them after an upgrade')
    .option('--tally-interval <seconds>', 'how often signatures are added up', parseSeconds, 2)
    .addHelpText('after', `
Example:
  sphere-petition-server serve --data data/petitions.sqlite --port 8080

SIGTERM and SIGINT finish the requests under way and count a last time; a second one stops at once.
${EXIT_HELP}`)
    .action(serve);
};
