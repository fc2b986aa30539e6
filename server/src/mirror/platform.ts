import {type Answer, jsonOf, refusal} from 'sphere-petition/adapters/reading';
import {BackendError} from 'sphere-petition/contract';
import {VERSION} from '../package.js';
import type {ShownKey} from './key.js';

/** What a mirror has around it; tests have their own. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** In milliseconds since 1970. */
  now(): number;
  /** Waits, in milliseconds. */
  sleep(duration: number): Promise<void>;
}

/** What a request has beside its address. */
export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The text of the platform's answer. @throws {BackendError} where none comes, or a refusal. */
export type ReadPlatform = (address: URL, asked?: Asked) => Promise<string>;

/** How long a platform may think, in milliseconds. */
const PATIENCE = 30_000;
/** Between two requests, in milliseconds: Action Network lets a key make four in a second (https://actionnetwork.org/docs/v2 [V-doc]). */
const PACE = 300;
/** 5 000 events in one answer are about 10 MB. */
const MOST_BYTES = 50_000_000;
const MOST_REDIRECTS = 5;
const MOST_ATTEMPTS = 5;
/** In seconds. Who is to wait longer had better come again. */
const LONGEST_WAIT = 600;

const spelled = ({origin, pathname}: URL): string => origin + pathname;

const textOf = async (address: URL, response: Response): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const parts: AsyncIterable<Uint8Array> | readonly Uint8Array[] = response.body ?? [];
  for await (const part of parts) {
    size += part.byteLength;
    if (size > MOST_BYTES) throw new BackendError('invalid-response', `${spelled(address)} answered with more than ${MOST_BYTES / 1e6} MB.`);
    text += decoder.decode(part, {stream: true});
  }
  return text + decoder.decode();
};

/** What kept an answer from coming, by the runtime's code alone: its words may hold an address with its query. */
const silence = (address: URL, error: unknown): BackendError => {
  if (BackendError.is(error)) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') return new BackendError('timeout', `${spelled(address)} did not answer within ${PATIENCE / 1000} s.`);
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new BackendError('offline', `${spelled(address)} gave no answer${code}.`);
};

/**
 * Reads from one platform: at its pace, patiently where it asks for that, and nowhere else: a redirect to another host is refused, and the key is shown
 * to the host of the configuration alone.
 */
export const platformReader = (src: URL, key: ShownKey | undefined, {now, sleep}: Surroundings): ReadPlatform => {
  let free = 0;
  const ask = async (address: URL, init: Asked, redirects = 0): Promise<Answer> => {
    if (address.origin !== src.origin) throw new BackendError('invalid-response', `${spelled(src)} leads on to ${address.origin}, which is not asked and gets no key.`);
    if (redirects > MOST_REDIRECTS) throw new BackendError('invalid-response', `${spelled(src)} leads on more than ${MOST_REDIRECTS} times.`);
    const wait = free - now();
    if (wait > 0) await sleep(wait);
    free = now() + PACE;
    let answer: Answer;
    try {
      const headers = {'Accept': 'application/json', 'User-Agent': `sphere-petition-server/${VERSION}`, ...(key && {[key.header]: key.value}), ...init.headers};
      const response = await fetch(address, {...init, headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE)});
      answer = {response, text: await textOf(address, response)};
    } catch (error) {
      throw silence(address, error);
    }
    const {status, headers} = answer.response;
    const location = headers.get('Location');
    if (status >= 300 && status < 400 && location !== null && URL.canParse(location, address.href)) return ask(new URL(location, address), init, redirects + 1);
    if (!answer.response.ok) throw refusal(address, answer);
    return answer;
  };
  return async (address, init = {}) => {
    let waited = 0;
    for (let attempt = 0; ; attempt++) {
      try {
        return (await ask(address, init)).text;
      } catch (error) {
        const failure = BackendError.from(error, spelled(address));
        const pause = Math.max(failure.retryAfter ?? 0, 2 ** attempt);
        waited += pause;
        if (!failure.retryable || attempt + 1 === MOST_ATTEMPTS || waited > LONGEST_WAIT) throw failure;
        await sleep(pause * 1000);
      }
    }
  };
};

/** The JSON of an answer. @throws {BackendError} saying what came instead. */
export const readJson = async (read: ReadPlatform, address: URL, init?: Asked): Promise<unknown> => jsonOf(address, {response: new Response(), text: await read(address, init)});

const MOST_ANSWERS = 1000;

/** All rows of a list that goes on from answer to answer. @param partOf Reads one answer. @throws {BackendError} where it goes in a circle, or on for ever. */
export const readList = async (read: ReadPlatform, first: URL, partOf: (answer: unknown, at: URL) => {rows: readonly unknown[]; following?: URL}): Promise<unknown[]> => {
  const parts: (readonly unknown[])[] = [];
  const seen = new Set<string>();
  for (let at: URL | undefined = first; at !== undefined;) {
    if (seen.has(at.href) || seen.size === MOST_ANSWERS) throw new BackendError('invalid-response', `The list at ${spelled(first)} ${seen.has(at.href) ? 'leads back to a part that was read' : `has more than ${MOST_ANSWERS} parts`}.`);
    seen.add(at.href);
    const {rows, following} = partOf(await readJson(read, at), at);
    parts.push(rows);
    at = following;
  }
  return parts.flat();
};
