import type {Context} from '../context.js';
import {COMMON_HEADERS} from '../http/headers.js';
import type {Handler} from '../http/router.js';

/**
 * `GET /health`: 200 while signatures are counted, 503 while they are not. `differences` that is not 0 means that a tally was
 * wrong and has been put right: the log says which.
 */
export const health = ({published, health: read}: Context): Handler => () => {
  const {failing, ...counting} = read();
  return new Response(JSON.stringify({status: failing ? 'failing' : 'ok', petitions: published.size, ...counting}), {
    status: failing ? 503 : 200,
    headers: {...COMMON_HEADERS, 'content-type': 'application/json', 'cache-control': 'no-store'},
  });
};
