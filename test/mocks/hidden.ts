import {HttpResponse} from 'msw';

const hidden = (type: ResponseType): Response => Object.defineProperties(new HttpResponse(null), {type: {value: type}, ok: {value: false}, status: {value: 0}}) as Response;

/** What a page sees of an answer to a request that it made with `no-cors`: nothing, be it a refusal or not (Fetch, "opaque filtered response"). */
export const opaque = (): Response => hidden('opaque');

/** What a page sees of a redirect that it does not follow, wherever it leads (Fetch, "opaque-redirect filtered response"). */
export const redirected = (): Response => hidden('opaqueredirect');
