import {html} from 'lit';
import {memoryAdapter, type MemoryOptions, type PetitionDocument} from '../../src/adapters/memory.js';
import type {BackendAdapter} from '../../src/contract/index.js';
import {english} from '../mocks/documents.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import './listening.js';

/** Somebody whose name and address appear nowhere else: wherever these words turn up, they have leaked. */
export const CANARY = {givenName: 'Canarina', familyName: 'Zwitschervogel', email: 'canarina.zwitschervogel@example.org', country: 'FR'} as const;

/** A back end in the page: what `change` holds stands in for its own members; `petition` changes its document; `events` are listed. */
export const backEnd = ({petition = {}, count = 0, events, ...change}: Partial<BackendAdapter> & Pick<MemoryOptions, 'events' | 'count'> & {petition?: Partial<PetitionDocument>} = {}): BackendAdapter =>
  ({...memoryAdapter({petition: {...english, ...petition}, count, ...(events && {events})}), ...change});

/** An element as a page has it, told of its back end, at its first rendering. Removed after the test. */
export const place = async <K extends keyof HTMLElementTagNameMap>(tag: K, adapter?: BackendAdapter, parent?: ParentNode, content = ''): Promise<HTMLElementTagNameMap[K]> => {
  const element = Object.assign(document.createElement(tag), {adapter});
  element.innerHTML = content;
  await fixture(html`${element}`, parent);
  return element;
};

/** Everything that matches in `root` and in every shadow root below it. */
export const all = <T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T[] => {
  const own = 'shadowRoot' in root && root.shadowRoot ? all<T>(root.shadowRoot, selector) : [];
  const inner = [...root.querySelectorAll('*')].flatMap(({shadowRoot}) => (shadowRoot ? all<T>(shadowRoot, selector) : []));
  return [...own, ...root.querySelectorAll<T>(selector), ...inner];
};

/** The first that matches, as soon as there is one. */
export const find = <T extends Element = HTMLElement>(root: Element, selector: string): Promise<T> =>
  eventually(() => all<T>(root, selector)[0], `Nothing matches ${selector} in <${root.localName}>.`);

/** The words that an element renders itself, and those that the elements inside its shadow root render. */
export const words = (root: Element | ShadowRoot): string =>
  ['shadowRoot' in root ? root.shadowRoot : root, ...all(root, '*').map(({shadowRoot}) => shadowRoot)]
    .map((each) => each?.textContent ?? '').join(' ').replace(/[ \n]+/g, ' ').trim();

/** Waits until the element says so. */
export const says = (root: Element, sentence: string | RegExp): Promise<true> => eventually(
  () => (typeof sentence === 'string' ? words(root).includes(sentence) : sentence.test(words(root))),
  `<${root.localName}> does not say "${String(sentence)}".`,
).then(() => true, (error: unknown) => { throw new Error(`${String(error)} It says: ${words(root)}`); });

/** A part of the page in one colour scheme, as wide as one says. Removed after the test, with all that is in it. */
export const room = ({scheme = 'light', width, lang}: {scheme?: 'light' | 'dark'; width?: number; lang?: string} = {}): Promise<HTMLElement> => fixture(
  `<div style="color-scheme: ${scheme}; background: Canvas; color: CanvasText;${width === undefined ? '' : ` inline-size: ${String(width)}px;`}"${lang === undefined ? '' : ` lang="${lang}"`}></div>`,
);

/** Lets every task that is due run: for what must *not* happen, after the condition that would have made it happen. */
export const aTurn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });
