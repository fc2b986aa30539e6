import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {fc} from '../support/property.js';
import {rollup} from 'rollup';
import {nodeResolve} from '@rollup/plugin-node-resolve';

/** What a schema says of a value. */
interface Result {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: {readonly issues: readonly unknown[]};
}
interface Schema {
  safeParse(value: unknown): Result;
  readonly '~standard': {validate(value: unknown): unknown};
}
interface Modules {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly issuesOf: (error: unknown, value: unknown) => unknown;
}

const dist = new URL('../../dist/', import.meta.url).pathname;
const code = `import * as petition from '${dist}contract/petition.js';
import * as signature from '${dist}contract/signature.js';
import * as event from '${dist}contract/event.js';
import * as tally from '${dist}contract/tally.js';
import * as problem from '${dist}contract/problem.js';
import * as primitives from '${dist}contract/primitives.js';
import {settings} from '${dist}adapters/memory.js';
export {issuesOf} from '${dist}contract/shape-error.js';
export const schemas = Object.fromEntries(Object.entries({...petition, ...signature, ...event, ...tally, ...problem, ...primitives, settings}).filter(([, each]) => typeof each?.safeParse === 'function'));`;

/** The contract's schemas as the script tags have them, or as npm has them. */
const contract = async (isLean: boolean): Promise<Modules> => {
  const build = await rollup({
    input: 'contract',
    plugins: [
      {
        name: 'contract',
        resolveId: (source) => (source === 'contract' ? source : isLean && source === 'zod/mini' ? `${dist}cdn/lean-schemas.js` : null),
        load: (id) => (id === 'contract' ? code : null),
      },
      nodeResolve(),
    ],
    onwarn: () => undefined,
  });
  const {output: [{code: built}]} = await build.generate({format: 'es', inlineDynamicImports: true});
  await build.close();
  return await import(`data:text/javascript,${encodeURIComponent(built)}`) as Modules;
};

const [lean, zod] = await Promise.all([contract(true), contract(false)]);

/** What everybody sees of a result: the data with its defaults, or each issue as the library reads it. */
const seen = ({issuesOf, schemas}: Modules, name: string, value: unknown) => {
  const schema = schemas[name];
  if (!schema) throw new Error(`There is no ${name}.`);
  const result = schema.safeParse(value);
  const standard = schema['~standard'].validate(value) as {readonly issues?: readonly {message: string; path?: readonly unknown[]; keys?: unknown}[]; readonly value?: unknown};
  return {
    data: result.data,
    issues: result.success ? [] : issuesOf(result.error, value),
    standard: standard.issues ? standard.issues.map(({message, path = [], keys}) => ({message, path, keys})) : {value: standard.value},
  };
};
const same = (name: string, value: unknown) => { assert.deepEqual(seen(lean, name, value), seen(zod, name, value)); };

const text = fc.constantFrom('', 'a', 'safe-exit', 'FR', 'fr-CA', 'fr_FR', '2030-03-16T12:00:00+00:00', '2030-02-30T12:00:00Z', 'https://example.org/a', 'javascript:alert(1)', 'mailto:a@example.org', 'Europe/Paris', 'a\u0000b', 'x'.repeat(201), '😀'.repeat(150), 'paragraph', 'list', 'counted', 'text', 'in-person', '12');
const scalar = fc.oneof(text, fc.constantFrom(null, undefined, true, false, 0, -1, 1, 1.5, 12, NaN, Infinity, 2 ** 53, -(2 ** 60), 91));
const names = ['id', 'title', 'summary', 'letter', 'type', 'text', 'items', 'ordered', 'source', 'href', 'strong', 'language', 'languages', 'fields', 'name', 'required', 'options', 'value', 'label', 'consents', 'purpose', 'version', 'goal',
  'connect', 'getTally', 'sign', 'adapter', 'src', 'settings', 'offers', 'rsvp', 'share', 'url', 'controllers', 'updates', 'body', 'opensAt', 'idempotencyKey', 'count', 'asOf', 'approximate', 'status', 'receivedAt', 'code', 'detail',
  'issues', 'path', 'reason', 'startsAt', 'place', 'country', 'latitude', 'attendance', 'events', 'cursor', 'total', 'countries', 'latency', 'odd', '__proto__', 'constructor'];
const anything = fc.letrec((tie) => ({
  value: fc.oneof({depthSize: 'small', withCrossShrink: true}, scalar, fc.array(tie('value'), {maxLength: 4}), fc.dictionary(fc.constantFrom(...names), tie('value'), {maxKeys: 8, noNullPrototype: true})),
})).value;

const petition = {
  id: 'p', title: 'T', language: 'en', summary: [{text: 'A ', strong: true}, {text: 'link', href: 'https://example.org'}],
  letter: [{type: 'heading', text: 'H'}, {type: 'list', items: ['a', [{text: 'b'}]], ordered: true}, {type: 'quote', text: 'q', source: 's'}],
  fields: [{name: 'a', type: 'select', options: [{value: 'x', label: 'X'}]}], consents: [{id: 'c', purpose: 'other', text: 'I do.', version: '1'}],
  connect: {sign: {adapter: 'a', src: 'https://example.org', settings: {a: 1, b: 'c', d: true}}}, offers: ['getTally'], goal: 5, updates: [{id: 'u', body: [{type: 'paragraph', text: 'x'}]}],
};
const event = {id: 'e', title: 'E', startsAt: '2030-03-16T12:00:00Z', attendance: 'both', place: {country: 'FR', latitude: 45}, organizer: {name: 'O'}};
const signature = {idempotencyKey: 'a'.repeat(22), language: 'en', fields: {givenName: 'Ada', constructor: 'x'}, consents: [{id: 'c', version: '1'}]};

/** The document with something else somewhere in it. */
const disturbed = (good: unknown, path: readonly number[], other: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined || typeof good !== 'object' || good === null) return other;
  const keys = [...Object.keys(good), 'odd'];
  const key = keys[step % keys.length] ?? 'odd';
  if (Array.isArray(good)) return good.map((each: unknown, index) => (String(index) === key ? disturbed(each, rest, other) : each));
  return {...good, [key]: disturbed((good as Record<string, unknown>)[key], rest, other)};
};

describe('the schemas of the script tags are zod’s', () => {
  test('and there are the same', () => {
    assert.deepEqual(Object.keys(lean.schemas), Object.keys(zod.schemas));
    assert.ok(Object.keys(zod.schemas).length > 40);
  });

  for (const name of Object.keys(zod.schemas)) {
    test(`${name}, whatever it is given`, () => {
      fc.assert(fc.property(anything, (value) => { same(name, value); }), {numRuns: 200});
    });
  }

  for (const [name, good] of [['Petition', petition], ['PetitionEvent', event], ['EventPage', {events: [event], countries: {FR: 2}}], ['Signature', signature], ['settings', {count: '12', latency: 5, events: 'e.json'}]] as const) {
    test(`${name}, when something in a good one is wrong`, () => {
      assert.equal(zod.schemas[name]?.safeParse(good).success, true);
      same(name, good);
      fc.assert(fc.property(fc.array(fc.nat(40), {minLength: 1, maxLength: 5}), anything, (path, other) => { same(name, disturbed(good, path, other)); }), {numRuns: 2000});
    });
  }
});
