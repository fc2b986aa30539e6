import type {AdapterFactory} from '../contract/adapter.js';
import type {Rsvp} from '../contract/event.js';
import {wrongSource} from '../contract/setting.js';
import type {Signature} from '../contract/signature.js';
import {osdiSettings, osdiTraits, record, type Form} from './osdi.js';
import {once} from './receipts.js';

const NAME = 'action-network';

/** In webhooks Action Network calls the referrer so [V-doc]; that it takes it without a key is UNVERIFIED. What it does not know it leaves aside. */
const ACTION: Form = {referrer: 'action_network:referrer_data'};

/** Signatures alone have comments (https://actionnetwork.org/docs/v2/signatures, …/submissions, …/attendances [V-doc]). */
const SIGNATURE: Form = {...ACTION, comment: 'comments'};

/** An action's own id is a UUID: it answers `{}` to a signature under any other, and throws it away. */
const ADDRESS = /^\/api\/v2\/(?:(petitions|forms)\/([\da-fA-F-]{36})|(events|event_campaigns\/[\da-fA-F-]{36}))(?:\/|$)/;

export const settings = osdiSettings(NAME, {});

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
  const traits = osdiTraits(NAME, src, read);
  const [, kind, id, events] = ADDRESS.exec(src.pathname) ?? [];
  // Without www: a redirect answers the preflight, and browsers follow none there. Never in the clear.
  const api = `https://${src.host.replace(/^www\./, '')}/api/v2/`;
  if (events !== undefined) {
    const all = events === 'events' ? api : `${api}${events}/`;
    return {
      ...traits,
      repeatable: ['joinEvent'],
      joinEvent: once((rsvp: Rsvp, options) => record(new URL(`${all}events/${encodeURIComponent(rsvp.eventId)}/attendances`), rsvp, read, ACTION, options)),
    };
  }
  if (kind === undefined || id === undefined) throw wrongSource(NAME, 'write a petition’s or a form’s in its API, https://actionnetwork.org/api/v2/petitions/UUID, from its manage page. Letters it takes on its own site alone.');
  const [helper, form] = kind === 'forms' ? ['submissions', ACTION] as const : ['signatures', SIGNATURE] as const;
  const address = new URL(`${api}${kind}/${id}/${helper}`);
  return {...traits, repeatable: ['sign'], sign: once((signature: Signature, options) => record(address, signature, read, form, options))};
};
