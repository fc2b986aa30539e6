import {promisify} from 'node:util';
import {brotliCompress, constants, gzip} from 'node:zlib';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Below this, in bytes, a header would cost what is saved. */
const TOO_SMALL = 500;

const accepts = (acceptEncoding: string, coding: string): boolean =>
  acceptEncoding.split(',').some((each) => {
    const [name = '', ...parameters] = each.split(';').map((part) => part.trim().toLowerCase());
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

/**
 * The answer with a text, compressed as its reader likes it. Nothing that is sent here holds a secret beside what a reader typed, so its length
 * betrays none.
 *
 * @param acceptEncoding The request's header.
 */
export const textResponse = async (text: string, acceptEncoding: string | undefined, {status = 200, headers}: {readonly status?: number; readonly headers: Readonly<Record<string, string>>}): Promise<Response> => {
  const accepted = acceptEncoding ?? '';
  const coding = Buffer.byteLength(text) < TOO_SMALL ? undefined : ['br', 'gzip'].find((each) => accepts(accepted, each));
  const varying = {...headers, vary: 'Accept-Encoding'};
  if (coding === undefined) return new Response(text, {status, headers: varying});
  // 5 of 11: a page that is made anew each time, in half a millisecond.
  const body = coding === 'br' ? await brotli(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.length}}) : await gzipped(text, {level: 9});
  return new Response(body, {status, headers: {...varying, 'content-encoding': coding}});
};
