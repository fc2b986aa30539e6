/** Text as it stands in HTML, inside a tag or an attribute's double quotes; always on one line. */
export const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A name and a value; `true` is an attribute without one. What is absent is left out. */
export type Attribute = readonly [name: string, value: string | true | undefined];

/** A start tag on one line: editors that put breaks into text put none into it. */
export const tag = (name: string, attributes: readonly Attribute[]): string =>
  `<${[name, ...attributes.flatMap(([key, value]) => (value === undefined ? [] : value === true ? [key] : [`${key}="${escaped(value)}"`]))].join(' ')}>`;

export const link = (href: string, words: string): string => `${tag('a', [['href', href]])}${escaped(words)}</a>`;
