// @ts-check
// dist/ → cdn/: what a script tag loads. Small entries, and chunks for what only some pages need, or need later; and one file that has it all.
import {readFileSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {minify} from '@swc/core';
import {rollup} from 'rollup';
import {filesIn, prune, write} from '../lib/files.js';
import {at} from '../lib/paths.js';
import {archive, integrityOf, wordpressPlugin} from './cdn-files.js';
import {CONFIGURATOR} from './configure.js';
import {licencesOf} from './licences.js';
import {dropDescriptions} from './drop-descriptions.js';
import {languageFiles} from './language-files.js';
import {minifyCss, minifyTemplates} from './minify-templates.js';
import {numberMessages} from './number-messages.js';
import {COUNTER} from './words.js';

const {version} = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const banner = `/*! sphere-petition ${version}, MIT; see LICENSES.txt */\n`;

/** @type {import('rollup').Plugin} */
const minifyScript = {
  name: 'minify-script',
  async renderChunk(code, chunk, {format}) {
    const {code: small} = await minify(code, {module: format === 'es', ecma: 2021, compress: {passes: 3}, mangle: true, format: {comments: false}});
    return {code: (chunk.isEntry ? banner : '') + small, map: null};
  },
};

/** The counter alone carries its few words in every language, so that it needs no second request. @type {import('rollup').Plugin} */
const counterWords = {
  name: 'counter-words',
  resolveId(source, importer) {
    return source.endsWith('/generated/shipped.js') ? this.resolve(source.replace('shipped.js', 'shipped-counter.js'), importer, {skipSelf: true}) : null;
  },
};

/** See src/cdn/lean-styles.ts and src/cdn/lean-schemas.ts. @type {import('rollup').Plugin} */
const lean = {
  name: 'lean',
  resolveId: (source, importer) =>
    source === 'zod/mini' ? at('dist/cdn/lean-schemas.js')
    : source === './css-tag.js' && importer?.includes('/@lit/reactive-element/') ? at('dist/cdn/lean-styles.js')
    : null,
};

/**
 * What every page of this bundle needs comes at once, though the modules ask for it only when they need it.
 *
 * @param {...string} modules @returns {import('rollup').Plugin}
 */
const atOnce = (...modules) => ({
  name: 'at-once',
  transform(code) {
    /** @type {string[]} */
    const imports = [];
    const rest = code.replace(/import\('([^']+)'\)/g, (whole, source) => {
      if (!modules.some((module) => source.endsWith(module))) return whole;
      imports.push(`import * as atOnce${imports.length} from '${source}';\n`);
      return `Promise.resolve(atOnce${imports.length - 1})`;
    });
    return imports.length === 0 ? null : {code: imports.join('') + rest, map: null};
  },
});

/**
 * Puts modules, and all that they need and none before them has, into chunks of their own. Without, each module that two elements share would be a
 * request; and what the entry has stays in the entry.
 *
 * @param {Readonly<Record<string, readonly string[]>>} groups The modules of each chunk, by the ends of their paths; those that others build on first.
 * @returns {import('rollup').GetManualChunk}
 */
const inChunks = (groups) => {
  /** @type {Map<string, string> | undefined} */
  let owners;
  return (id, {getModuleIds, getModuleInfo}) => {
    if (owners) return owners.get(id);
    owners = new Map();
    const ids = [...getModuleIds()];
    const roots = Object.entries(groups).flatMap(([group, modules]) => modules.map((module) => ({group, id: ids.find((each) => each.endsWith(`/${module}`)) ?? module})));
    const entries = ids.filter((each) => getModuleInfo(each)?.isEntry).map((each) => ({group: 'entry', id: each}));
    for (const root of [...entries, ...roots]) {
      const found = new Set([root.id]);
      for (const each of found) {
        if (!owners.has(each)) owners.set(each, root.group);
        for (const next of getModuleInfo(each)?.importedIds ?? []) found.add(next);
      }
    }
    return owners.get(id);
  };
};

