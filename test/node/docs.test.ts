import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {EventPage, Petition, Tally} from 'sphere-petition/contract';
import ts from 'typescript';
import * as z from 'zod/mini';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'server/README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** The snippets of a language, each with the document it stands in. */
const snippets = (language: string) => documents.flatMap((file) =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code = '']) => ({file, code})));

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly {readonly name?: string}[];
  readonly slots?: readonly {readonly name: string}[];
}

/** What the elements accept, as their manifest has it. */
const elements = (): Map<string, Declaration> => {
  const manifest = JSON.parse(read('custom-elements.json')) as {modules: {declarations?: Declaration[]}[]};
  return new Map(manifest.modules.flatMap(({declarations = []}) => declarations.flatMap((each) => (each.tagName === undefined ? [] : [[each.tagName, each] as const]))));
};

test('the manifest knows every element and what each accepts', () => {
  const known = elements();
  assert.deepEqual([...known.keys()].sort(), ['sphere-counter', 'sphere-letter', 'sphere-petition', 'sphere-petition-form']);
  for (const [tag, {attributes = []}] of known) {
    const names = attributes.map(({name}) => name);
    assert.ok(names.includes('src') && names.includes('adapter'), `${tag} lacks src or adapter: ${names.join(', ')}`);
  }
});

test('every element, attribute and slot in an HTML snippet exists', () => {
  const known = elements();
  const found = snippets('html');
  assert.ok(found.length > 5);
  for (const {file, code} of found) {
    for (const [whole, tag = '', attributes = ''] of code.matchAll(/<(sphere-[a-z-]+)([^>]*)>/g)) {
      const element = known.get(tag);
      assert.ok(element, `${file} names <${tag}>, which does not exist`);
      const accepted = new Set([...(element.attributes ?? []).map(({name}) => name), 'lang', 'slot', 'class']);
      for (const [, name = ''] of attributes.matchAll(/\s([a-z-]+)(?:=|\s|$)/g)) {
        assert.ok(accepted.has(name) || name.startsWith('setting-'), `${file} gives <${tag}> an attribute that it does not know: ${name} in ${whole}`);
      }
    }
    for (const [, slot = ''] of code.matchAll(/slot="([^"]+)"/g)) assert.ok(known.get('sphere-petition')?.slots?.some(({name}) => name === slot), `${file} names a slot that does not exist: ${slot}`);
  }
});

test('every TypeScript and JavaScript snippet compiles as a reader’s file would', () => {
  const found = [...snippets('ts'), ...snippets('js')];
  assert.ok(found.length > 3);
  const files = new Map(found.map(({code}, index) => [join(root, `test/node/snippet-${index}.ts`), `${code}\nexport {};\n`]));
  const options: ts.CompilerOptions = {
    noEmit: true, strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: ['node'], skipLibCheck: true, exactOptionalPropertyTypes: true,
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
      const at = join(dirname(file), path);
      assert.ok(existsSync(join(root, at)), `${file} links to ${target}, which is not there`);
      if (heading === undefined) continue;
      const headings = [...read(at).matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words.toLowerCase().replace(/[^\w\- ]/g, '').replaceAll(' ', '-'));
      assert.ok(headings.includes(heading), `${file} links to ${target}, a heading that is not there`);
    }
  }
});
