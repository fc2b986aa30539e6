import {can, type AdapterSettings, type BackendAdapter, type Capable} from '../contract/adapter.js';
import type {Capability} from '../contract/capability.js';
import type {PetitionEvent} from '../contract/event.js';
import {openness} from '../contract/openness.js';
import type {Petition} from '../contract/petition.js';
import type {Challenge, Signature, Solution} from '../contract/signature.js';
import type {SettingsSchema} from '../registry/settings.js';
import {sentence} from './expect.js';

/** Capabilities that change nothing. */
export const READS = ['getPetition', 'getTally', 'getChallenge', 'listEvents', 'getEvent'] as const satisfies readonly Capability[];

/** Capabilities that leave something behind. */
export const WRITES = ['sign', 'signSealed', 'joinEvent', 'proposeEvent'] as const satisfies readonly Capability[];
export type Write = (typeof WRITES)[number];

/** How pages make the adapter. */
export interface Making {
  /** What `load` of `defineAdapter()` gives: the adapter's module itself. Without `settings` it takes none: the library refuses them all. */
  readonly module: {
    create(src: URL, settings: AdapterSettings): BackendAdapter | Promise<BackendAdapter>;
    readonly settings?: SettingsSchema;
  };
  readonly src: URL;
  readonly settings?: AdapterSettings;
}

/** What a check needs to know. */
export interface Subject {
  readonly adapter: BackendAdapter;
  /** Absent where it could not be had. */
  readonly petition: Petition | undefined;
  /** Those that were listed before; none where none could be had. */
  readonly events: readonly PetitionEvent[];
  /** The capabilities that ask by `fetch()`, which the suite can answer in the back end's place. */
  readonly asking: ReadonlySet<Capability>;
  /** Absent where the suite was not told. */
  readonly making: Making | undefined;
  /** How long a number may take to follow what was done, in milliseconds. */
  readonly patience: number;
  /** Answers and consents of somebody new. */
  person(petition: Petition): Pick<Signature, 'fields' | 'consents'>;
  /** Absent: a petition that asks for solved challenges cannot be signed. */
  solve?: ((challenge: Challenge) => Promise<Solution>) | undefined;
}

/** One promise of the contract, and how to see whether it is kept. */
export interface Check {
  readonly name: string;
  /** Why this adapter or petition cannot be asked, if so. */
  excuse(subject: Subject): string | undefined;
  /** Rejects with a sentence where the promise is broken. */
  run(subject: Subject): Promise<void>;
}

/** A subject that surely can do `C`. */
export interface Able<C extends Capability> extends Subject {
  readonly adapter: Capable<C>;
}

/** A subject that may be written to. */
export interface Signable extends Able<'sign'> {
  readonly petition: Petition;
}

/** Why a capability cannot be asked for, if so: an adapter speaks for its protocol, and the petition's `offers` for the back end behind it. */
export const lacking = ({adapter, petition}: Pick<Subject, 'adapter' | 'petition'>, capability: Capability): string | undefined =>
  !can(adapter, capability) ? `does not announce ${capability}`
  : petition?.connect?.[capability] ? `the petition sends ${capability} elsewhere`
  : petition?.offers?.includes(capability) === false ? `the petition does not offer ${capability}`
  : undefined;

/** A check for adapters that have a capability. */
export const checkOf = <C extends Capability>(
  capability: C,
  name: string,
  run: (subject: Able<C>) => Promise<void>,
  excuse: (subject: Subject) => string | undefined = () => undefined,
): Check => ({
  name,
  excuse: (subject) => lacking(subject, capability) ?? excuse(subject),
  run: async (subject) => {
    const {adapter} = subject;
    if (can(adapter, capability)) await run({...subject, adapter});
  },
});

/** Why nothing may be written to the subject's petition, if so. */
export const writingExcuse = ({adapter, petition, solve}: Subject): string | undefined =>
  petition === undefined && !can(adapter, 'getPetition') ? 'the adapter gets no petition and the suite was given none: "petition" takes one that is there for tests'
  : petition === undefined ? 'its petition could not be read, so it is not known to be there for tests'
  : petition.test !== true ? 'writes only where the petition says "test": true'
  : openness(petition, Date.now()) !== 'open' ? 'the petition takes no signatures now'
  : petition.challenge === true && !solve ? 'the petition asks for a solved challenge, and the suite was given no "solve"'
  : petition.challenge === true ? lacking({adapter, petition}, 'getChallenge')
  : undefined;

/** Why a write cannot be made, if so. */
export const writeExcuse = (subject: Subject, write: Write): string | undefined => {
  const sealed = (subject.petition?.recipients ?? []).length > 0;
  return lacking(subject, write) ?? writingExcuse(subject)
    ?? (write === 'sign' && sealed ? 'the petition takes sealed signatures only'
      : write === 'signSealed' && !sealed ? 'the petition names no recipients to seal for'
      : write === 'joinEvent' && !subject.events.some(({joinable}) => joinable) ? 'lists no event that can be joined'
      : undefined);
};

/** Why a write cannot be repeated, if so. */
export const repeatExcuse = ({repeatable}: BackendAdapter, write: Write): string | undefined => (repeatable?.includes(write) ? undefined : `does not promise that ${write} can be repeated`);

/** A check that signs. */
export const checkOfSigning = (
  name: string,
  run: (subject: Signable) => Promise<void>,
  excuse: (petition: Petition, adapter: BackendAdapter) => string | undefined = () => undefined,
): Check => ({
  name,
  excuse: (subject) => {
    const {adapter, petition} = subject;
    return writeExcuse(subject, 'sign') ?? (petition && excuse(petition, adapter));
  },
  run: async (subject) => {
    const {adapter, petition} = subject;
    if (!can(adapter, 'sign') || !petition) throw sentence(`"${name}" needs a petition that can be signed.`);
    await run({...subject, adapter, petition});
  },
});
