import {BackendError, type BackendAdapter, type BackendErrorCode, type CallOptions, type Capability} from '../../src/contract/index.js';
import {newKey} from '../../src/testing/example.js';
import {READS, WRITES} from '../../src/testing/check.js';
import type {Breakage} from './breakages.js';
import {careless, overHttp, sealedOverHttp} from './complete-adapter.js';

type Method = (...parameters: unknown[]) => Promise<unknown>;
/** A capability before it is broken, called with what the caller gave. */
type Breaking = (genuine: Method, given: readonly unknown[], options: CallOptions | undefined) => Promise<unknown>;

/** Each capability takes its options last: after its subject, if it has one. */
const subjectsOf = (capability: Capability) => (capability === 'getTally' || capability === 'getChallenge' ? 0 : 1);

/** An adapter with one method that no type would let through. */
const breaking = (capability: Capability, how: Breaking, besides: Partial<BackendAdapter> = {}) => (adapter: BackendAdapter): BackendAdapter => {
  const genuine = adapter[capability] as unknown as Method;
  const method: Method = (...parameters) => how(genuine, parameters.slice(0, subjectsOf(capability)), parameters[subjectsOf(capability)] as CallOptions | undefined);
  return {...adapter, ...besides, [capability]: method};
};

const post = (given: readonly unknown[]): RequestInit => ({method: 'POST', headers: {'Content-Type': 'text/plain'}, body: JSON.stringify(given[0])});
const now = () => new Date().toISOString();
const fail = (code: BackendErrorCode) => (thrown: unknown) => { throw new BackendError(code, 'No.', {cause: thrown}); };

/** A request that nobody ends but its caller, if even that. */
const patiently = async (signal?: AbortSignal): Promise<never> => {
  await careless(signal ? {signal} : {}, 'tally.json').catch((thrown: unknown) => fail(signal?.aborted ? 'aborted' : 'offline')(thrown));
  throw new BackendError('invalid-response', 'No.');
};

/** Gives up on the answer, and not on its text. */
const halfPatiently = async (signal?: AbortSignal): Promise<never> => {
  const silence = new AbortController();
  const timer = setTimeout(() => { silence.abort(); }, 10);
  const response = await careless({signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal}, 'tally.json')
    .catch((thrown: unknown) => fail(signal?.aborted ? 'aborted' : silence.signal.aborted ? 'timeout' : 'offline')(thrown))
    .finally(() => { clearTimeout(timer); });
  await response.text().catch(fail('aborted'));
  throw new BackendError('invalid-response', 'No.');
};

const GOOD = {
  getPetition: {id: 'p', title: 'P', language: 'en'},
  getTally: {count: 41, asOf: '2026-11-22T09:00:00Z'},
  getChallenge: {parameters: {algorithm: 'PBKDF2/SHA-256', nonce: '1', salt: '1', cost: 1, keyLength: 32, keyPrefix: '00'}, signature: 'x'},
  listEvents: {events: []},
  getEvent: {id: 'e', title: 'E', startsAt: '2199-01-01T00:00:00Z', attendance: 'online'},
};
const CERTAIN = {sign: 'counted', signSealed: 'counted', joinEvent: 'registered', proposeEvent: 'review'};

const baseOf = (capability: Capability) => (capability === 'signSealed' ? sealedOverHttp : overHttp);

