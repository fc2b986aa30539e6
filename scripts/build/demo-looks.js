// @ts-check
// The looks of docs/theming.md, which the demo shows: each a heading with a block of CSS below it.

/** @typedef {{title: string, name: string, css: string}} Look The name is the class that its rules begin with. */

/** @param {string} guide @returns {Look[]} */
export const looksIn = (guide) =>
  [...guide.matchAll(/^### (.+)\n(?:(?!^#)[^])*?```css\n(\.([a-z]+)\b[^]*?)```/gm)].map(([, title = '', css = '', name = '']) => ({title, css, name}));
