// @ts-check
// A reporter for node:test: one line of JSON at the end for `npm test`'s tally. The failures in full are the other reporter's.
import {basename, relative} from 'node:path';

/** @param {{name: string, file?: string}} test @param {string} why */
const failure = ({name, file = ''}, why) => `${relative('', file)}: ${name}\n      ${why.split('\n', 8).join('\n      ')}`;

/** @param {any} error Node's wrapper around what was thrown. */
const reason = (error) => String(error?.cause?.message ?? error?.message ?? error);

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* tally(events) {
  /** @type {{passed: number, skipped: number, failures: string[]}} */
  const result = {passed: 0, skipped: 0, failures: []};
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    // The test that Node makes of a file in which there is none.
    const empty = type === 'test:pass' && data.nesting === 0 && basename(data.name) === basename(data.file ?? '');
    if (data.skip !== undefined || data.todo !== undefined) result.skipped++;
    else if (empty) result.failures.push(failure(data, 'no test ran'));
    else if (type === 'test:pass') result.passed++;
    else result.failures.push(failure(data, reason(data.details?.error)));
  }
  yield JSON.stringify(result);
}
