import {html, nothing, type TemplateResult} from 'lit/html.js';
import type {ShareChannel} from '../../contract/share-channel.js';
import type {LinkChannel} from '../../contract/share-link.js';
import {msg} from '../../localization/messages.js';

/** Where a way leads. */
export type LinkOf = (channel: LinkChannel) => string;

/** What the ways do. */
export interface WaysView {
  readonly linkOf: LinkOf;
  /** Whether the reader may say which Mastodon server is theirs. */
  readonly hasServers: boolean;
  readonly asksServer: boolean;
  /** The reader took a way that is a link. */
  readonly took: (channel: ShareChannel) => void;
  readonly copyWords: () => void;
  readonly askServer: () => void;
}

/** A name that is the same in every language. */
const brand = (name: string): TemplateResult => html`<span translate="no">${name}</span>`;

/** A way that is no link: something is to be done here first. */
export const renderWay = (name: TemplateResult | string, act: () => void, expanded?: boolean): TemplateResult =>
  html`<li><button class="quiet" part="way" type="button" aria-expanded=${expanded ?? nothing} @click=${act}>${name}</button></li>`;

/** The ways beside the main one. What leads to another page is a link like any other, so that it works as links do in this reader's browser. */
export const renderWays = ({linkOf, hasServers, asksServer, took, copyWords, askServer}: WaysView): readonly TemplateResult[] => {
  const link = (channel: LinkChannel, name: TemplateResult | string, address = linkOf(channel)) => html`<li><a class="quiet" part="way" href=${address}
    target=${address.startsWith('mailto:') ? nothing : '_blank'} rel="noopener noreferrer" @click=${() => { took(channel); }}>${name}</a></li>`;
  return [
    link('whatsapp', brand('WhatsApp')),
    link('telegram', brand('Telegram')),
    // It has no address that takes a text.
    renderWay(brand('Signal'), copyWords),
    link('bluesky', brand('Bluesky')),
    ...(hasServers ? [renderWay(brand('Mastodon'), askServer, asksServer)] : []),
    link('facebook', brand('Facebook')),
    link('email', msg('E-mail', {id: 'share.email'})),
  ];
};
