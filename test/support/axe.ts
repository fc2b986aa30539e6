import type axe from 'axe-core';
// A script of the old kind: it puts `axe` on the window.
import 'axe-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** WCAG 2.2 AA, and every level and version that it contains. Best practices too, short of those about whole pages. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const aboutPages = Object.fromEntries(['region', 'page-has-heading-one', 'landmark-one-main', 'bypass', 'heading-order'].map((rule) => [rule, {enabled: false}]));

const describe = ({id, help, nodes}: axe.Result): string =>
  [`${id}: ${help}`, ...nodes.map(({target, html, failureSummary}) => `  ${target.flat().join(' ')}\n  ${html}\n  ${failureSummary ?? ''}`)].join('\n');

/** Fails, naming each violation and its element, unless axe finds nothing against `element` and what it renders. */
export const expectAccessible = async (element: Element): Promise<void> => {
  const {violations} = await window.axe.run(element, {resultTypes: ['violations'], runOnly: {type: 'tag', values: tags}, rules: aboutPages});
  if (violations.length > 0) throw new Error(`${violations.length} accessibility violations\n${violations.map(describe).join('\n')}`);
};
