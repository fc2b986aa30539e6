import type {AdapterFactory} from '../contract/adapter.js';
import {osdiTraits, record, SHARED_SETTINGS, TOKEN, demandSource} from './osdi.js';
import {platformSettings, wrongSource} from '../contract/setting.js';
import {once} from './receipts.js';

const NAME = 'action-network';

/** What is made of each kind of action, by the address of its collection (https://actionnetwork.org/docs/v2/ [V-doc]). */
const HELPERS: Readonly<Record<string, string>> = {petitions: 'signatures', forms: 'submissions', advocacy_campaigns: 'outreaches'};

/** In webhooks Action Network calls it so [V-doc]; that it takes it without a key is UNVERIFIED. What it does not know it leaves aside. */
const REFERRER = 'action_network:referrer_data';

const ADDRESS = /^\/api\/v2\/(?:(petitions|forms|advocacy_campaigns)\/([^/]+)|(events|event_campaigns\/[^/]+))(?:\/|$)/;

export const settings = platformSettings(NAME, SHARED_SETTINGS, TOKEN);

/**
 * Action Network, without a key. `src` is the action's address in its API: `https://actionnetwork.org/api/v2/petitions/UUID` (or `forms`,
 * `advocacy_campaigns`) to sign; `…/api/v2/events` or `…/api/v2/event_campaigns/UUID` to join events whose ids are Action Network's.
 *
 * It answers `{}` to a key-less write even where it refuses it, puts every new person on the mailing list, and lets nobody read the count: `accepted`,
 * `subscribes`, and no tally. Its petitions hold one signature a person, so a repetition signs nobody twice.
 *
 * @throws {BackendError} `configuration` where `src` is not of its API, or a token was given.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  demandSource(NAME, src);
  const [, kind, id = '', events] = ADDRESS.exec(src.pathname) ?? [];
  // Without www: a redirect answers the preflight, and browsers follow none there.
  const api = `${src.origin.replace('//www.', '//')}/api/v2`;
  if (events !== undefined) {
    const base = events === 'events' ? '' : `/${events}`;
    return {
      name: NAME,
      ...osdiTraits(read),
      joinEvent: ({eventId, ...rsvp}, options) => record(new URL(`${api}${base}/events/${encodeURIComponent(eventId)}/attendances`), rsvp, read, options, REFERRER),
    };
  }
  if (kind === undefined) throw wrongSource(NAME, 'write the one in its API, https://actionnetwork.org/api/v2/petitions/…, from the action’s manage page.');

  const address = new URL(`${api}/${kind}/${id}/${HELPERS[kind] ?? ''}`);
  return {
    name: NAME,
    ...osdiTraits(read),
    // One signature a person holds for petitions [V-doc]; nothing is said of forms and letters.
    ...(kind === 'petitions' && {repeatable: ['sign']}),
    sign: once((signature, options) => record(address, signature, read, options, REFERRER)),
  };
};
