import type {Page} from './page.js';

/** A content security policy that is enforced: what each of its directives allows, and where it was found. */
export interface Policy {
  readonly directives: ReadonlyMap<string, readonly string[]>;
  readonly from: 'header' | 'meta';
}

const parsed = (text: string, from: Policy['from']): Policy => {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name, ...values] = part.trim().split(/\s+/);
    // The first of a name counts (CSP 3, §2.2.1).
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), values);
  }
  return {directives, from};
};

/** Every policy of the page. All of them must allow what is to be loaded. */
export const policiesOf = ({document, headers}: Page): Policy[] => [
  ...(headers?.get('content-security-policy') ?? []).flatMap((value) => value.split(',')).map((text) => parsed(text, 'header')),
  ...[...document.querySelectorAll('head meta[http-equiv][content]')]
    .filter((meta) => meta.getAttribute('http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((meta) => parsed(meta.getAttribute('content') ?? '', 'meta')),
];

/** The directive that governs, of several that stand in for each other; undefined where none does. */
export const governing = ({directives}: Policy, ...chain: readonly string[]): {readonly name: string; readonly sources: readonly string[]} | undefined => {
  for (const name of chain) {
    const sources = directives.get(name);
    if (sources) return {name, sources};
  }
  return undefined;
};

const DEFAULT_PORTS: Readonly<Record<string, string>> = {'http:': '80', 'https:': '443'};

/** `https:` stands for `http:` too where it is asked for, never the other way round (CSP 3, §6.7.2.8). */
const schemeFits = (allowed: string, actual: string): boolean => allowed === actual || (allowed === 'http:' && actual === 'https:');

const hostFits = (pattern: string, host: string): boolean => (pattern === '*' ? true : pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern);

const matches = (source: string, url: URL, self: string): boolean => {
  if (source === '*') return /^https?:$/.test(url.protocol);
  if (source === "'self'") return url.origin === self || (schemeFits(new URL(self).protocol, url.protocol) && url.host === new URL(self).host);
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return schemeFits(source.toLowerCase(), url.protocol);
  const [, scheme, host = '', port, path = ''] = /^(?:([a-z][a-z0-9+.-]*:)\/\/)?([^/:']+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source) ?? [];
  if (host === '' || !schemeFits(scheme?.toLowerCase() ?? new URL(self).protocol, url.protocol) || !hostFits(host.toLowerCase(), url.hostname)) return false;
  const actualPort = url.port || (DEFAULT_PORTS[url.protocol] ?? '');
  if (port !== '*' && (port ?? DEFAULT_PORTS[url.protocol]) !== actualPort) return false;
  return path === '' || path === '/' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
};

/** Whether a list of sources allows an address. */
export const allowsAddress = (sources: readonly string[], url: URL, self: string): boolean => sources.some((source) => matches(source, url, self));

/** Whether a list of sources allows a `<script src>`: by its address, its nonce or its hash (CSP 3, §6.7.1.1). */
export const allowsScript = (sources: readonly string[], node: Element, url: URL, self: string): boolean => {
  const nonce = (node instanceof HTMLElement && node.nonce) || node.getAttribute('nonce');
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  const hashes = node.getAttribute('integrity')?.trim().split(/\s+/) ?? [];
  if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  // It makes addresses mean nothing.
  return !sources.includes("'strict-dynamic'") && allowsAddress(sources, url, self);
};

/** The directive with one more source, as it is to stand in the policy. */
export const widened = (name: string, sources: readonly string[], addition: string): string =>
  [name, ...sources.filter((source) => source !== "'none'"), addition].join(' ');