/** @param {string} name @param {import('rollup').OutputOptions} output @param {import('rollup').Plugin[]} [plugins] */
const bundle = async (name, output, plugins = []) => {
  const build = await rollup({
    input: {[name]: at(`dist/cdn/${name}.js`)},
    // A chunk may import from the entry, which is there already; a third file for what they share would cost a round trip.
    preserveEntrySignatures: output.format === 'iife' ? 'strict' : 'allow-extension',
    plugins: [...plugins, lean, nodeResolve({browser: true, exportConditions: ['production'], ignoreSideEffectsForRoot: true}), dropDescriptions, minifyTemplates, minifyScript],
    onwarn: (warning) => {
      // What is wrong inside other people's modules they know; anything else is ours to put right.
      const places = warning.ids ?? [warning.id ?? ''];
      if (!places.every((place) => place.includes('node_modules'))) throw new Error(warning.message);
    },
  });
  const {output: files} = await build.generate({format: 'es', freeze: false, entryFileNames: '[name].js', hoistTransitiveImports: false, onlyExplicitManualChunks: true, ...output});
  await build.close();
  return files.flatMap((file) => (file.type === 'chunk' ? [file] : []));
};

/** By size, and by what a page may hold without the rest: a number, events, a letter, a form. */
const PETITION = {
  counter: ['define/sphere-counter.js'],
  template: ['lit/html.js', 'elements/heading-level.js', 'elements/petition-form/keep-chosen.js', 'styles/states.js', 'styles/controls.js', 'localization/country-name.js'],
  reader: ['elements/petition-reader.js', 'registry/read-petition.js', 'define/sphere-letter.js', 'define/sphere-updates.js'],
  petition: ['define/sphere-petition.js', 'define/sphere-petition-form.js'],
  'event-list': ['define/sphere-event-list.js'],
  share: ['define/sphere-share.js'],
};

export const buildCdn = async () => {
  const languages = await languageFiles();
  const bundles = [
    await bundle('sphere-petition', {chunkFileNames: 'chunks/[name]-[hash:6].js', manualChunks: inChunks(PETITION)}, [numberMessages(), atOnce('/adapters/sphere.js', '/http-write.js')]),
    await bundle('sphere-petition.iife', {format: 'iife'}, [numberMessages()]),
    await bundle('sphere-petition.bundle', {format: 'iife', inlineDynamicImports: true}, [languages.plugin, numberMessages()]),
    // Each name of a file weighs on the counter, which names several and mostly needs none.
    await bundle('counter', {chunkFileNames: 'counter/[hash:6].js'}, [counterWords, numberMessages(COUNTER), atOnce('/adapters/sphere.js')]),
    await bundle('event-list', {chunkFileNames: 'event-list/[name]-[hash:6].js'}, [numberMessages(), atOnce('/adapters/sphere.js')]),
    await bundle('embed', {chunkFileNames: 'embed/[hash:6].js'}),
    await bundle('resize', {format: 'iife'}),
    await bundle('conformance', {chunkFileNames: 'conformance/[name]-[hash:6].js'}),
    await bundle('pseudo', {chunkFileNames: 'pseudo/[name]-[hash:6].js'}),
  ];
  const chunks = bundles.flat();
  /** @type {Map<string, string | Uint8Array>} */
  const files = new Map([...chunks.map(({fileName, code}) => /** @type {const} */ ([fileName, code])), ...languages.files]);
  files.set('sphere-petition.css', minifyCss(readFileSync(at('src/cdn/sphere-petition.css'), 'utf8')).trim());
  files.set('LICENSES.txt', licencesOf(chunks.flatMap(({moduleIds}) => moduleIds)));
  files.set('integrity.json', integrityOf(files));
  files.set(`sphere-petition-${version}.zip`, archive(files, version));
  files.set('sphere-petition-wordpress.zip', wordpressPlugin());
  for (const [path, content] of files) write(at(`cdn/${path}`), content);
  prune(at('cdn'), [...[...files.keys()].map((path) => at(`cdn/${path}`)), ...filesIn(at(CONFIGURATOR))]);
};
