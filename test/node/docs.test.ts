import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {EventPage, Petition, Tally} from 'sphere-petition/contract';
import ts from 'typescript';
import * as z from 'zod/mini';
import {documents, snippets} from './documents.js';
import {elements, read, root} from './elements.js';


test('every element, attribute and slot in an HTML snippet exists', () => {
  const known = elements();
  const found = snippets('html');
  assert.ok(found.length > 5);
  for (const {file, code} of found) {
    for (const [whole, tag = '', attributes = ''] of code.matchAll(/<(sphere-[a-z-]+)([^>]*)>/g)) {
      const element = known.get(tag);
      assert.ok(element, `${file} names <${tag}>, which does not exist`);
      const accepted = new Set([...element.attributes.map(({name}) => name), 'lang', 'slot', 'class']);
      for (const [, name = ''] of attributes.matchAll(/\s([a-z-]+)(?:=|\s|$)/g)) {
        assert.ok(accepted.has(name) || name.startsWith('setting-'), `${file} gives <${tag}> an attribute that it does not know: ${name} in ${whole}`);
      }
    }
    for (const [, slot = ''] of code.matchAll(/slot="([^"]+)"/g)) assert.ok(known.get('sphere-petition')?.slots?.some(({name}) => name === slot), `${file} names a slot that does not exist: ${slot}`);
  }
});

test('every TypeScript and JavaScript snippet compiles as a reader’s file would', () => {
  const found = [...snippets('ts'), ...snippets('js'), ...snippets('tsx')];
  assert.ok(found.length > 3 && snippets('tsx').length > 2);
  const files = new Map(found.map(({code, language}, index) => [join(root, `test/node/snippet-${index}.${language === 'tsx' ? 'tsx' : 'ts'}`), `${code}\nexport {};\n`]));
  const options: ts.CompilerOptions = {
    noEmit: true, strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: ['node'], skipLibCheck: true, exactOptionalPropertyTypes: true,
    // React's, where a snippet does not say whose.
    jsx: ts.JsxEmit.ReactJSX,
  };
  const host = ts.createCompilerHost(options);
  const {getSourceFile, fileExists, readFile} = host;
  // `campaign` in a snippet stands for the reader's own document.
  const text = (name: string) => files.get(name)?.replace('campaign)', 'JSON.parse("{}"))');
  host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
  host.readFile = (name) => text(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, ...rest) => {
    const own = text(name);
    return own === undefined ? getSourceFile.call(host, name, ...rest) : ts.createSourceFile(name, own, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({file, messageText}) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  assert.deepEqual(problems, []);
});

/** Lays the snippets of a language down as files of a project, where `sphere-petition` is found as in a reader's. */
const project = (language: string): string => {
  const folder = join(root, `node_modules/.cache/sphere-petition/snippets-${language}`);
  rmSync(folder, {recursive: true, force: true});
  mkdirSync(folder, {recursive: true});
  const found = snippets(language);
  assert.ok(found.length > 0);
  for (const [index, {code}] of found.entries()) writeFileSync(join(folder, `Snippet${index}.${language}`), code);
  const compilerOptions = {noEmit: true, target: 'es2022', lib: ['es2024', 'dom'], module: 'esnext', moduleResolution: 'bundler', strict: true, verbatimModuleSyntax: true, skipLibCheck: true, types: []};
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, include: [`*.${language}`], vueCompilerOptions: {strictTemplates: true}}));
  return folder;
};

/** @throws with what the checker says, where it finds fault. */
const check = (script: string, ...args: string[]) => {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules', script), ...args], {encoding: 'utf8', stdio: 'pipe'});
  } catch (error) {
    assert.fail(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error));
  }
};

test('every Vue snippet compiles', () => { check('vue-tsc/bin/vue-tsc.js', '-p', project('vue')); });

test('every Svelte snippet compiles', () => { check('svelte-check/bin/svelte-check', '--workspace', project('svelte'), '--tsconfig', 'tsconfig.json', '--fail-on-warnings'); });

test('every JSON snippet is JSON', () => {
  const found = snippets('json');
  assert.ok(found.length > 2);
  for (const {file, code} of found) assert.doesNotThrow(() => { JSON.parse(code); }, file);
});

test('every document of a petition, a tally or events in the guides is as the contract has it', () => {
  const kinds = [['language', Petition], ['count', Tally], ['events', EventPage]] as const;
  const checked = snippets('json').flatMap(({file, code}) => {
    const value: unknown = JSON.parse(code);
    const kind = kinds.find(([member]) => typeof value === 'object' && value !== null && Object.hasOwn(value, member));
    return kind ? [{file, code, problems: z.safeParse(kind[1], value).error?.issues ?? []}] : [];
  });
  assert.ok(checked.length >= 4);
  for (const {file, code, problems} of checked) assert.deepEqual(problems, [], `${file}: ${code}`);
});

test('every command in the documents exists', () => {
  const scripts = (JSON.parse(read('package.json')) as {scripts: Record<string, string>}).scripts;
  for (const file of documents) {
    for (const [, name = ''] of read(file).matchAll(/npm run ([a-z:]+)/g)) assert.ok(scripts[name], `${file} names "npm run ${name}", which does not exist`);
  }
});

test('every link to a file leads to one, and to a heading that is there', () => {
  for (const file of documents) {
    for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
      const [path = '', heading] = target.split('#');
      const at = path === '' ? file : join(dirname(file), path);
      assert.ok(existsSync(join(root, at)), `${file} links to ${target}, which is not there`);
      if (heading === undefined) continue;
      const headings = [...read(at).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
      assert.ok(headings.includes(heading), `${file} links to ${target}, a heading that is not there`);
    }
  }
});

test('every row of a table stands in one', () => {
  for (const file of documents) {
    for (const block of read(file).replace(/^```[^]*?^```/gm, '').split(/\n\s*\n/)) {
      const rows = block.split('\n').filter((line) => line.startsWith('|'));
      if (rows.length > 0) assert.match(rows[1] ?? '', /^\|( ?:?-+:? ?\|)+$/, `${file} has a table without a head, which is shown as words: ${rows[0] ?? ''}`);
    }
  }
});
