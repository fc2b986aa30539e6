import {type BackendAdapter, type Capability, type Capable, type Petition, type Receipt} from '../../src/contract/index.js';
import {BackendError} from '../../src/contract/index.js';
import {newKey} from '../../src/testing/example.js';
import type {ConformanceOptions} from '../../src/testing/index.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {able} from '../mocks/able.js';
import {english, events, online} from '../mocks/documents.js';
import {complete, sealing} from './complete-adapter.js';
import {eachBreakages} from './each-breakages.js';
import {makingBreakages} from './making-breakages.js';
import {otherBreakages} from './other-breakages.js';
import {privacyBreakages} from './privacy-breakages.js';

/** One way to break one promise; the function's name says how. */
export interface Breakage {
  readonly check: string;
  readonly broken: (adapter: BackendAdapter) => BackendAdapter;
  /** What the check must then say. */
  readonly says: RegExp;
  readonly base?: () => BackendAdapter;
  /** What the suite is told besides. */
  readonly options?: Partial<ConformanceOptions>;
  /** What it is told of the broken one; absent: the same. */
  readonly brokenOptions?: Partial<ConformanceOptions>;
}

/** An adapter whose answers no type would let through. */
const lying = (adapter: BackendAdapter, lies: Partial<Record<keyof BackendAdapter, unknown>>): BackendAdapter => ({...adapter, ...lies}) as BackendAdapter;
const receipt = (): Receipt => ({status: 'counted', receivedAt: new Date().toISOString()});

type Sign = Capable<'sign'>['sign'];
/** An adapter that signs otherwise. */
const signing = (adapter: BackendAdapter, change: (sign: Sign) => Sign): BackendAdapter => ({...adapter, sign: change(able(adapter, 'sign').sign)});
/** One that takes whatever is wrong at a path. */
const overlooking = (path: RegExp) => (adapter: BackendAdapter) => signing(adapter, (sign) => async (signature, options) => {
  try {
    return await sign(signature, options);
  } catch (thrown) {
    if (BackendError.is(thrown) && thrown.issues.some((issue) => path.test(issue.path))) return receipt();
    throw thrown;
  }
});
/** One that refuses without saying what. */
const speechless = (adapter: BackendAdapter) => signing(adapter, (sign) => (signature, options) => sign(signature, options).catch((thrown: unknown) => {
  throw BackendError.is(thrown) ? new BackendError(thrown.code, 'No.') : thrown;
}));

const petitionOf = (adapter: BackendAdapter) => able(adapter, 'getPetition').getPetition;
const withPetition = (adapter: BackendAdapter, change: (petition: Petition, language: string | undefined) => Petition): BackendAdapter => ({
  ...adapter,
  getPetition: async ({language}, options) => change(await petitionOf(adapter)(language === undefined ? {} : {language}, options), language),
});
const listOf = (adapter: BackendAdapter) => able(adapter, 'listEvents').listEvents;
const without = (adapter: BackendAdapter, capability: Capability): BackendAdapter => lying(adapter, {[capability]: undefined});

const aboutAdapters: Breakage[] = [
  {check: 'has a name that attributes and documents can use', says: /name of the adapter/, broken: function spaces(adapter) { return {...adapter, name: 'our crm'}; }},
  {check: 'announces capabilities as methods', says: /getTally is not a method: make it a function/, broken: function noMethod(adapter) { return lying(adapter, {getTally: {count: 1}}); }},
  {check: 'announces capabilities as methods', says: /no capability at all: give it one of the methods/, broken: function nothing() { return {name: 'nothing'}; }},
  {check: 'promises to repeat only what it can do', says: /names joinEvent/, broken: function promises(adapter) { return {...without(adapter, 'joinEvent'), repeatable: ['joinEvent']}; }},
  {check: 'links to web addresses', says: /link "sign"/, broken: function script(adapter) { return {...adapter, links: {sign: 'javascript:alert(1)'}}; }},
  {check: 'says by what people come onto a mailing list', says: /"subscribes" names sgin/, broken: function misspelt(adapter) { return lying(adapter, {subscribes: ['sgin']}); }},
  {check: 'says by what people come onto a mailing list', says: /neither true nor false/, broken: function word(adapter) { return lying(adapter, {subscribes: 'sign'}); }},
];

