import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError, type Issue} from '../contract/error.js';
import type {Rsvp, RsvpReceipt} from '../contract/event.js';
import {demandWeb, flag, platformSettings, text, webAddress, wrongSource, type Secret} from '../contract/setting.js';
import type {Receipt, Signature} from '../contract/signature.js';
import {jsonOf} from './http.js';
import {JSON_TYPE, write} from './platform-write.js';
import {once, pageTime} from './receipts.js';

const NAME = 'actionkit';

const SECRET: Secret = {
  name: /token|key|secret|passw|user|auth|bearer|credential/i,
  reason: 'ActionKit’s API opens every supporter’s data to who has a user’s password or key: take it out and change it; signing needs none',
};

/** As docs/adapters/actionkit.md describes them. */
export const settings = platformSettings(NAME, {page: webAddress, readable: flag, signup: text, source: text}, SECRET);

type Settings = ReturnType<typeof settings.read>;

/** The names in ActionKit of what a form asks (its own actionkit.js [V-use]). What is not here becomes a custom field of the action. */
const MEMBERS: Readonly<Record<string, string>> = {
  email: 'email', givenName: 'first_name', familyName: 'last_name', phone: 'phone', street: 'address1', locality: 'city', region: 'region', postalCode: 'postal', country: 'country',
};

/** Where the United States have other names [V-use]. */
const AMERICAN: Readonly<Record<string, string>> = {region: 'state', postalCode: 'zip'};

const own = (names: Readonly<Record<string, string>>, field: string): string | undefined => (Object.hasOwn(names, field) ? names[field] : undefined);

const nameOf = (field: string, country?: string): string => (country === 'US' ? own(AMERICAN, field) : undefined) ?? own(MEMBERS, field) ?? `action_${field}`;

/** ActionKit knows countries by their names in English, and these it calls otherwise than a browser does (its list in github.com/MoveOnOrg/actionkit-templates, contexts/lib.py [V-use]). */
const COUNTRIES: Readonly<Record<string, string>> = {
  BQ: 'Bonaire, Saint Eustatius and Saba', CC: 'Cocos Islands', CD: 'Democratic Republic of the Congo', CG: 'Republic of the Congo', CI: 'Ivory Coast', CV: 'Cabo Verde', PN: 'Pitcairn',
  PS: 'Palestinian Territory', TL: 'Timor Leste', TR: 'Turkey', VA: 'Vatican', VC: 'Saint Vincent and the Grenadines',
};

/** In that list there are no accents, no `&`, no `St.` and nothing in brackets. What ActionKit makes of a name that it does not know is UNVERIFIED. */
const countryIn = (code: string): string => (!/^[A-Z]{2}$/.test(code) ? code : COUNTRIES[code] ?? (new Intl.DisplayNames('en', {type: 'region'}).of(code) ?? code)
  .normalize('NFD').replace(/\p{M}/gu, '').replace(' & ', ' and ').replace(/^St\. /, 'Saint ').replace(/ SAR China$| \(.*\)/, ''));

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answers that a refusal names: `{"errors": {"email": […]}}` or `{"email": […]}`, which is UNVERIFIED. @param asked What was answered. */
const issuesIn = (refused: unknown, asked: readonly string[]): Issue[] => {
  const errors = isRecord(refused) ? (refused['errors'] ?? refused) : undefined;
  const named = isRecord(errors) ? Object.keys(errors) : [];
  return [...new Set([...Object.keys(MEMBERS), 'comment', ...asked])].filter((field) => named.some((name) => name === nameOf(field) || name === own(AMERICAN, field))).map((field) => ({path: `fields.${field}`, reason: 'refused'}));
};

