import assert from 'node:assert/strict';
import {randomBytes} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {type EventProposal, Problem, type Rsvp, type Signature, type Tally} from 'sphere-petition/contract';
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

/** The time in tests about events. */
export const NOON = Date.parse('2030-03-01T12:00:00Z');

/** A campaign with events around {@link NOON}: past, under way, to come; that takes RSVPs and proposals. */
export const eventful = (changes: object = {}): Record<string, unknown> => {
  const {texts, ...rest} = campaign();
  const words = {
    rsvp: {consents: {meet: 'The organiser may write to me.'}, fields: {diet: {label: 'Diet'}}},
    proposal: {consents: {host: 'You may call me.'}, fields: {phone: {label: 'Telephone', hint: 'We call before we publish.'}}},
  };
  return {
    ...rest,
    texts: Object.fromEntries(Object.entries(texts ?? {}).map(([language, text]) => [language, Object.assign({}, text, structuredClone(words))])),
    rsvp: {
      fields: [{name: 'givenName', type: 'text', required: true}, {name: 'email', type: 'email', required: true}, {name: 'diet', type: 'text'}],
      consents: [{id: 'meet', purpose: 'other', version: '1', required: true}],
    },
    proposal: {
      fields: [{name: 'givenName', type: 'text', required: true}, {name: 'email', type: 'email', required: true}, {name: 'phone', type: 'text'}],
      consents: [{id: 'host', purpose: 'other', version: '1', required: true}],
    },
    events: [
      {id: 'hall', title: 'In the hall', startsAt: '2030-05-01T10:00:00+02:00', timeZone: 'Europe/Paris', attendance: 'both', joinable: true, status: 'cancelled', place: {locality: 'Lyon', country: 'FR'}},
      {id: 'call', title: 'A call', startsAt: '2030-04-02T18:00:00+02:00', timeZone: 'Europe/Paris', attendance: 'online', joinable: true, status: 'full'},
      {id: 'sao-paulo', title: 'Na avenida', startsAt: '2030-03-16T09:00:00-03:00', timeZone: 'America/Sao_Paulo', attendance: 'in-person', language: 'pt', place: {locality: 'São Paulo', country: 'BR'}},
      {
        id: 'london', title: 'Before the embassy', startsAt: '2030-03-16T12:00:00+00:00', endsAt: '2030-03-16T14:00:00+00:00', timeZone: 'Europe/London', attendance: 'in-person',
        joinable: true, language: 'en', place: {name: 'The embassy', locality: 'London', country: 'GB'}, description: [{type: 'paragraph', text: 'Bring a candle.'}],
      },
      {id: 'vigil', title: 'A vigil', startsAt: '2030-03-01T11:00:00+00:00', endsAt: '2030-03-01T13:00:00+00:00', timeZone: 'Europe/London', attendance: 'in-person', place: {country: 'GB'}},
      {id: 'march', title: 'A march', startsAt: '2030-02-01T10:00:00+01:00', timeZone: 'Europe/Paris', attendance: 'in-person', joinable: true, place: {country: 'FR'}},
      {id: 'first', title: 'The first', startsAt: '2030-01-01T10:00:00+01:00', timeZone: 'Europe/Paris', attendance: 'in-person', place: {country: 'FR'}},
    ],
    ...changes,
  };
};

/** An RSVP that the campaign takes. */
export const rsvp = (changes: Partial<Rsvp> = {}): Rsvp => ({
  idempotencyKey: randomBytes(16).toString('hex'),
  eventId: 'london',
  language: 'en',
  fields: {givenName: 'Ada', email: 'ada@example.org'},
  consents: [{id: 'meet', version: '1'}],
  ...changes,
});

/** A proposal that the campaign takes. */
export const proposal = (changes: Partial<EventProposal> = {}): EventProposal => ({
  idempotencyKey: randomBytes(16).toString('hex'),
  title: 'On the square',
  description: 'We meet at the fountain.\n\nBring a friend.',
  startsAt: '2030-06-01T18:00:00+02:00',
  timeZone: 'Europe/Paris',
  attendance: 'in-person',
  place: {name: 'The fountain', locality: 'Nantes', country: 'FR'},
  language: 'fr',
  fields: {givenName: 'Ada', email: 'ada@example.org', phone: '555 0100'},
  consents: [{id: 'host', version: '1'}],
  ...changes,
});

/** Asks again and again until the answer is yes. */
export const until = async (ask: () => Promise<boolean>): Promise<void> => {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (await ask()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It did not come to be.');
};

/** What a server answered where it refused: a problem of the contract, with its status and code. */
export const refused = async (response: Response, status: number, code: string): Promise<Problem> => {
  const text = await response.text();
  assert.equal(response.status, status, text);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
  assert.equal(response.headers.get('access-control-allow-origin'), '*');
  const problem = Problem.parse(JSON.parse(text));
  assert.equal(problem.code, code);
  assert.equal(problem.status, status);
  return problem;
};

/** A server with the campaign in it, and how to speak to it. */
export interface Trial {
  readonly data: string;
  readonly server: RunningServer;
  /** The petition's address. */
  readonly src: string;
  /** Sends a body as it is, an object as JSON, to `signatures`, `rsvps` or `events`. */
  post(name: string, body: unknown, init?: RequestInit): Promise<Response>;
  /** Sends a signature. */
  sign(body: unknown, init?: RequestInit): Promise<Response>;
  /** The tally once its count is the one that is waited for. */
  tally(count: number): Promise<Tally>;
  /** Stops the server and starts another on the same file. */
  restart(options?: Partial<ServerOptions>): Promise<Trial>;
}

const trialOf = (server: RunningServer, options: ServerOptions): Trial => {
  const src = `${server.url}/petitions/trial`;
  const post = (name: string, body: unknown, init?: RequestInit) => fetch(`${src}/${name}`, {method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), ...init});
  return {
    data: options.data,
    server,
    src,
    post,
    sign: (body, init) => post('signatures', body, init),
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