/** One that remembers more than one event that is over. */
const withHistory = (): BackendAdapter => {
  const {listEvents, getEvent} = memoryAdapter({petition: english, events: [...events, {...online, id: 'earlier', startsAt: '2019-03-01T18:00:00Z'}]});
  return {...complete(), ...(listEvents && {listEvents}), ...(getEvent && {getEvent})};
};

const aboutReading: Breakage[] = [
  {check: 'getPetition answers with a petition', says: /at "title"/, broken: function noTitle(adapter) { return withPetition(adapter, (petition) => ({...petition, title: 7}) as never); }},
  {check: 'getPetition answers in each language that it lists', says: /in "en", which is not among/, broken: function unlisted(adapter) { return withPetition(adapter, (petition) => ({...petition, languages: ['fr']})); }},
  {check: 'getPetition answers in each language that it lists', says: /Asked for "de", which it lists/, broken: function promised(adapter) { return withPetition(adapter, (petition) => ({...petition, languages: ['en', 'de']})); }},
  {check: 'getPetition answers an unknown language in another and names it', says: /claims to be in it/, broken: function claims(adapter) { return withPetition(adapter, (petition, language = 'en') => ({...petition, language})); }},
  {check: 'getPetition answers an unknown language in another and names it', says: /came in "de"/, broken: function stray(adapter) { return withPetition(adapter, (petition) => ({...petition, language: 'de'})); }},
  {check: 'getTally answers with a tally', says: /at "count"/, broken: function text(adapter) { return lying(adapter, {getTally: async () => ({count: '41', asOf: '2026-11-22T09:00:00Z'})}); }},
  {check: 'getTally never goes back in time', says: /followed by one as of/, broken: function backwards(adapter) {
    let time = Date.now();
    return {...adapter, getTally: async () => ({count: 1, asOf: new Date(time -= 1000).toISOString()})};
  }},
  {check: 'getChallenge answers with a challenge', says: /at "parameters"/, broken: function empty(adapter) { return lying(adapter, {getChallenge: async () => ({signature: 'x'})}); }},
  {check: 'getChallenge never gives the same challenge twice', says: /same nonce and salt/, broken: function constant(adapter) {
    const challenge = able(adapter, 'getChallenge').getChallenge();
    return {...adapter, getChallenge: () => challenge};
  }},
  {check: 'listEvents answers with a page of events, soonest first', says: /not in the order/, broken: function reversed(adapter) { return {...adapter, listEvents: async (query) => ({events: (await listOf(adapter)(query)).events.toReversed()})}; }},
  {check: 'listEvents answers with a page of events, soonest first', says: /expected object/, broken: function bare(adapter) { return lying(adapter, {listEvents: async () => []}); }},
  {check: 'listEvents keeps to its limit and goes on at its cursor', says: /holds 3/, broken: function unlimited(adapter) { return {...adapter, listEvents: ({limit: _limit, ...query}) => listOf(adapter)(query)}; }},
  {check: 'listEvents keeps to its limit and goes on at its cursor', says: /begins with "online" again/, broken: function stuck(adapter) { return {...adapter, listEvents: ({cursor: _cursor, ...query}) => listOf(adapter)(query)}; }},
  {check: 'listEvents narrows by attendance and time', says: /in person only/, broken: function everywhere(adapter) { return {...adapter, listEvents: ({attendance: _attendance, ...query}) => listOf(adapter)(query)}; }},
  {check: 'listEvents narrows by attendance and time', says: /holds a later one/, broken: function anytime(adapter) { return {...adapter, listEvents: ({to: _to, ...query}) => listOf(adapter)(query)}; }},
  {check: 'listEvents narrows by country', says: /events in FR, the page holds one in no country/, broken: function anywhere(adapter) { return {...adapter, listEvents: ({country: _country, ...query}) => listOf(adapter)(query)}; }},
  {check: 'listEvents answers with past events, the latest first, when asked for them', says: /holds one that ends at 2199/, broken: function always(adapter) { return {...adapter, listEvents: ({past: _past, ...query}) => listOf(adapter)(query)}; }},
  {check: 'listEvents answers with past events, the latest first, when asked for them', says: /latest first/, broken: function reversed(adapter) { return {...adapter, listEvents: async (query) => ({events: (await listOf(adapter)(query)).events.toReversed()})}; }, base: withHistory},
  {check: 'listEvents counts the events of a country as it lists them, where it counts them', says: /counts 8 events in FR and lists 1/, broken: function exaggerates(adapter) { return {...adapter, listEvents: async (query) => ({...(await listOf(adapter)(query)), countries: {FR: 8}})}; }},
  {check: 'listEvents counts the events of a country as it lists them, where it counts them', says: /counts those of 1 countries, and of 2 otherwise/, broken: function narrows(adapter) { return {...adapter, listEvents: async (query) => ({...(await listOf(adapter)(query)), ...(query.country !== undefined && {countries: {[query.country]: 1}})})}; }},
  {check: 'getEvent finds an event that is listed', says: /"porto" came/, broken: function another(adapter) { return {...adapter, getEvent: () => able(adapter, 'getEvent').getEvent('porto')}; }},
  {check: 'getEvent says not-found where there is no such event', says: /code invalid; it must be refused with the code not-found/, broken: function invalid(adapter) { return {...adapter, getEvent: () => Promise.reject(new BackendError('invalid', 'No.'))}; }},
  {check: 'getEvent says not-found where there is no such event', says: /was accepted/, broken: function anything(adapter) { return {...adapter, getEvent: () => able(adapter, 'getEvent').getEvent('porto')}; }},
];

