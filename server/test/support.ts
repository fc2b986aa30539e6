import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {Signature, Tally} from 'sphere-petition/contract';
import {importCampaign, startServer, type RunningServer, type ServerOptions} from '../src/index.js';

/** An empty folder that goes when the test ends. */
export const folder = (test: TestContext): string => {
  const path = mkdtempSync(join(tmpdir(), 'sphere-petition-'));
  test.after(() => {
    rmSync(path, {recursive: true, force: true});
  });
  return path;
};

/** A campaign with a select, an optional field, and two languages. */
export const campaign = (changes: object = {}): Record<string, unknown> => ({
  id: 'trial',
  defaultLanguage: 'en',
  test: true,
  fields: [
    {name: 'givenName', type: 'text', required: true, maxLength: 100},
    {name: 'email', type: 'email', required: true},
    {name: 'country', type: 'country', required: true},
    {name: 'motive', type: 'select', options: ['solidarity', 'other']},
    {name: 'constructor', type: 'text', maxLength: 20},
  ],
  consents: [
    {id: 'signature', purpose: 'signature', version: '1', required: true},
    {id: 'newsletter', purpose: 'newsletter', version: '1'},
  ],
  controllers: [{id: 'foundation', name: 'Example Foundation'}],
  texts: {
    en: {
      title: 'A safe <script>alert(1)</script> way out & more',
      letter: [{type: 'paragraph', text: 'We call on <b>you</b>.'}],
      addressees: [{name: 'To the ministries'}],
      consents: {signature: 'I agree.', newsletter: 'Write to me.'},
      fields: {motive: {label: 'Motive', options: {solidarity: 'Out of solidarity'}}, constructor: {label: 'Builder'}},
    },
    'pt-BR': {
      title: 'Uma saída segura',
      consents: {signature: 'Concordo.', newsletter: 'Escreva-me.'},
      fields: {motive: {label: 'Motivo'}, constructor: {label: 'Construtor'}},
    },
  },
  ...changes,
});

/** A signature that the campaign takes. */
export const signature = (changes: Partial<Signature> = {}): Signature => ({
  idempotencyKey: randomBytes(16).toString('hex'),
  language: 'en',
  fields: {givenName: 'Ada', email: 'ada@example.org', country: 'FR'},
  consents: [{id: 'signature', version: '1'}],
  ...changes,
});

/** A server with the campaign in it, and how to speak to it. */
export interface Trial {
  readonly data: string;
  readonly server: RunningServer;
  /** The petition's address. */
  readonly src: string;
  /** Sends a body as it is; an object as JSON. */
  sign(body: unknown, init?: RequestInit): Promise<Response>;
  /** The tally once its count is the one that is waited for. */
  tally(count: number): Promise<Tally>;
  /** Stops the server and starts another on the same file. */
  restart(options?: Partial<ServerOptions>): Promise<Trial>;
}

const trialOf = (server: RunningServer, options: ServerOptions): Trial => {
  const src = `${server.url}/petitions/trial`;
  return {
    data: options.data,
    server,
    src,
    sign: (body, init) => fetch(`${src}/signatures`, {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init}),
    tally: async (count) => {
      for (let attempt = 0; attempt < 600; attempt += 1) {
        const tally = await (await fetch(`${src}/tally.json`)).json() as Tally;
        if (tally.count === count) return tally;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`The tally did not come to ${count}.`);
    },
    restart: async (changes = {}) => {
      await server.close();
      return start({...options, ...changes});
    },
  };
};

const start = async (options: ServerOptions): Promise<Trial> => trialOf(await startServer(options), options);

/** Starts a server on a real file, on any free port; it is closed when the test ends, unless the test did. */
export const trial = async (test: TestContext, {document = campaign(), ...options}: Partial<ServerOptions> & {document?: unknown} = {}): Promise<Trial> => {
  const data = join(folder(test), 'trial.sqlite');
  await importCampaign(data, document);
  const begun = await start({data, port: 0, tallyInterval: 0.1, ...options});
  let last = begun;
  const closing = (current: Trial): Trial => {
    last = current;
    return {...current, restart: async (changes) => closing(await current.restart(changes))};
  };
  test.after(async () => {
    await last.server.close().catch(() => undefined);
  });
  return closing(begun);
};
