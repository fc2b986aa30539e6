import type {ReactiveElement} from '@lit/reactive-element';
import type {TemplateResult, nothing} from 'lit/html.js';
import type {PetitionEvent} from '../../contract/event.js';
import {Observe} from '../../controllers/observe.js';
import {report} from '../../controllers/report.js';
import type {EventList, EventsState} from '../../stores/event-list.js';
import {renderSection, type SectionView} from './section-view.js';

/** Events that are shown at first, and with each press of the button. */
const STEP = 20;

/** The events to come, or those that are over, as far as they are shown. */
export class EventSection {
  readonly #host: ReactiveElement;
  readonly #find: () => EventList | undefined;
  readonly #observed: Observe<EventsState>;
  #shown = STEP;
  /** The first of the events that the reader asked for by the button. */
  #next: number | undefined;

  /** @param find Its list; `undefined` as long as nobody wants to see it. */
  constructor(host: ReactiveElement, find: () => EventList | undefined) {
    this.#host = host;
    this.#find = find;
    this.#observed = new Observe(host, () => find()?.state);
  }

  /** What is known of its list. */
  get state(): EventsState {
    return this.#observed.value ?? {status: 'waiting'};
  }

  /** How many of those that are wanted are to be seen. */
  count(isWanted: (event: PetitionEvent) => boolean): number {
    const {state} = this;
    return state.status === 'known' ? Math.min(this.#shown, state.events.filter(isWanted).length) : 0;
  }

  /** To be called before each rendering: sees to it that there is enough to show. */
  fill(matches: (event: PetitionEvent) => boolean): void {
    this.#find()?.fill(this.#shown, matches);
  }

  /** Begins again at the first, as when other events are wanted. */
  restart(): void {
    this.#shown = STEP;
  }

  readonly retry = () => { this.#find()?.retry(); };

  render(view: Omit<SectionView, 'shown' | 'more' | 'retry'>): TemplateResult | typeof nothing {
    return renderSection(this.state, {...view, shown: this.#shown, more: this.#more, retry: this.retry});
  }

  /** To be called after each rendering: tells the developer what is wrong, and leads the reader on. */
  rendered(root: Element | null): void {
    const {state} = this;
    if (state.status === 'failed') report(this.#host, state.error);
    if (state.status === 'known') for (const complaint of [...state.complaints, ...(state.error ? [state.error] : [])]) report(this.#host, complaint);
    if (this.#next === undefined) return;
    const name = root?.querySelectorAll<HTMLElement>('.name')[this.#next];
    if (!name && state.status === 'known' && state.fetching) return;
    this.#next = undefined;
    if (!name) return;
    name.tabIndex = -1;
    name.focus();
  }

  readonly #more = () => {
    this.#next = this.#shown;
    this.#shown += STEP;
    this.#host.requestUpdate();
  };
}
