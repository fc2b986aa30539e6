import {JsonError} from './json.js';

/** Bytes that a signature may have: some ten times what a long one needs. */
export const LARGEST_BODY = 16 * 1024;

const isUtf8 = (type: string): boolean => {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
};

/** Whether a body of this type is read: JSON, or JSON that calls itself plain text so that a browser need not ask first. */
export const isReadable = (type: string | undefined): boolean =>
  type !== undefined && /^(application\/json|text\/plain)\s*(;|$)/i.test(type.trim()) && isUtf8(type);

/** Whether a body of this type is what an HTML form sends. */
export const isForm = (type: string | undefined): boolean =>
  type !== undefined && /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type.trim()) && isUtf8(type);

/** Gathers a body that does not say how long it is, up to the limit. */
const gather = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.byteLength;
    if (length > LARGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const readBytes = async (request: Request): Promise<ArrayBuffer | Uint8Array | undefined> => {
  const announced = request.headers.get('content-length');
  if (announced !== null) return Number(announced) > LARGEST_BODY ? undefined : request.arrayBuffer();
  return request.body === null ? new Uint8Array() : gather(request.body);
};

/**
 * The text of a request's body; undefined where it is larger than {@link LARGEST_BODY}, which is found out before more is read.
 *
 * @throws {JsonError} where it is not UTF-8 or breaks off.
 */
export const readBody = async (request: Request): Promise<string | undefined> => {
  let bytes;
  try {
    bytes = await readBytes(request);
  } catch {
    throw new JsonError('The request broke off.');
  }
  try {
    return bytes === undefined ? undefined : new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new JsonError('The text is not UTF-8.');
  }
};
