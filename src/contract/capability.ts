import * as z from 'zod/mini';

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
