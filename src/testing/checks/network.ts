import type {BackendErrorCode} from '../../contract/error.js';
import {parse} from '../../contract/parse.js';
import {Tally} from '../../contract/tally.js';
import {noWrites, readsOf, writesOf, type Call} from '../calls.js';
import type {Check, Subject} from '../check.js';
import {demand, demandCode, refusal} from '../expect.js';
import {answered, dropped, hurrying, page, silence, type Answering} from '../network.js';

/** What may befall a request, and how an adapter tells it. */
const MISHAPS: readonly [what: string, answering: Answering, code: BackendErrorCode][] = [
  ['whose connection dropped', dropped, 'offline'],
  ['answered with status 403', page(403), 'forbidden'],
  ['answered with status 404', page(404), 'not-found'],
  ['answered with status 429', page(429), 'rate-limited'],
  ['answered with status 500', page(500), 'unavailable'],
  ['answered with status 503', page(503), 'unavailable'],
];
const OF_WRITES: typeof MISHAPS = [...MISHAPS, ['answered with status 413', page(413), 'too-large']];

/** Answers that are good, and nothing that was asked for. */
const NONSENSE: readonly [what: string, body: string][] = [['an empty body', ''], ['a page of HTML', '<!doctype html><p>Welcome</p>'], ['null', 'null'], ['{}', '{}'], ['[]', '[]'], ['a text', '"41"'], ['a member of another type', '{"count":"41","events":{},"data":7}']];

const noReads = ({adapter, fetches}: Subject) => (readsOf(adapter).length === 0 ? 'announces nothing that reads' : fetches === false ? 'reads nothing by fetch()' : undefined);
const noFetchedWrites = (subject: Subject) => noWrites(subject) ?? (subject.fetches === false ? 'sends nothing by fetch()' : undefined);

const demandCodes = async ({name, call}: Call, patience: number, mishaps: typeof MISHAPS) => {
  for (const [what, answering, code] of mishaps) {
    const {error, unseen} = await answered(answering, {patience, what: `${name}, ${what},`}, () => call());
    if (unseen) continue;
    demand(error !== undefined, `${name}, ${what}, was taken for a success; it must be refused with the code ${code}.`);
    demand(error.code === code, `${name}, ${what}, was refused with the code ${error.code}; it must be ${code}.`);
  }
};

const demandAborted = async ({name, call}: Call, patience: number) => {
  await refusal(() => call({signal: AbortSignal.abort()}), `${name} with a signal that was aborted before`, ['aborted']);
  const what = `${name}, given up on its way,`;
  const controller = new AbortController();
  const {error, unseen} = await answered((request) => {
    // Once it is sure to wait.
    void Promise.resolve().then(() => { controller.abort(); });
    return silence(request);
  }, {patience, what}, () => call({signal: controller.signal}));
  if (!unseen) demandCode(error, what, ['aborted']);
};

const demandTimeout = async ({name, call}: Call, patience: number) => {
  const what = `${name}, which nobody answers,`;
  const {error, unseen} = await hurrying(() => answered(silence, {patience, what}, () => call()));
  if (!unseen) demandCode(error, what, ['timeout']);
};

const isTally = (value: unknown): boolean => {
  try {
    parse(Tally, value, 'The tally');
    return true;
  } catch {
    return false;
  }
};

/** Words of a receipt that only a back end that understood may say. */
const CERTAIN = ['counted', 'registered', 'waiting', 'published', 'review'];

/** What holds where the network, or what answers on it, fails. `fetch` is answered by the suite in these: nobody is asked, and nothing is written. */
export const networkChecks: readonly Check[] = [
  {
    name: 'tells by its code what befell a read',
    excuse: noReads,
    run: async ({adapter, patience}) => { for (const read of readsOf(adapter)) await demandCodes(read, patience, MISHAPS); },
  },
  {
    name: 'gives a read up on its way when its caller does',
    excuse: noReads,
    run: async ({adapter, patience}) => { for (const read of readsOf(adapter)) await demandAborted(read, patience); },
  },
  {
    name: 'ends a read that nobody answers',
    excuse: noReads,
    run: async ({adapter, patience}) => { for (const read of readsOf(adapter)) await demandTimeout(read, patience); },
  },
  {
    name: 'makes nothing of an answer of another shape',
    excuse: noReads,
    run: async ({adapter, patience}) => {
      for (const {name, call} of readsOf(adapter)) {
        for (const [what, body] of NONSENSE) {
          const {value, unseen} = await answered(() => new Response(body, {headers: {'Content-Type': 'application/json'}}), {patience, what: `${name}, answered with ${what},`}, () => call());
          demand(unseen || name !== 'getTally' || !isTally(value), `getTally makes a number of ${what}.`);
        }
      }
    },
  },
  {
    name: 'tells by its code what befell a write',
    excuse: noFetchedWrites,
    run: async (subject) => { for (const write of await writesOf(subject)) await demandCodes(write, subject.patience, OF_WRITES); },
  },
  {
    name: 'gives a write up when its caller does',
    excuse: noWrites,
    run: async (subject) => { for (const write of await writesOf(subject)) await demandAborted(write, subject.patience); },
  },
  {
    name: 'ends a write that nobody answers',
    excuse: noFetchedWrites,
    run: async (subject) => { for (const write of await writesOf(subject)) await demandTimeout(write, subject.patience); },
  },
  {
    name: 'claims nothing that it was not told',
    excuse: noFetchedWrites,
    run: async (subject) => {
      for (const {name, call} of await writesOf(subject)) {
        const {value, unseen} = await answered(page(200), {patience: subject.patience, what: `${name}, answered with a page of HTML,`}, () => call());
        const status = Object(value) as {status?: unknown};
        demand(unseen || !CERTAIN.some((word) => word === status.status), `${name}, answered with a page of HTML, says "${String(status.status)}"; without an answer that it understands it may say "accepted" at most.`);
      }
    },
  },
];
