import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import type {Tally} from '../../contract/tally.js';
import {InView} from '../../controllers/in-view.js';
import {Observe} from '../../controllers/observe.js';
import {report} from '../../controllers/report.js';
import {tokens} from '../../styles/tokens.js';
import {PetitionElement} from '../petition-element.js';
import {counterContent} from './counter-content.js';
import {CounterView} from './counter-view.js';
import {styles} from './counter.styles.js';

/**
 * How many people have signed: a number one can read from across a room, with the goal and the way there, or one number inside
 * a sentence. Kept up to date while somebody looks.
 *
 * @tag sphere-counter
 * @slot - The last number you know of. It stays until a newer one arrives, and where scripts do not run.
 * @csspart count - The number.
 * @csspart label - The word beside the number.
 * @csspart progress - The bar.
 * @csspart goal - The line below the bar.
 * @cssprop --sphere-accent - The colour of the number and of the bar.
 * @cssstate waiting - No number has arrived yet.
 * @cssstate failed - None can be had.
 * @cssstate below - The number is smaller than `min-count`.
 */
export class SphereCounter extends PetitionElement {
  static override readonly tag: string = 'sphere-counter';
  static override styles = [tokens, styles];
  static override properties: PropertyDeclarations = {
    appearance: {reflect: true, useDefault: true},
    minCount: {type: Number, attribute: 'min-count'},
  };

  /** A bar with its goal, or the bare number, to stand in a sentence. */
  declare appearance: 'bar' | 'inline';

  /** A number smaller than this is not shown. One that is no number hides none. */
  declare minCount: number;

  readonly #internals = this.attachInternals();
  readonly #view = new CounterView();
  readonly #inView = new InView(this);
  readonly #tally = new Observe(this, () => this.store?.tally.state, () => this.#inView.value);
  readonly #closed = new Observe(this, () => this.store?.closed);

  constructor() {
    super();
    this.appearance = 'bar';
    this.minCount = 0;
  }

  protected override update(changed: PropertyValues<this>): void {
    super.update(changed);
    const state = this.#tally.value;
    const isShown = ({count}: Tally) => !(count < this.minCount);
    this.#view.show(this.appearance, counterContent({
      locale: this.locale,
      state,
      closed: this.#closed.value ?? false,
      hasFallback: this.textContent.trim() !== '',
      isShown,
    }));
    this.#mark('waiting', !state || state.status === 'waiting');
    this.#mark('failed', state?.status === 'failed');
    this.#mark('below', state?.status === 'known' && !isShown(state.tally));
    if (state?.status === 'failed') report(this, state.error);
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.renderRoot.append(this.#view.root);
  }

  #mark(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-counter': SphereCounter;
  }
}