const ofEach = (capability: Capability): Breakage[] => ([
  ['rejects with a BackendError if at all, and never as unsupported', /is announced, and refuses as unsupported: leave the method out/, 'stub', () => Promise.reject(new BackendError('unsupported', 'Not yet.'))],
  ['rejects with a BackendError if at all, and never as unsupported', /rejected with RangeError, which is not a BackendError: catch it/, 'raw', () => Promise.reject(new RangeError('Oops.'))],
  ['gives up when its caller does', /aborted before was (accepted|refused with the code not-found); it must be refused with the code aborted: pass its caller's signal/, 'deaf', (genuine, given) => genuine(...given)],
  ['gives up when its caller does', /given up on its way, waits for ever/, 'halfDeaf', (genuine, given, options) => (options?.signal?.aborted ? genuine(...given, options) : patiently())],
  ['gives up when its caller does', /given up on its way, ended with offline; it must be aborted/, 'mistaken', (genuine, given, options) => (options?.signal?.aborted ? genuine(...given, options) : genuine(...given, options).catch(fail('offline')))],
  ['tells by its code what befell it', /whose connection dropped, was refused with the code unavailable; it must be offline/, 'vague', (genuine, given, options) => genuine(...given, options).catch(fail('unavailable'))],
  ['tells by its code what befell it', /answered with status 401, was refused with the code offline; it must be forbidden/, 'vaguer', (genuine, given, options) => genuine(...given, options).catch(fail('offline'))],
  ['tells by its code what befell it', /answered with status 401, was taken for a success/, 'blind', async () => { await careless().catch(fail('offline')); }],
  ['ends where nobody answers, or not to the end', /which nobody answers, waits for ever: pass fetch\(\) a signal that ends it/, 'patient', (_genuine, _given, options) => patiently(options?.signal)],
  ['ends where nobody answers, or not to the end', /which nobody answers, ended with offline; it must be timeout/, 'mistaken', (genuine, given, options) => genuine(...given, options).catch(fail('offline'))],
  ['ends where nobody answers, or not to the end', /whose answer stops on its way, waits for ever/, 'halfPatient', (_genuine, _given, options) => halfPatiently(options?.signal)],
] satisfies [string, RegExp, string, Breaking][]).map(([promise, says, how, broken]) => ({
  check: `${capability} ${promise}`, says, base: baseOf(capability), broken: Object.defineProperty(breaking(capability, broken), 'name', {value: how}),
}));

const ofReads = READS.flatMap((read): Breakage[] => ([
  [read === 'listEvents' ? /makes a list of events of an empty body; let it reject as invalid-response/ : /makes an? \w+ of an empty body; let it reject/, 'hopeful', async () => {
    await careless().catch(fail('offline'));
    return GOOD[read];
  }],
  [/answered with an empty body, was refused with the code offline; it must be invalid-response/, 'retried', (genuine, given, options) => genuine(...given, options).catch(fail('offline'))],
  [/answered with an empty body, rejected with SyntaxError, which is not a BackendError/, 'trusting', async () => await (await careless().catch(fail('offline'))).json() as unknown],
] satisfies [RegExp, string, Breaking][]).map(([says, how, broken]) => ({
  check: `${read} makes nothing of an answer of another shape`, says, base: overHttp, broken: Object.defineProperty(breaking(read, broken), 'name', {value: how}),
})));

const ofWrites = WRITES.flatMap((write): Breakage[] => ([
  ['claims nothing that it was not told', new RegExp(`says "${CERTAIN[write]}"; without an answer that it understands it may say "accepted" at most`), 'boasts', async (_genuine, given) => {
    await careless(post(given)).catch(fail('offline'));
    return {status: CERTAIN[write], receivedAt: now()};
  }],
  ['claims nothing that it was not told', /whose answer no page may read, says/, 'boastsUnread', async (_genuine, given) => {
    await careless({...post(given), mode: 'no-cors'}).catch(fail('offline'));
    return {status: CERTAIN[write], receivedAt: now()};
  }],
  ['tells by its code what befell it', /whose connection dropped, was taken for a success; it must be refused with the code offline/, 'hopefulUnread', async (_genuine, given) => {
    await careless({...post(given), mode: 'no-cors'}).catch(() => undefined);
    return {status: 'accepted', receivedAt: now()};
  }],
  ['ends where nobody answers, or not to the end', /which nobody answers, waits for ever/, 'patientUnread', async (_genuine, given) => {
    await careless({...post(given), mode: 'no-cors'}).catch(fail('offline'));
    return {status: 'accepted', receivedAt: now()};
  }],
  ['sends again only what may be repeated, and then the same', /sends something else than before: make nothing up on the way/, 'makesKeys', (genuine, [document], options) => genuine({...(document as object), idempotencyKey: newKey()}, options)],
  ['sends again only what may be repeated, and then the same', /whose connection dropped, was sent again, and its back end may have it twice/, 'insists', (genuine, given, options) => genuine(...given, options).catch(() => genuine(...given, options)), {repeatable: []}],
  // Both ways, one after the other: what failed to be read may have arrived.
  ['sends again only what may be repeated, and then the same', /was sent again/, 'triesBothWays', (genuine, given, options) => genuine(...given, options).catch(() => careless({...post(given), mode: 'no-cors'}, PATHS[write]).then(() => ({status: 'accepted', receivedAt: now()}), fail('offline'))), {repeatable: []}],
] satisfies [string, RegExp, string, Breaking, Partial<BackendAdapter>?][]).map(([promise, says, how, broken, besides]) => ({
  check: `${write} ${promise}`, says, base: baseOf(write), broken: Object.defineProperty(breaking(write, broken, besides), 'name', {value: how}),
})));

const PATHS = {sign: 'signatures', signSealed: 'signatures', joinEvent: 'rsvps', proposeEvent: 'events'};

/** Every promise of each capability, broken in each. */
export const eachBreakages: readonly Breakage[] = [...[...READS, ...WRITES].flatMap(ofEach), ...ofReads, ...ofWrites];
