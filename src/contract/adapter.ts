import type {Capability} from './capability.js';
import type {EventPage, EventProposal, EventQuery, PetitionEvent, ProposalReceipt, Rsvp, RsvpReceipt} from './event.js';
import type {Petition, PetitionQuery} from './petition.js';
import type {Challenge, Receipt, SealedSignature, Signature} from './signature.js';
import type {Tally} from './tally.js';

/** What every call takes beside its subject. */
export interface CallOptions {
  /** Gives the call up. The promise then rejects with the code `aborted`. */
  readonly signal?: AbortSignal;
}

/**
 * How to reach the place where a petition is kept. Every method is a capability, announced by being present: callers test
 * with {@link can}, and nobody calls to find out. A method that is present keeps its promise or rejects with a
 * `BackendError` and nothing else.
 *
 * An adapter need not check what its back end returns: whatever it resolves to is parsed by the library, and a wrong shape
 * becomes a `BackendError` that names the member.
 *
 * @example
 * const adapter: BackendAdapter = {
 *   name: 'our-crm',
 *   getTally: async (options) => ({count: await countSupporters(options?.signal), asOf: new Date().toISOString()}),
 * };
 */
export interface BackendAdapter {
  /** As given to `defineAdapter`; messages to developers use it. */
  readonly name: string;
  /** Where a person can do by hand what this adapter cannot. */
  readonly links?: Partial<Record<'petition' | 'sign' | 'events' | 'proposeEvent', string>>;
  /** Writes that may be repeated with one idempotency key. Absent: none, and the form never retries by itself. */
  readonly repeatable?: readonly Capability[];
  /** The platform puts everybody who writes to it on a mailing list, whatever they ticked; or those who do one of these. */
  readonly subscribes?: boolean | readonly Capability[];
  getPetition?(query: PetitionQuery, options?: CallOptions): Promise<Petition>;
  getTally?(options?: CallOptions): Promise<Tally>;
  getChallenge?(options?: CallOptions): Promise<Challenge>;
  sign?(signature: Signature, options?: CallOptions): Promise<Receipt>;
  signSealed?(sealed: SealedSignature, options?: CallOptions): Promise<Receipt>;
  listEvents?(query: EventQuery, options?: CallOptions): Promise<EventPage>;
  getEvent?(id: string, options?: CallOptions): Promise<PetitionEvent>;
  joinEvent?(rsvp: Rsvp, options?: CallOptions): Promise<RsvpReceipt>;
  proposeEvent?(proposal: EventProposal, options?: CallOptions): Promise<ProposalReceipt>;
}

/** An adapter that surely has the capability `C`. */
export type Capable<C extends Capability> = BackendAdapter & Required<Pick<BackendAdapter, C>>;

/**
 * Whether the adapter has a capability; where it has, its type says so from there on.
 *
 * @example if (can(adapter, 'sign')) await adapter.sign(signature);
 */
export const can = <C extends Capability>(adapter: BackendAdapter, capability: C): adapter is Capable<C> =>
  typeof adapter[capability] === 'function';

/** What a page or a `connect` tells an adapter beside the address: `setting-*` attributes without their prefix, or `settings` members. */
export type AdapterSettings = Readonly<Record<string, string | number | boolean>>;

/** Makes the adapter for one petition. It does nothing else: no request is sent before a capability is called. */
export type AdapterFactory = (src: URL, settings: AdapterSettings) => BackendAdapter;
