import {fit} from './fit.js';
import type {ShareChannel} from './share-channel.js';

/** What is passed on. */
export interface Passage {
  readonly title: string;
  readonly text: string;
  /** The address, as it says by which way it was passed on. */
  readonly address: (channel: ShareChannel) => string;
}

/** The ways that are a link. */
export const LINK_CHANNELS = ['whatsapp', 'telegram', 'bluesky', 'facebook', 'email'] as const;
export type LinkChannel = (typeof LINK_CHANNELS)[number];

/** What a post on Bluesky may hold (`app.bsky.feed.post`). */
const BLUESKY = {graphemes: 300, bytes: 3000};

/** Half a character, which a careless cut leaves behind, cannot stand in an address. */
const clean = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n');
const encode = (text: string): string => encodeURIComponent(clean(text));

/** The words with the address below them. */
export const wordsWith = ({text, address}: Passage, channel: ShareChannel): string => `${clean(text)}\n${address(channel)}`;

/** Where a way takes what one is about to write. */
export const linkTo = (channel: LinkChannel, passage: Passage): string => {
  const {title, text} = passage;
  const address = passage.address(channel);
  switch (channel) {
    case 'whatsapp': return `https://wa.me/?text=${encode(wordsWith(passage, channel))}`;
    case 'telegram': return `https://t.me/share/url?url=${encode(address)}&text=${encode(text)}`;
    case 'bluesky': return `https://bsky.app/intent/compose?text=${encode(fit(clean(text), address, BLUESKY))}`;
    case 'facebook': return `https://www.facebook.com/sharer/sharer.php?u=${encode(address)}`;
    // RFC 6068: the lines of a message end with CRLF, and its subject is one line.
    case 'email': return `mailto:?subject=${encode(title.replace(/\s+/g, ' '))}&body=${encodeURIComponent(`${clean(text)}\n\n${address}`.replaceAll('\n', '\r\n'))}`;
  }
};

/** The page of a Mastodon server on which one writes. */
export const mastodonLink = (server: string, passage: Passage): string => `https://${server}/share?text=${encode(wordsWith(passage, 'mastodon'))}`;
