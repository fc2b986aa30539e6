import {can, type BackendAdapter, type CallOptions} from '../contract/adapter.js';
import type {Capability} from '../contract/capability.js';
import {DEFAULT_EVENT_QUESTIONS, type Petition, type Questions} from '../contract/petition.js';
import type {EventProposal, Rsvp} from '../contract/event.js';
import type {SealedSignature} from '../contract/signature.js';
import {lacking, writingExcuse, type Able, type Subject} from './check.js';
import {examplePerson, newKey, newSignature} from './example.js';
import {sentence} from './expect.js';

/** A capability as a call. */
export interface Call {
  readonly name: Capability;
  readonly call: (options?: CallOptions) => Promise<unknown>;
}

/** A call that writes, and what a person typed for it. */
export interface Write extends Call {
  readonly typed: readonly string[];
}

/** A subject whose petition takes sealed signatures. */
export interface Sealable extends Able<'signSealed'> {
  readonly petition: Petition;
}

/** Every read that an adapter announces. */
export const readsOf = (adapter: BackendAdapter): readonly Call[] => [
  ...(can(adapter, 'getPetition') ? [{name: 'getPetition', call: (options?: CallOptions) => adapter.getPetition({}, options)} as const] : []),
  ...(can(adapter, 'getTally') ? [{name: 'getTally', call: (options?: CallOptions) => adapter.getTally(options)} as const] : []),
  ...(can(adapter, 'getChallenge') ? [{name: 'getChallenge', call: (options?: CallOptions) => adapter.getChallenge(options)} as const] : []),
  ...(can(adapter, 'listEvents') ? [{name: 'listEvents', call: (options?: CallOptions) => adapter.listEvents({}, options)} as const] : []),
  ...(can(adapter, 'getEvent') ? [{name: 'getEvent', call: (options?: CallOptions) => adapter.getEvent('there-is-no-such-event', options)} as const] : []),
];

/** Who comes, or invites: somebody new, who answers what is asked. */
const someone = ({language}: Petition, questions: Questions = DEFAULT_EVENT_QUESTIONS) => ({idempotencyKey: newKey(), ...examplePerson(questions), language});

const joinable = ({events}: Subject) => events.find((event) => event.joinable)?.id;

export const newRsvp = (subject: Subject, petition: Petition): Rsvp => ({...someone(petition, petition.rsvp), eventId: joinable(subject) ?? ''});

const DAY = 86_400_000;

export const newProposal = (petition: Petition): EventProposal => ({
  ...someone(petition, petition.proposal), title: 'Conformance', startsAt: new Date(Date.now() + DAY).toISOString(), timeZone: 'Europe/Paris', attendance: 'online',
});

/** Envelopes with nothing in them: only who holds the private key could tell. */
export const newSealed = async ({adapter, petition, solve}: Sealable): Promise<SealedSignature> => ({
  idempotencyKey: newKey(),
  envelopes: (petition.recipients ?? []).map(({keyId, suite}) => ({version: 1, keyId, suite, encapsulatedKey: newKey().padEnd(43, 'A'), ciphertext: newKey().repeat(8)})),
  language: petition.language,
  ...(petition.challenge === true && solve && can(adapter, 'getChallenge') && {solution: await solve(await adapter.getChallenge())}),
});

const isSealed = ({petition}: Subject) => (petition?.recipients ?? []).length > 0;

/** What may be written to the subject's petition. */
const writable = (subject: Subject): readonly Capability[] => (['sign', 'signSealed', 'joinEvent', 'proposeEvent'] as const).filter((capability) =>
  lacking(subject, capability) === undefined
  && (capability !== 'sign' || !isSealed(subject)) && (capability !== 'signSealed' || isSealed(subject)) && (capability !== 'joinEvent' || joinable(subject) !== undefined));

/** Why nothing can be written, if so. */
export const noWrites = (subject: Subject): string | undefined => (writable(subject).length === 0 ? 'announces nothing that can be written here' : writingExcuse(subject));

/** What a person types, as far as it is that person's alone. */
const typedIn = ({fields}: Questions, answers: Readonly<Record<string, string>>): readonly string[] =>
  fields.flatMap(({name, type}) => ((type === 'text' || type === 'email') && (answers[name] ?? '').length > 3 ? [answers[name] ?? ''] : []));

/** Every write that may be made, by somebody new. */
export const writesOf = async (subject: Subject): Promise<readonly Write[]> => {
  const {adapter, petition} = subject;
  if (!petition) throw sentence('A write needs a petition that is there for tests.');
  const may = writable(subject);
  const writes: Write[] = [];
  if (may.includes('sign') && can(adapter, 'sign')) {
    const signature = await newSignature({...subject, adapter, petition});
    writes.push({name: 'sign', typed: typedIn(petition, signature.fields), call: (options) => adapter.sign(signature, options)});
  }
  if (may.includes('signSealed') && can(adapter, 'signSealed')) {
    const sealed = await newSealed({...subject, adapter, petition});
    writes.push({name: 'signSealed', typed: [], call: (options) => adapter.signSealed(sealed, options)});
  }
  if (may.includes('joinEvent') && can(adapter, 'joinEvent')) {
    const rsvp = newRsvp(subject, petition);
    writes.push({name: 'joinEvent', typed: typedIn(petition.rsvp ?? DEFAULT_EVENT_QUESTIONS, rsvp.fields), call: (options) => adapter.joinEvent(rsvp, options)});
  }
  if (may.includes('proposeEvent') && can(adapter, 'proposeEvent')) {
    const proposal = newProposal(petition);
    writes.push({name: 'proposeEvent', typed: typedIn(petition.proposal ?? DEFAULT_EVENT_QUESTIONS, proposal.fields), call: (options) => adapter.proposeEvent(proposal, options)});
  }
  return writes;
};
