#!/usr/bin/env node
// @ts-check
// npx sphere-petition create-adapter NAME: the example in examples/adapter/, under another name, for a beginning.
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {argv, cwd, exit} from 'node:process';
import {fileURLToPath} from 'node:url';

const USAGE = `Usage: sphere-petition create-adapter NAME [FOLDER]
NAME is what pages will write in adapter="…": a small letter, then small letters, digits and hyphens, 64 in all.
FOLDER is where the project goes; without it, a folder of that name.`;
const EXAMPLE = 'our-crm';
const COMPANIONS = ['stand-in', 'trial'];
const FILES = ['package.json', 'tsconfig.json', 'README.md', ...[EXAMPLE, `${EXAMPLE}.test`, ...COMPANIONS].map((name) => `src/${name}.ts`)];
/** What Windows takes for a device, with any ending. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)\d)$/;

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string} sentence @returns {never} */
const end = (sentence) => {
  console.error(sentence);
  exit(1);
};

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The library as a project in `target` names it: from where this copy came, be that a registry, a file or a clone. @param {string} target */
const origin = (target) => {
  const from = (/** @type {string} */ path) => `file:${relative(target, path).replaceAll('\\', '/')}`;
  const project = /^(.+)[\\/]node_modules[\\/]sphere-petition$/.exec(root)?.[1];
  if (project === undefined) return from(root);
  const manifest = join(project, 'package.json');
  const {dependencies, devDependencies} = existsSync(manifest) ? json(manifest) : {};
  const named = {...devDependencies, ...dependencies}['sphere-petition'] ?? '';
  return named.startsWith('file:') ? from(resolve(project, named.slice('file:'.length))) : named.includes(':') ? named : `^${json(join(root, 'package.json')).version}`;
};

const [command, name = '', folder = name, ...more] = argv.slice(2);
if (command === '--help') {
  console.log(USAGE);
  exit();
}
if (command !== 'create-adapter' || more.length > 0 || !/^[a-z][a-z0-9-]{0,63}$/.test(name)) end(USAGE);
const {platforms} = await import('../dist/registry/platforms.js').catch(() => end(`The library is not built yet. Once, in ${root}: npm install && npm run build`));
if (name === 'sphere' || Object.hasOwn(platforms, name)) end(`"${name}" is an adapter that comes with the library: choose another name.`);
if (DEVICE.test(name)) end(`Windows lets no file be called "${name}": choose another name.`);
if (COMPANIONS.includes(name)) end(`Beside the adapter there will be a file src/${name}.ts: choose another name.`);

const target = resolve(folder);
if (existsSync(target) && !statSync(target).isDirectory()) end(`${target} is a file: name another folder.`);
if (existsSync(target) && readdirSync(target).length > 0) end(`${target} is not empty: name another folder, or empty that one.`);

mkdirSync(join(target, 'src'), {recursive: true});
for (const file of FILES) {
  const text = readFileSync(join(root, 'examples/adapter', file), 'utf8').replaceAll(EXAMPLE, name).replace('"file:../.."', () => JSON.stringify(origin(target)));
  writeFileSync(join(target, file.replace(EXAMPLE, name)), text);
}
const steps = [...(target === cwd() ? [] : [`cd ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`]), 'npm install', 'npm test'];
console.log(`${target} holds an adapter that passes the suite, and a stand-in for your back end. Next:\n\n${steps.map((step) => `  ${step}`).join('\n')}\n`);
