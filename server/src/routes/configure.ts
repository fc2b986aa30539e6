import {access, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Context} from '../context.js';
import {fileResponse} from '../http/files.js';
import {COMMON_HEADERS} from '../http/headers.js';
import {notFound} from '../http/problem.js';
import type {Handler} from '../http/router.js';

/**
 * What the configurator may do. It runs our scripts alone; reads whatever petition its visitor names, since that is asked from the visitor's own
 * browser; and shows snippets as they are, whose frames and pictures come from there and which may set their colours in a `<style>`. Frames
 * without an address of their own inherit all of it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'connect-src http: https:',
  'img-src http: https: data:',
  'frame-src http: https:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html sphere-configure',
].join('; ');

/** `GET /configure`: the page that writes snippets. What it chose stands in its address; the server reads none of it, and fetches nothing for a visitor. */
export const configurator = ({widgets}: Context): Handler => async () => {
  const page = await readFile(join(widgets, 'configure', 'index.html'), 'utf8').catch(() => undefined);
  if (page === undefined) return notFound('The configurator has not been built.');
  const isPinned = await access(join(widgets, 'integrity.json')).then(() => true, () => false);
  // Its files lie in a folder of its name. Single versions are what this server keeps, and a folder of files does not.
  return new Response(page.replaceAll('="./', '="configure/').replace('<html ', isPinned ? '<html data-pinned ' : '<html '), {
    headers: {...COMMON_HEADERS, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, 'cache-control': 'no-cache'},
  });
};

/** `GET /configure/*`: what that page loads. */
export const configuratorFiles = ({widgets}: Context): Handler => async ({req}) => {
  const {pathname, search} = new URL(req.url);
  if (pathname === '/configure/') return new Response(null, {status: 308, headers: {...COMMON_HEADERS, location: `/configure${search}`}});
  return (await fileResponse(join(widgets, 'configure'), pathname.slice('/configure'.length), req.header('if-none-match'), 'no-cache')) ?? notFound('There is nothing at this address.');
};
