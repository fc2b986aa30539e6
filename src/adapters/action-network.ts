import type {AdapterFactory} from '../contract/adapter.js';
import type {Rsvp} from '../contract/event.js';
import {platformSettings, wrongSource} from '../contract/setting.js';
import type {Signature} from '../contract/signature.js';
import {osdiTraits, record, SHARED_SETTINGS, TOKEN, withoutToken, type Form} from './osdi.js';
import {once} from './receipts.js';

const NAME = 'action-network';

/** In webhooks Action Network calls the referrer so [V-doc]; that it takes it without a key is UNVERIFIED. What it does not know it leaves aside. */
const ACTION: Form = {referrer: 'action_network:referrer_data'};

/** Signatures alone have comments (https://actionnetwork.org/docs/v2/signatures, …/submissions, …/attendances [V-doc]). */
const SIGNATURE: Form = {...ACTION, comment: 'comments'};

/** An action's own id: it answers `{}` to a signature under any other, and throws it away. */
const UUID = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
const ADDRESS = new RegExp(`^/api/v2/(?:(petitions|forms)/(${UUID})|(events|event_campaigns/${UUID}))(?:/|$)`);

export const settings = platformSettings(NAME, SHARED_SETTINGS, TOKEN);

/**
 * Action Network, without a key. `src` is the action's address in its API: `https://actionnetwork.org/api/v2/petitions/UUID` (or `forms`) to sign;
 * `…/api/v2/events` or `…/api/v2/event_campaigns/UUID` to join events whose ids are Action Network's. Letters it takes for no campaign that was made on
 * its site (https://actionnetwork.org/docs/v2/outreaches [V-doc]), so they are refused here, where somebody learns of it.
 *
 * It answers `{}` to a key-less write even where it refuses it, puts every new person on the mailing list, and lets nobody read the count: `accepted`,
 * `subscribes`, and no tally. It holds one signature, submission and attendance a person (docs/v2 [V-doc]), so a repetition is nobody's second.
 *
 * @throws {BackendError} `configuration` where `src` is not of its API, or a token was given.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  withoutToken(NAME, src);
  const [, kind, id = '', events] = ADDRESS.exec(src.pathname) ?? [];
  // Without www: a redirect answers the preflight, and browsers follow none there. Never in the clear.
  const api = `https://${src.host.replace(/^www\./, '')}/api/v2`;
  if (events !== undefined) {
    const base = events === 'events' ? '' : `/${events}`;
    return {
      name: NAME,
      ...osdiTraits(read),
      repeatable: ['joinEvent'],
      joinEvent: once((rsvp: Rsvp, options) => record(new URL(`${api}${base}/events/${encodeURIComponent(rsvp.eventId)}/attendances`), rsvp, read, ACTION, options)),
    };
  }
  if (kind === undefined) {
    throw wrongSource(NAME, src.pathname.includes('/advocacy_campaigns')
      ? 'Action Network takes no letters from elsewhere for a campaign made on its site: take a petition or a form.'
      : 'write the one in its API, https://actionnetwork.org/api/v2/petitions/UUID, from the action’s manage page.');
  }
  const address = new URL(kind === 'forms' ? `${api}/forms/${id}/submissions` : `${api}/petitions/${id}/signatures`);
  return {
    name: NAME,
    ...osdiTraits(read),
    repeatable: ['sign'],
    sign: once((signature: Signature, options) => record(address, signature, read, kind === 'forms' ? ACTION : SIGNATURE, options)),
  };
};
