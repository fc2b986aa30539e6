/** A body is not JSON, or not JSON that has one meaning. The message does not quote it. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  /** Where: `fields.email`. Empty where there is no telling. */
  readonly path: string;

  constructor(message: string, path = '') {
    super(message);
    this.path = path;
  }
}

/** A string or a mark of structure. In a valid text nothing else matters here. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

interface Frame {
  /** The members met so far; undefined in an array. */
  readonly names: Set<string> | undefined;
  /** The member, or the index, that is being read. */
  at: string | number;
  /** The next string is a member's name. */
  expectsName: boolean;
}

/** Reads the token of a name, in which `\u0061` is an `a`. */
const nameOf = (token: string): string => String(JSON.parse(token));

/**
 * The path of the first member that an object has twice, or undefined. `JSON.parse` keeps the last and drops the others
 * without a word, and what stands between may have read the first.
 *
 * It keeps a stack of its own: a parser that calls itself runs out of stack on a few kilobytes of `[`.
 *
 * @param text Valid JSON.
 */
export const repeatedMember = (text: string): string | undefined => {
  const frames: Frame[] = [];
  for (const [token] of text.matchAll(TOKENS)) {
    const frame = frames.at(-1);
    if (token === '{') frames.push({names: new Set(), at: '', expectsName: true});
    else if (token === '[') frames.push({names: undefined, at: 0, expectsName: false});
    else if (token === '}' || token === ']') frames.pop();
    else if (frame === undefined) continue;
    else if (token === ',') {
      if (typeof frame.at === 'number') frame.at += 1;
      else frame.expectsName = true;
    } else if (frame.expectsName) {
      frame.expectsName = false;
      frame.at = nameOf(token);
      if (frame.names?.has(frame.at) === true) return frames.map(({at}) => at).join('.');
      frame.names?.add(frame.at);
    }
  }
  return undefined;
};

/**
 * The value of a JSON text in which no member comes twice.
 *
 * @throws {JsonError}
 */
export const parseJson = (text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonError('The text is not JSON.');
  }
  const repeated = repeatedMember(text);
  if (repeated !== undefined) throw new JsonError('A member comes twice.', repeated);
  return value;
};
