import * as z from 'zod/mini';
import type {BackendAdapter} from './adapter.js';

/** What a back end may be able to do: the methods of a `BackendAdapter`. */
export const Capability = z.enum([
  'getPetition',
  'getTally',
  'getChallenge',
  'sign',
  'signSealed',
  'listEvents',
  'getEvent',
  'joinEvent',
  'proposeEvent',
]);
export type Capability = z.infer<typeof Capability>;

/** Whether whoever does this is put on a mailing list, whatever they ticked. */
export const subscribesBy = ({subscribes = false}: BackendAdapter, capability: Capability): boolean => (typeof subscribes === 'object' ? subscribes.includes(capability) : subscribes);
