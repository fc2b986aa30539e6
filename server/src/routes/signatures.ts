import {Signature, issuesOf} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {takesSignatures} from '../campaign/document.js';
import type {Context} from '../context.js';
import {LARGEST_BODY, isReadable, readBody} from '../http/body.js';
import {COMMON_HEADERS} from '../http/headers.js';
import {JsonError, parseJson} from '../http/json.js';
import {notFound, problem} from '../http/problem.js';
import {type Handler, pause} from '../http/router.js';
import {refusalOf} from '../signatures/check.js';
import type {PublishedPetition} from '../tally/published.js';

/** Signatures that may be under way at once. One more is sent away before its body is read: waiting longer helps nobody. */
export const MOST_WAITING = 1000;

/** The signature in a request's body, or the answer that says why there is none. */
const readSignature = async (request: Request): Promise<Signature | Response> => {
  if (!isReadable(request.headers.get('content-type') ?? undefined)) return problem(415, 'unsupported', {detail: 'Send application/json, or the same JSON as text/plain, in UTF-8.'});
  let value;
  try {
    const text = await readBody(request);
    if (text === undefined) return problem(413, 'too-large', {detail: `A signature has at most ${LARGEST_BODY} bytes.`});
    value = parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return problem(400, 'invalid', {detail: error.message, issues: [{path: error.path, reason: error.path === '' ? 'expected JSON' : 'given twice'}]});
    throw error;
  }
  const result = z.safeParse(Signature, value);
  return result.success ? result.data : problem(422, 'invalid', {detail: 'This is not a signature as the contract has it.', issues: issuesOf(result.error, value)});
};

const receive = async ({signatures, clock}: Context, {campaign, documents, consents}: PublishedPetition, request: Request): Promise<Response> => {
  const signature = await readSignature(request);
  if (signature instanceof Response) return signature;
  const petition = documents.get(campaign.defaultLanguage)?.petition;
  if (petition === undefined) throw new Error('A petition was published without its own language.');
  const accepted = {petition: campaign.id, signature};

  const refusal = refusalOf(petition, consents, signature, clock.now());
  if (refusal !== undefined) {
    // The retry of a signature that was kept in time, or while its fields were still asked, has its receipt coming.
    const receipt = await signatures.find(accepted);
    if (receipt !== undefined) return created(receipt);
    return refusal.code === 'closed'
      ? problem(403, 'closed', {detail: refusal.detail})
      : problem(422, 'invalid', {detail: 'The signature does not fit what the petition asks.', issues: refusal.issues});
  }

  const receipt = await signatures.add(accepted);
  return receipt === 'key-reused'
    ? problem(422, 'key-reused', {detail: 'This idempotency key came before with other content. A new act needs a new key.'})
    : created(receipt);
};

/** The first request and its retries get the same status and the same bytes. */
const created = (receipt: object): Response =>
  new Response(JSON.stringify(receipt), {status: 201, headers: {...COMMON_HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store'}});

/**
 * `POST SRC/signatures`: answers once the signature is on disk. The answer depends on the request and the petition alone, never
 * on who signed before; so does the public count (see `SignatureStore`).
 */
export const signatures = (context: Context, most = MOST_WAITING): Handler => {
  let waiting = 0;
  return async ({req}) => {
    const petition = context.published.get(req.param('id') ?? '');
    if (petition === undefined) return notFound('There is no such petition here.');
    if (!takesSignatures(petition.campaign)) return problem(422, 'unsupported', {detail: 'This petition takes no plain signatures here: its document says how it is signed.'});
    if (waiting >= most) return problem(503, 'unavailable', {detail: 'Too many signatures are under way.', retryAfter: pause()});
    waiting += 1;
    try {
      return await receive(context, petition, req.raw);
    } finally {
      waiting -= 1;
    }
  };
};
