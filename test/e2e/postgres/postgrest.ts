import {createServer, type IncomingMessage} from 'node:http';
import {text} from 'node:stream/consumers';
import * as z from 'zod/mini';
import {SqlError, type Database} from './database.js';

/** What was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
}

/** A stand-in for PostgREST: see {@link servePostgrest}. */
export interface Postgrest {
  /** The API's root. */
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

const Catalogue = z.object({
  functions: z.array(z.object({name: z.string(), changes: z.boolean(), parameters: z.record(z.string(), z.string())})),
  relations: z.array(z.string()),
});

/** What PostgREST keeps of a database (its schema cache): functions with their parameters, tables and views. */
const CATALOGUE = `select json_build_object(
  'functions', (select coalesce(json_agg(json_build_object('name', p.proname, 'changes', p.provolatile = 'v', 'parameters',
    (select json_object_agg(a.name, format_type(a.type, null)) from unnest(p.proargnames, p.proargtypes::oid[]) as a(name, type)))), '[]') from pg_proc p where p.pronamespace = 'public'::regnamespace),
  'relations', (select coalesce(json_agg(c.relname), '[]') from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')))`;

/** What PostgREST answers with: errors have always these four members (backend-apis.md §5.5 [V-src]). */
interface Answered {
  readonly status: number;
  readonly body?: string;
  readonly range?: string;
}
const error = (status: number, code: string, message: string, hint: string | null = null): Answered => ({status, body: JSON.stringify({code, message, details: null, hint})});

/** Statuses of PostgreSQL's codes, for whoever is not logged in (§5.5 [V-src]). `PTnnn` says its own (PostgREST docs/references/errors.rst [V-doc]). */
const STATUSES: Readonly<Record<string, number>> = {23505: 409, 23503: 409, 42501: 401, 42883: 404, '42P01': 404, 25006: 405};
const refused = ({code, message, hint}: SqlError): Answered => error(STATUSES[code] ?? Number(/^PT(\d{3})$/.exec(code)?.[1] ?? 400), code, message, hint);

/** §5.6 [V-src]: what any page may do. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Content-Encoding, Content-Location, Content-Range, Content-Type, Date, Location, Server, Transfer-Encoding, Range-Unit',
};
const preflight = ({'access-control-request-headers': wanted}: IncomingMessage['headers']) => ({
  ...CORS, 'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE, OPTIONS, HEAD', 'Access-Control-Allow-Headers': ['Authorization', ...(wanted === undefined ? [] : [wanted])].join(', '), 'Access-Control-Max-Age': '86400',
});

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/**
 * Not PostgREST, which cannot be had from a package: a stand-in that knows what the adapter asks for and nothing more, and asks a real PostgreSQL. As
 * PostgREST does, it logs in as `authenticator`, becomes `anon` for each request, and passes the body on as one JSON text
 * (backend-apis.md §5 [V-src]). Before it, Supabase's gateway knows the key.
 *
 * What is to be read in it of the real one: which role a statement has, how a function is found, when a transaction may only read, the statuses,
 * `Content-Range`, and what other sites' pages may do. What is not: its parsing of queries, its limits, its caching.
 */
export const servePostgrest = async (database: Database, key: string): Promise<Postgrest> => {
  const {functions, relations} = z.parse(Catalogue, JSON.parse(await database.run('postgres', CATALOGUE)));
  const asked: Asked[] = [];

  const asAnon = (statement: string, values: Readonly<Record<string, string>>, reading: boolean) =>
    database.run('authenticator', `begin ${reading ? 'read only' : ''}; set local role anon; ${statement}; commit;`, values);

  /** §5.4: a function is found by the names of its parameters; one that changes anything is not called by GET. */
  const call = async (name: string, body: string, reading: boolean): Promise<Answered> => {
    const given = Object.keys(z.parse(z.record(z.string(), z.unknown()), JSON.parse(body))).sort().join();
    const found = functions.find(({name: known, parameters}) => known === name && Object.keys(parameters).sort().join() === given);
    if (!found) return error(404, 'PGRST202', `Could not find the function public.${name}(${given}) in the schema cache`);
    const parameters = Object.entries(found.parameters);
    const record = `json_to_record(:'body') as _(${parameters.map(([parameter, type]) => `${quoted(parameter)} ${type}`).join(', ')})`;
    const told = await asAnon(`select to_json(public.${quoted(name)}(${parameters.map(([parameter]) => `${quoted(parameter)} => _.${quoted(parameter)}`).join(', ')})) from ${record}`, {body}, reading);
    return told === '' ? {status: 204} : {status: 200, body: told};
  };

  /** §5.3, §5.7: rows, or with HEAD and `Prefer: count=exact` their number. */
  const read = async (name: string, query: URLSearchParams, counting: boolean): Promise<Answered> => {
    if (!relations.includes(name)) return error(404, 'PGRST205', `Could not find the table 'public.${name}' in the schema cache`);
    const filters = [...query].filter(([column]) => !['select', 'order', 'limit'].includes(column));
    const values = Object.fromEntries(filters.map(([, value], index) => [`v${index}`, value.replace(/^eq\./, '')]));
    const [, column, direction] = /^(\w+)\.(asc|desc)$/.exec(query.get('order') ?? '') ?? [];
    const rows = `select * from public.${quoted(name)} where true ${filters.map(([filtered], index) => `and ${quoted(filtered)} = :'v${index}'`).join(' ')}`
      + (column === undefined ? '' : ` order by ${quoted(column)} ${direction ?? ''}`) + (query.has('limit') ? ` limit ${Number(query.get('limit'))}` : '');
    const told = await asAnon(counting ? `select count(*) from (${rows}) r` : `select coalesce(json_agg(row_to_json(r)), '[]') from (${rows}) r`, values, true);
    return counting ? {status: 200, range: told === '0' ? '*/0' : `0-${Number(told) - 1}/${told}`} : {status: 200, body: told, range: '0-999/*'};
  };

  const answer = async (request: IncomingMessage): Promise<Answered> => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://api');
    const {method = 'GET', headers} = request;
    asked.push({method, path: pathname, headers});
    // A publishable key is no token (Supabase, "API keys").
    if (headers['apikey'] !== key || headers.authorization !== undefined) return error(401, 'PGRST301', 'JWSError');
    const [, name] = /^\/rpc\/(\w+)$/.exec(pathname) ?? [];
    if (name !== undefined && method === 'POST') return call(name, await text(request), false);
    if (name !== undefined && method === 'GET') return call(name, JSON.stringify(Object.fromEntries(searchParams)), true);
    if (name === undefined && (method === 'GET' || method === 'HEAD')) return read(pathname.slice(1), searchParams, method === 'HEAD' && headers['prefer'] === 'count=exact');
    return error(501, 'stand-in', `The stand-in does not know ${method} ${pathname}, which the adapter never asks for.`);
  };

  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') {
      response.writeHead(200, preflight(request.headers)).end();
      return;
    }
    answer(request).catch((thrown: unknown) => (thrown instanceof SqlError ? refused(thrown) : error(500, 'stand-in', String(thrown)))).then(({status, body, range}) => {
      response.writeHead(status, {...CORS, 'Content-Type': 'application/json; charset=utf-8', ...(range !== undefined && {'Content-Range': range})}).end(body);
    }, () => { response.destroy(); });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The stand-in has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
};
