import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {Rsvp} from '../contract/event.js';
import {flag, holdsSecretKey, missing, platformSettings, text, timeZone, webAddress, wrongSource, type Setting} from '../contract/setting.js';
import type {Signature} from '../contract/signature.js';
import type {Tally} from '../contract/tally.js';
import {isCount} from '../contract/tally-check.js';
import {ask, jsonOf, type Answer} from './http.js';
import {once, pageTime} from './receipts.js';

const NAME = 'supabase';

const SECRET = 'it opens every row to all readers of the page: take it out, make a new one, and use the publishable (anon) key';

/** A table, a function, a column. */
const name: Setting<string> = {expected: 'expected a name of letters, digits and _', read: (value) => (typeof value === 'string' && /^\w{1,63}$/.test(value) ? value : undefined)};

/** As docs/adapters/supabase.md describes them. */
export const settings = platformSettings(NAME, {
  'key': text, 'schema': name, 'petition': text, 'page': webAddress, 'subscribes': flag,
  'sign': name, 'repeatable': flag, 'count': name, 'count-table': name, 'events': name, 'join': name, 'zone': timeZone,
}, {name: /secret|service|password|token/i, holds: holdsSecretKey, reason: SECRET}, (given) => [
  ...missing(given, [[['sign', 'count', 'count-table', 'events', 'join', 'page']], [['sign', 'join'], ['repeatable']]]),
  ...(given.count !== undefined && given['count-table'] !== undefined ? [{path: 'count-table', reason: '"count" says how many there are: leave one of them out'}] : []),
]);

export type SupabaseSettings = ReturnType<typeof settings.read>;

/**
 * A browser sends the key with each request: it names the project, and opens what the public may do. Of the old kind, a token, PostgREST takes the role; a
 * publishable key is none, and is not to be sent as one (Supabase, "API keys", known limitations).
 */
export const keyOf = ({key}: SupabaseSettings): Record<string, string> => (key === undefined ? {} : {apikey: key, ...(/^[\w-]+(\.[\w-]+){2}$/.test(key) && {Authorization: `Bearer ${key}`})});

const PATIENCE = 10_000;

/** A read, and its answer. PostgREST says in `Content-Range` how many rows there are in all. */
export const read = async (address: URL, settings: SupabaseSettings, options?: CallOptions, {method = 'GET', headers}: {readonly method?: string; readonly headers?: Record<string, string>} = {}): Promise<Answer> => {
  const {schema} = settings;
  const answer = await ask(address, PATIENCE, {method, headers: {...keyOf(settings), ...(schema !== undefined && {'Accept-Profile': schema}), ...headers}}, options);
  // 416: asked for rows beyond the last; how many there are it says all the same.
  if (!answer.response.ok && answer.response.status !== 416) {
    const [{refusal}, {explain}] = await Promise.all([import('./http-refusal.js'), import('./supabase-refusal.js')]);
    throw refusal(address, answer, explain);
  }
  return answer;
};

const tallyOf = async (address: URL, settings: SupabaseSettings, options?: CallOptions): Promise<Tally> => {
  const asOf = pageTime();
  const {count} = settings;
  // HEAD: how many rows there are, and none of them.
  const answer = await read(address, settings, options, count === undefined ? {method: 'HEAD', headers: {Prefer: 'count=exact'}} : {});
  const [, total] = /\/(\d{1,15})$/.exec(answer.response.headers.get('Content-Range') ?? '') ?? [];
  const number = count === undefined ? Number(total) : jsonOf(address, answer);
  if (isCount(number)) return {count: number, asOf};
  const where = count === undefined ? 'the header Content-Range' : `the answer of the function "${count}"`;
  throw new BackendError('invalid-response', `The adapter "${NAME}" finds no whole number from 0 up in ${where} of ${address.origin}${address.pathname}.`, {issues: [{path: count === undefined ? 'count-table' : 'count', reason: 'expected a whole number from 0 up'}]});
};

/**
 * A database behind PostgREST, as Supabase has them, or one of your own. `src` is the API's root: `https://PROJECT.supabase.co/rest/v1`. Writing
 * goes through a function (RPC), so that the table of signatures opens to nobody; its rows are never asked back.
 *
 * @throws {BackendError} `configuration` where a key opens too much, or a setting is wrong.
 */
export const create: AdapterFactory = (src, given) => {
  const options = settings.read(given);
  const {petition, page, subscribes, sign, repeatable, count, 'count-table': table, events, join} = options;
  if (holdsSecretKey(src.href)) throw wrongSource(NAME, `${SECRET}.`);
  // The dashboard shows the project's own address, which answers to nothing.
  const isHosted = src.hostname.endsWith('.supabase.co');
  if (!/^https?:$/.test(src.protocol) || src.search !== '' || (isHosted && !/^\/rest\/v1\/?$/.test(src.pathname))) throw wrongSource(NAME, 'write the API’s root, https://PROJECT.supabase.co/rest/v1, and nothing after it.');
  const root = src.origin + src.pathname.replace(/\/+$/, '');
  const at = (path: string, query: Readonly<Record<string, string>> = {}): URL => {
    const address = new URL(`${root}/${path}`);
    for (const [parameter, value] of Object.entries(query)) address.searchParams.set(parameter, value);
    return address;
  };
  const mine = petition === undefined ? {} : {petition: `eq.${petition}`};
  // The latest, where there are more: what is over makes way.
  const rows = {select: '*', ...mine, order: 'starts_at.desc', limit: '1000'};
  const writing = () => import('./supabase-write.js');
  const listing = () => import('./supabase-events.js');
  return {
    name: NAME,
    ...(page !== undefined && {links: {petition: page, sign: page, events: page}}),
    ...(subscribes && {subscribes}),
    ...(repeatable && {repeatable: [...(sign === undefined ? [] : ['sign' as const]), ...(join === undefined ? [] : ['joinEvent' as const])]}),
    ...((count ?? table) !== undefined && {
      getTally: (call?: CallOptions) => tallyOf(count === undefined ? at(table ?? '', {select: '*', ...mine}) : at(`rpc/${count}`, petition === undefined ? {} : {petition}), options, call),
    }),
    ...(sign !== undefined && {sign: once(async (signature: Signature, call?: CallOptions) => (await writing()).callSign(at(`rpc/${sign}`), signature, options, call))}),
    ...(join !== undefined && {joinEvent: once(async (rsvp: Rsvp, call?: CallOptions) => (await writing()).callJoin(at(`rpc/${join}`), rsvp, options, call))}),
    ...(events !== undefined && {
      listEvents: async (query, call) => (await listing()).listRows(at(events, rows), query, options, call),
      // Among all, not by the column: a number or a UUID is compared with no other text.
      getEvent: async (id, call) => (await listing()).rowWith(at(events, rows), id, options, call),
    }),
  };
};
