import type {AdapterFactory, BackendAdapter, CallOptions} from '../contract/adapter.js';
import {BackendError, type Issue} from '../contract/error.js';
import type {Rsvp} from '../contract/event.js';
import type {Signature} from '../contract/signature.js';
import {jsonOf} from './http.js';
import {demandWeb, flag, holdsSecret, platformSettings, text, webAddress, wrongSettings, type Secret, type Setting} from '../contract/setting.js';
import {JSON_TYPE, write} from './platform-write.js';
import {once, pageTime} from './receipts.js';

const NAME = 'osdi';

/** What OSDI servers have in common. */
const SHARED_SETTINGS = {
  /** The public page, for those who cannot sign here. */
  page: webAddress,
  /** The consent of the petition that stands for the platform's mailing list. */
  newsletter: text,
  /** Tags to add, by commas. They must be there already. */
  tags: text,
  /** What the platform is told of the way that led here, where the signature does not say. */
  source: text,
  /** Lets the platform send its own reply. */
  autoresponse: flag,
};

const TOKEN: Secret = {name: /token|key|secret|passw|auth|bearer|credential/i, reason: 'an OSDI API token opens every supporter’s data to all readers of the page: take it out and make a new one; signing needs none'};

/** The names in OSDI of what a form asks, as its errors spell them. What is not here becomes a custom field of the same name. */
const MEMBERS: Readonly<Record<string, string>> = {
  email: 'email', givenName: 'given', familyName: 'family', phone: 'phone', street: 'lines', locality: 'locality', region: 'region', postalCode: 'postal_code', country: 'country', comment: 'comment',
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The members that an `osdi:error` names (OSDI 1.2 errors.md [V-doc], whose two examples call the list differently). */
const issuesIn = (body: unknown): Issue[] => {
  const error = isRecord(body) ? body['osdi:error'] : undefined;
  const properties = listOf(isRecord(error) ? error['resource_status'] : undefined)
    .flatMap((status) => (isRecord(status) ? [...listOf(status['error_descriptions']), ...listOf(status['errors'])] : []))
    .flatMap((description) => (isRecord(description) ? listOf(description['properties']) : []))
    // An organisation's own field may be called `email_again`, or after a country.
    .filter((property): property is string => typeof property === 'string' && !property.includes('custom_fields'));
  return Object.entries(MEMBERS).filter(([, member]) => properties.some((property) => property.includes(member))).map(([name]) => ({path: `fields.${name}`, reason: 'refused'}));
};

type Settings = ReturnType<ReturnType<typeof platformSettings<typeof SHARED_SETTINGS>>['read']>;
type Act = Pick<Signature, 'fields' | 'consents' | 'language' | 'source'>;

/** Without members that say nothing. */
const said = (document: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));

/** What helpers call differently, and what only some take. */
export interface Form {
  /** The referrer's member. */
  readonly referrer: string;
  /** The comment's. Absent: it has none, and a comment becomes a custom field. */
  readonly comment?: 'comments' | 'comment';
  /** Whether whoever is sent comes. */
  readonly status?: 'accepted';
}

/** OSDI 1.2 record_signature.md, record_attendance.md [V-doc]: what is many there is one here. */
const SIGNATURE: Form = {referrer: 'referrer_data', comment: 'comments'};
const ATTENDANCE: Form = {referrer: 'referrer_data', comment: 'comment', status: 'accepted'};

