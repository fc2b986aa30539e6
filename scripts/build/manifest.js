// @ts-check
// custom-elements.json: what editors and catalogues know of our elements, from their doc blocks.
import {readFileSync} from 'node:fs';
import {filesIn, write} from '../lib/files.js';
import {at} from '../lib/paths.js';
import {tool} from '../lib/run.js';

/**
 * What we read of the manifest's schema.
 *
 * @typedef {{name: string, description?: string}} Named
 * @typedef {{name: string, module?: string, package?: string}} Reference
 * @typedef {Named & {type?: {text: string}, default?: string, fieldName?: string, inheritedFrom?: Reference}} Attribute
 * @typedef {Named & {kind: 'field' | 'method', type?: {text: string}, default?: string, privacy?: string, static?: boolean, attribute?: string, inheritedFrom?: Reference}} Member
 * @typedef {Named & {type: {text: string}}} EventOfElement
 * @typedef {Named & {kind: string, tagName?: string, superclass?: Reference, attributes?: Attribute[], members?: Member[], events?: Partial<EventOfElement>[],
 *   slots?: Named[], cssParts?: Named[], cssProperties?: (Named & {default?: string})[], cssStates?: Named[]}} Declaration
 * @typedef {{path: string, declarations: Declaration[], exports: {kind: string, name: string, declaration: Reference}[]}} Module
 * @typedef {{schemaVersion: string, modules: Module[]}} Manifest
 * @typedef {Omit<Declaration, 'events'> & {tagName: string, module: string, attributes: Attribute[], members: Member[], events: EventOfElement[], slots: Named[],
 *   cssParts: Named[], cssProperties: Named[], cssStates: Named[]}} Element One of our elements, with the module that its class is in.
 */

export const MANIFEST = 'custom-elements.json';
/** The element that others stand in, or are part of. */
const WHOLE = 'sphere-petition';

/** @returns {Promise<Manifest>} What the analyzer makes of the source. */
const analyze = async () => {
  const globs = ['src/elements/**/*.ts', 'src/localization/sphere-element.ts'];
  const {code, output} = await tool('@custom-elements-manifest/analyzer/cem.js', ['analyze', '--litelement', '--quiet', '--globs', ...globs, '--outdir', '.'], {quiet: true});
  if (code !== 0) throw new Error(`The custom elements manifest could not be made:\n${output}`);
  // It names our sources; whoever installs the package has what was built from them.
  return JSON.parse(readFileSync(at(MANIFEST), 'utf8').replace(/"\/?src\/([^"]+)\.[jt]s"/g, '"dist/$1.js"'));
};

/** @param {string | undefined} type @returns {string} What of a property's type can be written down in an attribute: no object, and absence is no value. */
const writable = (type = 'string') => {
  const parts = type.split(' | ').filter((part) => part !== 'undefined' && part !== 'null' && !/^[A-Z]/.test(part));
  return parts.length > 0 ? parts.join(' | ') : 'string';
};

/** What our constants hold: the analyzer knows a default only by the constant's name. @returns {Map<string, string>} */
const constants = () =>
  new Map(filesIn(at('src/elements')).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^(?:export )?const ([A-Z_]+)(?:: \w+)? = ([\d.]+|'[^']*'|true|false);$/gm)].map(([, name = '', value = '']) => /** @type {const} */ ([name, value]))));

/** The analyzer takes Lit's internal state for attributes. @param {Declaration} declaration @param {ReadonlyMap<string, string>} values @returns {Declaration} */
const publicPart = ({attributes, members = [], events, superclass, ...rest}, values) => {
  const open = members
    .filter(({privacy}) => privacy === undefined || privacy === 'public')
    .map((member) => ({...member, ...(member.default !== undefined && {default: values.get(member.default) ?? member.default})}));
  return {
    ...rest,
    ...(superclass && {superclass: superclass.name === 'Event' ? {name: 'Event', package: 'global:'} : superclass}),
    ...(attributes && {
      attributes: attributes.flatMap((attribute) => {
        const field = open.find(({name}) => name === attribute.fieldName);
        if (attribute.fieldName !== undefined && !field) return [];
        return [{...attribute, type: {text: writable(attribute.type?.text)}, ...(field?.default !== undefined && {default: field.default})}];
      }),
    }),
    ...(open.length > 0 && {members: open}),
    // It also lists what is dispatched, without a name.
    ...(events && {events: events.filter(({name, description}) => name !== undefined && description !== undefined)}),
  };
};

/** Elements, their events, and what those extend: helpers of ours are nobody's business. @param {Module[]} modules @returns {Module[]} */
const publicModules = (modules) => {
  const classes = modules.flatMap(({declarations}) => declarations.filter(({kind}) => kind === 'class'));
  const named = new Set(classes.flatMap(({tagName, name, events = []}) => (tagName === undefined ? [] : [name, ...events.flatMap(({type}) => type?.text ?? [])])));
  for (const name of named) {
    const above = classes.find((each) => each.name === name)?.superclass;
    if (above) named.add(above.name);
  }
  const values = constants();
  return modules
    .map(({declarations, exports, ...rest}) => ({
      ...rest,
      declarations: declarations.filter(({kind, name}) => kind === 'class' && named.has(name)).map((declaration) => publicPart(declaration, values)),
      exports: exports.filter(({name}) => named.has(name)),
    }))
    .filter(({declarations}) => declarations.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
};

/** @param {Manifest} manifest @returns {Element[]} */
export const elementsOf = ({modules}) =>
  modules.flatMap(({path, declarations}) =>
    declarations.flatMap(({tagName, attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [], cssStates = [], ...rest}) =>
      tagName === undefined ? [] : [{...rest, tagName, module: path, attributes, members, events: /** @type {EventOfElement[]} */ (events), slots, cssParts, cssProperties, cssStates}]));

/** Events bubble: what an element says, the petition around it says too. @param {Manifest} manifest */
const bubble = (manifest) => {
  const events = new Map(elementsOf(manifest).flatMap((element) => element.events.map((event) => [event.name, event])));
  const whole = manifest.modules.flatMap(({declarations}) => declarations).find(({tagName}) => tagName === WHOLE);
  if (whole && events.size > 0) whole.events = [...events.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** @returns {Promise<Manifest>} */
export const buildManifest = async () => {
  const analyzed = await analyze();
  const manifest = {...analyzed, modules: publicModules(analyzed.modules)};
  bubble(manifest);
  write(at(MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
};
