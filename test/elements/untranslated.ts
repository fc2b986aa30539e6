import {all} from './support.js';

/** What marks a translated text: brackets in one, a right-to-left override in the other. */
export const MARKS = {'en-XA': /[⟦⟧]/, 'ar-XB': /[\u202e\u202c]/} as const;
/** Whatever the petition itself says, in capitals, so that it cannot be taken for ours. */
export const OWN = 'OWN';

/** The texts that our shadow roots show, short of numbers, dates, names of countries, and the petition's own. */
export const untranslated = (root: Element, mark: RegExp): string[] => {
  const roots = [root.shadowRoot, ...all(root, '*').map(({shadowRoot}) => shadowRoot)].filter((each) => each !== null);
  return roots.flatMap((each) => {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const {textContent, parentElement} = walker.currentNode;
      const isOurs = parentElement?.closest('option:not([value=""]), time, data, [translate=no], [aria-hidden]') === null;
      const text = (textContent ?? '').trim();
      if (isOurs && text !== '' && !(/^[\s\d:.,()-]*$/.exec(text.replaceAll(OWN, ''))) && !mark.test(text)) texts.push(text);
    }
    return [...texts, ...all(each, '[aria-label]').map(({ariaLabel}) => ariaLabel ?? '').filter((label) => label !== '' && !mark.test(label))];
  });
};
