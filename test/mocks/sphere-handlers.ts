import {http, HttpResponse, type DefaultBodyType, type HttpHandler} from 'msw';
import {BackendError, type BackendAdapter, type BackendErrorCode, type Signature} from '../../src/contract/index.js';

const STATUS: Partial<Record<BackendErrorCode, number>> = {'not-found': 404, 'invalid': 422, 'key-reused': 422, 'closed': 403, 'unsupported': 501};

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
  http.post(`${src}/signatures`, async ({request}) => answer(adapter.sign?.(JSON.parse(await request.text()) as Signature), 202)),
];
