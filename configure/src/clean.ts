import {parseColour} from '../../dist/contract/colour.js';
import type {Option} from '../../dist/snippet/choice.js';

/** A colour as `#rrggbb`, from any way of writing it in hexadecimal digits. */
export const cleanAccent = (text: string): string | undefined => {
  const digits = parseColour(text);
  return digits && `#${digits}`;
};

const STEPS = ['share', 'events'];

const CLEANERS: Readonly<Record<Option, (text: string) => string | undefined>> = {
  'journey': (text) => STEPS.filter((step) => text.split(',').some((each) => each.trim() === step)).join() || undefined,
  'redirect': (text) => (URL.canParse(text) && new URL(text).protocol === 'https:' ? text : undefined),
  'min-count': (text) => (/^\d{1,15}$/.test(text) && Number(text) > 0 ? String(Number(text)) : undefined),
  'source': (text) => (/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text) ? text : undefined),
  'isolation': (text) => (text === 'frame' ? text : undefined),
  'embed': (text) => (text === 'off' ? text : undefined),
  'country': (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined),
};

/** What an option is taken for; undefined where it says nothing that means something. */
export const cleanOption = (name: Option, text: string): string | undefined => CLEANERS[name](text.trim());
