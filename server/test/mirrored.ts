import {once} from 'node:events';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {readMirrorConfig} from '../src/mirror/config.js';
import {mirror, type MirrorOptions} from '../src/mirror/mirror.js';
import {folder} from './support.js';

/** A key as the platform gives one; it must be found nowhere afterwards. */
export const KEY = 'c0ffee00c0ffee00c0ffee00c0ffee00';

/** What a platform heard. */
export interface Heard {
  readonly url: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
}

type Answer = (url: URL, request: IncomingMessage, response: ServerResponse) => void;

/** A platform on this machine. */
export const platform = async (context: TestContext, answer: Answer) => {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    const key = request.headers['osdi-api-token'];
    heard.push({url: request.url ?? '', key: typeof key === 'string' ? key : undefined, authorization: request.headers.authorization});
    answer(new URL(request.url ?? '/', 'http://platform'), request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => { server.closeAllConnections(); server.close(); });
  const address = server.address();
  return {url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, heard};
};

/** Answers with JSON. */
export const json = (response: ServerResponse, value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): void => {
  response.writeHead(status, {'Content-Type': 'application/json', ...headers}).end(JSON.stringify(value));
};

/** A folder to publish, beside a configuration, and what runs a mirror there without waiting. */
export const place = (context: TestContext, config: object) => {
  const cwd = folder(context);
  mkdirSync(join(cwd, 'public'));
  const file = join(cwd, 'mirror.json');
  writeFileSync(file, JSON.stringify({folder: 'public', ...config}));
  const waits: number[] = [];
  let clock = Date.parse('2026-11-26T09:00:00Z');
  const surroundings = {environment: {KEY}, now: () => clock, sleep: async (duration: number) => { waits.push(duration); clock += duration; }};
  const path = (name: string) => join(cwd, 'public', name);
  return {
    cwd,
    waits,
    later: (duration: number) => { clock += duration; },
    path,
    published: (name: string): unknown => JSON.parse(readFileSync(path(name), 'utf8')),
    put: (name: string, content: unknown) => writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content)),
    run: async (options: MirrorOptions = {}) => (await mirror(await readMirrorConfig(file), surroundings, options)).map((outcome) => ('failure' in outcome ? `${outcome.file} ${outcome.failure.reason}: ${outcome.failure.message}` : `${outcome.file}: ${outcome.said}`)),
  };
};

export const UUID = '0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77';

/** An event in Action Network's shape (backend-apis.md §3.6 [V-use], from the fixtures of a client). */
export const osdiEvent = (number: number, changes: object = {}) => ({
  identifiers: [`ours:${number}`, `action_network:event-${number}`], title: `Vigil ${number} &amp; song`, description: '<p>Bring a light.</p>', browser_url: `https://actionnetwork.org/events/vigil-${number}`,
  start_date: '2199-03-22T17:45:00Z', end_date: '2199-03-22T19:45:00Z', status: 'confirmed', visibility: 'public', capacity: 10, total_accepted: 5, 'action_network:hidden': false,
  location: {venue: 'Town hall', address_lines: ['1 High St', ''], locality: 'Leeds', region: '', postal_code: 'LS1', country: 'GB', location: {latitude: 53.8, longitude: -1.5, accuracy: 'Rooftop'}},
  'action_network:sponsor': {title: 'The group', browser_url: 'https://actionnetwork.org/groups/the-group'},
  contact: {name: 'Kanarina Zeisig', email_address: 'kanarina@example.org', public: false},
  ...changes,
});

/** One page of a collection (backend-apis.md §3.6, §4 [V-doc]). */
export const osdiPage = (events: readonly object[], next?: string) => ({_embedded: {'osdi:events': events}, _links: {...(next !== undefined && {next: {href: next}})}});

/** A tally from before. */
export const GOOD = {count: 1000, asOf: '2026-11-26T08:00:00Z'};

/** A mirror of a platform that gives one answer, with a good file from before. */
export const stood = async (context: TestContext, answer: (response: ServerResponse, path: string) => void, before: object = GOOD) => {
  const {url, heard} = await platform(context, ({pathname}, _, response) => answer(response, pathname));
  const mirrored = place(context, {tally: {platform: 'osdi', src: `${url}/petition?secret=query`, key: {variable: 'KEY'}}});
  mirrored.put('tally.json', before);
  return {...mirrored, url, heard};
};
