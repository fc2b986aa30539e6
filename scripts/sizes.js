// @ts-check
// npm run sizes: what a page loads, against its budget, and against what the README says. `-- --write` brings the README up to
// date. Sizes are of the built files at brotli 11, Lit included; 1 kB is 1000 bytes.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {argv, exit} from 'node:process';
import {brotliCompressSync, constants} from 'node:zlib';
import {filesIn} from './lib/files.js';
import {closure, modulesOf} from './lib/modules-of.js';
import {at, isStarted} from './lib/paths.js';

/** In kB. */
const budgets = {counter: 10, loader: 2, classic: 1.5, petition: 26, signing: 5.5, events: 9, gathering: 14, bundle: 60, isolation: 2.5, embed: 1.5, resize: 1, language: 3, adapter: 2.5};
const TOLERANCE = 0.1;
const readme = at('README.md');
const MARKERS = /(<!-- sizes -->\n)([^]*?)(<!-- \/sizes -->)/;

/** @typedef {{what: string, size: number, budget: number}} Row */

const options = {params: {[constants.BROTLI_PARAM_QUALITY]: 11}};

/** @param {Iterable<string>} files @returns {number} */
const sizeOf = (files) => [...new Set(files)].reduce((sum, file) => sum + brotliCompressSync(readFileSync(at(file)), options).length, 0) / 1000;

/** Those with a `create`; the other files of the folder are what they share. */
const adapters = () => filesIn(at('src/adapters')).flatMap((file) => (/export const create\b/.test(readFileSync(file, 'utf8')) ? (/([^/\\]+)\.ts$/.exec(file)?.[1] ?? []) : []));

/** @returns {string[]} */
const languages = () => JSON.parse(readFileSync(at('locales/lit-localize.json'), 'utf8')).targetLocales.filter((/** @type {string} */ locale) => !/-X[AB]$/.test(locale));

/** @param {string} entry @param {string} chunks @param {readonly string[]} [loaded] The chunks that the entry loads at once for the page in question. */
const open = async (entry, chunks, loaded = []) => {
  const modules = await modulesOf(entry);
  // The name to its end: `sphere` is not `sphere-share`.
  const chunkFile = (/** @type {string} */ name) => [...modules.keys()].find((file) => file.startsWith(`${chunks}/${name}-`) && file.length === `${chunks}/${name}-xxxxxx.js`.length);
  const first = [...new Set([entry, ...loaded.map((name) => chunkFile(name) ?? `${chunks}/${name}-….js`)].flatMap((file) => closure(modules, file)))];
  return {
    first,
    /** @param {string} name Whether it is a file of its own, and not in the entry's. */
    apart: (name) => chunkFile(name) !== undefined,
    /** @param {string} name @returns {string[]} What loading that chunk adds. */
    chunk: (name) => {
      const file = chunkFile(name);
      if (!file) throw new Error(`There is no ${chunks}/${name}-….js.`);
      return closure(modules, file).filter((each) => !first.includes(each));
    },
  };
};

/** What every page needs that asks our own protocol: the adapter, where the entry does not hold it. @param {Awaited<ReturnType<typeof open>>} bundle */
const withAdapter = ({first, apart, chunk}) => [...first, ...(apart('sphere') ? chunk('sphere') : [])];

