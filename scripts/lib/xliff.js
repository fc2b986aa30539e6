// @ts-check
// Reads what lit-localize's own reader leaves out of an XLIFF file: the source text and the state of a translation.
import {readFileSync, writeFileSync} from 'node:fs';
import {DOMParser, XMLSerializer} from '@xmldom/xmldom';

/** @typedef {{text: string, placeholders: string[]}} Words Text with `⟨…⟩` in place of each placeholder. */
/** @typedef {{source: Words, target: Words | undefined, state: string | undefined, element: Element}} Unit */

/** @param {readonly (string | {untranslatable: string})[]} contents A message as lit-localize has it. @returns {Words} */
export const wordsOf = (contents) => ({
  text: contents.map((part) => (typeof part === 'string' ? part : `⟨${part.untranslatable}⟩`)).join(''),
  placeholders: contents.flatMap((part) => (typeof part === 'string' ? [] : [part.untranslatable])).sort(),
});

/** @param {Element} element @returns {Words} */
const read = (element) => wordsOf(Array.from(element.childNodes, (node) => (node.nodeType === node.ELEMENT_NODE ? {untranslatable: node.textContent ?? ''} : (node.nodeValue ?? ''))));

/** @param {string} path */
export const readXliff = (path) => {
  const document = new DOMParser().parseFromString(readFileSync(path, 'utf8'), 'text/xml');
  /** @type {Map<string, Unit>} */
  const units = new Map();
  for (const element of Array.from(document.getElementsByTagName('trans-unit'))) {
    const [source] = Array.from(element.getElementsByTagName('source'));
    const [target] = Array.from(element.getElementsByTagName('target'));
    units.set(element.getAttribute('id') ?? '', {
      source: source ? read(source) : wordsOf([]),
      target: target && read(target),
      state: target?.getAttribute('state') || undefined,
      element,
    });
  }
  return {
    units,
    save: () => {
      writeFileSync(path, new XMLSerializer().serializeToString(document));
    },
  };
};
