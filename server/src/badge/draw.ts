import {html} from 'hono/html';
import type {Locale} from 'sphere-petition/words';
import type {Html} from '../page/blocks.js';
import {FONT_FAMILY, widthOf} from './font.js';
import type {Colours} from './options.js';

/** How a line of text is drawn. */
export interface Run {
  readonly size: number;
  readonly bold?: boolean;
  readonly fill: string;
  /** Wider than this it is squeezed. */
  readonly most?: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Draws from the side where a language begins to read. */
export class Pen {
  readonly #width: number;
  readonly #isMirrored: boolean;

  constructor(width: number, {direction}: Pick<Locale, 'direction'>) {
    this.#width = width;
    this.#isMirrored = direction === 'rtl';
  }

  /** The left edge of something. @param from How far from where reading begins. */
  #left(from: number, width: number): number {
    return round(this.#isMirrored ? this.#width - from - width : from);
  }

  /** A line of text whose width does not depend on the reader's fonts. */
  text(words: string, from: number, baseline: number, {size, bold = false, fill, most = Infinity}: Run): Html {
    // Isolated: a line that ends in "!" keeps it at its end.
    const isolated = this.#isMirrored ? `\u2067${words}\u2069` : words;
    const width = Math.min(most, widthOf(isolated, size, bold));
    return html`<text x="${this.#left(from, width)}" y="${baseline}" font-size="${size}"${bold ? html` font-weight="700"` : ''} fill="${fill}" textLength="${round(width)}" lengthAdjust="spacingAndGlyphs">${isolated}</text>`;
  }

  /** A bar that is filled as far as its value goes. */
  bar({value, goal}: {readonly value: number; readonly goal: number}, from: number, top: number, width: number, height: number, {line, accent}: Colours): Html {
    // What has begun shows.
    const filled = value === 0 ? 0 : Math.min(width, Math.max(height, (width * value) / goal));
    const piece = (length: number, fill: string) => html`<rect x="${this.#left(from, length)}" y="${top}" width="${round(length)}" height="${height}" rx="${height / 2}" fill="${fill}"/>`;
    return html`${piece(width, line)}${filled === 0 ? '' : piece(filled, accent)}`;
  }
}

/** A picture with its text alternative. */
export const picture = (width: number, height: number, title: string, {ground, line}: Colours, drawing: Html, corner = 8): Html =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="${FONT_FAMILY}"><title>${title}</title><rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="${corner}" fill="${ground}" stroke="${line}"/>${drawing}</svg>`;
