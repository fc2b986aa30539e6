import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
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

/** The command, of this clone or of another copy of the package. */
const run = (home: string, ...parameters: string[]) => spawnSync(process.execPath, [join(home, 'bin/sphere-petition.js'), ...parameters], {cwd: folder, encoding: 'utf8'});
const create = (...parameters: string[]) => run(root, 'create-adapter', ...parameters);

/** What the new project in a folder is told to install. */
const dependency = (project: string): unknown => (JSON.parse(readFileSync(join(folder, project, 'package.json'), 'utf8')) as {dependencies: Record<string, string>}).dependencies['sphere-petition'];

/** As npm installs the package for a project that asks for it so. */
const installed = (project: string, spec: string): string => {
  const home = join(folder, project, 'node_modules/sphere-petition');
  for (const part of ['bin', 'dist/registry', 'examples/adapter/src']) cpSync(join(root, part), join(home, part), {recursive: true});
  for (const file of ['package.json', ...['package.json', 'tsconfig.json', 'README.md'].map((name) => `examples/adapter/${name}`)]) cpSync(join(root, file), join(home, file));
  writeFileSync(join(folder, project, 'package.json'), JSON.stringify({dependencies: {'sphere-petition': spec}}));
  return home;
};

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
  // What the guide puts into a page's script stands beside it, and must compile too.
  const [, page = ''] = /^\*\*With a bundler\*\*.*\n\n```typescript\n([^]+?)```$/m.exec(read('docs/adapters/your-own.md')) ?? [];
  assert.match(page, /import\('\.\/our-crm\.js'\)/);
  writeFileSync(join(project, 'src/page.ts'), page.replaceAll('our-crm', 'night-bus'));
  demandProof(prove(project, 'night-bus'));
  assert.deepEqual(readdirSync(join(project, 'src')).sort(), ['night-bus.test.ts', 'night-bus.ts', 'page.ts', 'stand-in.ts', 'trial.ts']);
  assert.match(readFileSync(join(project, 'package.json'), 'utf8'), /"name": "night-bus"/);
  assert.doesNotMatch(readFileSync(join(project, 'src/night-bus.ts'), 'utf8'), /our-crm/);
});

test('it gets the library from where the command did: a clone, a file, an address, a registry', () => {
  const {version} = JSON.parse(read('package.json')) as {version: string};
  assert.equal(dependency('night-bus'), `file:${relative(join(folder, 'night-bus'), root)}`.replace(/\/$/, ''));
  const fetched = 'https://files.example.org/sphere-petition.tgz';
  for (const [index, [spec, expected]] of [['file:../packed.tgz', 'file:../../packed.tgz'], [fetched, fetched], ['^0.0.9', `^${version}`]].entries()) {
    assert.equal(run(installed(`buyer-${index}`, spec ?? ''), 'create-adapter', 'night-bus', `buyer-${index}/own`).status, 0);
    assert.equal(dependency(`buyer-${index}/own`), expected);
  }
});

test('it overwrites nothing, takes no name that pages cannot write or that is taken, and says what is wrong', () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  mkdirSync(join(folder, 'full/of'), {recursive: true});
  const before = readdirSync(folder);
  for (const name of ['', '../up', 'Day Bus', 'Day-Bus', 'day.bus', '1st', '-x']) assert.match(create(name).stderr, /^Usage/);
  assert.match(create('day', 'bus', 'stop').stderr, /^Usage/);
  for (const [parameters, says] of [
    [['day-bus', '.'], /is not empty/], [['day-bus', 'full'], /is not empty/], [['day-bus', 'mine.txt'], /mine\.txt is a file/], [['json'], /comes with the library/], [['sphere'], /comes with the library/],
    [['nul'], /^Windows lets no file be called "nul"/], [['trial'], /src\/trial\.ts/], [['stand-in'], /src\/stand-in\.ts/],
  ] as const) {
    const {status, stderr} = create(...parameters);
    assert.equal(status, 1);
    assert.match(stderr, says);
  }
  assert.deepEqual(readdirSync(folder), before);
  assert.match(run(root, '--help').stdout, /^Usage/);
});

test('what to type next can be typed, though the folder has a space in its name', () => {
  assert.match(create('day-bus', 'full/Day Bus').stdout, /\n {2}cd "full\/Day Bus"\n {2}npm install\n/);
});
