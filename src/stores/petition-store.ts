import {can, type BackendAdapter} from '../contract/adapter.js';
import {BackendError} from '../contract/error.js';
import {openness} from '../contract/openness.js';
import type {Petition} from '../contract/petition.js';
import type {PetitionReading} from '../registry/read-petition.js';
import {Observable} from './observable.js';
import type {SigningState} from './signing-state.js';
import {TallyStore} from './tally-store.js';

/**
 * What a page knows of a petition in one language.
 *
 * `loading` is followed by `ready` or `failed`; `failed` by `loading`, when somebody asks again.
 */
export type PetitionState =
  | {readonly status: 'loading'}
  | {readonly status: 'ready'; readonly petition: Petition; readonly adapter: BackendAdapter; readonly flaws: readonly BackendError[]}
  | {readonly status: 'failed'; readonly error: BackendError};

/** All that the elements of a page share about one petition. */
export class PetitionStore {
  readonly tally: TallyStore;
  /** How far the reader's signature has come. A `Signer` moves it. */
  readonly signing = new Observable<SigningState>({status: 'idle'});
  /** Whether the petition is known to take no more signatures. */
  readonly closed = new Observable(false);
  /** What messages call the petition. */
  readonly src: string;
  readonly #open: () => Promise<BackendAdapter>;
  #home: Promise<BackendAdapter> | undefined;
  readonly #petitions = new Map<string, Observable<PetitionState>>();
  /** Those on their way: who leaves and comes back meanwhile starts no second request. */
  readonly #loading = new Set<Observable<PetitionState>>();
  /** Several adapters in one, once the petition's document has told what lives elsewhere. */
  #composed: BackendAdapter | undefined;

  /**
   * @param open Finds the adapter; asked again after a failure.
   * @param src What messages call the petition.
   */
  constructor(open: () => Promise<BackendAdapter>, src = '') {
    this.#open = open;
    this.src = src;
    this.tally = new TallyStore((silent) => this.adapterFor('getTally', silent), src);
  }

  /** The petition in a language, read when its first reader comes. */
  petition(language: string): Observable<PetitionState> {
    const known = this.#petitions.get(language);
    if (known) return known;
    const state = new Observable<PetitionState>({status: 'loading'}, () => {
      if (state.value.status === 'loading') void this.#load(language, state);
      return () => { /* What was read stays, for whoever comes next. */ };
    });
    this.#petitions.set(language, state);
    return state;
  }

  /** Reads a petition again that could not be read. */
  retry(language: string): void {
    const state = this.petition(language);
    if (state.value.status !== 'failed') return;
    state.value = {status: 'loading'};
    void this.#load(language, state);
  }

  async #load(language: string, state: Observable<PetitionState>): Promise<void> {
    if (this.#loading.has(state)) return;
    this.#loading.add(state);
    try {
      state.value = {status: 'ready', ...(await this.#read(language))};
    } catch (error) {
      state.value = {status: 'failed', error: BackendError.from(error, 'Reading the petition')};
    } finally {
      this.#loading.delete(state);
    }
  }

  /** One adapter for all that is asked of it; a failure is not kept. */
  #adapter(): Promise<BackendAdapter> {
    return (this.#home ??= this.#open().catch((error: unknown) => {
      this.#home = undefined;
      throw error;
    }));
  }

  async #read(language?: string): Promise<PetitionReading> {
    const [{readPetition}, home] = await Promise.all([import('../registry/read-petition.js'), this.#adapter()]);
    const {petition, adapter, flaws} = await readPetition(home, this.src, language === undefined ? {} : {language});
    this.#composed ??= adapter;
    this.closed.value = openness(petition, Date.now()) === 'closed';
    return {petition, adapter: this.#composed, flaws};
  }

  /**
   * The back end at the address itself where it can; else the one that the petition's document names.
   *
   * @param silent One that can, and that answered that there is nothing here.
   */
  async adapterFor(capability: 'getTally' | 'listEvents', silent?: BackendAdapter): Promise<BackendAdapter> {
    if (this.#composed) return this.#composed;
    const home = await this.#adapter();
    const tells = can(home, capability) && home !== silent;
    return tells || !can(home, 'getPetition') ? home : (await this.#read()).adapter;
  }
}
