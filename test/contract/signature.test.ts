import {Challenge, ConsentGiven, Receipt, SealedSignature, Signature, Solution} from '../../src/contract/index.js';
import {describeSchema} from './schema-cases.js';

const idempotencyKey = '6f1e9b0c2d3a4f5e8a7b6c5d4e3f2a1b';
const challenge = {
  parameters: {algorithm: 'PBKDF2/SHA-256', nonce: 'ab', salt: 'cd', cost: 5000, keyLength: 32, keyPrefix: '00', keySignature: 'ef', expiresAt: 1_800_000_000, data: {petition: 'safe-exit', level: 2, again: false, by: null}},
  signature: '0123',
};
const solution = {challenge, counter: 0, derivedKey: '00ff'};
const key: [string, unknown][] = [
  ['idempotencyKey', undefined], ['idempotencyKey', 'x'.repeat(21)], ['idempotencyKey', 'x'.repeat(65)], ['idempotencyKey', 'x'.repeat(30) + '.'],
];
const consents: [string, unknown][] = [
  ['consents', undefined], ['consents.0.version', undefined], ['consents.0.id', 'a b'], ['consents.0.given', true], ['consents', Array.from({length: 21}, () => ({id: 'a', version: '1'}))],
];

describeSchema('Signature', Signature, {
  idempotencyKey, language: 'fr', fields: {givenName: 'Zoë', comment: 'One\nTwo\tThree'}, consents: [{id: 'signature', version: '2026-11'}], solution,
}, {
  fine: [['solution', undefined], ['consents', []], ['fields', {}], ['fields.givenName', '<script>alert(1)</script>'], ['idempotencyKey', '-_'.repeat(11)]],
  bad: [
    ...key, ...consents,
    ['fields', undefined], ['fields.givenName', 7], ['fields.givenName', '\u0000'], ['fields.givenName', '\u001b[2J'], ['fields.givenName', '\u0085'], ['fields.givenName', 'x'.repeat(1001)],
    ['language', undefined], ['language', 'fr_FR'], ['language', 'x'.repeat(36)],
    ['solution.counter', -1], ['solution.counter', 2 ** 32], ['solution.extra', 1],
    ['ipAddress', '192.0.2.1'],
  ],
});

describeSchema('SealedSignature', SealedSignature, {
  idempotencyKey, language: 'fr', envelopes: [{version: 1, keyId: 'k1', suite: 'DHKEM-X25519', encapsulatedKey: 'AAAA', ciphertext: 'BBBB'}], solution,
}, {
  fine: [['envelopes.0.ciphertext', 'A'.repeat(16_384)]],
  bad: [
    ...key, ['envelopes', []], ['envelopes', undefined], ['envelopes.0.version', 2], ['envelopes.0.keyId', undefined], ['envelopes.0.suite', 7], ['envelopes.0.encapsulatedKey', 'a/b'], ['envelopes.0.encapsulatedKey', 'A'.repeat(4097)],
    ['envelopes.0.ciphertext', ''], ['envelopes.0.ciphertext', 'A'.repeat(16_385)], ['envelopes.0.plaintext', 'Ada'], ['language', 1], ['fields', {givenName: 'Ada'}],
  ],
});

describeSchema('Challenge', Challenge, challenge, {
  fine: [['parameters.expiresAt', undefined], ['parameters.data', undefined]],
  bad: [
    ['signature', undefined], ['parameters', undefined], ['parameters.algorithm', 'x'.repeat(41)], ['parameters.nonce', undefined], ['parameters.salt', 'x'.repeat(65)], ['parameters.cost', 0],
    ['parameters.keyLength', 15], ['parameters.keyLength', 65], ['parameters.keyPrefix', 1], ['parameters.keySignature', 'x'.repeat(257)], ['parameters.expiresAt', 1.5], ['parameters.data.petition', {}],
  ],
});

describeSchema('Solution', Solution, solution, {bad: [['challenge', undefined], ['challenge.signature', 1], ['counter', '1'], ['derivedKey', 'x'.repeat(129)], ['more', 1]]});
describeSchema('ConsentGiven', ConsentGiven, {id: 'newsletter', version: '2'}, {bad: [['id', undefined], ['version', ''], ['text', 'I agree']]});

describeSchema('Receipt', Receipt, {status: 'counted', receivedAt: '2026-11-22T09:00:00.123Z'}, {
  fine: [['status', 'confirm'], ['status', 'accepted'], ['position', 12]],
  bad: [['status', 'duplicate'], ['status', undefined], ['receivedAt', undefined], ['receivedAt', 1_800_000_000]],
});
