// @ts-check
// configure/ → cdn/configure/: the configurator, beside the scripts that its snippets name.
import {readFileSync} from 'node:fs';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {minify} from '@swc/core';
import {rollup} from 'rollup';
import {prune, write} from '../lib/files.js';
import {at} from '../lib/paths.js';
import {minifyTemplates} from './minify-templates.js';
import {compile} from './modules.js';

export const CONFIGURATOR = 'cdn/configure';

/** @type {import('rollup').Plugin} */
const minifyScript = {
  name: 'minify-script',
  renderChunk: async (code) => ({code: (await minify(code, {module: true, ecma: 2021, compress: {passes: 2}, mangle: true, format: {comments: false}})).code, map: null}),
};

/** @param {string} entry @param {'es' | 'iife'} format The preview's is a script in its place; modules come too late for what is parsed before them. @returns {Promise<string>} */
const bundle = async (entry, format) => {
  const build = await rollup({
    input: at(`configure/dist/${entry}.js`),
    plugins: [nodeResolve({browser: true, exportConditions: ['production']}), minifyTemplates, minifyScript],
    onwarn: ({message, id = '', ids = [id]}) => {
      if (!ids.every((place) => place.includes('node_modules'))) throw new Error(message);
    },
  });
  const {output} = await build.generate({format});
  await build.close();
  return output[0].code;
};

export const buildConfigurator = async () => {
  await compile('configure', 'configure/dist');
  const {version} = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const files = {
    'index.html': readFileSync(at('configure/index.html'), 'utf8').replace('{{version}}', version),
    'configure.css': readFileSync(at('configure/configure.css'), 'utf8'),
    'preview.css': readFileSync(at('configure/preview.css'), 'utf8'),
    'configure.js': await bundle('main', 'es'),
    'preview.js': await bundle('preview', 'iife'),
  };
  for (const [name, text] of Object.entries(files)) write(at(`${CONFIGURATOR}/${name}`), text);
  prune(at(CONFIGURATOR), Object.keys(files).map((name) => at(`${CONFIGURATOR}/${name}`)));
};
