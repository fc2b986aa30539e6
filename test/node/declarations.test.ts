import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import ts from 'typescript';
import {read, root} from './elements.js';

const declarations = (folder: string): string[] => readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.d.ts')).map((name) => join(root, folder, name));

test('our declarations are sound for whoever checks them, and not only for those who skip libraries', () => {
  const {files} = JSON.parse(read('package.json')) as {files: string[]};
  assert.ok(files.includes('dist') && files.includes('frameworks'));
  const own = [...declarations('dist'), ...declarations('frameworks')];
  assert.ok(own.length > 50);
  const program = ts.createProgram(own, {
    noEmit: true, strict: true, exactOptionalPropertyTypes: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [], skipLibCheck: false,
  });
  const problems = own.flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  }).map(({file, messageText}) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  assert.deepEqual(problems, []);
});
