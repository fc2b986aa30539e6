import {readFile, realpath, stat} from 'node:fs/promises';
import {extname, join, sep} from 'node:path';
import {COMMON_HEADERS, isFresh} from './headers.js';
import {entityTag} from './representation.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
  '.zip': 'application/zip',
};

/** The parts of a path, or undefined where one of them could lead out of the folder or to a hidden file. */
const partsOf = (path: string): string[] | undefined => {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const parts = decoded.split('/').filter((part) => part !== '');
  return parts.some((part) => part.startsWith('.') || /[\\\0:]/.test(part)) ? undefined : parts;
};

/** The file behind a path inside the folder; a folder stands for its `index.html`. Links that lead out lead nowhere. */
const locate = async (folder: string, path: string): Promise<string | undefined> => {
  const parts = partsOf(path);
  if (parts === undefined) return undefined;
  try {
    const root = await realpath(folder);
    let file = await realpath(join(root, ...parts));
    if ((await stat(file)).isDirectory()) file = await realpath(join(file, 'index.html'));
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Answers with a file of a folder, or undefined where there is none.
 *
 * @param path As it stands in the address, percent-encoded: `/index.html`.
 * @param options.pages Whether a page may be answered with. One of ours comes with its policy, by a route of its own.
 */
export const fileResponse = async (folder: string, path: string, ifNoneMatch: string | undefined, cacheControl: string, {pages = false} = {}): Promise<Response | undefined> => {
  const file = await locate(folder, path);
  if (file === undefined || (!pages && /\.html$/i.test(file))) return undefined;
  const body = await readFile(file);
  const etag = entityTag(body);
  const headers = {...COMMON_HEADERS, etag, 'cache-control': cacheControl};
  if (isFresh(ifNoneMatch, etag)) return new Response(null, {status: 304, headers});
  return new Response(body, {headers: {...headers, 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'}});
};
