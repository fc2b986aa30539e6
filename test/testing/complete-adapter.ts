import {memoryAdapter} from '../../src/adapters/memory.js';
import {BackendError, type BackendAdapter, type SealedSignature} from '../../src/contract/index.js';
import {english, events, french} from '../mocks/documents.js';

const random = () => String(Math.random()).slice(2);
const receivedAt = () => new Date().toISOString();
const unlessGivenUp = (signal?: AbortSignal) => {
  if (signal?.aborted) throw new BackendError('aborted', 'Given up.');
};

/** An adapter that announces every capability and keeps every promise, over the memory of the page. */
export const complete = (): BackendAdapter => {
  const receipts = new Map<string, string>();
  return {
    ...memoryAdapter({petition: {en: english, fr: french}, count: 41, events}),
    links: {petition: 'https://petitions.example/p'},
    repeatable: ['sign', 'signSealed', 'joinEvent', 'proposeEvent'],
    getChallenge: async (options) => {
      unlessGivenUp(options?.signal);
      return {parameters: {algorithm: 'PBKDF2/SHA-256', nonce: random(), salt: random(), cost: 1, keyLength: 32, keyPrefix: '00'}, signature: 'x'};
    },
    signSealed: async ({idempotencyKey, envelopes}: SealedSignature) => {
      if (envelopes.some(({keyId}) => keyId !== 'key')) throw new BackendError('invalid', 'No such key.');
      const before = receipts.get(idempotencyKey) ?? receivedAt();
      receipts.set(idempotencyKey, before);
      return {status: 'counted', receivedAt: before};
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
