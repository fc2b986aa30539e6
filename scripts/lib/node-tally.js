// @ts-check
// A reporter for node:test: failures in full on the way, and at the end one line of JSON for `npm test`'s tally.
import {basename} from 'node:path';

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* tally(events) {
  const count = {passed: 0, failed: 0, skipped: 0};
  for await (const {type, data} of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    // The test that Node makes of a file in which there is none.
    const empty = type === 'test:pass' && data.nesting === 0 && basename(data.name) === basename(data.file ?? '');
    if (data.skip !== undefined || data.todo !== undefined) count.skipped++;
    else if (type === 'test:pass' && !empty) count.passed++;
    else count.failed++;
    if (empty) yield `✗ ${data.name}: no test ran\n`;
  }
  yield `TALLY ${JSON.stringify(count)}\n`;
}
