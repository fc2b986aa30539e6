#!/usr/bin/env node
// @ts-check
// npx sphere-petition create-adapter NAME: the example in examples/adapter/, under another name, for a beginning.
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {argv, exit} from 'node:process';
import {fileURLToPath} from 'node:url';

const EXAMPLE = 'our-crm';
const template = fileURLToPath(new URL('../examples/adapter/', import.meta.url));
const FILES = ['package.json', 'tsconfig.json', 'README.md', `src/${EXAMPLE}.ts`, `src/${EXAMPLE}.test.ts`, 'src/stand-in.ts', 'src/trial.ts'];

/** @param {string} sentence @returns {never} */
const end = (sentence) => {
  console.error(sentence);
  exit(1);
};

const [command, name = '', folder = name] = argv.slice(2);
if (command !== 'create-adapter' || !/^[a-z][a-z0-9-]{0,63}$/.test(name)) end('Usage: sphere-petition create-adapter NAME [FOLDER]\nNAME is what pages will write in adapter="…": small letters, digits and hyphens.');
const target = resolve(folder);
if (existsSync(target) && readdirSync(target).length > 0) end(`${target} is not empty: name another folder, or empty that one.`);

const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
mkdirSync(join(target, 'src'), {recursive: true});
for (const file of FILES) {
  const text = readFileSync(join(template, file), 'utf8').replaceAll(EXAMPLE, name).replace('"file:../.."', `"^${version}"`);
  writeFileSync(join(target, file.replace(EXAMPLE, name)), text);
}
console.log(`${target} holds an adapter that passes the suite, and a stand-in for your back end. Next:\n\n  cd ${folder}\n  npm install\n  npm test\n`);
