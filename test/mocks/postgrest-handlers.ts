import {http, HttpResponse, type HttpHandler} from 'msw';
import {BackendError, type BackendAdapter, type PetitionEvent, type Rsvp, type Signature} from '../../src/contract/index.js';

/** backend-apis.md §5.5 [V-src]: always these four members. */
export const postgrestError = (code: string, status: number, hint: string | null = null) =>
  HttpResponse.json({code, message: 'Key (email)=(ada@example.org) is wrong', details: 'Failing row contains (Ada, ada@example.org).', hint}, {status});

const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  sign_petition: ['petition', 'idempotency_key', 'answers', 'consents', 'language', 'source'],
  join_event: ['petition', 'idempotency_key', 'event_id', 'answers', 'consents', 'language'],
};

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const rowOf = ({place, ...event}: PetitionEvent) => Object.fromEntries([...Object.entries(event).filter(([name]) => !['description', 'organizer'].includes(name)), ...Object.entries(place ?? {})].map(([name, value]) => [snake(name), value as unknown]));

/**
 * PostgREST from its documentation and tests (backend-apis.md §5 [V-src]), over a back end that keeps the contract's promises: a stand-in for the
 * functions of docs/adapters/supabase.md.
 */
export const postgrestHandlers = (root: string, behind: BackendAdapter, events: () => Promise<readonly PetitionEvent[]>): HttpHandler[] => {
  const answer = async (work: Promise<object> | undefined) => {
    try {
      return HttpResponse.json(await work);
    } catch (thrown) {
      const {code, issues} = BackendError.from(thrown, 'The mock');
      return code === 'not-found' ? postgrestError('PT404', 404) : postgrestError('P0001', 400, issues[0]?.path ?? null);
    }
  };
  return [
    http.post(`${root}/rpc/:name`, async ({request, params}) => {
      const given = await request.clone().json() as Record<string, unknown>;
      const parameters = FUNCTIONS[String(params['name'])];
      // §5.5: a function is found by the names of its parameters.
      if (Object.keys(given).sort().join() !== parameters?.slice().sort().join()) return postgrestError('PGRST202', 404);
      const {idempotency_key: idempotencyKey, answers: fields, language, source, event_id: eventId, consents} = given;
      const document = {idempotencyKey, fields, consents: Object.entries(consents as object).map(([id, version]) => ({id, version: version as string})), language};
      return answer(params['name'] === 'join_event' ? behind.joinEvent?.({...document, eventId} as Rsvp) : behind.sign?.({...document, ...(source !== null && {source})} as Signature));
    }),
    // §5.4 [V-doc]: a scalar function answers with a bare value.
    http.get(`${root}/rpc/petition_total`, async () => HttpResponse.json((await behind.getTally?.())?.count)),
    // §5.3 [V-src]: Content-Range, and no body for HEAD.
    http.head(`${root}/signature_totals`, async () => new HttpResponse(null, {status: 206, headers: {'Content-Range': `0-0/${(await behind.getTally?.())?.count ?? '*'}`}})),
    http.get(`${root}/events`, async () => HttpResponse.json((await events()).map(rowOf), {headers: {'Content-Range': '0-19/*'}})),
  ];
};