/** An action helper's document. */
const documentOf = ({fields, consents, language, source}: Act, settings: Settings, {referrer, comment: remark, status}: Form): object => {
  const {email, givenName, familyName, phone, street, locality, region, postalCode, country, comment, ...custom} = fields as Readonly<Record<string, string | undefined>>;
  const others = said({...custom, comment: remark ? undefined : comment});
  if (!email?.trim() && !phone?.trim()) throw new BackendError('invalid', 'The platform needs an "email".', {issues: [{path: 'fields.email', reason: 'required'}]});
  const subscribed = consents.some(({id}) => id === settings.newsletter);
  const address = said({address_lines: street === undefined ? [] : [street], locality, region, postal_code: postalCode, country});
  const from = source ?? settings.source;
  return said({
    person: said({
      given_name: givenName,
      family_name: familyName,
      email_addresses: email === undefined ? [] : [said({address: email, status: subscribed ? 'subscribed' : undefined})],
      phone_numbers: phone === undefined ? [] : [{number: phone}],
      postal_addresses: Object.keys(address).length === 0 ? [] : [address],
      languages_spoken: [language],
      custom_fields: Object.keys(others).length === 0 ? undefined : others,
    }),
    ...(remark && {[remark]: comment}),
    status,
    add_tags: settings.tags?.split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''),
    triggers: settings.autoresponse ? {autoresponse: {enabled: true}} : undefined,
    [referrer]: from === undefined ? undefined : {source: from},
  });
};

/**
 * Writes to an action helper without a key. Success is a status and an empty object, and nothing more is ever said (OSDI 1.2 record_signature.md [V-doc]):
 * `accepted`, by the page's clock.
 */
export const record = async (address: URL, act: Act, settings: Settings, form: Form, options?: CallOptions) => {
  const answer = await write(address, documentOf(act, settings, form), {headers: JSON_TYPE, explain: (refused) => ({issues: issuesIn(refused)})}, options);
  const body = answer.text.trim() === '' ? {} : jsonOf(address, answer);
  if (!isRecord(body) || 'error' in body || 'osdi:error' in body) {
    throw new BackendError(isRecord(body) ? 'invalid' : 'invalid-response', `${address.origin}${address.pathname} did not take what was sent.`, {issues: issuesIn(body)});
  }
  return {status: 'accepted' as const, receivedAt: pageTime()};
};

/** The settings of an OSDI adapter: what all have, and its own. */
export const osdiSettings = <S extends Readonly<Record<string, Setting<unknown>>>>(adapter: string, own: S) => platformSettings(adapter, {...SHARED_SETTINGS, ...own}, TOKEN);

/** What every OSDI adapter has beside its methods. @throws {BackendError} where no browser can ask the address, or a token hides in it. */
export const osdiTraits = (name: string, src: URL, {page}: Settings): Pick<BackendAdapter, 'name' | 'links' | 'subscribes'> => {
  demandWeb(name, src, TOKEN);
  return {name, ...(page !== undefined && {links: {petition: page, sign: page, events: page}}), subscribes: true};
};

/** An address with a place for the event's id: without one, whichever event somebody chose, they would come to another. */
const attendance: Setting<string> = {
  expected: 'expected the address of the attendance helper, with {event} where the event’s id stands',
  read: (value) => { const address = webAddress.read(value); return address?.includes('{event}') ? address : undefined; },
};

export const settings = osdiSettings(NAME, {attendance});

/**
 * Any server that speaks OSDI and opens its action helpers. `src` is the whole address of the signature (or submission) helper, as the platform's
 * document gives it under `osdi:record_signature_helper`: OSDI fixes no addresses.
 *
 * @throws {BackendError} `configuration` where a token was given, or a setting is wrong.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  const traits = osdiTraits(NAME, src, read);
  const helper = read.attendance;
  if (helper !== undefined && holdsSecret(new URL(helper), TOKEN)) throw wrongSettings(NAME, [{path: 'attendance', reason: TOKEN.reason}]);
  return {
    ...traits,
    sign: once((signature: Signature, options) => record(src, signature, read, SIGNATURE, options)),
    ...(helper !== undefined && {
      joinEvent: once((rsvp: Rsvp, options) => record(new URL(helper.replaceAll('{event}', encodeURIComponent(rsvp.eventId))), rsvp, read, ATTENDANCE, options)),
    }),
  };
};
