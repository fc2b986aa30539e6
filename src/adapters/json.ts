import type {AdapterFactory, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import type {Signature} from '../contract/signature.js';
import type {Tally} from '../contract/tally.js';
import {exchange, getJson} from './http.js';
import {find, findCount, readExpression, readMapping, type Expression, type Mapping} from './mapping.js';
import {once, pageTime} from './receipts.js';
import type {Rsvp} from '../contract/event.js';
import {demandWeb, flag, holdsSecretKey, missing, oneOf, platformSettings, timeZone, webAddress, wrongSource, type Setting} from '../contract/setting.js';

const NAME = 'json';

/** An address beside that of the petition; empty: that itself. */
const address: Setting<string> = {expected: 'expected an address', read: (value) => (typeof value === 'string' && URL.canParse(value, 'https://x') && /^https?:/.test(new URL(value, 'https://x').protocol) ? value : undefined)};

/** A setting that is read once, here, so that what is wrong in it is told at once. It stays the text that it was, for whoever reads it again. */
const readable = (expected: string, read: (text: string) => unknown): Setting<string> => ({expected, read: (value) => (typeof value === 'string' && read(value) !== undefined ? value : undefined)});
const expression = readable('expected where it stands, like data.count', readExpression);
const mapping = readable('expected lines like title = name', readMapping);
const json = readable('expected JSON', (value) => { try { return JSON.parse(value) as unknown; } catch { return undefined; } });

/** Of a refusal: what arrived is no duplicate, and where something broke nobody knows. */
const refusal: Setting<string> = {expected: 'expected the status of a refusal, like 409', read: (value) => (/^4\d\d$/.test(String(value)) ? String(value) : undefined)};

const SECRET = 'whoever reads the page can use it: what needs a secret belongs on a server of your own';

/** Whether a body's mapping sends the key by which a repetition is known again. Without a mapping the whole document is sent. */
const sendsKey = (body: string | undefined): boolean => body === undefined || [...mappingIn(body).values()].flat(2).some((term) => 'path' in term && term.path[0] === 'idempotencyKey');

/** As docs/adapters/json.md describes them. */
export const settings = platformSettings(NAME, {
  'page': webAddress, 'events-page': webAddress, 'subscribes': flag, 'repeatable': flag,
  'tally': address, 'tally-body': json, 'count': expression, 'goal': expression, 'awaiting': expression, 'as-of': expression,
  'sign': address, 'sign-body': mapping, 'join': address, 'join-body': mapping, 'send-as': oneOf('json', 'text', 'form'), 'status': expression, 'duplicate': refusal,
  'events': address, 'events-list': expression, 'events-header': flag, 'events-each': expression, 'events-next': expression, 'event': mapping, 'zone': timeZone, 'html': flag,
}, {name: /token|secret|password|authori[sz]ation|api-?key/i, holds: holdsSecretKey, reason: SECRET}, (given) => [
  ...missing(given, [
    [['count', 'sign', 'event', 'join', 'page', 'events-page']], [['count'], ['tally', 'tally-body', 'goal', 'awaiting']], [['event'], ['events', 'events-list', 'events-header', 'events-each', 'events-next']],
    [['sign'], ['sign-body']], [['join'], ['join-body']], [['sign', 'join'], ['send-as', 'status', 'duplicate', 'repeatable']],
  ]),
  ...(given.repeatable ? (['sign-body', 'join-body'] as const).filter((body) => !sendsKey(given[body])).map((path) => ({path, reason: 'send idempotencyKey too, or leave "repeatable" out: who repeats must be known again'})) : []),
]);

/** What the page or the document says. */
export type JsonSettings = ReturnType<typeof settings.read>;

/** What was read before, when the settings were checked. */
export const expressionIn = (source = ''): Expression => readExpression(source) ?? [];
export const mappingIn = (source = ''): Mapping => readMapping(source) ?? new Map();

const PATIENCE = 10_000;

/** The tally that an answer tells of. @param at Where it came from, for the sentence about what is wrong. */
export const tallyIn = async (answer: unknown, at: URL, {count = '', goal, awaiting, 'as-of': asOf}: JsonSettings): Promise<Tally> => {
  const numberAt = (setting: string, source: string): number => {
    const number = findCount(expressionIn(source), answer);
    if (number !== undefined) return number;
    throw new BackendError('invalid-response', `The adapter "${NAME}" finds no whole number from 0 up at "${source}" in ${at.origin}${at.pathname}: correct the answer, or the setting "${setting}".`, {issues: [{path: setting, reason: 'expected a whole number from 0 up'}]});
  };
  const moment = asOf === undefined ? undefined : (await import('./event-moment.js')).momentOf(find(expressionIn(asOf), answer));
  return {
    count: numberAt('count', count),
    ...(goal !== undefined && {goal: numberAt('goal', goal)}),
    ...(awaiting !== undefined && {awaiting: numberAt('awaiting', awaiting)}),
    // The door names a moment that is none.
    asOf: asOf === undefined ? pageTime() : moment as string,
  };
};

/** How the tally is asked for with a body. */
export const asking = (body: string) => ({method: 'POST', headers: {'Content-Type': 'application/json'}, body});

const tallyOf = async (at: URL, settings: JsonSettings, options?: CallOptions): Promise<Tally> => {
  const {sign, 'tally-body': body} = settings;
  // Who signs here and loads the page again should not find the number of before; elsewhere the platform says how long its number is good.
  const answer = body === undefined ? await getJson<unknown>(at, options, sign === undefined ? 'default' : 'no-cache') : await exchange<unknown>(at, PATIENCE, asking(body), options);
  return tallyIn(answer, at, settings);
};

/**
 * Any address that answers with JSON: settings say where things stand in it. Each capability is there where its setting is: `count`; `sign`; `event`;
 * `join`. What they are not told of stays absent.
 *
 * @throws {BackendError} `configuration`, naming the setting that is wrong or missing.
 */
export const create: AdapterFactory = (src, given) => {
  const read = settings.read(given);
  const {page, 'events-page': eventsPage, subscribes, repeatable, count, tally, sign, join, events, event} = read;
  const at = (relative = ''): URL => new URL(relative, src);
  demandWeb(NAME, src);
  if (holdsSecretKey(src.href)) throw wrongSource(NAME, `${SECRET}.`);
  // An endpoint with a clock of its own keeps its receipts itself.
  const kept: typeof once = (send) => (read['as-of'] === undefined ? once(send) : send);
  const writing = () => import('./json-write.js');
  const listing = () => import('./json-events.js');
  return {
    name: NAME,
    ...((page ?? eventsPage) !== undefined && {links: {...(page !== undefined && {petition: page, sign: page}), ...(eventsPage !== undefined && {events: eventsPage})}}),
    ...(subscribes && {subscribes}),
    ...(repeatable && {repeatable: [...(sign === undefined ? [] : ['sign' as const]), ...(join === undefined ? [] : ['joinEvent' as const])]}),
    ...(count !== undefined && {getTally: (options?: CallOptions) => tallyOf(at(tally), read, options)}),
    ...(sign !== undefined && {sign: kept(async (signature: Signature, options?: CallOptions) => (await writing()).signJson(at(sign), signature, read, options))}),
    ...(join !== undefined && {joinEvent: kept(async (rsvp: Rsvp, options?: CallOptions) => (await writing()).joinJson(at(join.replaceAll('{event}', encodeURIComponent(rsvp.eventId))), rsvp, read, options))}),
    ...(event !== undefined && {
      listEvents: async (query, options) => (await listing()).listJson(at(events), query, read, options),
      getEvent: async (id, options) => (await listing()).eventInJson(at(events), id, read, options),
    }),
  };
};
