import type {Capability} from '../../contract/capability.js';
import type {BackendErrorCode} from '../../contract/error.js';
import {EventPage, PetitionEvent} from '../../contract/event.js';
import {Petition} from '../../contract/petition.js';
import {Challenge} from '../../contract/signature.js';
import {Tally} from '../../contract/tally.js';
import {READS, WRITES, type Check} from '../check.js';
import {conforms, demand} from '../expect.js';
import {dropped, hurrying, page, silence, stalled, type Answering, type Asked} from '../network.js';
import {eachAsking, isWrite} from './each.js';

/** What may befall a request, and how an adapter tells it. */
const MISHAPS: readonly (readonly [what: string, answering: Answering, code: BackendErrorCode])[] = [
  ['whose connection dropped', dropped, 'offline'],
  ...([[401, 'forbidden'], [403, 'forbidden'], [404, 'not-found'], [410, 'not-found'], [429, 'rate-limited'], [500, 'unavailable'], [502, 'unavailable'], [503, 'unavailable']] as const)
    .map(([status, code]) => [`answered with status ${status}`, page(status), code] as const),
];
const OF_WRITES: typeof MISHAPS = [...MISHAPS, ['answered with status 413', page(413), 'too-large']];

/** Answers that are good, and nothing that was asked for. An empty object or list may be a list of no events; the others are none. */
const NONSENSE: readonly (readonly [what: string, body: string, list?: 'list'])[] = [
  ['an empty body', ''], ['a page of HTML', '<!doctype html><p>Welcome</p>'], ['null', 'null'], ['a text', '"41"'],
  ['{}', '{}', 'list'], ['[]', '[]', 'list'], ['a member of another type', '{"count":"41","events":{},"data":7}', 'list'],
];
const SCHEMAS = {getPetition: Petition, getTally: Tally, getChallenge: Challenge, listEvents: EventPage, getEvent: PetitionEvent};

/** Words of a receipt that only a back end that understood may say. */
const CERTAIN = ['counted', 'registered', 'waiting', 'published', 'review'];

const isUnsafe = ({method}: Asked) => !/^(GET|HEAD)$/i.test(method);
const spelled = (asked: readonly Asked[]) => JSON.stringify(asked.filter(isUnsafe));

const ALL: readonly Capability[] = [...READS, ...WRITES];

/** What holds where the network, or what answers on it, fails. */
export const networkChecks: readonly Check[] = [
  ...eachAsking(ALL, 'tells by its code what befell it', async ({name, met}) => {
    for (const [befell, answering, code] of isWrite(name) ? OF_WRITES : MISHAPS) {
      const {what, error, unread} = await met(befell, answering);
      // Nobody can tell one answer from another that no page may read: whether one came is all that is known.
      if (unread) return;
      demand(error !== undefined, `${what} was taken for a success; it must be refused with the code ${code}.`);
      demand(error.code === code, `${what} was refused with the code ${error.code}; it must be ${code}.`);
    }
  }),

  ...eachAsking(ALL, 'ends where nobody answers, or not to the end', async ({met}) => {
    for (const [befell, answering] of [['which nobody answers', silence], ['whose answer stops on its way', stalled]] as const) {
      const {what, error, unread} = await hurrying(() => met(befell, answering));
      if (unread) return;
      demand(error?.code === 'timeout', `${what} ended with ${error?.code ?? 'an answer'}; it must be timeout: let AbortSignal.timeout() end both the request and the reading of its answer.`);
    }
  }),

  ...eachAsking(READS, 'makes nothing of an answer of another shape', async ({name, met}, read) => {
    for (const [befell, body, list] of NONSENSE) {
      const {value, error} = await met(`answered with ${befell}`, () => new Response(body, {headers: {'Content-Type': 'application/json'}}));
      demand((name === 'listEvents' && list !== undefined) || !conforms(SCHEMAS[read], value), `${name} makes ${SUBJECTS[read]} of ${befell}; let it reject as invalid-response.`);
      const codes: readonly (string | undefined)[] = [undefined, 'invalid-response', ...(read === 'getEvent' ? ['not-found'] : [])];
      demand(codes.includes(error?.code), `${name}, answered with ${befell}, was refused with the code ${error?.code ?? ''}; it must be invalid-response: the answer came, and is wrong.`);
    }
  }),

  ...eachAsking(WRITES, 'claims nothing that it was not told', async ({name, met}) => {
    const {value, unread} = await met('answered with a page of HTML', page(200));
    const status = Object(value) as {status?: unknown};
    demand(!CERTAIN.some((word) => word === status.status), `${name}, ${unread ? 'whose answer no page may read' : 'answered with a page of HTML'}, says "${String(status.status)}"; without an answer that it understands it may say "accepted" at most.`);
  }),

  ...eachAsking(WRITES, 'sends again only what may be repeated, and then the same', async ({name, met, subject}) => {
    if (subject.adapter.repeatable?.includes(name) === true) {
      const [first, second] = [await met('sent for the first time', dropped), await met('repeated', dropped)];
      demand(spelled(first.asked) === spelled(second.asked), `${name}, repeated with one idempotency key, sends something else than before: make nothing up on the way, neither a time nor a number.`);
      return;
    }
    for (const [befell, answering] of [['whose connection dropped', dropped], ['answered with status 503', page(503)]] as const) {
      const {what, asked} = await met(befell, answering);
      const addresses = asked.filter(isUnsafe).map(({address}) => address);
      demand(new Set(addresses).size === addresses.length, `${what} was sent again, and its back end may have it twice: leave repeating to the caller, or name ${name} in "repeatable" if one key counts once.`);
    }
  }),
];

const SUBJECTS = {getPetition: 'a petition', getTally: 'a number', getChallenge: 'a challenge', listEvents: 'a list of events', getEvent: 'an event'};
