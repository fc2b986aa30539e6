import * as z from 'zod/mini';
import type {AdapterFactory, BackendAdapter, CallOptions} from '../contract/adapter.js';
import {BackendError, type BackendErrorCode} from '../contract/error.js';
import type {EventPage} from '../contract/event.js';
import {parse} from '../contract/parse.js';
import {Petition} from '../contract/petition.js';
import {getJson} from './http.js';
import {clockFrom, signatureBook} from './memory-book.js';
import type {EventDocument} from './memory-events.js';
import type {gatheringBook} from './memory-gatherings.js';
import {adapterSettings, wholeNumber} from './settings.js';

const NAME = 'memory';

/** A petition as one writes it: what has a default may be left out. */
export type PetitionDocument = z.input<typeof Petition>;

/** What a back end in the page may be told. */
export interface MemoryOptions {
  /** The petition, or one for each language, the petition's own first. */
  readonly petition: PetitionDocument | Readonly<Record<string, PetitionDocument>>;
  /** Signatures there were before; 0 when absent. */
  readonly count?: number;
  /** The tally's goal. Absent: the petition's. */
  readonly goal?: number;
  /** Events to list and to join; others can be proposed, and wait for a review that never comes. Absent: this back end knows no events. */
  readonly events?: readonly EventDocument[];
  /** How long each answer takes, in milliseconds; 0 when absent. */
  readonly latency?: number;
  /** The time, in milliseconds since 1970. Absent: the clock's. */
  readonly now?: () => number;
}

const givenUp = () => new BackendError('aborted', 'The call to the memory of the page was given up.');

const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> => new Promise((resolve, reject) => {
  const giveUp = () => {
    clearTimeout(timer);
    reject(givenUp());
  };
  const timer = setTimeout(() => {
    signal?.removeEventListener('abort', giveUp);
    resolve();
  }, milliseconds);
  if (signal?.aborted) giveUp();
  else signal?.addEventListener('abort', giveUp, {once: true});
});

type Petitions = readonly [own: Petition, ...others: Petition[]];

/** What is in memory before anybody does anything. */
interface Content {
  readonly petitions: Petitions;
  readonly events: readonly EventDocument[];
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The petition in each language that the document has it in. */
const petitionsIn = (document: unknown, what: string, code: BackendErrorCode): Petitions => {
  // A petition has an `id`, and `id` is also a language, Indonesian; no language is called `language` or `title`.
  const documents: unknown[] = !isObject(document) || 'language' in document || 'title' in document ? [document] : Object.values(document);
  const [own, ...others] = documents.map((each) => parse(Petition, each, what, code));
  if (!own) throw new BackendError(code, `${what} has no language.`);
  return [own, ...others];
};

/** The petition in a language, else in a wider one (`pt` for `pt-BR`), else in its own. */
const inLanguage = (petitions: Petitions, wanted = ''): Petition => {
  for (let tag = wanted.toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    const found = petitions.find(({language}) => language.toLowerCase() === tag);
    if (found) return found;
  }
  return petitions[0];
};

/** @param gathers Whether there are events. */
const keep = (load: () => Promise<Content>, gathers: boolean, {count = 0, goal, latency = 0, now = Date.now}: Omit<MemoryOptions, 'petition' | 'events'>): BackendAdapter => {
  const clock = clockFrom(now);
  const book = signatureBook(clock, now);
  let gathering: ReturnType<typeof gatheringBook> | undefined;
  const gatherings = async () => {
    const {gatheringBook: make} = await import('./memory-gatherings.js');
    return (gathering ??= make(clock));
  };
  const answer = async <T>(options: CallOptions | undefined, make: (content: Content) => T): Promise<T> => {
    await pause(latency, options?.signal);
    const content = await load();
    // Loading is everybody's: one caller who gives up does not end it, and does not sign after it either.
    if (options?.signal?.aborted) throw givenUp();
    return make(content);
  };

  return {
    name: NAME,
    repeatable: gathers ? ['sign', 'joinEvent', 'proposeEvent'] : ['sign'],
    getPetition: ({language}, options) => answer(options, ({petitions}) => ({...inLanguage(petitions, language), languages: petitions.map((petition) => petition.language)})),
    getTally: (options) => answer(options, ({petitions: [own]}) => {
      const hopedFor = goal ?? own.goal;
      return {count: count + book.count, ...(hopedFor !== undefined && {goal: hopedFor}), asOf: clock()};
    }),
    sign: (signature, options) => answer(options, ({petitions}) => book.sign(signature, inLanguage(petitions, signature.language), petitions.flatMap(({consents}) => consents))),
    ...(gathers && {
      listEvents: async (query, options) => {
        const [{eventsIn}, {pageOf}] = await Promise.all([import('./memory-events.js'), import('./event-pages.js')]);
        return answer(options, ({events}) => pageOf(eventsIn(events), query, now()));
      },
      getEvent: async (id, options) => {
        const {eventWith} = await import('./memory-events.js');
        return answer(options, ({events}) => eventWith(events, id));
      },
      joinEvent: async (rsvp, options) => {
        const book = await gatherings();
        return answer(options, ({petitions, events}) => book.join(rsvp, inLanguage(petitions, rsvp.language), events));
      },
      proposeEvent: async (proposal, options) => {
        const book = await gatherings();
        return answer(options, ({petitions}) => book.propose(proposal, inLanguage(petitions, proposal.language)));
      },
    }),
  };
};

/**
 * A back end in the page itself, for tests and for a demo without a server. Signatures live in this page's memory and nowhere else:
 * they are gone when it is left or loaded again, and no one receives them.
 *
 * @throws {BackendError} `configuration` where the petition is not as the contract has it; a wrong event is told when events are asked for.
 * @example petitionElement.adapter = memoryAdapter({petition: {id: 'trial', title: 'A trial', language: 'en', test: true}, count: 1234});
 */
export const memoryAdapter = ({petition, events, ...options}: MemoryOptions): BackendAdapter => {
  const content = {petitions: petitionsIn(petition, 'The petition in memory', 'configuration'), events: events ?? []};
  return keep(() => Promise.resolve(content), events !== undefined, options);
};

/**
 * With `adapter="memory"`: `setting-count`, signatures there were before; `setting-events`, the address of the events, beside that of the petition;
 * `setting-latency`, milliseconds that each answer takes.
 */
export const settings = adapterSettings({count: z.optional(wholeNumber), events: z.optional(z.string()), latency: z.optional(wholeNumber)});

/**
 * With `adapter="memory"`, `src` is the address of the petition's document, or of one that holds it in several languages, by their tags and its own first.
 * It is fetched once, with the events; all else stays in the page's memory.
 */
export const create: AdapterFactory = (src, given) => {
  const {count = 0, events, latency = 0} = parse(settings, given, 'What the page tells the memory adapter', 'configuration');
  const load = async (): Promise<Content> => {
    const [document, list] = await Promise.all([getJson<unknown>(src), events === undefined ? [] : getJson<readonly EventDocument[] | EventPage>(new URL(events, src))]);
    // As an array, or as the page that a folder has; what is in it is looked at when events are asked for.
    return {petitions: petitionsIn(document, src.origin + src.pathname, 'invalid-response'), events: isObject(list) && 'events' in list ? list.events : list};
  };
  let loaded: Promise<Content> | undefined;
  return keep(() => {
    // A failure is not kept: the next call tries again.
    loaded ??= load().catch((thrown: unknown) => {
      loaded = undefined;
      throw thrown;
    });
    return loaded;
  }, events !== undefined, {count: Number(count), latency: Number(latency)});
};
