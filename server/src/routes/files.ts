import {join} from 'node:path';
import type {Context} from '../context.js';
import {fileResponse} from '../http/files.js';
import {notFound} from '../http/problem.js';
import type {Handler} from '../http/router.js';
import {WIDGET_VERSION} from '../package.js';
import {keptVersions} from '../releases.js';

/** A script that pages name without a version: old for five minutes at most, and a day where this server is down. */
const WIDGET_CACHE = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400';

/** What never changes: a version, and a file that is named by its content. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Files that somebody may be working on: a reader asks each time, and is mostly told 304. */
const SITE_CACHE = 'no-cache';

const NOTHING = 'There is nothing at this address.';

const keptIn = async (releases: string | undefined): Promise<string[]> => (releases === undefined ? [] : keptVersions(releases));

/** `GET /v1/*`: the built widgets. A script of an older version, which a browser kept, finds its chunks where those are kept. */
export const widgets = ({widgets: folder, releases}: Context): Handler => async ({req}) => {
  const path = new URL(req.url).pathname.slice('/v1'.length);
  const fresh = req.header('if-none-match');
  // What lies in a folder is named by its content.
  if (path.lastIndexOf('/') === 0) return (await fileResponse(folder, path, fresh, WIDGET_CACHE)) ?? notFound(NOTHING);
  const current = await fileResponse(folder, path, fresh, IMMUTABLE);
  if (current) return current;
  for (const version of await keptIn(releases)) {
    const kept = await fileResponse(join(releases ?? '', version), path, fresh, IMMUTABLE);
    if (kept) return kept;
  }
  return notFound(NOTHING);
};

/** `GET /v/VERSION/*`: the widgets of one version, as they were and will be. */
export const release = ({widgets: folder, releases}: Context): Handler => async ({req}) => {
  const [, version = '', path = ''] = /^\/v\/([^/]*)(\/.*)$/.exec(new URL(req.url).pathname) ?? [];
  const versions = await keptIn(releases);
  const place = version === WIDGET_VERSION ? folder : versions.includes(version) ? join(releases ?? '', version) : undefined;
  if (place === undefined) return notFound(`This server does not have that version of the widgets. It has ${[...new Set([WIDGET_VERSION, ...versions])].join(', ')}.`);
  return (await fileResponse(place, path, req.header('if-none-match'), IMMUTABLE)) ?? notFound(NOTHING);
};

/** `GET /*`: the files of the site that is served beside the petitions. */
export const site = (folder: string): Handler => async ({req}) =>
  (await fileResponse(folder, new URL(req.url).pathname, req.header('if-none-match'), SITE_CACHE, {pages: true})) ?? notFound(NOTHING);
