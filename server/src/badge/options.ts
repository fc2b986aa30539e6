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

/** A colour as addresses have it, without its `#`: three or six digits, of which an alpha is left out. */
const colourOf = (text: string | undefined): string | undefined => {
  const digits = /^#?([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{4}|[0-9a-f]{3})$/i.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  const short = digits.length < 6;
  return `#${short ? digits.slice(0, 3).replace(/./g, '$&$&') : digits.slice(0, 6)}`;
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Large text needs this much (WCAG 1.4.3). */
const LEGIBLE = 3;

/** The options that an address names. */
export const badgeOptions = ({theme, accent, style, scale}: Readonly<Record<string, string>>): BadgeOptions => {
  const base = THEMES[theme === 'dark' ? 'dark' : 'light'];
  const colour = colourOf(accent) ?? base.accent;
  const wanted = Number(scale);
  return {
    style: style === 'card' ? 'card' : 'badge',
    colours: {...base, accent: colour, figure: contrast(colour, base.ground) < LEGIBLE ? base.text : colour},
    scale: scale === undefined || Number.isNaN(wanted) ? 2 : Math.min(4, Math.max(1, wanted)),
  };
};
