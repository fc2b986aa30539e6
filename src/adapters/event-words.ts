const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', euro: '€',
};

const codePoint = (number: number): string => (number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '');

const decode = (text: string): string => text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole: string, decimal?: string, hex?: string, name = '') =>
  decimal !== undefined ? codePoint(Number(decimal)) : hex !== undefined ? codePoint(parseInt(hex, 16)) : (ENTITIES[String(name)] ?? whole));

/** The words of HTML. They are shown as text: what looks like a tag afterwards is one letter after the other. */
const wordsOf = (html: string): string => decode(html.replace(/<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->/gi, ' ').replace(/<(?:br|\/?(?:p|div|li|ul|ol|h[1-6]|tr|blockquote))\b[^>]*>/gi, '\n').replace(/<\/?[a-z][^>]*>/gi, ''));

const shorten = (text: string, maximum: number): string => (text.length > maximum ? `${text.slice(0, maximum - 1).trimEnd()}…` : text);

// eslint-disable-next-line no-control-regex -- what the contract lets through nowhere
const CONTROL = /[\u0000-\u001f\u007f-\u009f]+/g;

/** One line of text, shortened where it is longer than the contract lets it be. `undefined` where there is none. */
export const lineOf = (value: unknown, maximum: number, html = false): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = (html ? wordsOf(String(value)) : String(value)).replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : shorten(text, maximum);
};

/** The paragraphs of a text, at line ends. */
export const blocksOf = (value: unknown, html = false): {readonly type: 'paragraph'; readonly text: string}[] | undefined => {
  if (typeof value !== 'string') return undefined;
  const text = html ? wordsOf(value) : value;
  return text.split(/\s*\n\s*/).flatMap((part) => lineOf(part, 5000) ?? []).slice(0, 100).map((paragraph) => ({type: 'paragraph', text: paragraph}));
};
