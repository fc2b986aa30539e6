import type {CSSResult, ReactiveElement} from '@lit/reactive-element';
import {nothing, type TemplateResult} from 'lit/html.js';
import {BackendError} from '../../contract/error.js';
import {Observe} from '../../controllers/observe.js';
import {report} from '../../controllers/report.js';
import type {Locale} from '../../localization/locale.js';
import type {PetitionState, PetitionStore} from '../../stores/petition-store.js';
import type {EventActions} from './event-view.js';
import type {Gatherings} from './gatherings.js';

const NO_ACTIONS: EventActions = {buttons: () => nothing, panel: () => nothing};

/** The list as it stands now. */
export interface Standing {
  readonly store: PetitionStore;
  readonly pageLanguage: string;
  readonly locale: Locale;
  /** Of headings inside the list. */
  readonly level: number;
}

/**
 * What can be done about the events of a list: fetched once that stands, with the petition's document, which says what its back end offers.
 * Nobody waits for either before there is something to read.
 */
export class Acting {
  readonly #host: ReactiveElement;
  readonly #standing: () => Standing | undefined;
  readonly #listStyles: readonly CSSResult[];
  readonly #petition: Observe<PetitionState>;
  #gatherings: Gatherings | undefined;
  #preparation: 'none' | 'begun' | 'failed' = 'none';

  /**
   * @param standing The list, once there are events to read.
   * @param listStyles What the list wears already.
   */
  constructor(host: ReactiveElement, standing: () => Standing | undefined, listStyles: readonly CSSResult[]) {
    this.#host = host;
    this.#standing = standing;
    this.#listStyles = listStyles;
    this.#petition = new Observe(host, () => {
      const list = this.#gatherings && standing();
      return list?.store.petition(list.pageLanguage);
    });
  }

  /** What can be done; `undefined` until that is known. */
  get actions(): EventActions | undefined {
    const list = this.#standing();
    const state = this.#petition.value;
    if (!this.#gatherings || !list) return this.#preparation === 'failed' ? NO_ACTIONS : undefined;
    if (state?.status === 'ready') this.#gatherings.know({...list, petition: state.petition, adapter: state.adapter});
    // Until the document is here in the language that the page has changed to, it is that of before.
    if (this.#gatherings.knows(list.store)) return this.#gatherings;
    return state?.status === 'failed' ? NO_ACTIONS : undefined;
  }

  /** The event about which somebody is typing. */
  get openEvent(): string | undefined {
    return this.#gatherings?.openEvent;
  }

  /** How to organise an event: a form, a link, or nothing. */
  organise(): TemplateResult | typeof nothing {
    return this.#gatherings?.organise() ?? nothing;
  }

  /** To be called before each rendering. */
  rendering(): void {
    this.#gatherings?.rendering();
  }

  /** To be called after each rendering. */
  rendered(): void {
    this.#gatherings?.rendered();
    const state = this.#petition.value;
    // A calendar has no petition, and who lists it misses none.
    if (state?.status === 'failed' && state.error.code !== 'unsupported') report(this.#host, state.error);
    if (this.#standing() && this.#preparation === 'none') void this.#prepare();
  }

  async #prepare(): Promise<void> {
    this.#preparation = 'begun';
    try {
      const {Gatherings: Late} = await import('./gatherings.js');
      this.#gatherings = new Late(this.#host, this.#listStyles);
    } catch (thrown) {
      // The list is there to be read all the same.
      this.#preparation = 'failed';
      report(this.#host, BackendError.from(thrown, 'Loading what joining an event needs'));
    }
    this.#host.requestUpdate();
  }
}
