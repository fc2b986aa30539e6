import {html} from 'hono/html';
import type {Tally} from 'sphere-petition/contract';
import {counterContent, type Locale} from 'sphere-petition/words';
import type {Html} from '../page/blocks.js';
import type {Words} from '../page/words.js';
import {Pen, picture} from './draw.js';
import {widthOf} from './font.js';
import type {Colours} from './options.js';

/** What a badge tells. */
export interface Standing {
  readonly title: string;
  readonly tally: Tally;
  readonly closed: boolean;
  readonly locale: Locale;
}

/** What a badge says, in words. */
export interface Saying {
  /** `12 345`. */
  readonly figure: string;
  /** `signatures`. */
  readonly label: string;
  readonly progress: {readonly value: number; readonly goal: number} | undefined;
  /** `Goal: 20 000`. */
  readonly goal: string;
}

/** What a counter says on a page. To be called where the language is spoken. */
export const sayingOf = ({tally, closed, locale}: Standing): Saying => {
  const {count, label = '', progress, goal = ''} = counterContent({locale, closed, state: {status: 'known', tally}, hasFallback: false, isShown: () => true});
  return {figure: count?.text ?? '', label, progress, goal};
};

/** All of it in a line, for whoever does not see the picture. */
export const alternative = ({title}: Standing, {figure, label, goal}: Saying): string => `${title}: ${figure} ${label}. ${goal}`;

const PADDING = 16;
const FIGURE = 28;
const LABEL = 15;
const GOAL = 12;
const GAP = 8;

/** The count, the word for it, and what is ahead: an SVG. */
export const badge = (standing: Standing, saying: Saying, colours: Colours): Html => {
  const {figure, label, progress, goal} = saying;
  const number = widthOf(figure, FIGURE, true);
  const inner = Math.ceil(Math.max(168, number + GAP + widthOf(label, LABEL), widthOf(goal, GOAL)));
  const width = inner + 2 * PADDING;
  const pen = new Pen(width, standing.locale);
  const goalLine = progress === undefined ? 64 : 80;
  return picture(width, goalLine + 14, alternative(standing, saying), colours, html`${pen.text(figure, PADDING, 40, {size: FIGURE, bold: true, fill: colours.figure})}${pen.text(label, PADDING + number + GAP, 40, {size: LABEL, fill: colours.text})}${progress === undefined ? '' : pen.bar(progress, PADDING, 51, inner, 8, colours)}${pen.text(goal, PADDING, goalLine, {size: GOAL, fill: colours.quiet})}`);
};

/** For an address where no petition is. */
export const missingBadge = ({notFound}: Words, locale: Pick<Locale, 'direction'>, colours: Colours): Html => {
  const width = Math.ceil(widthOf(notFound, LABEL)) + 2 * PADDING;
  return picture(width, 48, notFound, colours, new Pen(width, locale).text(notFound, PADDING, 29, {size: LABEL, fill: colours.text}));
};
