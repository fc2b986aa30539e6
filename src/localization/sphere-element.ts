import {ReactiveElement, type PropertyValues} from '@lit/reactive-element';
import {localeFor, tagOf, type Locale} from './locale.js';
import {inLanguage} from './messages.js';
import {isMissing, loadLanguage, SOURCE_LANGUAGE, templatesOf} from './packs.js';
import {watchLanguage} from './watch-language.js';

/** Longer than this nobody waits for words: the source language stands in until they arrive. In milliseconds. */
const PATIENCE = 2000;

/** The language that is spoken where one is wanted: that one, with English words until, or unless, there are its own. */
export const spokenFor = (wanted: Locale): Locale =>
  wanted.language === SOURCE_LANGUAGE || templatesOf(wanted.language) ? wanted : {...wanted, language: SOURCE_LANGUAGE, direction: 'ltr'};

/**
 * What every element of the library has in common: it speaks the language of its place on the page, shows what its author
 * wrote until it has something better, and registers itself only when told to.
 */
export abstract class SphereElement extends ReactiveElement {
  /** The name it registers under. */
  static readonly tag: string;

  /**
   * Registers the element. Harmless when the name is taken: a page may carry the script twice.
   *
   * @example SphereCounter.define();
   */
  static define(this: CustomElementConstructor & {readonly tag: string}, tag = this.tag, registry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  /** The language of its place on the page, whether or not there are words in it: what a petition's text is asked for in. */
  protected pageLanguage = SOURCE_LANGUAGE;

  /** What its place on the page asks for, as far as there are words. */
  #wanted = localeFor(SOURCE_LANGUAGE);
  /** The language whose words did not come in time. */
  #late: string | undefined;
  #stopWatching: (() => void) | undefined;
  /** Shows the author's own content until the first rendering. */
  readonly #fallback = document.createElement('slot');

  /** The language that the element speaks now. */
  protected get locale(): Locale {
    return spokenFor(this.#wanted);
  }

  override connectedCallback(): void {
    this.#stopWatching = watchLanguage(this, () => { this.#chooseLocale(); });
    this.#chooseLocale();
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#fallback);
    return root;
  }

  /** Waits for the words, so that nobody sees a page change its language while reading. */
  protected override async scheduleUpdate(): Promise<void> {
    // Another language may be wanted by the time that the words of this one are here.
    for (let {language} = this.#wanted; isMissing(language) && language !== this.#late; {language} = this.#wanted) await this.#waitFor(language);
    await super.scheduleUpdate();
  }

  protected override performUpdate(): void {
    inLanguage(this.locale.language, () => { super.performUpdate(); });
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.#fallback.remove();
  }

  async #waitFor(language: string): Promise<void> {
    const arrival = loadLanguage(language);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<boolean>((resolve) => { timer = setTimeout(resolve, PATIENCE, true); });
    const isLate = await Promise.race([arrival, patience]);
    clearTimeout(timer);
    if (isLate !== true) return;
    // Once is enough: what the reader does meanwhile is not made to wait again.
    this.#late = language;
    void arrival.then(() => {
      this.#late = undefined;
      this.requestUpdate();
    });
  }

  #chooseLocale(): void {
    const tag = tagOf(this);
    const locale = localeFor(tag);
    // A language may have got its words since.
    if (tag === this.pageLanguage && locale.language === this.#wanted.language) return;
    this.pageLanguage = tag;
    this.#wanted = locale;
    this.requestUpdate();
  }
}
