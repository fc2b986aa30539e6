import {can, type CallOptions} from '../contract/adapter.js';
import type {Capability} from '../contract/capability.js';
import type {EventProposal, Rsvp} from '../contract/event.js';
import {DEFAULT_EVENT_QUESTIONS, type Petition, type Questions} from '../contract/petition.js';
import type {SealedSignature} from '../contract/signature.js';
import type {Able, Subject, Write} from './check.js';
import {examplePerson, newKey, newSignature} from './example.js';
import {sentence} from './expect.js';

/** A capability as a call. */
export interface Call {
  readonly call: (options?: CallOptions) => Promise<unknown>;
  /** What a person typed for it, as far as it is that person's alone. */
  readonly typed: readonly string[];
}

/** A subject whose petition takes sealed signatures. */
export interface Sealable extends Able<'signSealed'> {
  readonly petition: Petition;
}

/** No event that a back end has. */
export const NO_EVENT = 'there-is-no-such-event';

/** Who comes, or invites: somebody new, who answers what is asked. */
const someone = ({language}: Petition, questions: Questions = DEFAULT_EVENT_QUESTIONS) => ({idempotencyKey: newKey(), ...examplePerson(questions), language});

export const newRsvp = ({events}: Subject, petition: Petition): Rsvp => ({...someone(petition, petition.rsvp), eventId: events.find(({joinable}) => joinable)?.id ?? NO_EVENT});

const DAY = 86_400_000;

export const newProposal = (petition: Petition): EventProposal => ({
  ...someone(petition, petition.proposal), title: `Conformance ${newKey()}`, startsAt: new Date(Date.now() + DAY).toISOString(), timeZone: 'Europe/Paris', attendance: 'online',
});

/** Envelopes with nothing in them: only who holds the private key could tell. */
export const newSealed = async ({adapter, petition, solve}: Sealable): Promise<SealedSignature> => ({
  idempotencyKey: newKey(),
  envelopes: (petition.recipients ?? []).map(({keyId, suite}) => ({version: 1, keyId, suite, encapsulatedKey: newKey().padEnd(43, 'A'), ciphertext: newKey().repeat(8)})),
  language: petition.language,
  ...(petition.challenge === true && solve && can(adapter, 'getChallenge') && {solution: await solve(await adapter.getChallenge())}),
});

/** What a write's form asks. A sealed one is read by nobody on its way. */
const questionsOf = (petition: Petition, write: Write): Questions => {
  switch (write) {
    case 'sign': return petition;
    case 'signSealed': return {fields: [], consents: []};
    case 'joinEvent': return petition.rsvp ?? DEFAULT_EVENT_QUESTIONS;
    case 'proposeEvent': return petition.proposal ?? DEFAULT_EVENT_QUESTIONS;
  }
};

/** The names of the answers that are a person's own words. */
export const typedNames = (petition: Petition, write: Write): readonly string[] => questionsOf(petition, write).fields.flatMap(({name, type}) => (type === 'text' || type === 'email' ? [name] : []));

/** An answer of so few letters is part of other words too, and proves nothing. */
const TELLING = 4;

const typedIn = (petition: Petition, write: Write, answers: Readonly<Record<string, string>>): readonly string[] =>
  typedNames(petition, write).flatMap((name) => ((answers[name] ?? '').length >= TELLING ? [answers[name] ?? ''] : []));

const writeOf = async (subject: Subject, write: Write): Promise<Call> => {
  const {adapter, petition} = subject;
  if (!petition) throw sentence('A write needs a petition that is there for tests.');
  switch (write) {
    case 'sign': {
      if (!can(adapter, 'sign')) break;
      const signature = await newSignature({...subject, adapter, petition});
      return {typed: typedIn(petition, write, signature.fields), call: (options) => adapter.sign(signature, options)};
    }
    case 'signSealed': {
      if (!can(adapter, 'signSealed')) break;
      const sealed = await newSealed({...subject, adapter, petition});
      return {typed: [], call: (options) => adapter.signSealed(sealed, options)};
    }
    case 'joinEvent': {
      const rsvp = newRsvp(subject, petition);
      return {typed: typedIn(petition, write, rsvp.fields), call: async (options) => adapter.joinEvent?.(rsvp, options)};
    }
    case 'proposeEvent': {
      const proposal = newProposal(petition);
      return {typed: [proposal.title, ...typedIn(petition, write, proposal.fields)], call: async (options) => adapter.proposeEvent?.(proposal, options)};
    }
  }
  throw sentence(`The adapter does not announce ${write}.`);
};

/** A capability as a call that may be made; a write is somebody new's, and the same however often it is called. */
export const callOf = async (subject: Subject, capability: Capability): Promise<Call> => {
  const {adapter} = subject;
  switch (capability) {
    case 'getPetition': return {typed: [], call: async (options) => adapter.getPetition?.({}, options)};
    case 'getTally': return {typed: [], call: async (options) => adapter.getTally?.(options)};
    case 'getChallenge': return {typed: [], call: async (options) => adapter.getChallenge?.(options)};
    case 'listEvents': return {typed: [], call: async (options) => adapter.listEvents?.({}, options)};
    case 'getEvent': return {typed: [], call: async (options) => adapter.getEvent?.(NO_EVENT, options)};
    default: return writeOf(subject, capability);
  }
};
