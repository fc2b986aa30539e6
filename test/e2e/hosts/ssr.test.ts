import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const {exports} = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {exports: Record<string, unknown>};

/** What a server that renders pages imports: all that is no single file. */
const entries = Object.keys(exports).filter((path) => !/\*|\.json$/.test(path)).map((path) => path.replace('.', 'sphere-petition'));

/** Notes every look of ours at what only a page has. Lit looks by itself, and brings stand-ins for the rest (`customElements`). */
const PROGRAM = `
const asked = [];
for (const name of ['window', 'document', 'location', 'localStorage', 'matchMedia', 'requestAnimationFrame']) {
  Object.defineProperty(globalThis, name, {configurable: true, get: () => { asked.push(name + new Error().stack.split('\\n')[2]); return undefined; }});
}
for (const entry of process.argv.slice(1)) await import(entry);
console.log(JSON.stringify(asked.filter((each) => !/node_modules.@?lit/.test(each))));
`;

test('SSR import without window: every entry loads on a server, and looks for nothing that only a page has', async () => {
  assert.ok(entries.includes('sphere-petition/define') && entries.includes('sphere-petition'));
  const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', PROGRAM, ...entries], {cwd: root});
  assert.deepEqual(JSON.parse(stdout), []);
});
