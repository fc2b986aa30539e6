import {Hono, type Context as HonoContext} from 'hono';
import {type Log, errorEntry} from './log.js';
import {notFound, problem} from './problem.js';

/** Answers a request. */
export type Handler = (context: HonoContext) => Response | Promise<Response>;

/** Seconds of the pause that is asked for after a failure: 3 to 9, at random, so that not all come back at once. */
export const pause = (): number => 3 + Math.floor(Math.random() * 7);

/** Hono with a log: each route is told by its pattern, since a path may be anything. */
export class Router {
  readonly app = new Hono();
  readonly #log: Log;

  constructor(log: Log) {
    this.#log = log;
    this.app.notFound(this.#logged('(none)', () => notFound('There is nothing at this address.')));
  }

  /** Answers GET, and HEAD, at a pattern. */
  get(pattern: string, handler: Handler): void {
    this.app.get(pattern, this.#logged(pattern, handler));
  }

  /** Answers POST at a pattern. */
  post(pattern: string, handler: Handler): void {
    this.app.post(pattern, this.#logged(pattern, handler));
  }

  /** Answers OPTIONS everywhere. */
  options(handler: Handler): void {
    this.app.options('*', this.#logged('(options)', handler));
  }

  #logged(route: string, handler: Handler): Handler {
    return async (context) => {
      const began = performance.now();
      let response;
      try {
        response = await handler(context);
      } catch (error) {
        this.#log(errorEntry(route, error));
        response = problem(503, 'unavailable', {detail: 'The request could not be carried out. Try again.', retryAfter: pause()});
      }
      this.#log({event: 'request', method: context.req.method, route, status: response.status, milliseconds: Math.round((performance.now() - began) * 10) / 10});
      return response;
    };
  }
}
