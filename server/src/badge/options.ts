import {parseColour} from 'sphere-petition/contract';
import {contrast} from '../colour.js';

/** How a badge is asked for. Whatever an address says becomes the nearest that there is: a picture in a newsletter cannot be put right. */
export interface BadgeOptions {
  readonly style: 'badge' | 'card';
  readonly colours: Colours;
  /** Pixels of a PNG for each unit. */
  readonly scale: number;
}

/** What a badge is drawn with. */
export interface Colours {
  readonly ground: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  /** Of the bar. */
  readonly accent: string;
  /** Of the number: the accent where it can be read on the ground. */
  readonly figure: string;
}

const THEMES = {
  light: {ground: '#ffffff', text: '#1c1c22', quiet: '#55555f', line: '#d8d8df', accent: '#5b2a86'},
  dark: {ground: '#17171c', text: '#ececf1', quiet: '#b4b4bf', line: '#3b3b44', accent: '#cdb4f6'},
} as const;

/** Large text needs this much (WCAG 1.4.3). */
const LEGIBLE = 3;

/** The options that an address names. */
export const badgeOptions = ({theme, accent, style, scale}: Readonly<Record<string, string>>): BadgeOptions => {
  const base = THEMES[theme === 'dark' ? 'dark' : 'light'];
  const digits = parseColour(accent ?? '');
  const colour = digits === undefined ? base.accent : `#${digits}`;
  const wanted = Number(scale);
  return {
    style: style === 'card' ? 'card' : 'badge',
    colours: {...base, accent: colour, figure: contrast(colour, base.ground) < LEGIBLE ? base.text : colour},
    scale: scale === undefined || Number.isNaN(wanted) ? 2 : Math.min(4, Math.max(1, Math.round(wanted))),
  };
};
