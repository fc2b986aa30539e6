import {createHash} from 'node:crypto';
import {COMMON_HEADERS, isFresh} from './headers.js';

/** A document as it is sent. */
export interface Representation {
  readonly body: string;
  /** A strong entity tag, quoted. */
  readonly etag: string;
}

/** A strong entity tag for a content. */
export const entityTag = (body: string | Uint8Array): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** A text as it is sent, with a tag that is the same for the same content. */
export const representText = (body: string): Representation => ({body, etag: entityTag(body)});

/** A value as it is sent: as JSON. */
export const represent = (value: unknown): Representation => representText(JSON.stringify(value));

/** The answer with a document, or 304 for a reader who has it. */
export const send = ({body, etag}: Representation, ifNoneMatch: string | undefined, cacheControl: string, type = 'application/json'): Response => {
  const headers = {...COMMON_HEADERS, 'content-type': type, 'cache-control': cacheControl, etag};
  return isFresh(ifNoneMatch, etag) ? new Response(null, {status: 304, headers}) : new Response(body, {headers});
};
