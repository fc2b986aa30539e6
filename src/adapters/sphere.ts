import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {EventQuery} from '../contract/event.js';
import type {PetitionQuery} from '../contract/petition.js';
import {getJson} from './http.js';

const NAME = 'sphere';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * The `sphere` protocol, the default for an address that no other adapter recognises. `src` is the petition's page, with
 * or without a slash at its end, and data live beside it: `SRC/petition.json`, `SRC/tally.json`, `SRC/events.json`,
 * `SRC/signatures`, and so on. A folder of files on any host is therefore a back end that can be read; the document's `offers` says so.
 * An `src` that ends in `.json` is the petition's document itself, and nothing else is known of it.
 *
 * @example create(new URL('https://example.org/petitions/safe-exit'), {})
 * @throws {BackendError} `configuration` where `src` is no web address.
 */
export const create: AdapterFactory = (src) => {
  if (!/^https?:$/.test(src.protocol)) throw new BackendError('configuration', `"${src.protocol}" leads to no petition: begin src with https:.`);
  if (src.pathname.endsWith('.json')) return {name: NAME, getPetition: (_query, options) => getJson(src, options)};

  const page = src.origin + src.pathname.replace(/\/+$/, '');
  const at = (name: string, query: Query = {}): URL => {
    const address = new URL(`${page}/${name}`);
    for (const [key, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(key, String(value));
    // One query, one spelling: caches answer more of them.
    address.searchParams.sort();
    return address;
  };
  /** Pages that only show something need not know how to send. */
  const send = (name: string) => async <T>(document: object, options?: CallOptions): Promise<T> => (await import('./http-write.js')).postJson(at(name), document, options);

  return {
    name: NAME,
    links: {petition: src.href, sign: src.href},
    repeatable: ['sign', 'signSealed', 'joinEvent', 'proposeEvent'],
    getPetition: ({language}: PetitionQuery, options) => getJson(at('petition.json', {lang: language}), options),
    // Who signs and loads the page again should not find the number of before.
    getTally: (options) => getJson(at('tally.json'), options, 'no-cache'),
    getChallenge: (options) => getJson(at('challenge.json'), options),
    sign: send('signatures'),
    signSealed: send('signatures'),
    listEvents: (query: EventQuery, options) => getJson(at('events.json', {...query}), options),
    getEvent: (id, options) => getJson(at(`events/${encodeURIComponent(id)}.json`), options),
    joinEvent: send('rsvps'),
    proposeEvent: send('events'),
  };
};
