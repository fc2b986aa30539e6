import {http, HttpResponse, type DefaultBodyType, type HttpHandler} from 'msw';
import {BackendError, type BackendAdapter, type BackendErrorCode, type EventProposal, type Rsvp, type SealedSignature, type Signature} from '../../src/contract/index.js';

const STATUS: Partial<Record<BackendErrorCode, number>> = {'not-found': 404, 'invalid': 422, 'key-reused': 422, 'challenge': 403, 'closed': 403, 'unsupported': 501};

/** What a `sphere` server answers when `work` is done: a document, or a problem with the contract's code. */
const answer = async (work: Promise<object> | undefined, success = 200): Promise<HttpResponse<DefaultBodyType>> => {
  if (work === undefined) return new HttpResponse(null, {status: 404});
  try {
    return HttpResponse.json(await work, {status: success});
  } catch (thrown) {
    const {code, issues} = BackendError.from(thrown, 'The mock');
    const status = STATUS[code] ?? 500;
    return HttpResponse.json({title: 'Refused', status, code, issues}, {status, headers: {'Content-Type': 'application/problem+json'}});
  }
};

/** The `sphere` protocol at `src`, spoken by an adapter. */
export const sphereHandlers = (src: string, adapter: BackendAdapter): HttpHandler[] => [
  http.get(`${src}/petition.json`, ({request}) => {
    const language = new URL(request.url).searchParams.get('lang');
    return answer(adapter.getPetition?.(language === null ? {} : {language}));
  }),
  http.get(`${src}/tally.json`, () => answer(adapter.getTally?.())),
  http.get(`${src}/events.json`, ({request}) => {
    const {limit, ...query} = Object.fromEntries(new URL(request.url).searchParams);
    return answer(adapter.listEvents?.({...query, ...(limit !== undefined && {limit: Number(limit)})}));
  }),
  http.get(`${src}/events/:file`, ({params}) => answer(adapter.getEvent?.(String(params['file']).replace(/\.json$/, '')))),
  http.get(`${src}/challenge.json`, () => answer(adapter.getChallenge?.())),
  http.post(`${src}/signatures`, async ({request}) => {
    const sent = JSON.parse(await request.text()) as Signature | SealedSignature;
    return answer('envelopes' in sent ? adapter.signSealed?.(sent) : adapter.sign?.(sent), 202);
  }),
  http.post(`${src}/rsvps`, async ({request}) => answer(adapter.joinEvent?.(JSON.parse(await request.text()) as Rsvp), 201)),
  http.post(`${src}/events`, async ({request}) => answer(adapter.proposeEvent?.(JSON.parse(await request.text()) as EventProposal), 201)),
];
