import {html} from 'hono/html';
import type {Petition} from 'sphere-petition/contract';
import {embedAddress, pageAddress} from './embed-page.js';
import {type EmbedOptions, readOptions, type Show} from './options.js';

/** What an oEmbed consumer is answered: https://oembed.com, type `rich`. */
export interface Oembed {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly width: number;
  readonly height: number;
  readonly html: string;
}

/** Seconds. */
const DAY = 86_400;

/** CSS pixels. Narrower than the least no form can be read. */
const WIDTH = {least: 220, usual: 600, most: 1200} as const;
/** WordPress gives a frame 200 to 1 000; what is longer scrolls inside it. */
const HEIGHT = {least: 200, most: 1000} as const;
const USUAL_HEIGHT: Readonly<Record<Show, number>> = {petition: 1000, form: 900, counter: 240, events: 700};

const clamp = (number: number, least: number, most: number): number => Math.min(Math.max(number, least), most);

/** The room that a consumer has; undefined where it does not say so in a number. */
const limit = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** Which petition an address of ours shows, and how; undefined for any other address. Whether it was asked for by `http:` or `https:` is all one. */
export const ownAddress = (address: string, origin: string): {readonly id: string; readonly options: EmbedOptions} | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const id = /^\/(?:petitions|embed)\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  if (!/^https?:$/.test(url.protocol) || url.host !== new URL(origin).host || id === undefined) return undefined;
  const options = readOptions(url.searchParams);
  const {attributes} = options;
  // Who pastes an address chooses no journey: they get that of the petition's own page.
  return {id, options: attributes.journey === undefined && /^(petition|form)$/.test(options.show) ? {...options, attributes: {...attributes, journey: 'share,events'}} : options};
};

/**
 * The answer for a petition. Its `html` is what WordPress leaves of any: one blockquote and one frame, in this order and with nothing between. It takes away and puts back the classes
 * and the sandbox itself; they stand here for those who do not.
 */
export const oembedOf = async (petition: Petition, options: EmbedOptions, origin: string, room: {readonly width: string | undefined; readonly height: string | undefined}): Promise<Oembed> => {
  const width = clamp(limit(room.width) ?? WIDTH.usual, WIDTH.least, WIDTH.most);
  const height = clamp(Math.min(USUAL_HEIGHT[options.show], limit(room.height) ?? HEIGHT.most), HEIGHT.least, HEIGHT.most);
  const {title} = petition;
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: petition.controllers[0]?.name ?? new URL(origin).host,
    provider_url: origin,
    cache_age: DAY,
    width,
    height,
    html: String(await html`<blockquote class="wp-embedded-content"><a href="${pageAddress(origin, petition, options)}">${title}</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${embedAddress(origin, petition, options)}" width="${width}" height="${height}" title="${title}" frameborder="0" marginwidth="0" marginheight="0"></iframe>`),
  };
};
