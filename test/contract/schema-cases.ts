import {expect} from 'chai';
import type * as z from 'zod/mini';
import {parse} from '../../src/contract/index.js';
import {failure} from '../mocks/failure.js';

type Path = string;

/** A copy of `value` with `member` at `path` (`fields.0.name`); `undefined` takes it away. */
const changed = (value: unknown, path: Path, member: unknown): unknown => {
  const [step = '', ...rest] = path.split('.');
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (String(index) === step ? (rest.length === 0 ? member : changed(inner, rest.join('.'), member)) : inner));
  const copy: Record<string, unknown> = {...(typeof value === 'object' ? value : {})};
  const next = rest.length === 0 ? member : changed(copy[step], rest.join('.'), member);
  if (next === undefined) delete copy[step];
  else copy[step] = next;
  return copy;
};

/**
 * Tests a schema: it takes `good` as it is, takes each of `fine`, and refuses each of `bad`, naming its path.
 *
 * @param bad Paths with the member that is wrong there; `undefined` stands for a missing one.
 */
export const describeSchema = (
  name: string, schema: z.ZodMiniType, good: unknown,
  {fine = [], bad, defaults = {}}: {fine?: readonly [Path, unknown][]; bad: readonly [Path, unknown][]; defaults?: object},
): void => {
  describe(name, () => {
    it('takes a good one', () => {
      expect(parse(schema, good, name)).to.deep.equal(typeof good === 'object' && Object.keys(defaults).length > 0 ? {...defaults, ...good} : good);
    });
    for (const [path, member] of fine) {
      it(`takes ${show(member)} at ${path}`, () => { parse(schema, changed(good, path, member), name); });
    }
    for (const [path, member] of bad) {
      it(`refuses ${show(member)} at ${path}`, async () => {
        const error = await failure(Promise.resolve().then(() => parse(schema, path === '' ? member : changed(good, path, member), name)));
        expect(error.issues.map((issue) => issue.path)).to.include(path);
        if (member === undefined) expect(error.issues[0]?.reason).to.equal('missing');
      });
    }
  });
};

const show = (member: unknown): string => {
  const text = member === undefined ? 'nothing' : JSON.stringify(member);
  return text.length > 50 ? `${text.slice(0, 40)}… (${text.length})` : text;
};
