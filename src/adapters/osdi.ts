import type {AdapterFactory, BackendAdapter, CallOptions} from '../contract/adapter.js';
import {BackendError, type Issue} from '../contract/error.js';
import type {Rsvp} from '../contract/event.js';
import type {Signature} from '../contract/signature.js';
import {jsonOf} from './http.js';
import {demandWeb, flag, platformSettings, text, webAddress, wrongSource, type Secret} from '../contract/setting.js';
import {JSON_TYPE, write} from './platform-write.js';
import {pageTime} from './receipts.js';

const NAME = 'osdi';

/** What OSDI servers have in common. */
export const SHARED_SETTINGS = {
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

export const TOKEN: Secret = {name: /token|key|secret|password/i, reason: 'an OSDI API token opens every supporter’s data to all readers of the page: take it out and make a new one; signing needs none'};

/** The names in OSDI of what a form asks, as its errors spell them. What is not here becomes a custom field of the same name. */
const MEMBERS: Readonly<Record<string, string>> = {
  email: 'email', givenName: 'given', familyName: 'family', phone: 'phone', street: 'lines', locality: 'locality', region: 'region', postalCode: 'postal_code', country: 'country', comment: 'comment',
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The members that an `osdi:error` names (OSDI 1.2 errors.md, whose two examples call the list differently). */
const issuesIn = (body: unknown): Issue[] => {
  const error = isRecord(body) ? body['osdi:error'] : undefined;
  const properties = listOf(isRecord(error) ? error['resource_status'] : undefined)
    .flatMap((status) => (isRecord(status) ? [...listOf(status['error_descriptions']), ...listOf(status['errors'])] : []))
    .flatMap((description) => (isRecord(description) ? listOf(description['properties']) : []));
  return Object.keys(MEMBERS).filter((name) => properties.some((property) => String(property).includes(MEMBERS[name] ?? ''))).map((name) => ({path: `fields.${name}`, reason: 'refused'}));
};

type Settings = ReturnType<ReturnType<typeof platformSettings<typeof SHARED_SETTINGS>>['read']>;
type Act = Pick<Signature, 'fields' | 'consents' | 'language' | 'source'>;

/** Without members that say nothing. */
const said = (document: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(document).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));

/** An action helper's document (OSDI 1.2 record_signature.md, record_attendance.md). @param referrer What the referrer's member is called. */
const documentOf = ({fields, consents, language, source}: Act, settings: Settings, referrer: string): object => {
  const {email, givenName, familyName, phone, street, locality, region, postalCode, country, comment, ...others} = fields as Readonly<Record<string, string | undefined>>;
  if (!email?.trim() && !phone?.trim()) throw new BackendError('invalid', 'The platform needs an "email".', {issues: [{path: 'fields.email', reason: 'required'}]});
  const subscribed = settings.newsletter !== undefined && consents.some(({id}) => id === settings.newsletter);
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
    comments: comment,
    add_tags: settings.tags?.split(',').map((tag) => tag.trim()),
    triggers: settings.autoresponse ? {autoresponse: {enabled: true}} : undefined,
    [referrer]: from === undefined ? undefined : {source: from},
  });
};

/**
 * Writes to an action helper without a key. Success is a status and an empty object, and nothing more is ever said (OSDI 1.2 record_signature.md [V-doc]):
 * `accepted`, by the page's clock.
 */
export const record = async (address: URL, act: Act, settings: Settings, options?: CallOptions, referrer = 'referrer_data') => {
  const answer = await write(address, JSON.stringify(documentOf(act, settings, referrer)), {headers: JSON_TYPE, explain: (refused) => ({issues: issuesIn(refused)})}, options);
  const body = answer.text.trim() === '' ? {} : jsonOf(address, answer);
  if (!isRecord(body) || 'error' in body || 'osdi:error' in body) {
    throw new BackendError(isRecord(body) ? 'invalid' : 'invalid-response', `${address.origin}${address.pathname} did not take what was sent.`, {issues: issuesIn(body)});
  }
  return {status: 'accepted' as const, receivedAt: pageTime()};
};

/** What every OSDI adapter has beside its methods. */
export const osdiTraits = ({page}: Settings): Pick<BackendAdapter, 'links' | 'subscribes'> => ({
  ...(page !== undefined && {links: {petition: page, sign: page, events: page}}),
  subscribes: true,
});

/** A browser can ask the address, and no token hides in it. */
export const demandSource = (adapter: string, src: URL): void => {
  demandWeb(adapter, src);
  if ([...src.searchParams.keys()].some((name) => TOKEN.name.test(name))) throw wrongSource(adapter, TOKEN.reason);
};

export const settings = platformSettings(NAME, {
  ...SHARED_SETTINGS,
  /** The attendance helper's address, with `{event}` where the event's id stands. */
  attendance: webAddress,
}, TOKEN);

/**
 * Any server that speaks OSDI and opens its action helpers. `src` is the whole address of the signature (or submission) helper, as the platform's
 * document gives it under `osdi:record_signature_helper`: OSDI fixes no addresses.
 *
 * @throws {BackendError} `configuration` where a token was given, or a setting is wrong.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  demandSource(NAME, src);
  const {attendance} = read;
  return {
    name: NAME,
    ...osdiTraits(read),
    sign: (signature, options) => record(src, signature, read, options),
    ...(attendance !== undefined && {
      joinEvent: ({eventId, ...rsvp}: Rsvp, options?: CallOptions) => record(new URL(attendance.replaceAll('{event}', encodeURIComponent(eventId))), rsvp, read, options),
    }),
  };
};
