import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError, type BackendErrorCode, type Issue} from '../contract/error.js';
import {demandWeb, flag, platformSettings, text, webAddress, wrongSource, type Secret, type Setting} from '../contract/setting.js';
import type {Receipt, Signature} from '../contract/signature.js';
import {isCount} from '../contract/tally-check.js';
import type {Tally} from '../contract/tally.js';
import {getJson, jsonOf} from './http.js';
import {jsonText} from './http-write.js';
import {JSON_TYPE, write} from './platform-write.js';
import {once, pageTime} from './receipts.js';

const NAME = 'proca';

const SECRET: Secret = {name: /token|key|secret|passw|auth|bearer|credential/i, reason: 'whoever reads the page can use it: signing and counting need none'};

/** An action's type, as Proca takes it (lib/proca/action.ex [V-src]). */
const actionType: Setting<string> = {expected: 'expected letters, digits, "_" and "-"', read: (value) => (typeof value === 'string' && /^[\w-]+$/.test(value) ? value : undefined)};

/** As docs/adapters/proca.md describes them. */
export const settings = platformSettings(NAME, {page: webAddress, newsletter: text, type: actionType, source: text, confirm: flag, test: flag}, SECRET);

type Settings = ReturnType<typeof settings.read>;

const SIGN = 'mutation($actionPage:Int!,$action:ActionInput!,$contact:ContactInput!,$privacy:ConsentInput!,$tracking:TrackingInput){addActionContact(actionPageId:$actionPage,action:$action,contact:$contact,privacy:$privacy,tracking:$tracking){contactRef}}';

/** The names in Proca of what a form asks. What is not here goes into its custom fields. */
const FIELDS: Readonly<Record<string, string>> = {firstName: 'givenName', lastName: 'familyName', email: 'email', phone: 'phone', country: 'country', postcode: 'postalCode', locality: 'locality', region: 'region', street: 'street'};

const variablesOf = (actionPage: number, {fields, consents, source}: Signature, {newsletter, type = 'petition', source: otherwise, test}: Settings): object => {
  const {givenName: firstName, familyName: lastName, email, phone, country, postalCode: postcode, locality, region, street, ...others} = fields as Readonly<Record<string, string | undefined>>;
  for (const [path, answer] of Object.entries({email, givenName: firstName})) {
    if (!answer?.trim()) throw new BackendError('invalid', `Proca needs "${path}".`, {issues: [{path: `fields.${path}`, reason: 'required'}]});
  }
  const from = source ?? otherwise;
  return {
    actionPage,
    // Its `Json` is a text in which an object is written [V-src].
    action: {actionType: type, ...(Object.keys(others).length > 0 && {customFields: jsonText(others)}), ...(test && {testing: true})},
    contact: {firstName, lastName, email, phone, ...((country ?? postcode ?? locality ?? region ?? street) !== undefined && {address: {country, postcode, locality, region, street}})},
    // Absent: not asked.
    privacy: newsletter === undefined ? {} : {optIn: consents.some(({id}) => id === newsletter)},
    // What else there is of tracking becomes "unknown" at Proca (lib/proca/source.ex [V-src]).
    ...(from !== undefined && {tracking: {source: from}}),
  };
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of a member, and so on. */
const at = (value: unknown, ...names: string[]): unknown => names.reduce((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);

/** What GraphQL errors mean: the last step of each path is the member, in camel or snake case [V-src]; that variables in error may come with status 400 is UNVERIFIED. Their sentences may quote what was sent, and are not repeated. */
const refusedBy = (answer: unknown): {code: BackendErrorCode | undefined; issues: Issue[]} => {
  const errors = isRecord(answer) && Array.isArray(answer['errors']) ? answer['errors'].filter(isRecord) : [];
  const codes = errors.map(({extensions}) => (isRecord(extensions) ? extensions['code'] : undefined));
  const members = errors.flatMap(({path}) => (Array.isArray(path) ? [String(path.at(-1)).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())] : []));
  // A captcha is wanted (its build for European Citizens' Initiatives [V-src]), and this adapter has none to give.
  const code: BackendErrorCode | undefined = codes.some((each) => each === 'unauthorized' || each === 'bad_captcha') ? 'unsupported'
    : codes.includes('permission_denied') ? 'forbidden'
    : errors.some(({message}) => /^action_page_id\b|Cannot find Action Page/i.test(String(message))) ? 'not-found'
    : errors.length > 0 ? 'invalid' : undefined;
  return {code, issues: members.flatMap((member) => (Object.hasOwn(FIELDS, member) ? [{path: `fields.${FIELDS[member] ?? ''}`, reason: 'refused'}] : []))};
};

/**
 * Proca. `src` is the server's API with the action page's id: `https://api.proca.app/api?id=42`.
 *
 * A signature is answered with a reference to its contact, and whether it counts is not said: `accepted`, or `confirm` where the organisation has its
 * supporters confirm. Duplicates are taken like everyone's; a repetition would be a second action, so nothing is repeated.
 *
 * @throws {BackendError} `configuration` where `src` names no action page, or a setting is wrong.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  const {page, confirm} = read;
  demandWeb(NAME, src, SECRET);
  const id = src.searchParams.get('id') ?? '';
  if (!/^\d{1,9}$/.test(id)) throw wrongSource(NAME, 'write the server’s API and the action page’s id, https://api.proca.app/api?id=42.');
  const where = `${src.origin}${src.pathname}`;
  const post = async (signature: Signature, options?: CallOptions): Promise<Receipt> => {
    const address = new URL(`${where}?id=${id}`);
    const answer = jsonOf(address, await write(address, {query: SIGN, variables: variablesOf(Number(id), signature, read)}, {headers: JSON_TYPE, explain: refusedBy}, options));
    if (typeof at(answer, 'data', 'addActionContact', 'contactRef') === 'string') return {status: confirm ? 'confirm' : 'accepted', receivedAt: pageTime()};
    const {code, issues} = refusedBy(answer);
    throw new BackendError(code ?? 'invalid-response', `${where} did not take what was sent${issues.length > 0 ? `: it names ${issues.map(({path}) => `"${path}"`).join(', ')}` : ': data.addActionContact.contactRef is missing'}.`, {issues});
  };
  return {
    name: NAME,
    ...(page !== undefined && {links: {petition: page, sign: page}}),
    sign: once(post),
    getTally: async (options): Promise<Tally> => {
      const address = new URL(where);
      address.searchParams.set('query', `{actionPage(id:${id}){campaign{stats{supporterCount}}}}`);
      const answer = await getJson<unknown>(address, options, 'no-cache');
      const count = at(answer, 'data', 'actionPage', 'campaign', 'stats', 'supporterCount');
      if (isCount(count)) return {count, asOf: pageTime()};
      const {code} = refusedBy(answer);
      throw new BackendError(code === 'not-found' || code === 'forbidden' ? code : 'invalid-response', `The adapter "${NAME}" finds no whole number from 0 up at data.actionPage.campaign.stats.supporterCount in ${where} for the action page ${id}.`, {issues: [{path: 'count', reason: 'expected a whole number from 0 up'}]});
    },
  };
};
