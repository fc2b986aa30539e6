import {http, HttpResponse, type HttpHandler} from 'msw';

export const ACTIONS = 'https://act.ngo.example/rest/v1/action/';

/** backend-apis.md §7.1 [V-doc]: 201, the action's number, and a type that says HTML. */
export const created = {action_id: 21, akid: '.3.jcWz_1', rd: 1, redirect_url: '/cms/thanks/signup/?action_id=21&akid=.3.jcWz_1&rd=1'};

/** backend-apis.md §7.1: 400 and the members by their names [shape UNVERIFIED]. */
export const errors = (...members: string[]) => ({errors: Object.fromEntries(members.map((member) => [member, ['ada@example.org is invalid.']]))});

const asText = (body: object, status: number) => new HttpResponse(JSON.stringify(body), {status, headers: {'Content-Type': 'text/html; charset=utf-8'}});

/** What an action sends, as JSON or as a form [V-doc]. */
const actionIn = async (request: Request): Promise<Record<string, unknown>> =>
  request.headers.get('Content-Type') === 'application/json' ? await request.json() as Record<string, unknown> : Object.fromEntries(new URLSearchParams(await request.text()));

/** A server written from backend-apis.md §7.1: it needs a page and an address (`email:missing`, `email:invalid` [V-use]), an event that is there, and names that a column holds. */
export const actionkitHandlers = (): HttpHandler[] => [
  http.post(ACTIONS, async ({request}) => {
    const action = await actionIn(request);
    if (action['event_id'] === 'there-is-no-such-event') return asText({error: 'Not found'}, 404);
    // eslint-disable-next-line no-control-regex -- what no column holds
    const isText = (value: unknown) => value === undefined || (typeof value === 'string' && value.length <= 255 && !/[\u0000-\u001f\u007f-\u009f]/.test(value));
    const wrong = [
      ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(action['email'])) ? [] : ['email']),
      ...['first_name', 'last_name'].filter((name) => !isText(action[name])),
      ...(typeof action['page'] === 'string' ? [] : ['page']),
    ];
    return wrong.length > 0 ? asText(errors(...wrong), 400) : asText(created, 201);
  }),
];
