// @ts-check
// custom-elements.json → frameworks/generated/elements.d.ts: what each element is, accepts and says, for the hand-written types of
// each framework beside it.
import {write} from '../lib/files.js';
import {at} from '../lib/paths.js';

/** @typedef {import('./manifest.js').Element} Element */

/** @param {string} text @param {string} indent */
const comment = (text, indent) => `${indent}/**\n${text.split('\n').map((line) => `${indent} * ${line}`.trimEnd().replaceAll('*/', '*\u200b/')).join('\n')}\n${indent} */\n`;

/** @param {string} title @param {readonly {name: string, description?: string}[]} items */
const list = (title, items) => (items.length > 0 ? `\n\n${title}:\n${items.map(({name, description = ''}) => `- \`${name || 'default'}\`: ${description}`).join('\n')}` : '');

/** What can be written down: `"3"` means 3. @param {string} [type] */
const written = (type = 'string') => (type === 'number' ? 'number | `${number}`' : type === 'boolean' ? "boolean | ''" : type);

/** @param {readonly string[]} lines @param {string} none */
const record = (lines, none) => (lines.length > 0 ? `{\n${lines.join('')}    }` : none);

/** @param {Element} element */
const entry = ({tagName, name, description = '', attributes, members, slots, events, cssStates}) => {
  const properties = members.filter(({kind, static: isStatic}) => kind === 'field' && !isStatic).map((member) => member.name);
  // What is named like its property is that property: frameworks set it where the element has one.
  const others = attributes.filter((attribute) => !properties.includes(attribute.name));
  const key = (/** @type {string} */ attribute) => (attribute.endsWith('*') ? `[setting: \`${attribute.slice(0, -1)}\${string}\`]` : `'${attribute}'`);
  return `${comment(description + list('Slots', slots) + list('Events', events) + list('States', cssStates), '  ')}  '${tagName}': {
    element: ${name};
    properties: Pick<${name}, ${properties.map((property) => `'${property}'`).join(' | ') || 'never'}>;
    attributes: ${record(others.map((attribute) => `${comment(attribute.description ?? '', '      ')}      ${key(attribute.name)}: ${written(attribute.type?.text)}${attribute.name.endsWith('*') ? ' | undefined' : ''};\n`), 'unknown')};
    events: ${record(events.map((event) => `${comment(event.description ?? '', '      ')}      '${event.name}': ${event.type.text};\n`), 'unknown')};
  };
`;
};

/** @param {readonly Element[]} elements @param {ReadonlyMap<string, string>} modules Where each class is. */
export const buildFrameworkTypes = (elements, modules) => {
  const names = [...new Set(elements.flatMap(({name, events}) => [name, ...events.map(({type}) => type.text)]))].sort();
  const imports = names.map((name) => {
    const module = modules.get(name);
    if (module === undefined) throw new Error(`The doc block of an element names ${name}, a class that is not there.`);
    return `import type {${name}} from '../../${module}';\n`;
  });
  const text = `// Generated from custom-elements.json by scripts/build/framework-types.js.
${imports.join('')}
/** Our elements: the class of each, the properties and the other attributes that a page may set, and the events that it hears. */
export interface Elements {
${elements.map(entry).join('\n')}}
`;
  write(at('frameworks/generated/elements.d.ts'), text);
};
