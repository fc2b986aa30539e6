// @ts-check
// dist/ → cdn/: what a script tag loads. One entry with everything it must have at once, and chunks for what can wait.
import {readFileSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {minify} from '@swc/core';
import {rollup} from 'rollup';
import {filesIn, prune, write} from '../lib/files.js';
import {at} from '../lib/paths.js';
import {CONFIGURATOR} from './configure.js';
import {licencesOf} from './licences.js';
import {dropDescriptions} from './drop-descriptions.js';
import {minifyTemplates} from './minify-templates.js';
import {numberMessages} from './number-messages.js';
import {COUNTER} from './words.js';

const {version} = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const banner = `/*! sphere-petition ${version}, MIT; see LICENSES.txt */\n`;

/** @type {import('rollup').Plugin} */
const minifyScript = {
  name: 'minify-script',
  async renderChunk(code, chunk) {
    const {code: small} = await minify(code, {module: true, ecma: 2021, compress: {passes: 3}, mangle: true, format: {comments: false}});
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

/** See src/cdn/lean-styles.ts. @type {import('rollup').Plugin} */
const leanStyles = {
  name: 'lean-styles',
  resolveId: (source, importer) => (source === './css-tag.js' && importer?.includes('/@lit/reactive-element/') ? at('dist/cdn/lean-styles.js') : null),
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

/** @param {string} name @param {string} chunks How the chunks' files are called. @param {import('rollup').Plugin[]} [plugins] */
const bundle = async (name, chunks, plugins = []) => {
  const build = await rollup({
    input: {[name]: at(`dist/cdn/${name}.js`)},
    // A chunk may import from the entry, which is there already; a third file for what they share would cost a round trip.
    preserveEntrySignatures: 'allow-extension',
    plugins: [...plugins, leanStyles, nodeResolve({browser: true, exportConditions: ['production'], ignoreSideEffectsForRoot: true}), dropDescriptions, minifyTemplates, minifyScript],
    onwarn: (warning) => {
      // What is wrong inside other people's modules they know; anything else is ours to put right.
      const places = warning.ids ?? [warning.id ?? ''];
      if (!places.every((place) => place.includes('node_modules'))) throw new Error(warning.message);
    },
  });
  const {output} = await build.generate({format: 'es', entryFileNames: '[name].js', chunkFileNames: chunks, hoistTransitiveImports: false});
  await build.close();
  return output.filter((each) => each.type === 'chunk');
};

export const buildCdn = async () => {
  const bundles = [
    await bundle('sphere-petition', 'chunks/[name]-[hash:6].js', [numberMessages(), atOnce('/adapters/sphere.js', '/http-write.js', '/read-petition.js')]),
    // Each name of a file weighs on the counter, which names several and mostly needs none.
    await bundle('counter', 'counter/[hash:6].js', [counterWords, numberMessages(COUNTER), atOnce('/adapters/sphere.js')]),
    await bundle('event-list', 'event-list/[name]-[hash:6].js', [numberMessages(), atOnce('/adapters/sphere.js')]),
    await bundle('pseudo', 'pseudo/[name]-[hash:6].js'),
  ];
  const chunks = bundles.flat();
  const files = new Map(chunks.map(({fileName, code}) => [at(`cdn/${fileName}`), code]));
  files.set(at('cdn/LICENSES.txt'), licencesOf(chunks.flatMap(({moduleIds}) => moduleIds)));
  for (const [path, text] of files) write(path, text);
  prune(at('cdn'), [...files.keys(), ...filesIn(at(CONFIGURATOR))]);
};
