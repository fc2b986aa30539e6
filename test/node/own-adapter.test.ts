import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {read, root} from './elements.js';

const FILES = ['src/our-crm.ts', 'src/our-crm.test.ts', 'src/trial.ts'];
const folder = mkdtempSync(join(tmpdir(), 'own-adapter-'));
after(() => { rmSync(folder, {recursive: true}); });

/** As `npm test` there: the types, then the suite. Returns what the suite says. */
const prove = (project: string, name: string): string => {
  const own = {cwd: project, encoding: 'utf8', stdio: 'pipe'} as const;
  // The runner of these tests tells its children that they are its own.
  const {NODE_TEST_CONTEXT: _context, ...env} = process.env;
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/lib/tsc.js')], own);
    return execFileSync(process.execPath, ['--import', 'tsx', '--test', '--test-reporter=tap', `src/${name}.test.ts`], {...own, env});
  } catch (error) {
    return assert.fail(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error));
  }
};

/** The checks of writing ran, rather than being excused. */
const demandProof = (report: string) => {
  assert.match(report, /^# fail 0$/m);
  for (const check of ['sign counts the same signature once', 'sign ends where nobody answers, or not to the end', 'create names an address that leads nowhere', 'getTally answers with a tally']) assert.match(report, new RegExp(`^ok \\d+ - ${check}$`, 'm'));
};

const create = (...parameters: string[]) => spawnSync(process.execPath, [join(root, 'bin/sphere-petition.js'), 'create-adapter', ...parameters], {cwd: folder, encoding: 'utf8'});

test('the example of an adapter of one’s own compiles, and keeps every promise', () => { demandProof(prove(join(root, 'examples/adapter'), 'our-crm')); });

test('its code is short, and the guide’s code is its code', () => {
  const guide = read('docs/adapters/your-own.md');
  const texts = FILES.map((file) => read(`examples/adapter/${file}`));
  for (const [index, text] of texts.entries()) assert.ok(guide.includes(`\`${FILES[index] ?? ''}\`:\n\n\`\`\`typescript\n${text}\`\`\`\n`), `the guide has other code than ${FILES[index] ?? ''}`);
  const lines = texts.join('').trimEnd().split('\n').length;
  assert.ok(lines < 100, `it has ${lines} lines`);
  assert.ok(guide.includes(`three files of ${lines} lines`), `the guide does not say ${lines} lines`);
});

test('a new adapter starts with a project that compiles and keeps every promise, under its own name', () => {
  const {status, stderr} = create('night-bus');
  assert.equal(status, 0, stderr);
  const project = join(folder, 'night-bus');
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  demandProof(prove(project, 'night-bus'));
  assert.deepEqual(readdirSync(join(project, 'src')).sort(), ['night-bus.test.ts', 'night-bus.ts', 'stand-in.ts', 'trial.ts']);
  const {version} = JSON.parse(read('package.json')) as {version: string};
  assert.match(readFileSync(join(project, 'package.json'), 'utf8'), new RegExp(`"name": "night-bus"[^]*"sphere-petition": "\\^${version.replaceAll('.', '\\.')}"`));
  assert.doesNotMatch(readFileSync(join(project, 'src/night-bus.ts'), 'utf8'), /our-crm/);
});

test('it overwrites nothing, and takes no name that pages cannot write', () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  const full = create('day-bus', '.');
  assert.equal(full.status, 1);
  assert.match(full.stderr, /is not empty/);
  assert.deepEqual(readdirSync(folder).filter((name) => name !== 'night-bus'), ['mine.txt']);
  for (const name of ['', '../up', 'Day Bus', '-x']) assert.match(create(name).stderr, /^Usage/);
});