/** @returns {Promise<Row[]>} */
export const measure = async () => {
  const counter = await open('cdn/counter.js', 'cdn/counter');
  const loader = await open('cdn/sphere-petition.js', 'cdn/chunks');
  const petition = await open('cdn/sphere-petition.js', 'cdn/chunks', ['counter', 'template', 'reader', 'petition']);
  const events = await open('cdn/event-list.js', 'cdn/event-list');
  // What comes with signing, and with any adapter that is named, is no adapter's own.
  const beside = [...petition.chunk('late'), ...petition.chunk('rare')];
  return [
    {what: 'the counter: script, words in every language, adapter', size: sizeOf(withAdapter(counter)), budget: budgets.counter},
    {what: 'the script tag’s module alone, which finds the elements on the page', size: sizeOf(loader.first), budget: budgets.loader},
    {what: 'the classic script alone, which loads that module and mounts', size: sizeOf(['cdn/sphere-petition.iife.js']), budget: budgets.classic},
    {what: 'the whole petition until the form can be read: script, adapter', size: sizeOf(withAdapter(petition)), budget: budgets.petition},
    {what: 'what signing needs, fetched while the form is read', size: sizeOf(petition.chunk('late')), budget: budgets.signing},
    {what: 'the event list until it can be read: what it adds to the counter’s page', size: sizeOf(withAdapter(events)) - sizeOf(withAdapter(counter)), budget: budgets.events},
    {what: 'what joining and organising events need, fetched while the list is read', size: sizeOf([...events.chunk('gatherings'), ...events.chunk('read-petition')]), budget: budgets.gathering},
    {what: 'a form in a frame of its own: what it adds', size: sizeOf(petition.chunk('isolation').filter((file) => !petition.chunk('late').includes(file))), budget: budgets.isolation},
    {what: 'embed.js, beside the petition in a frame', size: sizeOf(['cdn/embed.js']), budget: budgets.embed},
    {what: 'resize.js, on pages with frames', size: sizeOf(['cdn/resize.js']), budget: budgets.resize},
    {what: 'everything in one file, languages apart', size: sizeOf(['cdn/sphere-petition.bundle.js']), budget: budgets.bundle},
    ...languages().map((language) => ({what: `the language ${language}`, size: sizeOf(petition.chunk(language)), budget: budgets.language})),
    ...adapters().filter(petition.apart).map((adapter) => ({what: `the adapter ${adapter}`, size: sizeOf(petition.chunk(adapter).filter((file) => !beside.includes(file))), budget: budgets.adapter})),
  ];
};

/** @param {readonly Row[]} rows */
const table = (rows) =>
  ['| What a page loads (brotli, Lit included) | kB | budget |', '| --- | ---: | ---: |', ...rows.map(({what, size, budget}) => `| ${what} | ${size.toFixed(1)} | ${budget} |`), ''].join('\n');

/** @param {readonly Row[]} rows @returns {string[]} Where the README differs. */
export const readmeProblems = (rows) => {
  const [, , quoted] = MARKERS.exec(existsSync(readme) ? readFileSync(readme, 'utf8') : '') ?? [];
  if (quoted === undefined) return ['README.md quotes no sizes: it has no <!-- sizes --> … <!-- /sizes -->.'];
  return rows.flatMap(({what, size, budget}) => {
    const [, said, limit] = new RegExp(`^\\| ${what} \\| ([\\d.]+) \\| ([\\d.]+) \\|$`, 'm').exec(quoted) ?? [];
    const right = said !== undefined && Math.abs(Number(said) - size) <= TOLERANCE + Number.EPSILON && Number(limit) === budget;
    return right ? [] : [`README.md says ${said ?? 'nothing'} for ${what}; it is ${size.toFixed(1)} kB of ${budget}. "npm run sizes -- --write" puts it right.`];
  });
};

/** @param {Row} row */
export const describe = ({what, size, budget}) => `${size <= budget ? '✓' : '✗'} ${size.toFixed(2).padStart(6)} of ${String(budget).padStart(3)} kB  ${what}`;

if (isStarted(import.meta.url)) {
  const rows = await measure();
  console.log(rows.map(describe).join('\n'));
  if (argv.includes('--write')) writeFileSync(readme, readFileSync(readme, 'utf8').replace(MARKERS, (_, start, _old, end) => start + table(rows) + end));
  const problems = readmeProblems(rows);
  if (problems.length) console.log(problems.join('\n'));
  exit(problems.length || rows.some(({size, budget}) => size > budget) ? 1 : 0);
}
