import {can} from '../contract/adapter.js';
import {DEFAULT_MAX_LENGTH, EMAIL_MAX_LENGTH} from '../contract/check-signature.js';
import type {Field, Petition, Questions} from '../contract/petition.js';
import type {Signature} from '../contract/signature.js';
import type {Signable} from './check.js';
import {sentence} from './expect.js';

/** 128 random bits, hexadecimal. Not `randomUUID`, which a page without TLS lacks. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const answerTo = ({name, type, options, maxLength = DEFAULT_MAX_LENGTH}: Field): string => {
  switch (type) {
    case 'email': return `conformance-${newKey()}@example.org`.slice(-Math.min(maxLength, EMAIL_MAX_LENGTH));
    case 'country': return 'FR';
    case 'select': return options?.[0]?.value ?? '';
    case 'text': return `Conformance ${name}`.slice(0, maxLength);
  }
};

/** Somebody new, who answers all that is asked and ticks only what must be ticked. */
export const examplePerson = ({fields, consents}: Questions): Pick<Signature, 'fields' | 'consents'> => ({
  fields: Object.fromEntries(fields.map((field) => [field.name, answerTo(field)])),
  consents: consents.filter(({required}) => required).map(({id, version}) => ({id, version})),
});

/** A signature that nobody sent before: with its own key, and a solved challenge where the petition asks for one. */
export const newSignature = async ({adapter, petition, person, solve}: Signable, {fields, consents} = person(petition)): Promise<Signature> => {
  const signature = {idempotencyKey: newKey(), fields, consents, language: petition.language};
  if (petition.challenge !== true) return signature;
  if (!solve || !can(adapter, 'getChallenge')) throw sentence('The petition asks for a solved challenge.');
  return {...signature, solution: await solve(await adapter.getChallenge())};
};

/** The first field that takes any text. */
export const textField = ({fields}: Petition): Field | undefined => fields.find(({type}) => type === 'text');

/** The reason for checks that write into a name. */
export const withoutName = (petition: Petition): string | undefined => (textField(petition) ? undefined : 'the petition has no field of the type "text"');

/** The signature with another answer. */
export const answering = (signature: Signature, name: string, answer: string): Signature => ({...signature, fields: {...signature.fields, [name]: answer}});
