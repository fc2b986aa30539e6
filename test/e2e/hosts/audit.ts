import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright-core';
import {layoutProblems} from '../in-page.js';

/** As text, which no policy of a page forbids to a debugger. */
const AXE = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}; undefined`;

/** Runs one of the functions that run in a page. */
export const inPage = async <T>(page: Page, ask: () => T): Promise<T> => {
  await page.evaluate('globalThis.__name = (named) => named');
  return page.evaluate<T>(ask);
};

/** What is wrong with a page as it stands: what sticks out, is cut, or makes it scroll sideways; and what axe finds in it, ours and theirs. */
export const audit = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(context: Document, options: object): Promise<AxeResults>}};
    return (await axe.run(document, {resultTypes: ['violations']})).violations;
  });
  return [
    ...await inPage(page, layoutProblems),
    ...violations.flatMap(({id, nodes}) => nodes.map(({target, failureSummary = ''}) => `${id} at ${JSON.stringify(target)}: ${failureSummary.replaceAll('\n', ' ').slice(0, 240)}`)),
  ];
};
