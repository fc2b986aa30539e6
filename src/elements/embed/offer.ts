import {ReactiveElement, type ReactiveController} from '@lit/reactive-element';
import {html, nothing, render, type TemplateResult} from 'lit/html.js';
import {localeFor, tagOf} from '../../localization/locale.js';
import {msg} from '../../localization/messages.js';
import {spokenFor} from '../../localization/sphere-element.js';
import {servedAt} from '../../snippet/server.js';
import {snippet} from '../../snippet/snippet.js';
import {sentenceFor} from '../share/said.js';
import {styles} from './embed.styles.js';
import {scriptFolder} from './script-folder.js';

/** The petition's address as other pages can have it; undefined where it is only this page's. */
const publicAddress = (host: Element): string | undefined => {
  const src = host.getAttribute('src');
  if (src === null || host.hasAttribute('adapter') || !URL.canParse(src, document.baseURI)) return undefined;
  const {protocol, href} = new URL(src, document.baseURI);
  return /^https?:$/.test(protocol) ? href : undefined;
};

/** Below a petition: the snippet that puts it on another page, for whoever opens it. */
class Offer implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #root: ShadowRoot;
  readonly #place = document.createElement('div');
  #said: 'copied' | 'refused' | undefined;

  constructor(host: ReactiveElement, root: ShadowRoot) {
    this.#host = host;
    this.#root = root;
    this.#place.part.add('embed');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...(styles.styleSheet ? [styles.styleSheet] : [])];
  }

  /** With the petition's own words, in its language of the moment. */
  hostUpdated(): void {
    const article = this.#root.querySelector('.petition');
    const src = publicAddress(this.#host);
    const scripts = src === undefined ? undefined : scriptFolder(src);
    if (!article || src === undefined || scripts === undefined || this.#host.getAttribute('embed') === 'off') {
      this.#place.remove();
      return;
    }
    const {language, direction} = spokenFor(localeFor(tagOf(this.#host)));
    [this.#place.lang, this.#place.dir] = [language, direction];
    render(this.#view(src, scripts), this.#place);
    if (this.#place.parentNode !== article) article.append(this.#place);
  }

  #view(src: string, scripts: string): TemplateResult {
    const served = servedAt(src);
    const link = msg('Sign the petition', {id: 'form.sign'});
    const text = snippet('element', {widget: 'petition', src, scripts, words: {link, title: link}});
    return html`<details class="embed">
      <summary>${msg('Embed this petition', {id: 'embed.open', desc: 'Opens lines of HTML that put the petition on another website'})}</summary>
      <div>
        <p id="embed-note">${msg('Paste these lines into the HTML of your page.', {id: 'embed.note'})}</p>
        <p class="said" role="status">${this.#said === 'copied' ? msg('Copied.', {id: 'embed.copied'}) : this.#said === 'refused' ? sentenceFor('refused') : nothing}</p>
        <textarea readonly rows="5" dir="ltr" aria-describedby="embed-note" aria-label=${msg('HTML to copy', {id: 'embed.code'})} .value=${text ?? ''}></textarea>
        <button class="quiet" type="button" @click=${() => { void this.#copy(text ?? ''); }}>${msg('Copy', {id: 'embed.copy', desc: 'A button that copies lines of HTML'})}</button>
        ${served ? html`<a href="${served.origin}/configure?src=${encodeURIComponent(src)}" target="_blank" rel="noopener">${msg('Other forms, colours and languages', {id: 'embed.more', desc: 'A link to a page where the lines of HTML can be chosen'})}</a>` : nothing}
      </div>
    </details>`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#said = 'copied';
    } catch {
      this.#said = 'refused';
      this.#place.querySelector('textarea')?.select();
    }
    this.#host.requestUpdate();
  }
}

const offered = new WeakSet<Element>();

/** Offers readers of a whole petition a snippet for pages of their own; once, and as long as its page does not say otherwise. */
export const offer = (root: ShadowRoot): void => {
  const {host} = root;
  if (!(host instanceof ReactiveElement) || host.localName !== 'sphere-petition' || offered.has(host)) return;
  offered.add(host);
  host.addController(new Offer(host, root));
  host.requestUpdate();
};
