// @ts-check
// What package.json promises is there: every export exists, needs nothing that is not a dependency, and loads in plain Node.
import {existsSync, readFileSync} from 'node:fs';
import {relative} from 'node:path';
import {exit} from 'node:process';
import {filesIn} from './lib/files.js';
import {at, isStarted, root} from './lib/paths.js';
import {node} from './lib/run.js';

/** @typedef {{what: string, problem: string | undefined}} Check */

const {name, exports, dependencies} = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** @param {string | {types: string, default: string}} target */
const targetsOf = (target) => (typeof target === 'string' ? [target] : Object.values(target));

/** @param {string} pattern Of a path, with at most one `*`. @returns {string[]} What the star stands for in each file that fits. */
const matches = (pattern) => {
  const [before = '', after] = at(pattern).split('*');
  if (after === undefined) return existsSync(before) ? [''] : [];
  return filesIn(before.slice(0, before.lastIndexOf('/'))).flatMap((file) => (file.startsWith(before) && file.endsWith(after) ? [file.slice(before.length, file.length - after.length)] : []));
};

/** @returns {Check[]} */
const existence = () =>
  Object.entries(exports).flatMap(([path, target]) => {
    const [first = [], ...others] = targetsOf(target).map(matches);
    const unmatched = others.some((other) => other.join() !== first.join());
    const problem = first.length === 0 ? 'nothing is there' : unmatched ? 'some modules lack their types, or some types their module' : undefined;
    return [{what: `exports "${path}"`, problem}];
  });

/** @param {string} file @returns {string[]} What a built module, or its types, imports at once or later. */
export const importsOf = (file) =>
  // A statement begins its line: what is quoted in a text, or said in a comment, is no import.
  [...readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '').matchAll(/^(?:(?:import|export)\b[^='"`\n]* from |import |\} from )['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]/gm)].map(([, atOnce, later = '']) => atOnce ?? later);

/** @returns {Check} Modules and types that a consumer could not resolve. */
const resolution = () => {
  const allowed = Object.keys(dependencies);
  const strays = filesIn(at('dist')).flatMap((file) =>
    importsOf(file)
      .filter((specifier) => !specifier.startsWith('.') && !allowed.some((dependency) => specifier === dependency || specifier.startsWith(`${dependency}/`)))
      .map((specifier) => `${relative(root, file)} imports ${specifier}`),
  );
  return {what: 'dist/ imports its dependencies alone', problem: strays.join(', ') || undefined};
};

/** @returns {Check} What is made to be imported by name has a name. */
const adapters = () => {
  const files = filesIn(at('dist/adapters')).filter((file) => file.endsWith('.js') && /export const create\b/.test(readFileSync(file, 'utf8')));
  const named = entryFiles();
  const lost = files.map((file) => relative(root, file).replaceAll('\\', '/')).filter((file) => !named.includes(file));
  return {what: 'every adapter has an export', problem: lost.join(', ') || undefined};
};

/** A page's globals are missing in Node: what loads there touches none of them, and what defines elements defines them there for nobody. @param {string} specifier @returns {Promise<Check>} */
const loads = async (specifier) => {
  const code = `await import(${JSON.stringify(specifier)}); if ('window' in globalThis || 'document' in globalThis) throw new Error('it made a window')`;
  const {code: status, output} = await node(['--input-type=module', '-e', code], {quiet: true});
  return {what: `import '${specifier}' in Node`, problem: status === 0 ? undefined : output.trim()};
};

/** Each module that can be imported by name, with its file; data, and what a script tag loads, are no modules of Node's. */
const entryPoints = () =>
  Object.entries(exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return [];
    return matches(target.default).map((star) => ({specifier: `${name}${path.slice(1).replace('*', star)}`, file: target.default.slice(2).replace('*', star)}));
  });

/** @returns {string[]} The files that exports lead to, by their path from the root. */
export const entryFiles = () => entryPoints().map(({file}) => file);

/** @returns {Promise<Check[]>} */
export const checkExports = async () => [...existence(), resolution(), adapters(), ...(await Promise.all(entryPoints().map(({specifier}) => loads(specifier))))];

if (isStarted(import.meta.url)) {
  const checks = await checkExports();
  for (const {what, problem} of checks) console.log(problem ? `✗ ${what}: ${problem}` : `✓ ${what}`);
  exit(checks.some(({problem}) => problem) ? 1 : 0);
}
