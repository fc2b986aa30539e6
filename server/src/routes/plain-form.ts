import {checkSignature, cleanAnswer, fieldProblem, Identifier, IdempotencyKey, type Issue, type Petition, Signature} from 'sphere-petition/contract';
import type {Context} from '../context.js';
import {isForm, readBody} from '../http/body.js';
import {COMMON_HEADERS} from '../http/headers.js';
import {JsonError} from '../http/json.js';
import {errorEntry} from '../http/log.js';
import {type Handler, pause} from '../http/router.js';
import {CONSENT_PREFIX} from '../page/field.js';
import {KEY_NAME} from '../page/form.js';
import type {PlainForm} from '../page/view.js';
import type {PublishedPetition} from '../tally/published.js';
import {MOST_WAITING, type Outcome, take} from '../writing/door.js';
import {freshKey, missing, petitionFor, showPage, sourceOf} from './page.js';
import {signing} from './signatures.js';

/** The text of a form, or the status of the answer that says why there is none. */
const read = async (request: Request): Promise<string | 400 | 413 | 415> => {
  if (!isForm(request.headers.get('content-type') ?? undefined)) return 415;
  try {
    return (await readBody(request)) ?? 413;
  } catch (error) {
    if (error instanceof JsonError) return 400;
    throw error;
  }
};

/** What the plain form says: answers to what the petition asks, and each box that was ticked with the version of the wording beside it. */
const readForm = (text: string, petition: Petition, source: string | undefined): Signature => {
  const sent = new URLSearchParams(text);
  return {
    idempotencyKey: IdempotencyKey.safeParse(sent.get(KEY_NAME)).data ?? freshKey(),
    fields: Object.fromEntries(petition.fields.map(({name}) => [name, cleanAnswer(sent.get(name) ?? '')] as const).filter(([, answer]) => answer !== '')),
    consents: [...sent].filter(([name]) => name.startsWith(CONSENT_PREFIX)).map(([name, version]) => ({id: name.slice(CONSENT_PREFIX.length), version}))
      .filter(({id, version}) => Identifier.safeParse(id).success && Identifier.safeParse(version).success),
    language: petition.language,
    ...(source !== undefined && {source}),
  };
};

/** The form as it was sent, to be shown again. A box beside a wording that has changed since is not ticked any more. */
const again = ({idempotencyKey, fields, consents, source}: Signature, petition: Petition, issues: readonly Issue[], failure?: PlainForm['failure']): PlainForm => {
  const asked = new Set([...petition.fields.map(({name}) => `fields.${name}`), ...petition.consents.map(({id}) => `consents.${id}`)]);
  const problems = new Map(issues.filter(({path}) => asked.has(path)).map(({path, reason}) => [path, fieldProblem(reason)] as const));
  return {
    key: idempotencyKey,
    source,
    answers: new Map(Object.entries(fields)),
    ticked: new Set(petition.consents.filter(({id, version}) => consents.some((given) => given.id === id && given.version === version)).map(({id}) => id)),
    problems,
    failure: failure ?? (issues.length > 0 && problems.size === 0 ? 'invalid' : undefined),
  };
};

/** Signs, with another key where the form's was used for something else: a page that was gone back to, on a machine that several share. */
const sign = async (context: Context, published: PublishedPetition, signature: Signature): Promise<Exclude<Outcome, 'key-reused'>> => {
  const outcome = await take(context, signing(context), published, signature);
  return outcome === 'key-reused' ? sign(context, published, {...signature, idempotencyKey: freshKey()}) : outcome;
};

/**
 * `POST SRC`: signs without a script, by the checks and into the table of `POST SRC/signatures`. Whatever goes wrong, the page comes back with all that
 * was typed; nothing of it is in an address.
 */
export const plainForm = (context: Context, most = MOST_WAITING): Handler => {
  let waiting = 0;
  return async (request) => {
    const petition = petitionFor(context, request);
    const published = context.published.get(petition?.id ?? '');
    if (petition === undefined || published === undefined) return missing(request);

    const source = sourceOf(request);
    const text = await read(request.req.raw);
    const sent = readForm(typeof text === 'string' ? text : '', petition, source);
    const show = (status: number, issues: readonly Issue[], failure?: PlainForm['failure'], headers = {}) =>
      showPage(context, request, petition, again(sent, petition, issues, failure), {status, headers});

    if (typeof text !== 'string') return show(text, [], text === 413 ? 'too-large' : 'invalid');
    if (published.petition.offers?.includes('sign') !== true) return show(422, []);
    if (waiting >= most) return show(503, [], 'unavailable', {'retry-after': String(pause())});
    // An answer that is longer than any may be has no place in the schema.
    const signature = Signature.safeParse(sent).data;
    if (signature === undefined) return show(422, checkSignature(petition, sent), undefined);

    waiting += 1;
    try {
      const outcome = await sign(context, published, signature);
      if ('receipt' in outcome) return new Response(null, {status: 303, headers: {...COMMON_HEADERS, 'cache-control': 'no-store', location: `/petitions/${petition.id}/signed?lang=${petition.language}`}});
      const {refusal} = outcome;
      return await (refusal.code === 'invalid' ? show(422, refusal.issues) : show(403, []));
    } catch (error) {
      context.log(errorEntry('plain form', error));
      return await show(503, [], 'invalid-response', {'retry-after': String(pause())});
    } finally {
      waiting -= 1;
    }
  };
};
