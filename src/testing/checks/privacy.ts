import type {BackendError} from '../../contract/error.js';
import {noWrites, writesOf} from '../calls.js';
import type {Check} from '../check.js';
import {demand} from '../expect.js';
import {answered, notingAddresses, type Answering} from '../network.js';

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Each spelling in which an address may hold a text: an e-mail address also by what stands before its @. */
const spellingsOf = (text: string): readonly string[] => {
  const name = text.replace(/@.*/, '');
  return [text, name, btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, '')];
};

const betrays = (text: string, typed: readonly string[]): boolean =>
  typed.flatMap(spellingsOf).some((spelling) => [text, decoded(text)].some((form) => form.toLowerCase().includes(spelling.toLowerCase())));

/** Everything that an error says, to the last of its causes. */
const said = (error: unknown): string =>
  error instanceof Error ? [error.message, ...('issues' in error ? (error as BackendError).issues.map(({path, reason}) => `${path} ${reason}`) : []), said(error.cause)].join('\n') : typeof error === 'string' ? error : JSON.stringify(error ?? '');

/** Back ends that quote in a refusal what was sent: in JSON as many do, and in an answer that is broken. */
const QUOTING: readonly Answering[] = [
  async (request) => { const message = await request.text(); return Response.json({message, title: message, detail: message, error: message, errors: [{message, detail: message}]}, {status: 422}); },
  async (request) => new Response(`Wrong: ${await request.text()}`, {status: 200, headers: {'Content-Type': 'application/json'}}),
  async (request) => new Response(`Wrong: ${await request.text()}`, {status: 500}),
];

const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** What is written to the console meanwhile. */
const loggedBy = async (work: () => Promise<unknown>): Promise<string> => {
  const {console} = globalThis;
  const lines: string[] = [];
  const note = (...noted: unknown[]) => { lines.push(...noted.map((each) => (typeof each === 'string' ? each : each instanceof Error ? said(each) : JSON.stringify(each)))); };
  const quiet = Object.fromEntries(LEVELS.map((level) => [level, note]));
  globalThis.console = Object.assign(Object.create(console) as Console, quiet);
  try {
    await work();
  } finally {
    globalThis.console = console;
  }
  return lines.join('\n');
};

/** What holds for what a person typed: it goes to the back end, in a body, and nowhere else. */
export const privacyChecks: readonly Check[] = [
  {
    name: 'puts nothing that a person typed into an address or the console',
    excuse: noWrites,
    run: async (subject) => {
      for (const {name, call, typed} of await writesOf(subject)) {
        const addresses: string[] = [];
        let pending: Promise<unknown> = Promise.resolve();
        const logged = await loggedBy(async () => {
          pending = notingAddresses(addresses, call);
          await pending.catch(() => undefined);
        });
        const address = addresses.find((each) => betrays(each, typed));
        demand(address === undefined, `${name} puts what a person typed into an address under ${address === undefined ? '' : new URL(address).origin}: servers and proxies keep addresses. Send it in the body.`);
        demand(!betrays(logged, typed), `${name} writes what a person typed to the console.`);
        // Last: an address that betrays somebody does so whatever comes back.
        await pending;
      }
    },
  },
  {
    name: 'repeats nothing that a person typed in an error',
    excuse: (subject) => noWrites(subject) ?? (subject.fetches === false ? 'sends nothing by fetch()' : undefined),
    run: async (subject) => {
      for (const {name, call, typed} of await writesOf(subject)) {
        for (const quoting of QUOTING) {
          const {error} = await answered(quoting, {patience: subject.patience, what: `${name}, refused with a quotation,`}, () => call());
          demand(!betrays(said(error), typed), `${name} repeats in its error what a person typed, because the answer quoted it.`);
        }
      }
    },
  },
];
