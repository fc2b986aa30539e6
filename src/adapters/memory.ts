import * as z from 'zod/mini';
import type {AdapterFactory, BackendAdapter, CallOptions} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {parse} from '../contract/parse.js';
import {Petition} from '../contract/petition.js';
import {getJson} from './http.js';
import {clockFrom, signatureBook} from './memory-book.js';
import type {EventDocument} from './memory-events.js';
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
  /** Events to list. Absent: this back end lists none. */
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

/** The petition in a language, else in a wider one (`pt` for `pt-BR`), else in its own. */
const inLanguage = (petitions: Petitions, wanted = ''): Petition => {
  for (let tag = wanted.toLowerCase(); tag !== ''; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    const found = petitions.find(({language}) => language.toLowerCase() === tag);
    if (found) return found;
  }
  return petitions[0];
};

const keep = (load: () => Promise<Petitions>, {count = 0, goal, events, latency = 0, now = Date.now}: Omit<MemoryOptions, 'petition'>): BackendAdapter => {
  const clock = clockFrom(now);
  const book = signatureBook(clock, now);
  const answer = async <T>(options: CallOptions | undefined, make: (petitions: Petitions) => T): Promise<T> => {
    await pause(latency, options?.signal);
    const petitions = await load();
    // Loading is everybody's: one caller who gives up does not end it, and does not sign after it either.
    if (options?.signal?.aborted) throw givenUp();
    return make(petitions);
  };

  return {
    name: NAME,
    repeatable: ['sign'],
    getPetition: ({language}, options) => answer(options, (petitions) => ({...inLanguage(petitions, language), languages: petitions.map((petition) => petition.language)})),
    getTally: (options) => answer(options, ([own]) => {
      const hopedFor = goal ?? own.goal;
      return {count: count + book.count, ...(hopedFor !== undefined && {goal: hopedFor}), asOf: clock()};
    }),
    sign: (signature, options) => answer(options, (petitions) => book.sign(signature, inLanguage(petitions, signature.language), petitions.flatMap(({consents}) => consents))),
    ...(events && {
      listEvents: async (query, options) => {
        const {eventsIn, pageOf} = await import('./memory-events.js');
        return answer(options, () => pageOf(eventsIn(events), query, now()));
      },
      getEvent: async (id, options) => {
        const {eventsIn} = await import('./memory-events.js');
        return answer(options, () => {
          const found = eventsIn(events).find((event) => event.id === id);
          if (found) return found;
          throw new BackendError('not-found', 'There is no such event.');
        });
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
export const memoryAdapter = ({petition, ...options}: MemoryOptions): BackendAdapter => {
  // A petition has an `id`, and `id` is also a language, Indonesian; no language is called `language`.
  const documents = 'language' in petition ? [petition] : Object.values(petition);
  const [own, ...others] = documents.map((document) => parse(Petition, document, 'The petition in memory', 'configuration'));
  if (!own) throw new BackendError('configuration', 'The petition in memory has no language.');
  return keep(() => Promise.resolve([own, ...others]), options);
};

/** With `adapter="memory"`: `setting-count`, signatures there were before; `setting-latency`, milliseconds that each answer takes. */
export const settings = adapterSettings({count: z.optional(wholeNumber), latency: z.optional(wholeNumber)});

/** With `adapter="memory"`, `src` is the address of the petition's document. It is fetched once; all else stays in the page's memory. */
export const create: AdapterFactory = (src, given) => {
  const {count = 0, latency = 0} = parse(settings, given, 'What the page tells the memory adapter', 'configuration');
  let loaded: Promise<Petitions> | undefined;
  const load = async (): Promise<Petitions> => [parse(Petition, await getJson<unknown>(src), src.origin + src.pathname)];
  return keep(() => {
    // A failure is not kept: the next call tries again.
    loaded ??= load().catch((thrown: unknown) => {
      loaded = undefined;
      throw thrown;
    });
    return loaded;
  }, {count: Number(count), latency: Number(latency)});
};
