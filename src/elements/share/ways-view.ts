import {html, nothing, type TemplateResult} from 'lit/html.js';
import {msg} from '../../localization/messages.js';
import type {ShareChannel} from './events.js';
import {linkTo, type LinkChannel, type Passage} from './ways.js';

/** What the ways do. */
export interface WaysView {
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
export const renderWays = (passage: Passage, {asksServer, took, copyWords, askServer}: WaysView): readonly TemplateResult[] => {
  const link = (channel: LinkChannel, name: TemplateResult | string) => html`<li><a class="quiet" part="way" href=${linkTo(channel, passage)}
    target=${channel === 'email' ? nothing : '_blank'} rel="noopener noreferrer" @click=${() => { took(channel); }}>${name}</a></li>`;
  return [
    link('whatsapp', brand('WhatsApp')),
    link('telegram', brand('Telegram')),
    // It has no address that takes a text.
    renderWay(brand('Signal'), copyWords),
    link('bluesky', brand('Bluesky')),
    renderWay(brand('Mastodon'), askServer, asksServer),
    link('facebook', brand('Facebook')),
    link('email', msg('E-mail', {id: 'share.email'})),
  ];
};
