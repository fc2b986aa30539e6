import {resolve, type Page} from './page.js';

/** What each mark on a `<div>` makes of it. */
const MARKS = {'data-sphere-petition': 'sphere-petition', 'data-sphere-counter': 'sphere-counter', 'data-sphere-events': 'sphere-event-list'} as const;
const MARKED = Object.keys(MARKS).map((mark) => `[${mark}]`).join();

/** An element of ours, or a `<div>` or script that is to become one. */
export interface Widget {
  readonly node: Element;
  /** The element that it is or becomes. */
  readonly tag: string;
  /** How it stands there. */
  readonly as: 'element' | 'mount' | 'script';
  /** The petition's address. Absent: it names none that can be read. */
  readonly src: URL | undefined;
}

const isOurs = ({localName}: Element): boolean => localName.startsWith('sphere-');

/** What of ours stands on the page, without the parts inside of a whole, and once where a place has become its element. */
export const widgetsOf = (page: Page): Widget[] => {
  const elements = [...page.document.querySelectorAll('*')].filter((node) => isOurs(node) && !node.parentElement?.closest(`sphere-petition, ${MARKED}`));
  const marked = [...page.document.querySelectorAll(MARKED)].filter((node) => !isOurs(node) && !(node.localName === 'script' && node.nextElementSibling && isOurs(node.nextElementSibling)));
  return [
    ...elements.map((node) => ({node, tag: node.localName, as: 'element' as const, src: resolve(page, node.getAttribute('src'))})),
    ...marked.flatMap((node) => Object.entries(MARKS).filter(([mark]) => node.hasAttribute(mark)).map(([mark, tag]) => (
      {node, tag, as: node.localName === 'script' ? 'script' as const : 'mount' as const, src: resolve(page, node.getAttribute(mark))}))),
  ];
};

/** A file of ours, what it registers, and whether it makes widgets of marked places. */
interface Kind {
  readonly isModule: boolean;
  readonly registers: (tag: string) => boolean;
  readonly mounts: boolean;
}

const everything = () => true;
const only = (...tags: readonly string[]) => (tag: string) => tags.includes(tag);
const KINDS: Readonly<Record<string, Kind>> = {
  'sphere-petition.js': {isModule: true, registers: everything, mounts: false},
  'sphere-petition.iife.js': {isModule: false, registers: everything, mounts: true},
  'sphere-petition.bundle.js': {isModule: false, registers: everything, mounts: true},
  'counter.js': {isModule: true, registers: only('sphere-counter'), mounts: false},
  'event-list.js': {isModule: true, registers: only('sphere-event-list', 'sphere-counter'), mounts: false},
};

/** A `<script>` of the page that loads one of our files. */
export interface Script extends Kind {
  readonly node: Element;
  readonly src: URL;
  readonly file: string;
}

const fileOf = ({pathname}: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);

/** A name that says what it is; others have a `counter.js` too, which is ours where an element of ours waits for it. */
const isTelling = (file: string): boolean => file.startsWith('sphere-');

/** Every script that loads one of our files, and where nothing says so clearly, what may be one. */
export const scriptsOf = (page: Page): Script[] =>
  [...page.document.querySelectorAll('script[src]')].flatMap((node) => {
    const src = resolve(page, node.getAttribute('src'));
    const file = src && fileOf(src);
    const kind = file !== undefined && Object.hasOwn(KINDS, file) ? KINDS[file] : undefined;
    if (!src || file === undefined || !kind || !(isTelling(file) || /\/v(1|\/[^/]+)\/[^/]+$/.test(src.pathname) || page.document.querySelector('sphere-counter, sphere-event-list'))) return [];
    return [{node, src, file, ...kind}];
  });

/** Frames of ours. */
export const framesOf = (page: Page): {readonly node: Element; readonly src: URL}[] =>
  [...page.document.querySelectorAll('iframe[src]')].flatMap((node) => {
    const src = resolve(page, node.getAttribute('src'));
    return src && /\/embed\/[A-Za-z0-9][\w-]*$/.test(src.pathname) ? [{node, src}] : [];
  });

/** Pictures of ours: numbers, and codes to photograph. */
export const picturesOf = (page: Page): URL[] =>
  [...page.document.querySelectorAll('img[src]')].flatMap((node) => {
    const src = resolve(page, node.getAttribute('src'));
    return src && /\/(badge|qr)\/[A-Za-z0-9][\w-]*\.(svg|png)$/.test(src.pathname) ? [src] : [];
  });
