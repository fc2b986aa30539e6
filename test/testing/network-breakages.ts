import {BackendError, type BackendAdapter, type CallOptions, type Challenge, type Receipt} from '../../src/contract/index.js';
import {able} from '../mocks/able.js';
import type {Breakage} from './breakages.js';
import {careless, challenging, closed, complete, overHttp} from './complete-adapter.js';

const receipt = (): Receipt => ({status: 'counted', receivedAt: new Date().toISOString()});
const asOf = '2026-11-22T09:00:00Z';
const tally = (adapter: BackendAdapter) => able(adapter, 'getTally').getTally;
const sign = (adapter: BackendAdapter) => able(adapter, 'sign').sign;
const post = (document: object): RequestInit => ({method: 'POST', headers: {'Content-Type': 'text/plain'}, body: JSON.stringify(document)});

/** A request that nobody ends but its caller. */
const patiently = async (init: RequestInit, path: string, options?: CallOptions): Promise<never> => {
  await careless({...init, ...(options?.signal && {signal: options.signal})}, path).catch((cause: unknown) => { throw new BackendError(options?.signal?.aborted ? 'aborted' : 'offline', 'No.', {cause}); });
  throw new BackendError('invalid-response', 'No.');
};
/** Whatever goes wrong, it is the same. */
const always = (code: 'offline' | 'unavailable') => (thrown: unknown) => { throw new BackendError(code, 'No.', {cause: thrown}); };

const reads: Breakage[] = [
  {check: 'tells by its code what befell a read', says: /getTally, whose connection dropped, was refused with the code unavailable; it must be offline/, broken: function vague(adapter) { return {...adapter, getTally: (options) => tally(adapter)(options).catch(always('unavailable'))}; }},
  {check: 'tells by its code what befell a read', says: /getTally, answered with status 403, was refused with the code offline/, broken: function vaguer(adapter) { return {...adapter, getTally: (options) => tally(adapter)(options).catch(always('offline'))}; }},
  {check: 'tells by its code what befell a read', says: /getTally, answered with status 403, was taken for a success/, broken: function blind(adapter) { return {...adapter, getTally: async () => {
    await careless({}, 'tally.json').catch(always('offline'));
    return {count: 1, asOf};
  }}; }},
  {check: 'gives a read up on its way when its caller does', says: /getTally, given up on its way, waits for ever/, broken: function deaf(adapter) { return {...adapter, getTally: (options) => (options?.signal?.aborted ? tally(adapter)(options) : patiently({}, 'tally.json'))}; }},
  {check: 'gives a read up on its way when its caller does', says: /given up on its way, was refused with the code offline; it must be aborted/, broken: function mistaken(adapter) { return {...adapter, getTally: (options) => (options?.signal?.aborted ? tally(adapter)(options) : tally(adapter)(options).catch(always('offline')))}; }},
  {check: 'ends a read that nobody answers', says: /getTally, which nobody answers, waits for ever: give fetch\(\) .* time limit/, broken: function patient(adapter) { return {...adapter, getTally: (options) => patiently({}, 'tally.json', options)}; }},
  {check: 'ends a read that nobody answers', says: /refused with the code offline; it must be timeout: give fetch\(\) a time limit/, broken: function mistaken(adapter) { return {...adapter, getTally: (options) => tally(adapter)(options).catch(always('offline'))}; }},
  {check: 'makes nothing of an answer of another shape', says: /makes a number of null/, broken: function hopeful(adapter) { return {...adapter, getTally: async (options) => ({count: Number((await tally(adapter)(options) as {count?: unknown} | null)?.count ?? 0), asOf})}; }},
  {check: 'makes nothing of an answer of another shape', says: /getTally, answered with null, rejected with TypeError/, broken: function trusting(adapter) { return {...adapter, getTally: async (options) => ({count: (await tally(adapter)(options)).count, asOf})}; }},
];

const writes: Breakage[] = [
  {check: 'tells by its code what befell a write', says: /sign, answered with status 413, was refused with the code unavailable; it must be too-large/, broken: function vague(adapter) { return {...adapter, sign: (signature, options) => sign(adapter)(signature, options).catch((thrown: unknown) => {
    throw BackendError.is(thrown) && thrown.code !== 'too-large' ? thrown : new BackendError('unavailable', 'No.');
  })}; }},
  {check: 'tells by its code what befell a write', says: /sign, answered with status 403, was taken for a success/, broken: function blind(adapter) { return {...adapter, sign: async (signature) => {
    await careless(post(signature)).catch(always('offline'));
    return receipt();
  }}; }},
  {check: 'gives a write up when its caller does', says: /sign with a signal that was aborted before was accepted/, broken: function deaf(adapter) { return {...adapter, sign: (signature) => sign(adapter)(signature)}; }},
  {check: 'gives a write up when its caller does', says: /joinEvent with a signal that was aborted before was accepted/, base: complete, broken: function deaf(adapter) { return {...adapter, joinEvent: (rsvp) => able(adapter, 'joinEvent').joinEvent(rsvp)}; }},
  {check: 'gives a write up when its caller does', says: /sign, given up on its way, waits for ever/, broken: function halfDeaf(adapter) { return {...adapter, sign: (signature, options) => (options?.signal?.aborted ? sign(adapter)(signature, options) : patiently(post(signature), 'signatures'))}; }},
  {check: 'ends a write that nobody answers', says: /sign, which nobody answers, waits for ever/, broken: function patient(adapter) { return {...adapter, sign: (signature, options) => patiently(post(signature), 'signatures', options)}; }},
  {check: 'claims nothing that it was not told', says: /says "counted"/, broken: function boasts(adapter) { return {...adapter, sign: async (signature) => {
    await careless(post(signature));
    return receipt();
  }}; }},
];

