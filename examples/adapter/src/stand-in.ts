import {createServer, type IncomingMessage} from 'node:http';
import {parse, Petition, Signature, checkSignature} from 'sphere-petition/contract';
import {trial} from './trial.js';

// A CRM for the time of the tests, so that the example needs no network. Yours is there already.
const read = async (request: IncomingMessage): Promise<string> => {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return Buffer.concat(parts).toString();
};

// eslint-disable-next-line no-control-regex -- what no name holds
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/;

/** What lets the pages of any site ask, and read what is answered. */
const CORS = {'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Content-Type'};

/** What is wrong with a supporter, by the members' names. */
const wrongIn = ({fields, consents}: Pick<Signature, 'fields' | 'consents'>): string[] => [
  ...checkSignature(parse(Petition, trial, 'The trial'), {fields, consents}).map(({path}) => path),
  ...Object.entries(fields).flatMap(([name, answer]) => (CONTROLS.test(answer) ? [`fields.${name}`] : [])),
];

/** Returns its address and what ends it. */
export const startCrm = async (): Promise<{url: string; close: () => Promise<void>}> => {
  /** What came under each reference; and who, for whoever signs twice counts once and is told nothing of it. */
  const received = new Map<string, {at: string; body: string}>();
  const people = new Set<string>();

  const answerTo = async (request: IncomingMessage): Promise<[status: number, answer: object]> => {
    const at = new Date().toISOString();
    if (request.method === 'GET' && request.url === '/petitions/7/total') return [200, {supporters: people.size, at}];
    if (request.method === 'OPTIONS') return [200, {}];
    if (request.method !== 'POST' || request.url !== '/petitions/7/supporters') return [404, {}];
    const body = await read(request);
    const {reference, person, agreed} = JSON.parse(body) as {reference: string; person: Record<string, string>; agreed: Signature['consents']};
    const wrong = wrongIn({fields: person, consents: agreed});
    if (wrong.length > 0) return [422, {wrong}];
    const before = received.get(reference);
    if (before) return before.body === body ? [201, {at: before.at}] : [409, {}];
    received.set(reference, {at, body});
    const {email = reference} = person;
    people.add(email.toLowerCase());
    return [201, {at}];
  };

  const server = createServer((request, response) => {
    void answerTo(request).then(([status, answer]) => response.writeHead(status, {'Content-Type': 'application/json', ...CORS}).end(JSON.stringify(answer)));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/petitions/7`,
    close: () => new Promise((resolve) => {
      server.close(() => { resolve(); });
      server.closeAllConnections();
    }),
  };
};
