import {readdirSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.txt': 'text/plain'};

/** The demo as it is put on a host of files. */
const site = fileURLToPath(new URL('../../site/static/', import.meta.url));

/** Every page of it. */
export const pages = readdirSync(site, {recursive: true, encoding: 'utf8'}).map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.html')).sort();

/** Serves the site, or another folder, as the simplest of hosts does: files, from a folder that is not the host's root. Any page may read them, as with any public script. */
export const serveSite = async (folder = site): Promise<{url: string; close: () => Promise<void>}> => {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname.replace(/^\/some\/folder\//, '');
    readFile(join(folder, path)).then(
      (body) => response.writeHead(200, {'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'access-control-allow-origin': '*'}).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The site is not served.');
  return {
    url: `http://127.0.0.1:${address.port}/some/folder/`,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
};