const aboutSigning: Breakage[] = [
  {check: 'sign answers with a receipt', says: /at "status"/, broken: function thanks(adapter) { return lying(adapter, {sign: async () => ({thanks: true})}); }},
  {check: 'sign gives the same receipt to the same signature', says: /came twice got/, broken: function freshReceipt(adapter) {
    let time = 0;
    return signing(adapter, (sign) => async (signature, options) => ({...(await sign(signature, options)), receivedAt: new Date(time += 1000).toISOString()}));
  }},
  {check: 'sign counts the same signature once', says: /moved the tally by 2/, broken: function twice(adapter) {
    return signing(adapter, (sign) => (signature, options) => {
      const email = `${newKey()}@example.org`;
      return sign({...signature, idempotencyKey: newKey(), fields: {...signature.fields, email}}, options);
    });
  }},
  {check: 'sign refuses other content under the same key', says: /was accepted/, broken: function firstWins(adapter) { return signing(adapter, (sign) => (signature, options) => sign(signature, options).catch(receipt)); }},
  {check: 'sign refuses other content under the same key', says: /code invalid; it must be refused with the code key-reused/, broken: function otherCode(adapter) { return signing(adapter, (sign) => (signature, options) => sign(signature, options).catch(() => { throw new BackendError('invalid', 'No.'); })); }},
  {check: 'sign tells nobody who has signed before', says: /second signature was refused with the code invalid, and everyone else's was taken: answer it as all others/, broken: function refuses(adapter) {
    const known = new Set<string | undefined>();
    return signing(adapter, (sign) => (signature, options) => {
      const {email} = signature.fields;
      if (known.has(email)) return Promise.reject(new BackendError('invalid', 'Signed before.'));
      known.add(email);
      return sign(signature, options);
    });
  }},
  {check: 'sign tells nobody who has signed before', says: /second signature got "accepted"/, broken: function tells(adapter) {
    const known = new Set<string | undefined>();
    return signing(adapter, (sign) => async (signature, options) => {
      const answer = await sign(signature, options);
      const before = known.has(signature.fields['email']);
      known.add(signature.fields['email']);
      return before ? {...answer, status: 'accepted'} : answer;
    });
  }},
  {check: 'sign refuses an answer to a question nobody asked', says: /was accepted/, broken: overlooking(/nobodyAsked/)},
  {check: 'sign refuses an answer to a question nobody asked', says: /issues name nothing/, broken: speechless},
  {check: 'sign names a required answer that is missing', says: /was accepted/, broken: overlooking(/givenName/)},
  {check: 'sign names a required answer that is missing', says: /must name "fields.givenName"/, broken: speechless},
  {check: 'sign names a required answer that is blank', says: /was accepted/, broken: overlooking(/givenName/)},
  {check: 'sign names a required consent that is missing', says: /was accepted/, broken: overlooking(/consents/)},
  {check: 'sign names a required consent that is missing', says: /must name "consents.signature"/, broken: speechless},
  {check: 'sign refuses a consent nobody asked for', says: /was accepted/, broken: overlooking(/consents/)},
  {check: 'sign refuses control characters', says: /U\+0000 was accepted/, broken: overlooking(/givenName/)},
  {check: 'sign refuses control characters', says: /U\+0085 was accepted/, broken: function onlyAscii(adapter) { return signing(adapter, (sign) => (signature, options) => (signature.fields['givenName']?.includes('\u0085') ? Promise.resolve(receipt()) : sign(signature, options))); }},
  {check: 'sign refuses a name of 10 000 characters', says: /was accepted/, broken: overlooking(/givenName/)},
  {check: 'sign takes markup as text or refuses it', says: /code unavailable/, broken: function crashes(adapter) { return signing(adapter, (sign) => (signature, options) => (signature.fields['givenName']?.startsWith('<') ? Promise.reject(new BackendError('unavailable', '500')) : sign(signature, options))); }},
  {check: 'sign takes markup as text or refuses it', says: /changed the petition/, broken: function injected(adapter) {
    let title = 'A safe way out';
    return signing(withPetition(adapter, (petition) => ({...petition, title})), (sign) => (signature, options) => {
      title += signature.fields['givenName'] ?? '';
      return sign(signature, options);
    });
  }},
  {check: 'sign takes markup as text or refuses it', says: /rejected with SyntaxError/, broken: function parses(adapter) { return signing(adapter, () => () => Promise.reject(new SyntaxError('<'))); }},
];

