import {http, HttpResponse, type DefaultBodyType, type HttpHandler} from 'msw';

type Json = Record<string, unknown>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** backend-apis.md §3.2 [V-doc]: the helpers without a key take JSON alone. */
const isKeylessJson = (request: Request) => request.headers.get('Content-Type') === 'application/json' && !request.headers.has('OSDI-API-Token');

/**
 * Action Network without a key, from its documentation. backend-apis.md §3.4: 200 and `{}` for a success [V-doc] and, as the Ruby client says,
 * often for a refusal [V-use]; 404 `{"error": "Not found"}` [V-use]; other statuses as they are asked for.
 */
export const actionNetworkHandlers = (api = 'https://actionnetwork.org/api/v2'): HttpHandler[] => {
  const blind = async (request: Request, id: string): Promise<HttpResponse<DefaultBodyType>> => {
    if (!isKeylessJson(request)) return HttpResponse.json({error: 'API Key invalid or not present'}, {status: 403});
    if (id === 'there-is-no-such-event') return HttpResponse.json({error: 'Not found'}, {status: 404});
    await request.json();
    return HttpResponse.json({});
  };
  return [
    http.post(`${api}/petitions/:id/signatures`, ({request, params}) => blind(request, String(params['id']))),
    http.post(`${api}/forms/:id/submissions`, ({request, params}) => blind(request, String(params['id']))),
    http.post(`${api}/events/:id/attendances`, ({request, params}) => blind(request, String(params['id']))),
    http.post(`${api}/event_campaigns/:campaign/events/:id/attendances`, ({request, params}) => blind(request, String(params['id']))),
  ];
};

/** backend-apis.md §4, OSDI 1.2 errors.md [V-doc]: the atomic example's shape. */
export const osdiError = (...properties: string[]) => ({
  'osdi:error': {
    request_type: 'atomic', response_code: 400,
    resource_status: [{resource: 'osdi:person', response_code: 400, error_descriptions: properties.map((property) => ({error_code: 'INVALID', description: 'ada@example.org is wrong', properties: [property], hint: 'Ada'}))}],
  },
});

/** The other example of the same page [V-doc] calls the list `errors`, and the code `code`. */
export const otherOsdiError = (...properties: string[]) => ({
  'osdi:error': {request_type: 'non-atomic', response_code: 400, resource_status: [{resource: 'osdi:person', errors: [{code: 'INVALID', description: 'x', properties}]}]},
});

// eslint-disable-next-line no-control-regex -- what the server refuses
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** What both helpers take (record_signature.md, record_attendance.md), and what each alone. */
const COMMON = ['add_tags', 'triggers', 'referrer_data'];
const OWN = {signature: [...COMMON, 'comments'], attendance: [...COMMON, 'comment', 'status']};

/** What is wrong with a person of OSDI (people.md) and what they do, for a server that looks: by the properties' names. */
const faultsIn = ({person, ...rest}: Json, members: readonly string[]): string[] => {
  if (!isRecord(person)) return ['person'];
  const emails = listOf(person['email_addresses']).map(({address}) => String(address));
  const custom = isRecord(person['custom_fields']) ? Object.keys(person['custom_fields']) : [];
  return [
    ...(emails.length === 0 || !emails.every((email) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) ? ['email_addresses[0].address'] : []),
    ...['given_name', 'family_name'].filter((name) => person[name] !== undefined && (typeof person[name] !== 'string' || person[name].trim() === '' || CONTROL.test(person[name]) || person[name].length > 200)),
    ...custom.map((name) => `custom_fields.${name}`),
    ...Object.keys(rest).filter((name) => !members.includes(name)),
  ];
};

/** A server written from the specification (OSDI 1.2, backend-apis.md §4 [V-doc]) that says what it refuses. It opens its helpers: success is a status and `{}`. */
export const osdiHandlers = (root: string, error = osdiError): HttpHandler[] => {
  const take = (members: readonly string[]) => async ({request}: {request: Request}): Promise<HttpResponse<DefaultBodyType>> => {
    const body: unknown = await request.json();
    const faults = isRecord(body) ? faultsIn(body, members) : ['person'];
    return faults.length > 0 ? HttpResponse.json(error(...faults), {status: 400}) : HttpResponse.json({}, {status: 200, headers: {'Content-Type': 'application/hal+json'}});
  };
  return [
    http.post(`${root}/petitions/7/record_signature_helper`, take(OWN.signature)),
    http.post(`${root}/events/:id/record_attendance_helper`, (context) => (context.params['id'] === 'there-is-no-such-event' ? new HttpResponse(null, {status: 404}) : take(OWN.attendance)(context))),
  ];
};
