import type {Context} from '../context.js';
import {fileResponse} from '../http/files.js';
import {notFound} from '../http/problem.js';
import type {Handler} from '../http/router.js';

/** A script that pages name without a version: old for five minutes at most, and a day where this server is down. */
const WIDGET_CACHE = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=86400';

/** Files that somebody may be working on: a reader asks each time, and is mostly told 304. */
const SITE_CACHE = 'no-cache';

const NOTHING = 'There is nothing at this address.';

/** `GET /v1/*`: the built widgets. */
export const widgets = ({widgets: folder}: Context): Handler => async ({req}) =>
  (await fileResponse(folder, new URL(req.url).pathname.slice('/v1'.length), req.header('if-none-match'), WIDGET_CACHE)) ?? notFound(NOTHING);

/** `GET /*`: the files of the site that is served beside the petitions. */
export const site = (folder: string): Handler => async ({req}) =>
  (await fileResponse(folder, new URL(req.url).pathname, req.header('if-none-match'), SITE_CACHE)) ?? notFound(NOTHING);
