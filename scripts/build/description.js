// @ts-check
// What is known of our elements, written down for whoever writes a page with them: the manifest, and all that is made from it.
import {readFileSync} from 'node:fs';
import {at} from '../lib/paths.js';
import {buildEditorData} from './editor-data.js';
import {buildFrameworkTypes} from './framework-types.js';
import {buildManifest, elementsOf} from './manifest.js';

export const describeElements = async () => {
  const manifest = await buildManifest();
  const elements = elementsOf(manifest);
  const modules = new Map(manifest.modules.flatMap(({path, declarations}) => declarations.map(({name}) => [name, path])));
  const {version} = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  buildFrameworkTypes(elements, modules);
  buildEditorData(elements, modules, version);
};
