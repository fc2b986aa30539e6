import {can, type BackendAdapter} from '../contract/adapter.js';
import {EventPage, type PetitionEvent} from '../contract/event.js';
import {parse} from '../contract/parse.js';
import {Petition} from '../contract/petition.js';
import type {Challenge, Signature, Solution} from '../contract/signature.js';
import type {Check, Subject} from './check.js';
import {adapterChecks} from './checks/adapter.js';
import {eventChecks} from './checks/events.js';
import {gatheringChecks} from './checks/gathering.js';
import {networkChecks} from './checks/network.js';
import {petitionChecks} from './checks/petition.js';
import {privacyChecks} from './checks/privacy.js';
import {refusingChecks} from './checks/refusing.js';
import {sealingChecks} from './checks/sealing.js';
import {signingChecks} from './checks/signing.js';
import {tallyChecks} from './checks/tally.js';
import {readsOf} from './calls.js';
import {examplePerson} from './example.js';
import {sentence} from './expect.js';
import {answered, dropped} from './network.js';

/** What the suite is told. */
export interface ConformanceOptions {
  /** The adapter, fresh or shared, bound to a petition. Asked once for each check, and once before. */
  readonly adapter: () => BackendAdapter | Promise<BackendAdapter>;
  /** The petition, for an adapter that cannot get it. Its `test` decides as everywhere. */
  readonly petition?: unknown;
  /** Answers and consents of somebody new, each time. Absent: made from what the petition asks. */
  readonly signature?: (petition: Petition) => Pick<Signature, 'fields' | 'consents'>;
  /** Solves a challenge, for a petition that asks for one. Absent: its signing checks are excused. */
  readonly solve?: (challenge: Challenge) => Promise<Solution>;
  /** Checks that this adapter is known not to pass, each with the reason. A name that no check has is an error. */
  readonly excuse?: Readonly<Record<string, string>>;
  /** How long the tally may take to follow a signature, in milliseconds; 10 000 when absent. */
  readonly patience?: number;
}

/** One promise of the contract, ready to be run by any test runner. */
export interface ConformanceCheck {
  /** Names the promise; unique. */
  readonly name: string;
  /** Why this check does not apply. Present: `run` does nothing, and the runner should show the check as skipped. */
  readonly excused?: string;
  /** Rejects with a sentence that says which promise is broken, and how. */
  readonly run: () => Promise<void>;
}

const ALL: readonly Check[] = [
  ...adapterChecks, ...petitionChecks, ...tallyChecks, ...eventChecks, ...signingChecks, ...refusingChecks, ...sealingChecks, ...gatheringChecks,
  ...networkChecks, ...privacyChecks,
];

/** The petition, if it can be had. That it cannot is told by the checks that read it. */
const petitionOf = async (adapter: BackendAdapter, given: unknown): Promise<Petition | undefined> => {
  if (given !== undefined) return parse(Petition, given, 'The petition that the suite was given', 'configuration');
  try {
    return can(adapter, 'getPetition') ? parse(Petition, await adapter.getPetition({}), 'The petition') : undefined;
  } catch {
    return undefined;
  }
};

/** The events that are listed, if they can be had; as with the petition. */
const eventsOf = async (adapter: BackendAdapter): Promise<readonly PetitionEvent[]> => {
  try {
    return can(adapter, 'listEvents') ? parse(EventPage, await adapter.listEvents({}), 'The page of events').events : [];
  } catch {
    return [];
  }
};

/** Whether reads ask by `fetch()`: asked with a network that is down, which nobody notices. */
const isFetching = async (adapter: BackendAdapter, patience: number): Promise<boolean | undefined> => {
  const outcomes = [];
  for (const {name, call} of readsOf(adapter)) outcomes.push(await answered(dropped, {patience, what: name}, () => call()).then(({unseen}) => !unseen, () => true));
  return outcomes.length === 0 ? undefined : outcomes.includes(true);
};

/**
 * Every promise of the contract as a check of one adapter. The adapter is asked for its petition and its events first, to see which
 * checks apply: those of what it does not announce are excused, and **those that write are excused unless the petition says
 * `"test": true`**. Some checks answer `fetch` and hurry timers while they last, so run one after the other. Each check takes as long as the back end does; that of the tally up to three times `patience`.
 *
 * @example
 * // mocha, vitest (top-level await)
 * for (const {name, excused, run} of await conformanceChecks({adapter: () => create(new URL(src), {})})) {
 *   (excused === undefined ? it : it.skip)(excused === undefined ? name : `${name} (excused: ${excused})`, run);
 * }
 * @example
 * // node:test
 * for (const {name, excused, run} of await conformanceChecks({adapter})) test(name, {skip: excused}, run);
 * @throws {Error} where `excuse` names a check that there is not.
 */
export const conformanceChecks = async (options: ConformanceOptions): Promise<ConformanceCheck[]> => {
  const {excuse = {}, patience = 10_000, signature: person = examplePerson, solve} = options;
  const stale = Object.keys(excuse).find((name) => !ALL.some((check) => check.name === name));
  if (stale !== undefined) throw sentence(`"excuse" names "${stale}", which is no check of this suite. Its checks are: ${ALL.map(({name}) => `"${name}"`).join(', ')}.`);

  const first = await options.adapter();
  const petition = await petitionOf(first, options.petition);
  const events = await eventsOf(first);
  const fetches = await isFetching(first, patience);
  const subject = (adapter: BackendAdapter): Subject => ({adapter, petition, events, fetches, patience, person, solve});

  return ALL.map((check) => {
    const {name} = check;
    const excused = excuse[name] ?? check.excuse(subject(first));
    if (excused !== undefined) return {name, excused, run: () => Promise.resolve()};
    return {name, run: async () => check.run(subject(await options.adapter()))};
  });
};
