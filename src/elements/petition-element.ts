import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import type {AdapterSettings, BackendAdapter} from '../contract/adapter.js';
import {InheritPetition} from '../controllers/petition-context.js';
import {SphereElement} from '../localization/sphere-element.js';
import type {PetitionStore} from '../stores/petition-store.js';
import {petitionStore} from '../stores/shared.js';

const PARENT = 'sphere-petition';
const SETTING = 'setting-';

/**
 * An element that shows or does something with one petition: what they all accept, and how they find its store.
 *
 * @attr {string} setting-* - One of the adapter's settings, by its name after `setting-`.
 */
export abstract class PetitionElement extends SphereElement {
  static override properties: PropertyDeclarations = {src: {}, adapter: {}};

  /** The petition's address, as `src` is of an image: the page a person could open. Absent: that of the `<sphere-petition>` around it. */
  declare src?: string;

  /**
   * How to reach the petition: an adapter's name, or, as a property, the adapter itself. Absent: the address says which.
   * Attributes that start with `setting-` are its settings.
   */
  declare adapter?: string | BackendAdapter;

  /** What the elements of this petition share. Known from the first update on, except inside a parent that is not ready yet. */
  protected store: PetitionStore | undefined;

  readonly #inherited = new InheritPetition(this);

  /** Whether the petition is that of an element around this one, which then speaks of its failures. */
  protected get inherits(): boolean {
    return this.store !== undefined && this.store === this.#inherited.store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A parent whose script comes later has not heard the question.
    if (this.closest(PARENT)?.matches(':not(:defined)') === true) {
      void customElements.whenDefined(PARENT).then(() => { this.#inherited.hostConnected(); });
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.store = this.#findStore();
  }

  #findStore(): PetitionStore | undefined {
    // An attribute that is taken away leaves `null`.
    const [src, adapter] = [this.src ?? undefined, this.adapter ?? undefined];
    const isOwn = src !== undefined || typeof adapter === 'object';
    if (!isOwn && (this.#inherited.store || this.closest(`${PARENT}:not(${this.localName})`))) return this.#inherited.store;
    // No address at all is a wrong address, and is told like one.
    const absolute = src !== undefined && URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI).href : (src ?? '');
    return petitionStore({src: absolute, adapter, settings: this.#settings()});
  }

  #settings(): AdapterSettings {
    const settings = this.getAttributeNames().filter((name) => name.startsWith(SETTING));
    return Object.fromEntries(settings.map((name) => [name.slice(SETTING.length), this.getAttribute(name) ?? '']));
  }
}