const privacy: Breakage[] = [
  {check: 'puts nothing that a person typed into an address or the console', says: /into an address under https:\/\/petitions.example/, broken: function query(adapter) { return {...adapter, sign: async (signature, options) => {
    await careless({}, `known?who=${encodeURIComponent(signature.fields['email'] ?? '')}`).catch(() => undefined);
    return sign(adapter)(signature, options);
  }}; }},
  {check: 'puts nothing that a person typed into an address or the console', says: /into an address .*in the body/, broken: function refused(adapter) { return {...adapter, sign: async (signature) => {
    await careless({}, `known?who=${encodeURIComponent(signature.fields['email'] ?? '')}`).catch(() => undefined);
    throw new BackendError('not-found', 'No.');
  }}; }},
  {check: 'puts nothing that a person typed into an address or the console', says: /^Not this one\.$/, broken: function refuses(adapter) { return {...adapter, sign: async () => { throw new BackendError('not-found', 'Not this one.'); }}; }},
  {check: 'puts nothing that a person typed into an address or the console', says: /into an address/, broken: function encoded(adapter) { return {...adapter, sign: async (signature, options) => {
    await careless({}, `known/${btoa(signature.fields['email'] ?? '')}`).catch(() => undefined);
    return sign(adapter)(signature, options);
  }}; }},
  {check: 'puts nothing that a person typed into an address or the console', says: /to the console/, broken: function chatty(adapter) { return {...adapter, sign: (signature, options) => {
    console.log('signing', signature);
    return sign(adapter)(signature, options);
  }}; }},
  {check: 'repeats nothing that a person typed in an error', says: /repeats in its error/, broken: function quotes(adapter) { return {...adapter, sign: async (signature) => {
    const response = await careless(post(signature));
    throw new BackendError('invalid', await response.text());
  }}; }},
  {check: 'repeats nothing that a person typed in an error', says: /repeats in its error/, broken: function quotesInTheCause(adapter) { return {...adapter, sign: async (signature) => {
    const response = await careless(post(signature));
    throw new BackendError('invalid', 'No.', {cause: new Error(await response.text())});
  }}; }},
];

const solve = async (challenge: Challenge) => ({challenge, counter: 1, derivedKey: '00'});

const others: Breakage[] = [
  {base: challenging, options: {solve}, check: 'sign refuses a challenge that was not solved', says: /was accepted/, broken: function lax(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {base: challenging, options: {solve}, check: 'sign refuses a challenge that was used before', says: /was accepted/, broken: function forgetful(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {base: closed, check: 'sign says closed where the petition takes no signatures', says: /was accepted/, broken: function late(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {base: closed, check: 'sign says closed where the petition takes no signatures', says: /code forbidden; it must be closed/, broken: function vague(adapter) { return {...adapter, sign: async () => { throw new BackendError('forbidden', 'No.'); }}; }},
  {base: complete, check: 'sign tells nobody who has signed before', says: /with duplicate, receivedAt, status/, broken: function tellsBeside(adapter) {
    const known = new Set<string | undefined>();
    return {...adapter, sign: async (signature, options) => {
      const answer = await sign(adapter)(signature, options);
      const before = known.has(signature.fields['email']);
      known.add(signature.fields['email']);
      return before ? {...answer, duplicate: true} : answer;
    }};
  }},
  {base: complete, check: 'joinEvent tells nobody who comes already', says: /second RSVP got "accepted"/, broken: function tells(adapter) {
    const known = new Set<string | undefined>();
    return {...adapter, joinEvent: async (rsvp, options) => {
      const answer = await able(adapter, 'joinEvent').joinEvent(rsvp, options);
      const before = known.has(rsvp.fields['email']);
      known.add(rsvp.fields['email']);
      return before ? {...answer, status: 'accepted'} : answer;
    }};
  }},
];

/** What is broken where the network fails, and where what a person typed goes astray. */
export const networkBreakages: readonly Breakage[] = [...[...reads, ...writes, ...privacy].map((breakage) => ({base: overHttp, ...breakage})), ...others];
