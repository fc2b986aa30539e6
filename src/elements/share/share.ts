import type {PropertyDeclarations, PropertyValues} from '@lit/reactive-element';
import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {BackendAdapter} from '../../contract/adapter.js';
import type {Petition} from '../../contract/petition.js';
import {withSource, type ShareChannel} from '../../contract/share-channel.js';
import {linkTo, mastodonLink, wordsWith, type Passage} from '../../contract/share-link.js';
import {msg} from '../../localization/messages.js';
import {controls} from '../../styles/controls.js';
import {states} from '../../styles/states.js';
import {tokens} from '../../styles/tokens.js';
import {PetitionReader} from '../petition-reader.js';
import {addressToShare, webAddress} from './address.js';
import {SharedEvent} from './events.js';
import {mastodonServer} from './mastodon-server.js';
import {sentenceFor, type Said} from './said.js';
import {renderServer} from './server-view.js';
import {styles} from './share.styles.js';
import {renderWay, renderWays, type LinkOf} from './ways-view.js';

/** The browser's own menu is open already, or the reader closed it again. */
const isNothing = (error: unknown): boolean => error instanceof DOMException && ['AbortError', 'InvalidStateError'].includes(error.name);

/**
 * Passes the petition on: by the device's own menu where there is one, else by copying the link; and by the networks that people use, where the
 * reader asks for more. Nothing is sent anywhere but by the reader, and no network hears of who reads the page.
 *
 * @tag sphere-share
 * @slot - What to show where there is nothing to share.
 * @csspart button - The main button.
 * @csspart more - The button that shows more ways.
 * @csspart ways - These.
 * @csspart way - One of them.
 * @csspart failure - The sentence in the place of a petition that cannot be had, with its button.
 * @cssprop --sphere-accent - The colour of the button and of the focus.
 * @cssprop --sphere-on-accent - The colour of the words on the button.
 * @cssprop --sphere-danger - The colour of what is wrong.
 * @cssprop --sphere-radius - How round corners are.
 * @fires {SharedEvent} sphere-shared - The reader passed the petition on. Says by what way, and nothing of who.
 */
export class SphereShare extends PetitionReader {
  static override readonly tag: string = 'sphere-share';
  static override styles = [tokens, controls, states, styles];
  static override properties: PropertyDeclarations = {
    url: {},
    via: {},
    unfolded: {state: true},
    asksServer: {state: true},
    server: {state: true},
    isWrong: {state: true},
    said: {state: true},
    left: {state: true},
  };

  /** The address to pass on. Absent: that which the petition names, else the petition's own, else the page's. */
  declare url?: string;

  /** Where links lead through in a sandbox, which may lead to its own host alone: the reference back end's `/go/`. Absent: a sandbox shows the address itself. */
  declare via?: string;

  private declare unfolded: boolean;
  private declare asksServer: boolean;
  /** The reader's Mastodon server: in one link, and nowhere else. */
  private declare server: string | undefined;
  /** Whether the reader tried to go on with what is no server. */
  private declare isWrong: boolean;
  private declare said: Said | undefined;
  /** What could not be copied, and by what way it was to go. */
  private declare left: {readonly text: string; readonly channel: ShareChannel} | undefined;

