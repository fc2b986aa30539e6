import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {test} from 'node:test';

const table = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const lines = [...table.matchAll(/^\| (?<promise>.+?) \| `(?<file>[\w./-]+\.test\.ts)` \| (?<name>.+?) \|$/gm)].map(({groups = {}}) => groups);

test('the acceptance list is read to its end', () => {
  assert.equal(lines.length, table.split('\n').filter((line) => line.startsWith('|')).length - 2);
  assert.ok(lines.length >= 30);
});

for (const {promise = '', file = '', name = ''} of lines) {
  test(`${promise}: has its test in ${file}`, () => {
    const address = new URL(`../${file}`, import.meta.url);
    assert.ok(existsSync(address), `${file} is missing`);
    // One that is skipped, or still to be done, promises nothing.
    const names = [...readFileSync(address, 'utf8').matchAll(/\btest\((['`])(.*?)\1, (?!\{)/g)].map(([, , each = '']) => each);
    assert.ok(names.some((each) => each.startsWith(name)), `no test in ${file} begins with "${name}"`);
  });
}
