/** Of six hexadecimal digits, with a `#` before them or without. */
const channels = (colour: string): number[] => [0, 2, 4].map((at) => parseInt(colour.replace('#', '').slice(at, at + 2), 16));

/** Relative luminance (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** How far two colours stand apart, 1 to 21 (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** What text needs (WCAG 2.2, 1.4.3). */
const READABLE = 4.5;

const mix = (colour: string, other: string, share: number): string => {
  const end = channels(other);
  return channels(colour).map((value, index) => Math.round(value + ((end[index] ?? 0) - value) * share).toString(16).padStart(2, '0')).join('');
};

/** The nearest colour to this one that can be read on the ground: links and numbers are written in it. */
export const readableOn = (ground: string, colour: string): string => {
  const away = luminance(ground) > 0.18 ? '000000' : 'ffffff';
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(colour, away, share);
    if (contrast(candidate, ground) >= READABLE) return candidate;
  }
  return away;
};

/** Black or white, whichever is easier to read on the colour. */
export const inkOn = (colour: string): string => (contrast(colour, 'ffffff') >= contrast(colour, '111114') ? 'ffffff' : '111114');
