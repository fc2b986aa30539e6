/** A step in an answer by its member's name or its number in a list; `name=total` finds the item of a list whose `name` is `total`. */
export type Term = {readonly literal: string} | {readonly path: readonly string[]};

/** Where something stands: the first of some ways that leads to anything, each a sum of its terms. */
export type Expression = readonly (readonly Term[])[];

/** What is made of what: targets by their names, with dots for members of members. */
export type Mapping = ReadonlyMap<string, Expression>;

/** The parts of a text between separators that stand in no quotes: an even number of them follows. */
const parts = (text: string, separator: string): string[] => text.split(new RegExp(`[${separator}](?=(?:[^']*'[^']*')*[^']*$)`));

const termOf = (text: string): Term => (text.startsWith('\'') ? {literal: text.slice(1, -1)} : {path: text.split('.')});

/**
 * Reads where something stands in an answer: `data.attributes.count`, `rows.0.total`, `paper + online`, `title | name`, `street + ', ' + town`, `'online'`.
 *
 * @returns `undefined` for what cannot be read.
 */
export const readExpression = (text: string): Expression | undefined => {
  const ways = parts(text, '|').map((way) => parts(way, '+').map((term) => term.trim()));
  const isSound = ways.flat().every((term) => /^('[^']*'|[^']+)$/.test(term));
  return isSound ? ways.map((way) => way.map(termOf)) : undefined;
};

/** Reads a mapping: `id = uid; title = name.en; place.locality = city`, with `;` or a new line between. `undefined` for what cannot be read. */
export const readMapping = (text: string): Mapping | undefined => {
  const entries = parts(text, ';\n').filter((part) => part.trim() !== '').map((part) => {
    const [, target = '', source = ''] = /^\s*([\w.:-]+)\s*=([^]*)$/.exec(part) ?? [];
    return [target, readExpression(source)] as const;
  });
  const sound = entries.flatMap(([target, expression]) => (target !== '' && expression ? [[target, expression] as const] : []));
  return sound.length > 0 && sound.length === entries.length ? new Map(sound) : undefined;
};

const step = (value: unknown, name: string): unknown => {
  if (typeof value !== 'object' || value === null) return undefined;
  const [key = '', wanted] = name.split('=');
  if (wanted !== undefined && Array.isArray(value)) return value.find((item) => spelled(step(item, key)) === wanted);
  // Own members only: every object has a `constructor`.
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
};

/** What a term gives; an empty path is the whole. */
const valueOf = (term: Term, source: unknown): unknown => ('literal' in term ? term.literal : term.path.reduce((value, name) => (name === '' ? value : step(value, name)), source));

const isThere = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** A value as text; what is none is nothing. */
export const spelled = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');

/** What stands there: a single term as it is, several as one text. `undefined` where nothing does. */
export const find = (expression: Expression, source: unknown): unknown => {
  for (const way of expression) {
    const values = way.map((term) => valueOf(term, source));
    if (values.length === 1) {
      if (isThere(values[0])) return values[0];
    } else if (way.some((term, index) => 'path' in term && isThere(values[index]))) {
      return values.map(spelled).join('').trim();
    }
  }
  return undefined;
};

/** A whole number from 0 up, as itself or in digits; anything else is none: nobody knows whether `1.234` is more than a thousand. */
const wholeNumber = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\s*\d{1,16}\s*$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
};

/** The number that stands there, a sum where there are several: `null` in a sum is nothing yet. `undefined` where one is missing or no number of people. */
export const findCount = (expression: Expression, source: unknown): number | undefined => {
  for (const way of expression) {
    const values = way.map((term) => valueOf(term, source));
    if (!values.some(isThere)) continue;
    const numbers = values.map((value) => (value === null ? 0 : wholeNumber(value)));
    return wholeNumber(numbers.reduce((sum, number) => (sum === undefined || number === undefined ? undefined : sum + number), 0));
  }
  return undefined;
};

/** What a mapping makes of a source; members that it finds nothing for are left out. */
export const fill = (mapping: Mapping, source: unknown): Record<string, unknown> => {
  const filled: Record<string, unknown> = {};
  for (const [target, expression] of mapping) {
    const value = find(expression, source);
    if (value === undefined) continue;
    const names = target.split('.');
    const last = names.pop() ?? '';
    let place = filled;
    for (const name of names) {
      const inner = Object.hasOwn(place, name) ? place[name] : undefined;
      const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
      place[name] = next;
      place = next;
    }
    place[last] = value;
  }
  return filled;
};
