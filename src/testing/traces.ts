import {replacing} from './network.js';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** What stands in a text as base64, wherever it begins. */
const unpacked = (text: string): string => text.replace(/[A-Za-z0-9+/_-]{8,}/g, (run) => {
  try {
    return ` ${atob(run.replaceAll('-', '+').replaceAll('_', '/'))} `;
  } catch {
    return run;
  }
});

const hexadecimal = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The digests that advertisers ask for in the place of an address: whoever has a list of addresses finds them again. Absent where a page without TLS has none. */
const digestsOf = async (text: string): Promise<string[]> => {
  const {subtle} = crypto as {readonly subtle?: SubtleCrypto};
  const bytes = new TextEncoder().encode(text.trim().toLowerCase());
  return subtle ? Promise.all(['SHA-1', 'SHA-256'].map(async (algorithm) => hexadecimal(await subtle.digest(algorithm, bytes)))) : [];
};

/** Whether a text holds something typed: as it is, escaped, once or twice, as base64, as a digest; of an e-mail address also what stands before its @. */
export const betrays = async (text: string, typed: readonly string[]): Promise<boolean> => {
  const twice = decoded(decoded(text));
  const forms = [text, decoded(text), twice, unpacked(decoded(text)), unpacked(twice)].map((form) => form.toLowerCase());
  const spellings = (await Promise.all(typed.map(async (each) => [each, each.replace(/@.*/, ''), ...(await digestsOf(each))]))).flat();
  return spellings.some((spelling) => forms.some((form) => form.includes(spelling.toLowerCase())));
};

/** Every text in a value, to the last member and the last cause, and the names of its members. */
export const textsIn = (value: unknown, seen = new Set<unknown>()): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || seen.has(value)) return '';
  seen.add(value);
  const entries: Iterable<unknown> = value instanceof Map || value instanceof Set || value instanceof Headers || value instanceof URLSearchParams ? value : [];
  const own = Object.getOwnPropertyNames(value).flatMap((name) => [name, textsIn((value as Record<string, unknown>)[name], seen)]);
  // What these say are members of their prototypes.
  const inherited = value instanceof Response ? [value.url, value.statusText] : value instanceof Request ? [value.url] : value instanceof URL ? [value.href] : value instanceof DOMException ? [value.message] : [];
  return [...own, ...[...entries].map((entry) => textsIn(entry, seen)), ...inherited].join('\n');
};

const LEVELS = ['debug', 'log', 'info', 'warn', 'error', 'dir', 'table', 'trace', 'group', 'groupCollapsed', 'groupEnd', 'assert'] as const;

/** Where a page keeps what it should not. Only looked into, to catch who does; by their names, for where there is no page, or its frame may not, they are not there. */
const keepers = ['localStorage', 'sessionStorage'];
const kept = (): string => {
  const page = globalThis as {readonly location?: {readonly href: string}};
  const from = (read: () => unknown): string => {
    try {
      return JSON.stringify(read());
    } catch {
      return '';
    }
  };
  return [...keepers.map((keeper) => from(() => ({...(globalThis as Record<string, unknown>)[keeper] as object}))), from(() => page.location?.href)].join('\n');
};

/** What was left behind on the way, and not in a body. */
export interface Traces {
  readonly addresses: readonly string[];
  readonly logged: string;
  /** Storage, cookies and the address of the page. */
  readonly kept: string;
}

/** Calls with `fetch` as it is, and returns what was left behind. */
export const tracesOf = async (work: () => Promise<unknown>): Promise<Traces> => {
  const {fetch: genuine, console: own} = globalThis;
  const addresses: string[] = [];
  const lines: string[] = [];
  const note = (...noted: unknown[]) => { lines.push(textsIn(noted)); };
  const console = Object.assign(Object.create(own) as Console, Object.fromEntries(LEVELS.map((level) => [level, note])));
  const cookies: string[] = [];
  const others = watching((address) => { addresses.push(address); }, (cookie) => { cookies.push(cookie); });
  try {
    await replacing({
      console,
      fetch: (input, init) => {
        addresses.push(new Request(input, init).url);
        return genuine(input, init);
      },
    }, work);
  } finally {
    others();
  }
  return {addresses, logged: lines.join('\n'), kept: [...cookies, kept()].join('\n')};
};

/** Tells each address that is asked by the older ways, and each cookie as it is written: browsers may show it later, or never. Returns what puts all back. */
const watching = (tell: (address: string) => void, keep: (cookie: string) => void): (() => void) => {
  const {XMLHttpRequest: Old, navigator, document} = globalThis as Partial<Pick<typeof globalThis, 'XMLHttpRequest' | 'navigator' | 'document'>>;
  if (!Old || !navigator || !document) return () => undefined;
  const {open} = Old.prototype;
  const beacon = navigator.sendBeacon.bind(navigator);
  Old.prototype.open = function opened(this: XMLHttpRequest, ...parameters: unknown[]) {
    tell(String(parameters[1]));
    Reflect.apply(open, this, parameters);
  };
  navigator.sendBeacon = (address, data) => {
    tell(String(address));
    return beacon(address, data);
  };
  Object.defineProperty(document, 'cookie', {
    configurable: true,
    get: (): unknown => Reflect.get(Document.prototype, 'cookie', document),
    set: (cookie: string) => {
      keep(cookie);
      Reflect.set(Document.prototype, 'cookie', cookie, document);
    },
  });
  return () => {
    Old.prototype.open = open;
    Reflect.deleteProperty(navigator, 'sendBeacon');
    Reflect.deleteProperty(document, 'cookie');
  };
};
