import {html} from 'hono/html';
import type {Html} from '../page/blocks.js';
import {CARD} from '../page/head.js';
import {alternative, type Saying, type Standing} from './badge.js';
import {Pen, picture} from './draw.js';
import {widthOf} from './font.js';
import type {Colours} from './options.js';

const MARGIN = 80;
const INNER = CARD.width - 2 * MARGIN;

/** The title in lines that fit. */
const linesOf = (title: string, size: number): string[] => {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer, size, true) <= INNER) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
};

const MOST_LINES = 4;

/** The title as large as it can be; what has no room at all ends in an ellipsis. */
const fit = (title: string): {readonly size: number; readonly lines: readonly string[]} => {
  for (const size of [76, 64, 54, 46]) {
    const lines = linesOf(title, size);
    if (lines.length * size * 1.2 <= 280 && lines.every((line) => widthOf(line, size, true) <= INNER)) return {size, lines};
  }
  const lines = linesOf(title, 46);
  return {size: 46, lines: [...lines.slice(0, MOST_LINES), ...(lines.length > MOST_LINES ? ['…'] : [])]};
};

/** The title, and how far it has come: an SVG in the size that social networks show. */
export const card = (standing: Standing, saying: Saying, colours: Colours): Html => {
  const pen = new Pen(CARD.width, standing.locale);
  const {size, lines} = fit(standing.title);
  const {figure, label, progress, goal} = saying;
  return picture(CARD.width, CARD.height, alternative(standing, saying), colours, html`<rect width="${CARD.width}" height="20" fill="${colours.accent}"/>${lines.map((line, index) => pen.text(line, MARGIN, Math.round(110 + size * (0.75 + index * 1.2)), {size, bold: true, fill: colours.text, most: INNER}))}${pen.text(figure, MARGIN, 472, {size: 76, bold: true, fill: colours.figure})}${pen.text(label, MARGIN + widthOf(figure, 76, true) + 22, 472, {size: 40, fill: colours.text})}${progress === undefined ? '' : pen.bar(progress, MARGIN, 502, INNER, 22, colours)}${pen.text(goal, MARGIN, 568, {size: 30, fill: colours.quiet})}`, 0);
};
