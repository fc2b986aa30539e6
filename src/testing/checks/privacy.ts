import {callOf, typedNames} from '../calls.js';
import {writeExcuse, type Check, type Subject} from '../check.js';
import {demand} from '../expect.js';
import type {Answering} from '../network.js';
import {betrays, textsIn, tracesOf} from '../traces.js';
import {eachAsking} from './each.js';

/** Back ends that quote in a refusal what was sent: whole and piece by piece, in whatever member an adapter may look at. */
const quoting = (typed: readonly string[]): readonly (readonly [how: string, answering: Answering])[] => {
  const quote = typed.join(' and ');
  const members = Object.fromEntries(typed.map((each) => [each, [each]]));
  const said = {message: quote, title: quote, detail: quote, details: quote, description: quote, error: quote, hint: quote, code: quote, status: quote, type: quote};
  const json = (body: object, init: ResponseInit = {}): Answering => () => Response.json(body, {status: 422, ...init});
  const each = typed.flatMap((text) => [text, `fields.${text}`]).map((path) => ({...said, path, field: path, reason: `${path} is wrong`, properties: [path], extensions: {code: quote}}));
  return [
    ['whole', async (request) => Response.json({...said, message: await request.text()}, {status: 422})],
    ['in a page of HTML', async (request) => new Response(`<p>Wrong: ${await request.text()}</p>`, {status: 500})],
    ['in a problem document', json({title: 'Unprocessable Content', status: 422, code: 'invalid', detail: quote, issues: each}, {headers: {'Content-Type': 'application/problem+json'}})],
    ['by its errors', json({...said, errors: each, issues: each, data: null})],
    ['in the names of its errors', json({...said, errors: members, ...members})],
    ['in its status line', json({}, {statusText: quote, headers: {'X-Error': quote, 'Retry-After': quote}})],
    ['in an answer that is broken', async (request) => new Response(`Wrong: ${await request.text()}`, {headers: {'Content-Type': 'application/json'}})],
    ['in a success that is none', json({...said, errors: each, data: null}, {status: 200})],
  ];
};

/** What is read on its way. A sealed signature is not. */
const OPEN = ['sign', 'joinEvent', 'proposeEvent'] as const;

const nothingTyped = ({petition}: Subject, write: (typeof OPEN)[number]) =>
  (write !== 'proposeEvent' && petition && typedNames(petition, write).length === 0 ? 'the petition asks for nothing in a person\'s own words' : undefined);

const demandTyped = (typed: readonly string[], name: string) => {
  demand(typed.length > 0, `${name} is tried with no answer of four letters or more, which would prove nothing: let "signature" give one.`);
};

/** What holds for what a person typed: it goes to the back end, in a body, and nowhere else. */
export const privacyChecks: readonly Check[] = [
  ...OPEN.map((name): Check => ({
    name: `${name} leaves nothing that a person typed in an address, the console or the browser`,
    excuse: (subject) => writeExcuse(subject, name) ?? nothingTyped(subject, name),
    run: async (subject) => {
      const {call, typed} = await callOf(subject, name);
      demandTyped(typed, name);
      const {addresses, logged, kept} = await tracesOf(() => call());
      for (const address of addresses) demand(!(await betrays(address, typed)), `${name} puts what a person typed into an address under ${new URL(address, 'https://this.page').host}: send it in a body, for servers and proxies keep addresses.`);
      demand(!(await betrays(logged, typed)), `${name} writes what a person typed to the console: leave it out of what is logged.`);
      demand(!(await betrays(kept, typed)), `${name} keeps what a person typed in storage, a cookie or the address of the page: keep it nowhere.`);
    },
  })),

  ...eachAsking(OPEN, 'repeats nothing that a person typed in an error', async ({name, typed, met}) => {
    demandTyped(typed, name);
    for (const [how, answering] of quoting(typed)) {
      const {error} = await met(`refused with a quotation ${how}`, answering);
      // What was taken is not sent again, nor is what no page may read.
      if (error === undefined) return;
      demand(!(await betrays(textsIn(error), typed)), `${name} repeats in its error what a person typed, because the answer quoted it ${how}: say the status and the names of members in messages and issues, and give no cause that holds the answer.`);
    }
  }, nothingTyped),
];
