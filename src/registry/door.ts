import * as z from 'zod/mini';
import {can, type BackendAdapter, type CallOptions, type Capable} from '../contract/adapter.js';
import type {Capability} from '../contract/capability.js';
import type {BackendError} from '../contract/error.js';
import {Petition, type PetitionQuery} from '../contract/petition.js';
import {guard, readTally} from './tally-door.js';

/** A petition's document, as far as it can be shown; what was left out is in `flaws`. */
export interface DocumentReading {
  readonly petition: Petition;
  readonly flaws?: readonly BackendError[];
}

const what = (adapter: BackendAdapter, capability: Capability, src: string) => `${adapter.name}.${capability}() for ${src}`;

/** The door for a petition's document. */
export const readDocument = (adapter: Capable<'getPetition'>, src: string, query: PetitionQuery, options?: CallOptions): Promise<DocumentReading> => {
  const name = what(adapter, 'getPetition', src);
  return guard(name, async () => {
    const value: unknown = await adapter.getPetition(query, options);
    const result = z.safeParse(Petition, value);
    // Fetched with the first wrong answer: most pages never meet one.
    return result.success ? {petition: result.data} : (await import('./rare.js')).salvage(result.error, value, name);
  });
};

const signing = () => import('./signing-schemas.js');
const events = () => import('./event-schemas.js');

/**
 * Stands between an adapter and everybody else: what the adapter returns is parsed here, once, and what it throws leaves as
 * a `BackendError`. The schemas of signing and of events are fetched with the first answer that needs them.
 */
export const checked = (adapter: BackendAdapter, src: string): BackendAdapter => {
  const parsed = <S extends z.core.$ZodType, A extends unknown[]>(capability: Capability, call: (...parameters: A) => Promise<unknown>, fetchSchema: () => Promise<S>) =>
    (...parameters: A) => guard(what(adapter, capability, src), async () => {
      const [schema, value] = await Promise.all([fetchSchema(), call(...parameters)]);
      const result = z.safeParse(schema, value);
      if (result.success) return result.data;
      throw (await import('./rare.js')).shapeError(result.error, value, what(adapter, capability, src));
    });

  const {name, links, repeatable, subscribes} = adapter;
  return {
    name,
    ...(links && {links}),
    ...(repeatable && {repeatable}),
    ...(subscribes !== undefined && {subscribes}),
    ...(can(adapter, 'getTally') && {getTally: (options) => readTally(adapter, src, options)}),
    ...(can(adapter, 'getPetition') && {getPetition: async (query, options) => (await readDocument(adapter, src, query, options)).petition}),
    ...(can(adapter, 'getChallenge') && {getChallenge: parsed('getChallenge', adapter.getChallenge.bind(adapter), async () => (await signing()).Challenge)}),
    ...(can(adapter, 'sign') && {sign: parsed('sign', adapter.sign.bind(adapter), async () => (await signing()).Receipt)}),
    ...(can(adapter, 'signSealed') && {signSealed: parsed('signSealed', adapter.signSealed.bind(adapter), async () => (await signing()).Receipt)}),
    ...(can(adapter, 'listEvents') && {listEvents: (query, options) => guard(what(adapter, 'listEvents', src), async () => (await import('./event-door.js')).readEvents(adapter, src, query, options))}),
    ...(can(adapter, 'getEvent') && {getEvent: parsed('getEvent', adapter.getEvent.bind(adapter), async () => (await events()).PetitionEvent)}),
    ...(can(adapter, 'joinEvent') && {joinEvent: parsed('joinEvent', adapter.joinEvent.bind(adapter), async () => (await events()).RsvpReceipt)}),
    ...(can(adapter, 'proposeEvent') && {proposeEvent: parsed('proposeEvent', adapter.proposeEvent.bind(adapter), async () => (await events()).ProposalReceipt)}),
  };
};
