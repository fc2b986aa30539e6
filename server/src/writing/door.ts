import {type Capability, issuesOf} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import type {Context} from '../context.js';
import {LARGEST_BODY, isReadable, readBody} from '../http/body.js';
import {COMMON_HEADERS} from '../http/headers.js';
import {JsonError, parseJson} from '../http/json.js';
import {NO_PETITION, notFound, problem} from '../http/problem.js';
import {type Handler, pause} from '../http/router.js';
import type {PublishedPetition} from '../tally/published.js';
import type {KeyedStore} from './keyed-store.js';
import type {Refusal} from './refusal.js';

/** Requests of one kind that may be under way at once. One more is sent away before its body is read: waiting longer helps nobody. */
export const MOST_WAITING = 1000;

/** One kind of what people send. */
export interface Act<T, Item> {
  /** As a sentence calls it: `a signature`. */
  readonly what: string;
  readonly schema: z.ZodMiniType<T>;
  /** What the petition's document must offer. */
  readonly capability: Capability;
  /** Why it is not taken, if so. Its shape has passed the schema; `now` is in milliseconds since 1970. */
  refusalOf(published: PublishedPetition, content: T, now: number): Refusal | undefined;
  /** What is kept of it. */
  itemOf(published: PublishedPetition, content: T): Item;
  readonly store: Pick<KeyedStore<Item, never, string>, 'add' | 'find'>;
}

/** The content of a request's body, or the answer that says why there is none. */
const read = async <T>(request: Request, {schema, what}: Pick<Act<T, never>, 'schema' | 'what'>): Promise<{readonly content: T} | Response> => {
  if (!isReadable(request.headers.get('content-type') ?? undefined)) return problem(415, 'unsupported', {detail: 'Send application/json, or the same JSON as text/plain, in UTF-8.'});
  let value;
  try {
    const text = await readBody(request);
    if (text === undefined) return problem(413, 'too-large', {detail: `The text of ${what} has at most ${LARGEST_BODY} bytes.`});
    value = parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return problem(400, 'invalid', {detail: error.message, issues: [{path: error.path, reason: error.path === '' ? 'expected JSON' : 'given twice'}]});
    throw error;
  }
  const result = z.safeParse(schema, value);
  return result.success ? {content: result.data} : problem(422, 'invalid', {detail: `This is not ${what} as the contract has it.`, issues: issuesOf(result.error, value)});
};

const refused = (refusal: Refusal): Response => {
  switch (refusal.code) {
    case 'closed': return problem(403, 'closed', {detail: refusal.detail});
    case 'not-found': return notFound(refusal.detail);
    case 'invalid': return problem(422, 'invalid', {detail: 'What was sent does not fit what the petition asks.', issues: refusal.issues});
  }
};

/** The first request and its retries get the same status and the same bytes. */
const created = (receipt: object): Response =>
  new Response(JSON.stringify(receipt), {status: 201, headers: {...COMMON_HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store'}});

/** What becomes of something whose shape is right. */
export type Outcome = {readonly receipt: object} | {readonly refusal: Refusal} | 'key-reused';

/** Keeps what is right, and says what is not. */
export const take = async <T, Item>({clock}: Context, act: Act<T, Item>, published: PublishedPetition, content: T): Promise<Outcome> => {
  const item = act.itemOf(published, content);
  const refusal = act.refusalOf(published, content, clock.now());
  if (refusal !== undefined) {
    // The retry of something that was kept in time, or while its fields were still asked, has its receipt coming.
    const receipt = await act.store.find(item);
    return receipt === undefined ? {refusal} : {receipt};
  }
  const receipt = await act.store.add(item);
  return receipt === 'key-reused' ? receipt : {receipt};
};

const receive = async <T, Item>(context: Context, act: Act<T, Item>, published: PublishedPetition, request: Request): Promise<Response> => {
  const body = await read(request, act);
  if (body instanceof Response) return body;
  const outcome = await take(context, act, published, body.content);
  if (outcome === 'key-reused') return problem(422, 'key-reused', {detail: 'This idempotency key came before with other content. A new act needs a new key.'});
  return 'refusal' in outcome ? refused(outcome.refusal) : created(outcome.receipt);
};

/**
 * Takes what people send and answers once it is on disk. The answer depends on the request and on what is public of the petition, never on
 * what anybody sent before.
 */
export const receiving = <T, Item>(context: Context, act: Act<T, Item>, most = MOST_WAITING): Handler => {
  let waiting = 0;
  return async ({req}) => {
    const published = context.published.get(req.param('id') ?? '');
    if (published === undefined) return notFound(NO_PETITION);
    if (published.petition.offers?.includes(act.capability) !== true) return problem(422, 'unsupported', {detail: `This petition does not take ${act.what} here: its document says what it offers.`});
    if (waiting >= most) return problem(503, 'unavailable', {detail: 'Too many requests are under way.', retryAfter: pause()});
    waiting += 1;
    try {
      return await receive(context, act, published, req.raw);
    } finally {
      waiting -= 1;
    }
  };
};
