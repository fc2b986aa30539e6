import {getResponse, type RequestHandler} from 'msw';

/**
 * The network of a test file, in the page, from its import on: handlers of MSW answer `fetch`, as long as the test lasts. Without MSW's service
 * worker, because Firefox sends requests with `keepalive` past it.
 *
 * A request that nothing handles fails as a dropped connection does: no test reaches the real network.
 */
const handlers: RequestHandler[] = [];

/** What was sent in the test so far, in order. */
export const sent: Request[] = [];

const genuine = window.fetch;

/** Answers from now on; what is added later comes first. */
export const answer = (...added: RequestHandler[]): void => {
  handlers.unshift(...added);
};

const givenUp = ({signal}: Request): Promise<never> => new Promise((_resolve, reject) => {
  const reason = () => { reject(new DOMException('The request was aborted.', 'AbortError')); };
  if (signal.aborted) reason();
  else signal.addEventListener('abort', reason);
});

const mocked: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const end = givenUp(request);
  if (request.signal.aborted) return end;
  sent.push(request.clone());
  const response = await Promise.race([getResponse(handlers, request), end]);
  if (!response || response.type === 'error') throw new TypeError('Failed to fetch');
  return response;
};

window.fetch = mocked;

afterEach(() => {
  handlers.length = 0;
  sent.length = 0;
});

after(() => {
  window.fetch = genuine;
});
