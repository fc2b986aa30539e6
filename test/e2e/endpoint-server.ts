import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';

/** Answers one request, however it likes. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** An endpoint of somebody's own, which any page may read. It does what the test says. */
export interface Endpoint {
  /** Without a slash at the end. */
  readonly url: string;
  /** What came, preflights too. */
  readonly came: readonly {readonly method: string; readonly path: string; readonly body: string}[];
  /** How a path is answered from now on. */
  answer(path: string, behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** @param host By which name pages know it: another name is another host. */
export const serveEndpoint = async (host = '127.0.0.1'): Promise<Endpoint> => {
  const behaviours = new Map<string, Behaviour>();
  const came: {method: string; path: string; body: string}[] = [];
  const server = createServer((request, response) => {
    const {pathname: path} = new URL(request.url ?? '/', 'http://endpoint');
    void text(request).then((body) => {
      came.push({method: request.method ?? '', path, body});
      response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', 'content-type');
      if (request.method === 'OPTIONS') response.writeHead(204).end();
      else (behaviours.get(path) ?? ((unknown) => { unknown.writeHead(404).end(); }))(response, request);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The endpoint has no port.');
  return {
    url: `http://${host}:${address.port}`,
    came,
    answer: (path, behaviour) => { behaviours.set(path, behaviour); },
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
};
