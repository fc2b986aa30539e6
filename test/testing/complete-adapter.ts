import {memoryAdapter} from '../../src/adapters/memory.js';
import {create} from '../../src/adapters/sphere.js';
import {BackendError, type BackendAdapter, type SealedSignature} from '../../src/contract/index.js';
import {english, events, french} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';

const random = () => String(Math.random()).slice(2);
const receivedAt = () => new Date().toISOString();
const unlessGivenUp = (signal?: AbortSignal) => {
  if (signal?.aborted) throw new BackendError('aborted', 'Given up.');
};

/** An adapter that announces every capability and keeps every promise, over the memory of the page. */
export const complete = (): BackendAdapter => {
  const receipts = new Map<string, {readonly content: string; readonly at: string}>();
  return {
    ...memoryAdapter({petition: {en: english, fr: french}, count: 41, events}),
    links: {petition: 'https://petitions.example/p'},
    repeatable: ['sign', 'signSealed', 'joinEvent', 'proposeEvent'],
    getChallenge: async (options) => {
      unlessGivenUp(options?.signal);
      return {parameters: {algorithm: 'PBKDF2/SHA-256', nonce: random(), salt: random(), cost: 1, keyLength: 32, keyPrefix: '00'}, signature: 'x'};
    },
    signSealed: async ({idempotencyKey, envelopes}: SealedSignature, options) => {
      unlessGivenUp(options?.signal);
      if (envelopes.some(({keyId}) => keyId !== 'key')) throw new BackendError('invalid', 'No such key.');
      const content = JSON.stringify(envelopes);
      const {content: before, at} = receipts.get(idempotencyKey) ?? {content, at: receivedAt()};
      if (before !== content) throw new BackendError('key-reused', 'Used before.');
      receipts.set(idempotencyKey, {content, at});
      return {status: 'counted', receivedAt: at};
    },
  };
};

/** As {@link complete}, for a petition that is signed sealed. */
export const sealing = (): BackendAdapter => {
  const adapter = complete();
  const sealed = {...english, recipients: [{controller: 'sphere', keyId: 'key', suite: 'DHKEM-X25519', publicKey: 'AAAA'}]};
  const {getPetition, getTally, sign} = memoryAdapter({petition: sealed});
  return {...adapter, ...(getPetition && {getPetition}), ...(getTally && {getTally}), ...(sign && {sign})};
};

/** As {@link complete}, for a petition that can be signed no more. */
export const closed = (): BackendAdapter => {
  const {getPetition, sign} = memoryAdapter({petition: {...english, closesAt: '2020-01-01T00:00:00Z'}});
  return {...complete(), ...(getPetition && {getPetition}), ...(sign && {sign})};
};

/** As {@link complete}, for a petition that asks for a solved challenge, each good for one signature. */
export const challenging = (): BackendAdapter => {
  const adapter = complete();
  const {getPetition, sign} = adapter;
  const used = new Map<string, string>();
  return {
    ...adapter,
    ...(getPetition && {getPetition: async (query, options) => ({...(await getPetition(query, options)), challenge: true})}),
    ...(sign && {sign: async ({solution, ...signature}, options) => {
      const {idempotencyKey} = signature;
      const nonce = solution?.challenge.parameters.nonce;
      if (nonce === undefined || (used.get(nonce) ?? idempotencyKey) !== idempotencyKey) throw new BackendError('challenge', 'Solve a new one.');
      used.set(nonce, idempotencyKey);
      return sign(signature, options);
    }}),
  };
};

export const SRC = 'https://petitions.example/over-http';

const spoken = (behind: () => BackendAdapter) => (): BackendAdapter => {
  answer(...sphereHandlers(SRC, behind()));
  return create(new URL(SRC), {});
};

/** The `sphere` protocol with all its capabilities, answered by the page: what asks by `fetch()`. */
export const overHttp = spoken(complete);

/** As {@link overHttp}, for a petition that is signed sealed. */
export const sealedOverHttp = spoken(sealing);

/** What a careless adapter sends, and how. */
export const careless = (init: RequestInit = {}, path = 'signatures'): Promise<Response> => fetch(`${SRC}/${path}`, init);
