// @ts-check
// custom-elements.json: what editors and catalogues know of our elements.
import {readFileSync, writeFileSync} from 'node:fs';
import {at} from '../lib/paths.js';
import {tool} from '../lib/run.js';

export const buildManifest = async () => {
  const args = ['analyze', '--litelement', '--quiet', '--globs', 'src/elements/**/*.ts', '--outdir', '.'];
  const {code, output} = await tool('@custom-elements-manifest/analyzer/cem.js', args, {quiet: true});
  if (code !== 0) throw new Error(`The custom elements manifest could not be made:\n${output}`);
  // It names our sources; whoever installs the package has what was built from them.
  const path = at('custom-elements.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"(\/?)src\/([^"]+)\.ts"/g, '"$1dist/$2.js"'));
};
