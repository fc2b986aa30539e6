import type {AdapterEntry} from './registry.js';

/** By the whole origin: what a person typed goes to no other port, and never in the clear. */
const at = (origin: RegExp, path: RegExp) => (src: URL): boolean => origin.test(src.origin) && path.test(src.pathname);

/** The adapters that come with the library beside `sphere`. Fetched with the first name or address that may mean one of them: most pages need none. */
export const platforms: Readonly<Record<string, AdapterEntry>> = {
  'memory': {load: () => import('../adapters/memory.js')},
  'action-network': {matches: at(/^https:\/\/(www\.)?actionnetwork\.org$/, /^\/api\/v2\/(petitions|forms|advocacy_campaigns|events|event_campaigns)(\/|$)/), load: () => import('../adapters/action-network.js')},
  'actionkit': {matches: at(/^https:\/\/[a-z0-9-]+\.actionkit\.com$/, /^\/rest\/v1\/action\/?$/), load: () => import('../adapters/actionkit.js')},
  'ical': {matches: at(/./, /\.ics$/), load: () => import('../adapters/ical.js')},
  'json': {load: () => import('../adapters/json.js')},
  'json-ld': {load: () => import('../adapters/json-ld.js')},
  'osdi': {load: () => import('../adapters/osdi.js')},
  'proca': {matches: at(/^https:\/\/api\.proca\.app$/, /^\/api\/?$/), load: () => import('../adapters/proca.js')},
  'supabase': {matches: at(/^https:\/\/[a-z0-9]+\.supabase\.co$/, /^\/rest\/v1(\/|$)/), load: () => import('../adapters/supabase.js')},
};
