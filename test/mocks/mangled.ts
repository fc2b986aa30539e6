import {fc} from '../support/property.js';

type Json = null | boolean | number | string | Json[] | JsonObject;
interface JsonObject { readonly [name: string]: Json }

const isList = (value: Json): value is Json[] => Array.isArray(value);
const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !isList(value);

/** Every place in a document. */
const placesIn = (value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] => [
  ...(path.length > 0 ? [path] : []),
  ...(isList(value) ? value.flatMap((item, index) => placesIn(item, [...path, index])) : isObject(value) ? Object.entries(value).flatMap(([name, member]) => placesIn(member, [...path, name])) : []),
];

/** The document with what `change` makes of the part at a place; `undefined` takes it away. */
const changed = (value: Json, [name, ...rest]: readonly (string | number)[], change: (part: Json) => Json | undefined, rename?: string): Json => {
  if (name === undefined) return change(value) ?? null;
  if (isList(value)) return value.flatMap((item, index) => (index !== name ? [item] : rest.length > 0 ? [changed(item, rest, change, rename)] : [change(item) ?? []].flat()));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
    if (key !== name) return [[key, member]];
    if (rest.length > 0) return [[key, changed(member, rest, change, rename)]];
    const next = change(member);
    return next === undefined ? [] : [[rename ?? key, next]];
  }));
};

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, -1, 0.5, 1e300, 2 ** 53, '', ' ', '-3', '1.5', '1,234', '12.345', '٣', 'NaN', [], {}, [null], 'x'.repeat(5000), '<b>x</b>', 'javascript:alert(1)', '2026-02-30T00:00:00Z', '2026-03-01 18:00', '\u0000'),
  fc.jsonValue({maxDepth: 2}) as fc.Arbitrary<Json>,
);

/** Texts that a back end might answer with instead of the document: truncated, retyped, renamed, without a member, multiplied, or as it is. */
export const mangled = (document: object): fc.Arbitrary<string> => {
  const whole = document as Json;
  const text = JSON.stringify(document);
  const place = fc.constantFrom(...placesIn(whole));
  return fc.oneof(
    {weight: 1, arbitrary: fc.constant(text)},
    {weight: 3, arbitrary: fc.nat({max: text.length - 1}).map((length) => text.slice(0, length))},
    {weight: 8, arbitrary: fc.tuple(place, odd).map(([path, value]) => JSON.stringify(changed(whole, path, () => value)))},
    {weight: 3, arbitrary: place.map((path) => JSON.stringify(changed(whole, path, () => undefined)))},
    {weight: 3, arbitrary: fc.tuple(place, fc.string({maxLength: 12})).map(([path, name]) => JSON.stringify(changed(whole, path, (part) => part, name)))},
    {weight: 1, arbitrary: place.map((path) => JSON.stringify(changed(whole, path, (part) => (isList(part) ? Array.from({length: 200}, () => part).flat() : 'x'.repeat(20_000)))))},
    {weight: 2, arbitrary: odd.map((value) => JSON.stringify(value))},
    {weight: 1, arbitrary: fc.constantFrom('', ' ', '<!DOCTYPE html><title>Sorry</title>', 'null', '[]', '{}', '\uFFFD')},
  );
};
