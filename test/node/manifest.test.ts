import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {test} from 'node:test';
import {join} from 'node:path';
import {elements, manifest, read, root, sources} from './elements.js';

/** What `static properties` names, without what Lit keeps to itself. */
const ownProperties = (text: string): string[] => {
  const [, body = ''] = /static override properties: PropertyDeclarations = \{([^]*?)\};\n/.exec(text) ?? [];
  return [...body.matchAll(/(\w+): \{([^{}]*)\}/g)].flatMap(([, name = '', options = '']) => (options.includes('state: true') ? [] : [name]));
};

test('every element of the source is in the manifest, with its description and what all elements accept', () => {
  const known = elements();
  const found = sources();
  assert.ok(found.length > 3);
  assert.deepEqual([...known.keys()].sort(), found.map(({tag}) => tag).sort());
  for (const {description, tagName, attributes} of known.values()) {
    assert.ok(description, `${tagName} has no description`);
    const names = attributes.map(({name}) => name);
    for (const name of ['src', 'adapter', 'setting-*']) assert.ok(names.includes(name), `${tagName} lacks ${name}: ${names.join(', ')}`);
  }
});

test('every public property of the source is in the manifest, with its type and its description', () => {
  for (const {tag, text} of sources()) {
    const members = elements().get(tag)?.members ?? [];
    for (const property of [...ownProperties(text), 'src', 'adapter', ...(text.includes('extends PetitionReader') ? ['headingLevel'] : [])]) {
      const member = members.find(({name}) => name === property);
      assert.ok(member?.description, `${tag} does not say what ${property} is`);
      assert.ok(member.type?.text, `${tag} does not say of which type ${property} is`);
    }
  }
});

test('everything the manifest tells of an element is described, and nothing in it is private', () => {
  for (const {tagName, attributes, members, events = [], slots = [], cssParts = [], cssProperties = [], cssStates = []} of elements().values()) {
    for (const {name, description} of [...attributes, ...members, ...events, ...slots, ...cssParts, ...cssProperties, ...cssStates]) assert.ok(description, `${tagName}: ${name || 'the default slot'} is not described`);
    for (const {name, privacy} of members) assert.ok(privacy === undefined || privacy === 'public', `${tagName}: ${name} is ${privacy ?? ''}`);
    const open = new Set(members.map(({name}) => name));
    for (const {name, fieldName} of attributes) assert.ok(fieldName === undefined || open.has(fieldName), `${tagName}: the attribute ${name} sets what is private`);
  }
});

test('what an attribute takes can be written down, and its default is a value', () => {
  for (const {tagName, attributes} of elements().values()) {
    for (const {name, type, default: value} of attributes) {
      assert.match(type?.text ?? '', /^(string|number|boolean|'[^']+'( \| '[^']+')*)$/, `${tagName}: ${name}`);
      if (value !== undefined) assert.match(value, /^('.*'|true|false|-?[\d.]+)$/, `${tagName}: ${name} has the default ${value}`);
    }
  }
});

/** Parts, slots and states as the templates have them, of an element and of what lies beside it. */
const markup = (file: string): string => {
  const folder = join('src/elements', file, '..');
  return readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts')).map((name) => read(join(folder, name))).join('\n');
};

test('every event that is dispatched is told, with its class, and reaches the petition around', () => {
  const known = elements();
  const classes = new Map(manifest().modules.flatMap(({declarations}) => declarations.map(({name, members = []}) => [name, members.find((member) => member.name === 'type')?.default?.slice(1, -1)] as const)));
  for (const {file, tag} of sources()) {
    for (const [, name = ''] of markup(file).matchAll(/dispatchEvent\(new (\w+Event)\(/g)) {
      const told = known.get(tag)?.events?.find(({type}) => type?.text === name);
      assert.ok(told, `${tag} dispatches ${name}, which its doc block does not tell`);
      assert.equal(told.name, classes.get(name), `${tag} tells another name of ${name}`);
      assert.ok(known.get('sphere-petition')?.events?.some((event) => event.name === told.name));
    }
  }
});

test('every element and every event is exported, and every element has a module that defines it', () => {
  const index = read('src/index.ts');
  const all = read('src/define/index.ts');
  for (const {tagName, name, events = []} of elements().values()) {
    for (const exported of [name, ...events.map(({type}) => type?.text ?? '')]) assert.match(index, new RegExp(`\\b${exported}\\b`), `sphere-petition does not export ${exported}`);
    assert.match(read(`src/define/${tagName}.ts`), new RegExp(`^${name}\\.define\\(\\);$`, 'm'));
    assert.ok(all.includes(`'./${tagName}.js'`), `sphere-petition/define lacks ${tagName}`);
  }
});

test('editors know every element, attribute, part, property and state', () => {
  const html = JSON.parse(read('editors/vscode.html-custom-data.json')) as {tags: {name: string; attributes: {name: string; values?: {name: string}[]}[]}[]};
  const css = JSON.parse(read('editors/vscode.css-custom-data.json')) as Record<'properties' | 'pseudoElements' | 'pseudoClasses', {name: string}[]>;
  const jetBrains = (JSON.parse(read('editors/web-types.json')) as {contributions: {html: {elements: {name: string; attributes: {name: string}[]; js: {properties: {name: string}[]; events: {name: string}[]}}[]}}}).contributions.html.elements;
  const names = (items: readonly {name: string}[] = []) => items.map(({name}) => name);
  for (const {tagName, attributes, events = [], cssParts = [], cssProperties = [], cssStates = []} of elements().values()) {
    const tag = html.tags.find(({name}) => name === tagName);
    assert.deepEqual(names(tag?.attributes), names(attributes).filter((name) => name !== 'setting-*'));
    const element = jetBrains.find(({name}) => name === tagName);
    assert.deepEqual(names(element?.attributes), names(attributes));
    assert.deepEqual(names(element?.js.events), names(events));
    for (const {name} of cssParts) assert.ok(names(css.pseudoElements).includes(`::part(${name})`), name);
    for (const {name} of cssProperties) assert.ok(names(css.properties).includes(name), name);
    for (const {name} of cssStates) assert.ok(names(css.pseudoClasses).includes(`:state(${name})`), name);
  }
  const appearance = html.tags.find(({name}) => name === 'sphere-counter')?.attributes.find(({name}) => name === 'appearance');
  assert.deepEqual(names(appearance?.values), ['bar', 'inline']);
});
