const BRAND = Symbol.for('sphere-petition.BackendError');

/** Codes after which the same call may be made again, because nothing is known to be wrong with it. */
const RETRYABLE = ['offline', 'timeout', 'rate-limited', 'unavailable'] as const;

/**
 * Everything that can go wrong between a page and a back end.
 *
 * | code | what happened |
 * |---|---|
 * | `offline` | no answer: no network, a dropped connection, a blocked request |
 * | `timeout` | no answer in time |
 * | `rate-limited` | too many requests (429) |
 * | `unavailable` | the back end is down or overloaded (5xx) |
 * | `not-found` | there is no such petition or event (404, 410) |
 * | `closed` | the petition takes no more signatures, or none yet |
 * | `invalid` | what was sent is refused; `issues` name the members |
 * | `key-reused` | the idempotency key came before with other content |
 * | `too-large` | what was sent is too big (413) |
 * | `forbidden` | the back end will not serve this page (401, 403) |
 * | `challenge` | the challenge was not solved, has expired or was used before |
 * | `unsupported` | neither the adapter nor its back end can do this |
 * | `invalid-response` | the back end answered with something that is not the contract's; `issues` name the members |
 * | `configuration` | an attribute, a setting or an address on the page is wrong |
 * | `aborted` | the caller gave the call up |
 */
export type BackendErrorCode =
  | (typeof RETRYABLE)[number]
  | 'not-found' | 'closed' | 'invalid' | 'key-reused' | 'too-large' | 'forbidden' | 'challenge' | 'unsupported'
  | 'invalid-response' | 'configuration' | 'aborted';

/** What the platform throws, by name. A `TypeError` is what fetch() and import() throw when nothing comes back. */
const THROWN: Readonly<Record<string, BackendErrorCode>> = {AbortError: 'aborted', TimeoutError: 'timeout', TypeError: 'offline'};

/** One member that is wrong. Never the value itself: it may be somebody's name. */
export interface Issue {
  /** From the document's root: `fields.email`, `letter.0.text`. Empty: the document itself. */
  readonly path: string;
  /** What is wrong, in English, for a developer: `expected a string`. */
  readonly reason: string;
}

/** What may be said about an error beside its code. */
export interface BackendErrorOptions extends ErrorOptions {
  readonly issues?: readonly Issue[];
  /** Seconds to wait at least before the call is made again. */
  readonly retryAfter?: number | undefined;
}

/**
 * The only error an adapter may throw. Branded rather than tested with `instanceof`, because a page may carry two copies of
 * this library.
 *
 * @example throw new BackendError('rate-limited', 'example.org asks for a pause of 30 s.', {retryAfter: 30});
 */
export class BackendError extends Error {
  readonly [BRAND]: true;
  override readonly name = 'BackendError';
  readonly code: BackendErrorCode;
  readonly issues: readonly Issue[];
  readonly #retryAfter: number | undefined;

  constructor(code: BackendErrorCode, message: string, options: BackendErrorOptions = {}) {
    super(message, options);
    this[BRAND] = true;
    this.code = code;
    this.issues = options.issues ?? [];
    this.#retryAfter = options.retryAfter;
  }

  /** Whether the same call may be made again. */
  get retryable(): boolean {
    return RETRYABLE.some((code) => code === this.code);
  }

  /** Seconds to wait at least, where the back end said so and the code allows another try. */
  get retryAfter(): number | undefined {
    return this.retryable ? this.#retryAfter : undefined;
  }

  static is(value: unknown): value is BackendError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  /** Makes a `BackendError` of whatever was thrown; one that is one already stays as it is. */
  static from(thrown: unknown, what: string): BackendError {
    if (BackendError.is(thrown)) return thrown;
    const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
    return new BackendError(THROWN[name] ?? 'invalid-response', `${what} failed: ${name || 'no error'}.`, {cause: thrown});
  }
}
