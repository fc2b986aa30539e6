import {localeFor, tagOf} from '../localization/locale.js';
import {loadLanguage} from '../localization/packs.js';

// Files that several elements need. All that an element needs are asked for at once, so that none is found only after another has come.
const counter = () => import('../define/sphere-counter.js');
const template = () => import('lit/html.js');
const reader = () => import('../elements/petition-reader.js');

/** The elements that are not here yet, and what each needs. */
const elements: Record<string, readonly (() => Promise<unknown>)[]> = {
  'sphere-counter': [counter],
  'sphere-petition': [counter, template, reader, () => import('../define/sphere-petition.js')],
  'sphere-petition-form': [counter, template, reader, () => import('../define/sphere-petition-form.js')],
  'sphere-letter': [counter, template, reader, () => import('../define/sphere-letter.js')],
  'sphere-updates': [counter, template, reader, () => import('../define/sphere-updates.js')],
  'sphere-event-list': [counter, template, () => import('../define/sphere-event-list.js')],
  'sphere-share': [counter, template, reader, () => import('../define/sphere-share.js')],
};

const look = (): void => {
  for (const element of document.querySelectorAll(':not(:defined)')) {
    const {localName} = element;
    const files = elements[localName];
    if (!files) continue;
    delete elements[localName];
    // Its words come beside it, not after it.
    void loadLanguage(localeFor(tagOf(element)).language);
    // Whoever is offline now may not be when the page changes next; what stands inside the tags is seen until then.
    Promise.all(files.map((file) => file())).catch(() => { elements[localName] = files; });
  }
};

/** Fetches and registers each element as soon as the page has one, however late, and no other. */
export const loadOnDemand = (): void => {
  new MutationObserver(look).observe(document, {childList: true, subtree: true});
  look();
};
