import {can, type BackendAdapter} from '../contract/adapter.js';
import type {Capability} from '../contract/capability.js';
import {EventPage, type PetitionEvent} from '../contract/event.js';
import {parse} from '../contract/parse.js';
import {Petition} from '../contract/petition.js';
import type {Challenge, Signature, Solution} from '../contract/signature.js';
import {callOf} from './calls.js';
import {READS, WRITES, writeExcuse, type Check, type Making, type Subject} from './check.js';
import {adapterChecks} from './checks/adapter.js';
import {eachChecks} from './checks/each.js';
import {eventChecks} from './checks/events.js';
import {gatheringChecks} from './checks/gathering.js';
import {makingChecks} from './checks/making.js';
import {networkChecks} from './checks/network.js';
import {petitionChecks} from './checks/petition.js';
import {privacyChecks} from './checks/privacy.js';
import {refusingChecks} from './checks/refusing.js';
import {sealingChecks} from './checks/sealing.js';
import {signingChecks} from './checks/signing.js';
import {tallyChecks} from './checks/tally.js';
import {examplePerson} from './example.js';
import {sentence, told} from './expect.js';
import {harmless} from './guard.js';
import {answered, dropped} from './network.js';

/** What the suite is told. */
export interface ConformanceOptions {
  /** The adapter, fresh or shared, bound to a petition. Asked once for each check, and once before. */
  readonly adapter: () => BackendAdapter | Promise<BackendAdapter>;
  /** How pages make the adapter: its module, with the address and the settings of `adapter`. Absent: what it says of wrong ones is excused. */
  readonly made?: Making;
  /** The petition, for an adapter that cannot get it. Its `test` decides as everywhere; where the adapter can get it, the document that it gets decides. */
  readonly petition?: unknown;
  /** Answers and consents of somebody new, each time. Absent: made from what the petition asks. */
  readonly signature?: (petition: Petition) => Pick<Signature, 'fields' | 'consents'>;
  /** Solves a challenge, for a petition that asks for one. Absent: its signing checks are excused. */
  readonly solve?: (challenge: Challenge) => Promise<Solution>;
  /** Checks that this adapter is known not to pass, each with the reason. A name that no check has is an error, and so is a reason that says nothing. */
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

/** Every promise that is checked. */
export const ALL: readonly Check[] = [
  ...adapterChecks, ...makingChecks, ...petitionChecks, ...tallyChecks, ...eventChecks, ...signingChecks, ...refusingChecks, ...sealingChecks, ...gatheringChecks,
  ...eachChecks([...READS, ...WRITES]), ...networkChecks, ...privacyChecks,
];

/** The petition, if it can be had: that it cannot is told by the checks that read it. One that is given does not stand in for one that the adapter has, and which may be real. */
const petitionOf = async (adapter: BackendAdapter, given: unknown): Promise<Petition | undefined> => {
  const stated = given === undefined ? undefined : parse(Petition, given, 'The petition that the suite was given', 'configuration');
  if (!can(adapter, 'getPetition')) return stated;
  try {
    return parse(Petition, await adapter.getPetition({}), 'The petition');
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

/**
 * The capabilities that ask by `fetch()`: each is called once with a network that is down. A write that goes another way arrives, and so is called only
 * where it may.
 */
const askingOf = async (subject: Subject): Promise<ReadonlySet<Capability>> => {
  const may = [...READS.filter((read) => can(subject.adapter, read)), ...WRITES.filter((write) => writeExcuse(subject, write) === undefined)];
  const asking = new Set<Capability>();
  for (const capability of may) {
    const asks = await callOf(subject, capability)
      .then(({call}) => answered(dropped, {patience: subject.patience, what: capability}, () => call()))
      // The checks will tell what is wrong with it.
      .then(({asked}) => asked.length > 0, () => true);
    if (asks) asking.add(capability);
  }
  return asking;
};

/**
 * Every promise of the contract as a check of one adapter. The adapter is asked for its petition and its events first, and then for all that it can do
 * with a network that is down, to see which checks apply: those of what it does not announce are excused, and **those that write are excused unless the
 * petition says `"test": true`**, without which no method that writes is called at all. Some checks answer `fetch` and hurry timers while they last, so run
 * one after the other. Each check takes as long as the back end does; that of the tally up to three times `patience`.
 *
 * @example
 * // mocha, vitest (top-level await)
 * for (const {name, excused, run} of await conformanceChecks({adapter: () => create(new URL(src), {})})) {
 *   (excused === undefined ? it : it.skip)(excused === undefined ? name : `${name} (excused: ${excused})`, run);
 * }
 * @example
 * // node:test
 * for (const {name, excused, run} of await conformanceChecks({adapter})) test(name, {skip: excused}, run);
 * @throws {Error} where `excuse` names a check that there is not, or gives no reason.
 */
export const conformanceChecks = async (options: ConformanceOptions): Promise<ConformanceCheck[]> => {
  const {excuse = {}, patience = 10_000, signature: person = examplePerson, solve} = options;
  const stale = Object.keys(excuse).find((name) => !ALL.some((check) => check.name === name));
  if (stale !== undefined) throw sentence(`"excuse" names "${stale}", which is no check of this suite. Its checks are: ${ALL.map(({name}) => `"${name}"`).join(', ')}.`);
  const blank = Object.keys(excuse).find((name) => !excuse[name]?.trim());
  if (blank !== undefined) throw sentence(`"excuse" names "${blank}" without a reason: say why this adapter cannot pass it.`);

  const first = await options.adapter();
  const petition = await petitionOf(first, options.petition);
  const known = {petition, events: await eventsOf(first), patience, person, solve, making: options.made};
  const about = (adapter: BackendAdapter, asking: ReadonlySet<Capability>): Subject => ({...known, asking, adapter: harmless(adapter, petition)});
  const asking = await askingOf(about(first, new Set()));

  return ALL.map((check) => {
    const {name} = check;
    const excused = excuse[name] ?? check.excuse(about(first, asking));
    if (excused !== undefined) return {name, excused, run: () => Promise.resolve()};
    const run = async () => check.run(about(await options.adapter(), asking));
    return {name, run: () => run().catch((thrown: unknown) => { throw told(thrown); })};
  });
};
