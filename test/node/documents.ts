import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {read, root} from './elements.js';

/** Every document that a reader is sent to. */
export const documents = ['README.md', 'CONTRIBUTING.md', 'server/README.md', ...readdirSync(join(root, 'docs'), {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** The snippets of a language, each with it and with the document it stands in. A snippet in a list is indented. */
export const snippets = (language: string) => documents.flatMap((file) =>
  [...read(file).matchAll(new RegExp(`^( *)\`\`\`${language}\\n([^]*?)^ *\`\`\``, 'gm'))].map(([, indent = '', code = '']) => ({file, code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''), language})));