/** An action as ActionKit has it. Consents it has no place for; the form keeps them. */
const actionOf = (page: string, {fields, source}: Pick<Signature, 'fields' | 'source'>, {source: otherwise}: Settings): Record<string, string> => {
  if (!fields['email']?.trim()) throw new BackendError('invalid', 'ActionKit needs an "email".', {issues: [{path: 'fields.email', reason: 'required'}]});
  const from = source ?? otherwise;
  return {
    ...Object.fromEntries(Object.entries(fields).map(([name, answer]) => [nameOf(name, fields['country']), name === 'country' ? countryIn(answer) : answer])),
    page,
    ...(from !== undefined && {source: from}),
  };
};

/** A page without an origin of its own (a sandboxed frame) is on nobody's list of hosts. */
const isNobody = (): boolean => (globalThis as {readonly origin?: string}).origin === 'null';

/** Sends an action in the one way that is set, and in no other after it: what failed to be read may have arrived. Says whether the answer names the action. */
const act = async (address: URL, action: Record<string, string>, asked: readonly string[], {readable}: Settings, options?: CallOptions): Promise<boolean> => {
  if (!readable || isNobody()) {
    // A form is all that a browser sends to a host that does not know the page; the answer is for nobody to read.
    await write(address, String(new URLSearchParams(action)), {headers: {'Content-Type': 'application/x-www-form-urlencoded'}, mode: 'no-cors'}, options);
    return false;
  }
  // JSON is announced by a preflight: where the host does not know the page after all, nothing has arrived. Whether who may read may send it is UNVERIFIED.
  const answer = await write(address, action, {headers: JSON_TYPE, explain: (refused) => ({issues: issuesIn(refused, asked)})}, options);
  // Without a key it comes as text/html [V-doc], and is JSON.
  const told = jsonOf(address, answer);
  if (isRecord(told) && !('errors' in told || 'error' in told)) return typeof told['action_id'] === 'number';
  throw new BackendError(isRecord(told) ? 'invalid' : 'invalid-response', `${address.origin}${address.pathname} did not take what was sent.`, {issues: issuesIn(told, asked)});
};

/**
 * ActionKit, without a key. `src` is the address of actions in its API with the page's short name: `https://CLIENT.actionkit.com/rest/v1/action/?page=NAME`.
 * RSVPs go to the page that the setting `signup` names; either is there where its page is named.
 *
 * Its answer can be read only where ActionKit was told this page's host (the setting `readable`). Whoever acts is put on the page's mailing list unless
 * the page says otherwise (docs.actionkit.com, manual/guide/pages.html [V-doc]), and the answer does not: `subscribes`. A repetition would be a second
 * action, so nothing is repeated.
 *
 * @throws {BackendError} `configuration` where `src` names no page, or a secret was given.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  const {page, signup} = read;
  demandWeb(NAME, src, SECRET);
  const name = src.searchParams.get('page') ?? '';
  if (!/\/rest\/v1\/action\/?$/.test(src.pathname) || name + (signup ?? '') === '') {
    throw wrongSource(NAME, 'write its API and the page’s short name, https://CLIENT.actionkit.com/rest/v1/action/?page=NAME, or name the page of the RSVPs in the setting "signup".');
  }
  // With the slash: without it a redirect answers, which no signature follows.
  const address = new URL(src.origin + src.pathname.replace(/\/?$/, '/'));
  return {
    name: NAME,
    ...(page !== undefined && {links: {petition: page, sign: page, events: page}}),
    subscribes: true,
    ...(name !== '' && {
      // An action that was created is in the page's total [V-use].
      sign: once(async (signature: Signature, options?: CallOptions): Promise<Receipt> => ({status: await act(address, actionOf(name, signature, read), Object.keys(signature.fields), read, options) ? 'counted' : 'accepted', receivedAt: pageTime()})),
    }),
    ...(signup !== undefined && {
      joinEvent: once(async (rsvp: Rsvp, options?: CallOptions): Promise<RsvpReceipt> => {
        await act(address, {...actionOf(signup, rsvp, read), event_id: rsvp.eventId, event_signup_ground_rules: '1'}, Object.keys(rsvp.fields), read, options);
        // Whether there was a place left is not said.
        return {status: 'accepted', receivedAt: pageTime()};
      }),
    }),
  };
};