  constructor() {
    super();
    this.unfolded = this.asksServer = this.isWrong = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('url') || !this.url || webAddress(this.url, document.baseURI) !== undefined) return;
    console.warn(`<sphere-share url="${this.url}">: only http: and https: addresses are passed on, so this one is ignored.`);
  }

  protected override renderPetition(petition: Petition, adapter: BackendAdapter): TemplateResult {
    const base = addressToShare(this.url ?? undefined, petition, adapter);
    if (base === undefined) return html`<slot></slot>`;
    const {id, language, title, share: {text = title} = {}} = petition;
    const passage: Passage = {title, text, address: (channel) => withSource(base, channel)};
    const data = {title, text, url: passage.address('native')};
    const isSandbox = self.origin === 'null';
    const {via} = this;
    const through: LinkOf | undefined = isSandbox && via ? (channel) => new URL(`${via}${channel}/${id}?lang=${language}`, document.baseURI).href : undefined;
    const isNative = 'canShare' in navigator && navigator.canShare(data);
    const copy = () => { void this.#copy(passage.address('copy'), 'copy', 'link'); };
    const copyLabel = msg('Copy the link', {id: 'share.copy'});
    return html`<div class="share" lang=${this.locale.language} dir=${this.locale.direction}>
      <p class="note">${msg('Sharing shows others that you support this petition. You need not share.', {id: 'share.note'})}</p>
      ${isNative
        ? html`<button class="primary" part="button" type="button" @click=${() => { void this.#share(data, copy); }}>${msg('Share', {id: 'share.native', desc: 'A button that opens the device’s own menu for sharing'})}</button>`
        : html`<button class="primary" part="button" type="button" @click=${copy}>${copyLabel}</button>`}
      <p class="said" role="status">${this.said && sentenceFor(this.said)}</p>
      ${this.left ? html`<textarea readonly rows="3" aria-label=${msg('Text to copy', {id: 'share.field'})} .value=${this.left.text} @copy=${this.#copied}></textarea>` : nothing}
      ${isSandbox && !through
        // A link to another page may lead nowhere.
        ? this.left ? nothing : html`<p class="address" dir="ltr">${passage.address('copy')}</p>`
        : this.#renderMore(passage, through, isNative ? renderWay(copyLabel, copy) : nothing)}
    </div>`;
  }

  #renderMore(passage: Passage, through: LinkOf | undefined, copy: TemplateResult | typeof nothing): TemplateResult {
    return html`
      <button class="quiet" part="more" type="button" aria-expanded=${this.unfolded} aria-controls="ways" @click=${this.#unfold}>${msg('More ways to share', {id: 'share.more'})}</button>
      <div class="ways" id="ways" part="ways" ?hidden=${!this.unfolded}>
        <ul>${renderWays({
          linkOf: through ?? ((channel) => linkTo(channel, passage)),
          // What is typed stands in no address of ours, and so cannot lead through one.
          hasServers: !through,
          asksServer: this.asksServer,
          took: this.#tell,
          copyWords: () => { void this.#copy(wordsWith(passage, 'signal'), 'signal', 'words'); },
          askServer: this.#askServer,
        })}${copy}</ul>
        ${this.asksServer ? renderServer({
          link: this.server === undefined ? undefined : mastodonLink(this.server, passage),
          isWrong: this.isWrong,
          typed: this.#typed,
          stay: this.#stay,
          go: () => { this.#tell('mastodon'); },
        }) : nothing}
      </div>`;
  }

  readonly #tell = (channel: ShareChannel) => {
    /** @internal */
    this.dispatchEvent(new SharedEvent(channel));
  };

  readonly #unfold = () => { this.unfolded = !this.unfolded; };

  async #share(data: ShareData, instead: () => void): Promise<void> {
    try {
      await navigator.share(data);
      this.#tell('native');
    } catch (error) {
      if (!isNothing(error)) instead();
    }
  }

  /** Says so anew each time: what stands there already is not read out again. */
  async #hush(): Promise<void> {
    this.said = this.left = undefined;
    await this.updateComplete;
  }

  async #copy(text: string, channel: ShareChannel, said: Said): Promise<void> {
    try {
      // At once: what is asked later than the press may be refused.
      await Promise.all([navigator.clipboard.writeText(text), this.#hush()]);
      this.said = said;
      this.#tell(channel);
    } catch {
      await this.#hush();
      this.said = 'refused';
      this.left = {text, channel};
      await this.updateComplete;
      const field = this.renderRoot.querySelector('textarea');
      field?.focus();
      field?.select();
    }
  }

  readonly #copied = () => {
    if (this.left) this.#tell(this.left.channel);
  };

  readonly #askServer = () => {
    this.asksServer = !this.asksServer;
    void this.updateComplete.then(() => { this.#field?.focus(); });
  };

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  readonly #typed = () => {
    this.server = mastodonServer(this.#field?.value ?? '');
    if (this.server !== undefined) this.isWrong = false;
  };

  readonly #stay = () => {
    this.isWrong = true;
    this.#field?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sphere-share': SphereShare;
  }
}
