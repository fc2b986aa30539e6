/**
 * On every answer. Any page may read what is public here and no cookie is ever looked at, so `*` gives nothing away.
 * They are written by hand into each answer: a middleware that touches answers costs a server like this two thirds of its
 * speed.
 */
export const COMMON_HEADERS = {
  'access-control-allow-origin': '*',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** On a small public document that changes all the time: five seconds old at most, and still served where this server is down. */
export const LIVE_CACHE = 'public, max-age=5, s-maxage=5, stale-while-revalidate=60, stale-if-error=86400';

/** On a document that changes when somebody edits it. */
export const DOCUMENT_CACHE = 'public, max-age=60, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400';

/**
 * On events. Which are still to come depends on the time, and one that is called off has to be known before people set out: so half a
 * minute, not the ten that a document may be served while it is fetched again. Nothing expires to the second: an event that
 * ended a minute ago hurts nobody.
 */
export const EVENTS_CACHE = 'public, max-age=30, s-maxage=30, stale-while-revalidate=30, stale-if-error=86400';

/** On a picture of the count, on pages that nobody brings up to date: five minutes, the least that badge services keep one for. */
export const PICTURE_CACHE = 'public, max-age=300, stale-while-revalidate=300, stale-if-error=86400';

/** The answer to a browser that asks before it sends; 86 400 seconds is the longest that any browser remembers it. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...COMMON_HEADERS,
      'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-headers': 'Content-Type',
      'access-control-max-age': '86400',
    },
  });

/** Whether the reader's copy, named by its `If-None-Match`, is this one. */
export const isFresh = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*') === true;
