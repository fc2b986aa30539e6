import {Petition} from '../../dist/contract/petition.js';
import {issuesOf} from '../../dist/contract/shape-error.js';
import {isTally} from './tally.js';
import {platformOf, type Platform} from './platforms.js';

/** What an address turned out to be. */
export type Finding =
  | {readonly status: 'empty' | 'reading'}
  | {readonly status: 'found'; readonly src: string; readonly petition: Petition; readonly count: number | undefined; readonly moved: string | undefined}
  | {readonly status: 'platform'; readonly platform: Platform}
  | {readonly status: 'nothing'; readonly what: string; readonly advice: string};

/** Pages beside a petition that people copy in its place, and where the petition is. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/\/(?:embed|go\/[\w-]+)\/([A-Za-z0-9][\w-]*)\/?$/, '/petitions/$1'],
  [/\/(?:badge|qr)\/([A-Za-z0-9][\w-]*)\.(?:svg|png|json)$/, '/petitions/$1'],
  [/\/petitions\/([A-Za-z0-9][\w-]*)\/(?:petition\.json|tally\.json|events\.json|signed)$/, '/petitions/$1'],
];

/** The address of the petition itself: without a language, a source or a fragment, which belong to one reader's visit. */
export const petitionAddress = (typed: string): URL | undefined => {
  if (!URL.canParse(typed.trim())) return undefined;
  const url = new URL(typed.trim());
  url.search = url.hash = '';
  for (const [pattern, place] of BESIDE) url.pathname = url.pathname.replace(pattern, place);
  url.pathname = url.pathname.replace(/(\/petitions\/[^/]+)\/$/, '$1');
  return url;
};

const nothing = (what: string, advice: string): Finding => ({status: 'nothing', what, advice});

const read = (url: string, signal: AbortSignal): Promise<Response> => fetch(url, {signal, credentials: 'omit', referrerPolicy: 'no-referrer'});

/** What a page calls itself, where it may be read. */
const titleOf = (page: string): string | undefined => /<title[^>]*>\s*([^<]{1,120}?)\s*<\/title>/i.exec(page)?.[1];

const describe = (text: string, type: string): string => {
  if (type.includes('html') || /^\s*<(!doctype|html)/i.test(text)) {
    const title = titleOf(text);
    return title === undefined ? 'a web page' : `a web page called “${title}”`;
  }
  return type.includes('json') ? 'JSON that breaks off or is none' : `a file of the type ${type || 'unknown'}`;
};

const notAPetition = (value: unknown, address: string): Finding => {
  const {error} = Petition.safeParse(value);
  const issues = error ? issuesOf(error, value).slice(0, 3).map(({path, reason}) => (path === '' ? reason : `${path}: ${reason}`)) : [];
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value).slice(0, 6).join(', ') : '';
  return nothing(`There is a JSON document at ${address}${members && `, with ${members}`}, and it is no petition: ${issues.join('; ')}.`, 'If you wrote it, put these members right. A document can be made here, under “Write a petition document”.');
};

const TRY = 'A petition’s address is the page where it can be read and signed, such as https://example.org/petitions/safe-exit; or that of its document, which ends in .json.';

/** Reads what an address leads to. The reader's own browser asks, and nobody else. */
export const findPetition = async (typed: string, signal: AbortSignal): Promise<Finding> => {
  if (typed.trim() === '') return {status: 'empty'};
  if (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed.trim())) return findPetition(`https://${typed.trim()}`, signal);
  const url = petitionAddress(typed);
  if (!url || !/^https?:$/.test(url.protocol)) return nothing(`“${typed.trim()}” is no web address.`, `Begin it with https://. ${TRY}`);
  const platform = platformOf(typed.trim());
  if (platform) return {status: 'platform', platform};

  const isDocument = url.pathname.endsWith('.json');
  const address = isDocument ? url.href : `${url.href.replace(/\/+$/, '')}/petition.json`;
  let response: Response;
  let text: string;
  try {
    response = await read(address, signal);
    text = await response.text();
  } catch {
    signal.throwIfAborted();
    return nothing(`${url.host} could not be read from here: it cannot be reached, or it lets no other page read what is there.`, `Check the address. If the host is yours, send the header Access-Control-Allow-Origin: *. ${TRY}`);
  }
  if (response.status === 404) {
    const page = isDocument ? undefined : await read(url.href, signal).then(async (there) => (there.ok ? describe(await there.text(), there.headers.get('content-type') ?? '') : undefined), () => undefined);
    return page === undefined
      ? nothing(`There is no petition at ${url.href}: ${url.host} says that nothing is there (404).`, `Check the last part of the address. ${TRY}`)
      : nothing(`There is ${page} at ${url.href}, and no petition.json beside it.`, TRY);
  }
  if (!response.ok) return nothing(`${url.host} answers with an error (${response.status}).`, 'Try again in a few minutes.');

  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return nothing(`There is ${describe(text, response.headers.get('content-type') ?? '')} at ${address}, and no petition.`, TRY);
  }
  const parsed = Petition.safeParse(value);
  if (!parsed.success) return notAPetition(value, address);
  const tally: unknown = isDocument ? undefined : await read(`${url.href.replace(/\/+$/, '')}/tally.json`, signal).then((there) => there.json(), () => undefined);
  const asked = new URL(typed.trim()).href;
  return {status: 'found', src: url.href, petition: parsed.data, count: isTally(tally) ? tally.count : undefined, moved: asked === url.href ? undefined : url.href};
};
