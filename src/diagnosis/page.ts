import type {Problem} from './problem.js';

/** A page as it was pasted, or as it stands in the browser. */
export interface Page {
  readonly document: Document;
  /** Its own address. Absent: not known, and taken for one under `https:`. */
  readonly address?: URL | undefined;
  /** The response headers, each as often as it was sent, by names in small letters. */
  readonly headers?: ReadonlyMap<string, readonly string[]>;
  /** The page's text, where it was pasted: a parser has put right what is wrong in it. */
  readonly source?: string;
  /** Whether an element has been registered, on a page that runs. */
  readonly isDefined?: (tag: string) => boolean;
  /** The hashes of our scripts by their addresses, as far as they are known. */
  readonly integrity?: ReadonlyMap<string, string>;
}

/** Looks at one thing. */
export type Rule = (page: Page) => readonly Problem[];

/** Stands in for a page whose address nobody said. */
const SOMEWHERE = 'https://your-page.example/';

/** Where the page's relative addresses start from. */
export const baseOf = ({document, address}: Page): string => {
  const own = address?.href ?? SOMEWHERE;
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? own;
  return URL.canParse(base, own) ? new URL(base, own).href : own;
};

/** An address that the page names. */
export const resolve = (page: Page, address: string | null): URL | undefined => {
  const base = baseOf(page);
  return address !== null && URL.canParse(address, base) ? new URL(address, base) : undefined;
};

/** Where the page itself comes from, for `'self'` in a policy. */
export const originOf = ({address}: Page): string => address?.origin ?? new URL(SOMEWHERE).origin;
