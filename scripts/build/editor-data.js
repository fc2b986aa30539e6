// @ts-check
// custom-elements.json → editors/: what VS Code and JetBrains complete and explain.
import {write} from '../lib/files.js';
import {at} from '../lib/paths.js';

/** @typedef {import('./manifest.js').Element} Element */
/** @typedef {import('./manifest.js').Attribute} Attribute */
/** @typedef {import('./manifest.js').Named} Named */

/** @param {string} name @param {unknown} data */
const save = (name, data) => write(at(`editors/${name}`), `${JSON.stringify(data, null, 2)}\n`);

/** @param {string} value @returns {{kind: 'markdown', value: string}} */
const markdown = (value) => ({kind: 'markdown', value});

/** @param {string} title @param {readonly Named[]} items */
const list = (title, items) => (items.length > 0 ? `\n\n**${title}**\n${items.map(({name, description = ''}) => `- \`${name || 'default'}\`: ${description}`).join('\n')}` : '');

/** @param {Attribute} attribute @returns {string[]} The words that may stand in it, where they are counted. */
const words = ({type}) => [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, word = '']) => word);

/** One entry for each name, with what every element says of it. @param {readonly Element[]} elements @param {(element: Element) => readonly Named[]} pick */
const byName = (elements, pick) => {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const element of elements) for (const {name, description = ''} of pick(element)) found.set(name, [...(found.get(name) ?? []), `\`<${element.tagName}>\`: ${description}`]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, descriptions]) => ({name, description: markdown(descriptions.join('\n\n'))}));
};

/** @param {readonly Element[]} elements */
const vsCodeHtml = (elements) => ({
  version: 1.1,
  tags: elements.map(({tagName, description = '', slots, events, attributes}) => ({
    name: tagName,
    description: markdown(description + list('Slots', slots) + list('Events', events)),
    // It knows no patterns, and says nothing against an attribute that it does not know.
    attributes: attributes.filter(({name}) => !name.endsWith('*')).map((attribute) => ({
      name: attribute.name,
      description: markdown(attribute.description ?? ''),
      ...(attribute.type?.text === 'boolean' && {valueSet: 'v'}),
      ...(words(attribute).length > 0 && {values: words(attribute).map((name) => ({name}))}),
    })),
  })),
});

/** @param {readonly Element[]} elements */
const vsCodeCss = (elements) => ({
  version: 1.1,
  properties: byName(elements, ({cssProperties}) => cssProperties),
  pseudoElements: byName(elements, ({cssParts}) => cssParts.map(({name, ...rest}) => ({...rest, name: `::part(${name})`}))),
  pseudoClasses: byName(elements, ({cssStates}) => cssStates.map(({name, ...rest}) => ({...rest, name: `:state(${name})`}))),
});

/** @param {Attribute} attribute */
const webTypesAttribute = ({name, description, type, default: fallback}) => ({
  name,
  description,
  ...(name.endsWith('*') && {pattern: {regex: `${name.slice(0, -1)}.+`}}),
  // As attributes do: a default without the quotes of its literal.
  ...(fallback !== undefined && {default: fallback.replace(/^'(.*)'$/, '$1')}),
  ...(type?.text === 'boolean' ? {value: {kind: 'no-value', type: 'boolean'}} : {value: {type: type?.text ?? 'string'}}),
});

/** @param {readonly Element[]} elements @param {string} version @param {ReadonlyMap<string, string>} modules */
const webTypes = (elements, version, modules) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: 'sphere-petition',
  version,
  'description-markup': 'markdown',
  'js-types-syntax': 'typescript',
  contributions: {
    html: {
      elements: elements.map(({tagName, name, description, attributes, slots, events, members, cssProperties, cssParts, cssStates}) => ({
        name: tagName,
        description,
        source: {module: 'sphere-petition', symbol: name},
        attributes: attributes.map(webTypesAttribute),
        slots: slots.map((slot) => ({name: slot.name, description: slot.description})),
        js: {
          properties: members.filter(({kind, static: isStatic}) => kind === 'field' && !isStatic).map((member) => ({name: member.name, description: member.description, type: member.type?.text ?? 'unknown'})),
          events: events.map((event) => ({name: event.name, description: event.description, type: {name: event.type.text, ...(modules.has(event.type.text) && {module: 'sphere-petition'})}})),
        },
        css: {
          properties: cssProperties.map((property) => ({name: property.name, description: property.description})),
          parts: cssParts.map((part) => ({name: part.name, description: part.description})),
          'pseudo-classes': cssStates.map((state) => ({name: `state(${state.name})`, description: state.description})),
        },
      })),
    },
  },
});

/** @param {readonly Element[]} elements @param {ReadonlyMap<string, string>} modules Where each class is. @param {string} version Of the package. */
export const buildEditorData = (elements, modules, version) => {
  save('vscode.html-custom-data.json', vsCodeHtml(elements));
  save('vscode.css-custom-data.json', vsCodeCss(elements));
  save('web-types.json', webTypes(elements, version, modules));
};
