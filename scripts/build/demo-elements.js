// @ts-check
// A page for each element: what custom-elements.json knows of it, and its states, which demo/states/ lists.
import {elementsOf} from './manifest.js';

/** @typedef {import('./manifest.js').Element} Element */

/** @param {string} text */
export const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What stands between backticks is code. @param {string} [text] */
const prose = (text = '') => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');

/** @param {string} text */
const code = (text) => `<code>${escaped(text)}</code>`;

/** @typedef {{name: string, description?: string | undefined, notes?: (string | false | undefined)[]}} Row */

/** @param {Row} row */
const line = ({name, description, notes = []}) => {
  const said = notes.filter(Boolean);
  return `<tr><th scope="row">${name}</th><td>${prose(description)}${said.length > 0 ? `<div class="notes">${said.join(' · ')}</div>` : ''}</td></tr>`;
};

/** @param {string} title @param {readonly Row[]} rows */
const table = (title, rows) => (rows.length === 0 ? '' : `<table><caption>${title}</caption>\n<tbody>\n${rows.map(line).join('\n')}\n</tbody></table>`);

/** Every table of what can be set, filled, styled and heard. @param {Element} element */
const reference = ({attributes, members, slots, cssParts, cssProperties, cssStates, events}) => {
  const fields = members.filter(({kind, static: isStatic}) => kind === 'field' && !isStatic);
  return [
    table('Attributes', attributes.map(({name, type, default: value, description}) => ({
      name: code(name), description, notes: [type && code(type.text), value !== undefined && `default ${code(value)}`],
    }))),
    table('Properties', fields.map(({name, type, attribute, description}) => ({
      name: code(name), description: attribute === undefined ? description : '', notes: [type && code(type.text), attribute !== undefined && `the attribute ${code(attribute)}`],
    }))),
    table('Slots', slots.map(({name, description}) => ({name: name === '' ? 'its content' : code(name), description}))),
    table('Parts', cssParts.map(({name, description}) => ({name: code(`::part(${name})`), description}))),
    table('CSS custom properties', cssProperties.map(({name, description}) => ({name: code(name), description}))),
    table('States', cssStates.map(({name, description}) => ({name: code(`:state(${name})`), description}))),
    table('Events', events.map(({name, type, description}) => ({name: code(name), description, notes: [code(type.text)]}))),
  ].join('\n');
};

/** The states of an element: after each comment, which says what is seen, comes the markup. @param {string} text */
const statesIn = (text) => [...text.matchAll(/<!-- ([^]+?) -->\n([^]*?)(?=<!-- |$)/g)].map(([, caption = '', markup = '']) => ({caption, markup: markup.trim()}));

/** @param {{caption: string, markup: string}} state */
const figure = ({caption, markup}) => `<figure class="state"><figcaption>${prose(caption)}</figcaption>\n<div class="stage">\n${markup}\n</div></figure>`;

/** What somebody copies: the element as it stands on a page of theirs. @param {string} markup */
const snippet = (markup) => escaped(`<script type="module" src="https://HOST/v1/sphere-petition.js"></script>\n${markup}`)
  .replaceAll('{{petition}}', 'src=&quot;https://HOST/petitions/safe-exit&quot;')
  .replaceAll('{{address}}', 'https://HOST/petitions/safe-exit');

/**
 * What the pages of the elements hold, each under the name that demo/parts/element.html gives it. The first state is the example.
 *
 * @param {import('./manifest.js').Manifest} manifest @param {(tag: string) => string} statesOf
 */
export const elementPages = (manifest, statesOf) =>
  elementsOf(manifest).map((element) => {
    const [example, ...states] = statesIn(statesOf(element.tagName));
    if (!example) throw new Error(`demo/states/${element.tagName}.html shows nothing.`);
    return {
      tag: element.tagName,
      description: prose(element.description),
      example: example.markup,
      snippet: snippet(example.markup),
      states: states.map(figure).join('\n'),
      reference: reference(element),
    };
  });