const aboutTheRest: Breakage[] = [
  {base: sealing, check: 'signSealed answers with a receipt', says: /at "status"/, broken: function thanks(adapter) { return lying(adapter, {signSealed: async () => ({thanks: true})}); }},
  {base: sealing, check: 'signSealed refuses other content under the same key', says: /was accepted/, broken: function firstWins(adapter) { return {...adapter, signSealed: async () => receipt()}; }},
  {base: sealing, check: 'signSealed gives the same receipt to the same signature', says: /came twice got/, broken: function freshReceipt(adapter) {
    let time = 0;
    return {...adapter, signSealed: async () => ({status: 'counted', receivedAt: new Date(time += 1000).toISOString()})};
  }},
  {base: sealing, check: 'signSealed refuses an envelope for somebody else', says: /was accepted/, broken: function blind(adapter) { return {...adapter, signSealed: async () => receipt()}; }},
  {base: sealing, check: 'sign refuses plain text where a petition is signed sealed', says: /was accepted/, broken: function plainly(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {check: 'joinEvent answers with a receipt', says: /at "status"/, broken: function counts(adapter) { return lying(adapter, {joinEvent: async () => receipt()}); }},
  {check: 'joinEvent says not-found where there is no such event', says: /was accepted/, broken: function anywhere(adapter) { return {...adapter, joinEvent: async () => ({status: 'registered', receivedAt: receipt().receivedAt})}; }},
  ...([['joinEvent', 'RSVP'], ['proposeEvent', 'proposal']] as const).map(([capability, what]): Breakage => ({
    check: `${capability} gives the same receipt to the same ${what}`,
    says: /came twice got/,
    broken: function freshReceipt(adapter) {
      let time = 0;
      return lying(adapter, {[capability]: async () => ({status: 'accepted', receivedAt: new Date(time += 1000).toISOString()})});
    },
  })),
  ...(['joinEvent', 'proposeEvent'] as const).map((capability): Breakage => ({
    check: `${capability} refuses other content under the same key`,
    says: /under a key that came before was accepted/,
    broken: function firstWins(adapter) { return lying(adapter, {[capability]: async () => ({status: 'accepted', receivedAt: receipt().receivedAt})}); },
  })),
  {check: 'proposeEvent answers with a receipt', says: /at "status"/, broken: function counts(adapter) { return lying(adapter, {proposeEvent: async () => receipt()}); }},
];

/** Every promise of the suite, broken in at least one way. */
export const breakages: readonly Breakage[] = [...aboutAdapters, ...aboutReading, ...aboutSigning, ...aboutTheRest, ...otherBreakages, ...makingBreakages, ...eachBreakages, ...privacyBreakages];
