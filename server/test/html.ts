import {type DefaultTreeAdapterTypes, parse} from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

/** An element of a page, as a browser reads it where scripts are off. */
export class Part {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  get name(): string {
    return this.#element.tagName;
  }

  /** The value of an attribute; empty where it has none; undefined where it is missing. */
  get(attribute: string): string | undefined {
    return this.#element.attrs.find(({name}) => name === attribute)?.value;
  }

  /** All text inside, with single blanks. */
  get text(): string {
    const read = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(read).join(''));
    return read(this.#element).replace(/\s+/g, ' ').trim();
  }

  /** Everything inside, in the order of the page, that has a name and these attributes. */
  all(name: string, attributes: Readonly<Record<string, string>> = {}): Part[] {
    const inside = (node: Node): Part[] => childrenOf(node).flatMap((child) => ['attrs' in child ? new Part(child) : [], inside(child)].flat());
    return inside(this.#element).filter((part) => (name === '*' || part.name === name) && Object.entries(attributes).every(([attribute, value]) => part.get(attribute) === value));
  }

  /** The one that there is. */
  one(name: string, attributes: Readonly<Record<string, string>> = {}): Part {
    const [first, ...others] = this.all(name, attributes);
    if (first === undefined || others.length > 0) throw new Error(`There are ${others.length + (first ? 1 : 0)} of ${name} ${JSON.stringify(attributes)}.`);
    return first;
  }
}

/** Reads a page. */
export const readHtml = (html: string): Part => {
  const root = parse(html, {scriptingEnabled: false}).childNodes.find((node) => node.nodeName === 'html');
  if (root === undefined || !('attrs' in root)) throw new Error('This is no page.');
  return new Part(root);
};

/** What a browser would send of the page's form as it stands, but with these answers. */
export const formOf = (page: Part, answers: Readonly<Record<string, string | undefined>> = {}): URLSearchParams => {
  const sent = new URLSearchParams();
  for (const control of page.one('form').all('*')) {
    const name = control.get('name');
    if (name === undefined) continue;
    const isSent = control.get('type') !== 'checkbox' || control.get('checked') !== undefined;
    const chosen = control.all('option').find((option) => option.get('selected') !== undefined)?.get('value');
    const own = control.name === 'select' ? (chosen ?? '') : isSent ? control.get('value') : undefined;
    const value = Object.hasOwn(answers, name) ? answers[name] : own;
    if (value !== undefined) sent.append(name, value);
  }
  return sent;
};
