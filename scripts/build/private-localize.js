// @ts-check
// Puts a private copy of @lit/localize into dist/: that library can be configured once, and the once belongs to the page.
import {readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {rollup} from 'rollup';
import {write} from '../lib/files.js';
import {at} from '../lib/paths.js';

const LIBRARY = '@lit/localize/';
const entry = 'dist/localization/lit-localize';

/** Copies a declaration file and those that it reads beside our own. @param {string} path Inside the library. @param {Set<string>} copied */
const copyTypes = (path, copied) => {
  if (copied.has(path)) return;
  copied.add(path);
  const text = readFileSync(at(`node_modules/${LIBRARY}${path}`), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  write(at(`${entry}/${path}`), text);
  for (const [, next = ''] of text.matchAll(/from '(\.[^']+)\.js'/g)) copyTypes(posix.join(posix.dirname(path), `${next}.d.ts`), copied);
};

export const bundlePrivateLocalize = async () => {
  const file = at(`${entry}.js`);
  const bundle = await rollup({input: file, external: /^lit($|\/)/, plugins: [nodeResolve({resolveOnly: [/^@lit\/localize/], exportConditions: ['production']})]});
  await bundle.write({file, format: 'es'});
  await bundle.close();

  const types = readFileSync(at(`${entry}.d.ts`), 'utf8');
  const copied = new Set();
  for (const [, path = ''] of types.matchAll(/from '@lit\/localize\/([^']+)\.js'/g)) copyTypes(`${path}.d.ts`, copied);
  write(at(`${entry}.d.ts`), types.replaceAll(`'${LIBRARY}`, "'./lit-localize/"));
};
