import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';

/** A file server as any host has one: it knows files, and nothing of petitions. */
export interface FolderServer {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png'};

/** Serves the files of a folder on this machine; a folder's address means its `index.html`. @param headers What its host sends with each. */
export const serveFolder = async (folder: string, headers: Readonly<Record<string, string>> = {}): Promise<FolderServer> => {
  const server = createServer((request, response) => {
    void (async () => {
      const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://files').pathname));
      const file = join(folder, path);
      const found = await stat(file).then((entry) => (entry.isDirectory() ? join(file, 'index.html') : file), () => undefined);
      const content = found === undefined ? undefined : await readFile(found).catch(() => undefined);
      if (content === undefined) response.writeHead(404, {'Content-Type': 'text/plain'}).end('Not found.');
      else response.writeHead(200, {'Content-Type': TYPES[extname(found ?? '')] ?? 'application/octet-stream', ...headers}).end(content);
    })();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The file server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
};
