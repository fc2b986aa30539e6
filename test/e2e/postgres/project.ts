import {readFile} from 'node:fs/promises';
import * as z from 'zod/mini';
import {startDatabase, type Database} from './database.js';
import {servePostgrest, type Postgrest} from './postgrest.js';

const guide = await readFile(new URL('../../../docs/adapters/supabase.md', import.meta.url), 'utf8');
/** What docs/adapters/supabase.md tells its readers to paste, in a language. */
export const blocks = (language: string) => [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);
const Guide = z.object({connect: z.record(z.string(), z.object({settings: z.record(z.string(), z.union([z.string(), z.boolean()]))}))});

/** What the guide's document says, put together: an adapter that can do all of it. */
export const settings = Object.assign({}, ...Object.values(z.parse(Guide, JSON.parse(blocks('json')[0] ?? '')).connect).map((connection) => connection.settings)) as Record<string, string | boolean>;

/** The roles of a Supabase project. Who runs the SQL is no superuser. */
const ROLES = `
  create role organiser login; create role anon nologin; create role authenticated nologin; create role authenticator login noinherit; grant anon, authenticated to authenticator;
  grant usage, create on schema public to organiser; grant usage on schema public to anon, authenticated;`;

/** What is made in `public` is open to these roles at once, as in projects from before May 2026: Row Level Security alone keeps it shut. */
const OPEN = `
  alter default privileges for role organiser in schema public grant all on tables to anon, authenticated;
  alter default privileges for role organiser in schema public grant all on functions to anon, authenticated;`;

/** Events past and to come, in person and online, so that no check of them is excused. */
const EVENTS = `
  insert into public.events (id, petition, title, starts_at, ends_at, time_zone, attendance, locality, country)
  select 'event-' || n, 'save-the-park', 'Event ' || n, now() + n * interval '1 day', now() + n * interval '1 day 2 hours', 'Europe/Paris', (array['in-person', 'online', 'both'])[1 + abs(n) % 3], 'Lyon', (array['FR', 'PT'])[1 + abs(n) % 2]
  from generate_series(-2, 4) as n;
  insert into public.events (id, petition, title, starts_at) values ('elsewhere', 'another-petition', 'Not ours', now() + interval '1 hour');`;

/** A project in which somebody has run the guide's SQL, as it stands there. */
export interface Project extends Postgrest {
  readonly database: Database;
}

/** @param open Whether what is made is open by itself. */
export const startProject = async (open = true): Promise<Project> => {
  const database = await startDatabase();
  await database.run('postgres', ROLES + (open ? OPEN : ''));
  await database.run('organiser', blocks('sql').join('\n'));
  await database.run('organiser', EVENTS);
  const api = await servePostgrest(database, String(settings['key']));
  return {...api, database, close: async () => { await api.close(); await database.close(); }};
};
