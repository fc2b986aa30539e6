/**
 * What stands in for `zod/mini` in the script-tag bundles: the few schemas that the contract is made of, with zod's own results and issues. zod's
 * machinery for whatever else a schema may be was a quarter of a petition's weight. A test holds the two equal; a schema of a kind
 * that is missing here fails the build.
 *
 * @module
 */

interface Issue {
  readonly code: string;
  readonly path: PropertyKey[];
  readonly message: string;
  /** Whether the value may still be looked at: it is of the right type. `false` where not even its length counts. */
  readonly continue?: boolean;
  readonly [detail: string]: unknown;
}

interface Reading {
  value: unknown;
  readonly issues: Issue[];
}

type Check = (reading: Reading, isAborted: boolean) => void;

interface Parameters {
  readonly error?: string;
}

interface Schema {
  run(value: unknown): Reading;
  check(...checks: readonly Check[]): Schema;
  safeParse(value: unknown): Result;
  readonly '~standard': {readonly version: 1; readonly vendor: string; validate(value: unknown): {readonly value: unknown} | {readonly issues: readonly Issue[]}};
  /** Whether a member may be missing. */
  readonly isOptional?: boolean;
  readonly shape?: Shape;
  readonly options?: readonly unknown[];
}

type Shape = Readonly<Record<string, Schema>>;

type Result = {readonly success: true; readonly data: unknown} | {readonly success: false; readonly error: {readonly issues: readonly Issue[]}; readonly data?: undefined};

const issue = (code: string, {error = 'Invalid input'}: Parameters, details: object): Issue => ({code, path: [], message: error, ...details});

const isAborted = ({issues}: Reading): boolean => issues.some((each) => each.continue !== true);

const schema = (read: (value: unknown) => Reading, traits: Pick<Schema, 'isOptional' | 'shape' | 'options'> = {}, checks: readonly Check[] = []): Schema => {
  const run = (value: unknown): Reading => {
    const reading = read(value);
    for (const check of checks) check(reading, isAborted(reading));
    return reading;
  };
  return {
    ...traits,
    run,
    check: (...more) => schema(read, traits, [...checks, ...more]),
    safeParse: (value) => {
      const {value: data, issues} = run(value);
      return issues.length > 0 ? {success: false, error: {issues}} : {success: true, data};
    },
    '~standard': {
      version: 1,
      vendor: 'sphere-petition',
      validate: (value) => {
        const {value: data, issues} = run(value);
        return issues.length > 0 ? {issues} : {value: data};
      },
    },
  };
};

const typed = (expected: string, is: (value: unknown) => boolean, parameters: Parameters = {}, checks: readonly Check[] = []): Schema =>
  schema((value) => ({value, issues: is(value) ? [] : [issue('invalid_type', parameters, {expected})]}), {}, checks);

const among = (values: readonly unknown[]): Schema =>
  schema((value) => ({value, issues: values.includes(value) ? [] : [issue('invalid_value', {}, {values})]}), {options: values});

export const string = (parameters?: Parameters): Schema => typed('string', (value) => typeof value === 'string', parameters);
export const boolean = (): Schema => typed('boolean', (value) => typeof value === 'boolean');
export const number = (parameters?: Parameters, checks?: readonly Check[]): Schema => typed('number', Number.isFinite, parameters, checks);
export const literal = (value: unknown): Schema => among([value]);
const enumeration = (values: readonly unknown[]): Schema => among(values);
const nothing = (): Schema => typed('null', (value) => value === null);
export {enumeration as enum, nothing as null};

/** Adds an issue where the value is of the right type and wrong. */
const unless = (code: string, isRight: (value: unknown) => boolean, details: object, parameters: Parameters = {}): Check => ({value, issues}, aborted) => {
  if (!aborted && !isRight(value)) issues.push(issue(code, parameters, {...details, continue: true}));
};

export const minimum = (least: number, parameters?: Parameters): Check => unless('too_small', (value) => Number(value) >= least, {minimum: least}, parameters);
export const maximum = (most: number, parameters?: Parameters): Check => unless('too_big', (value) => Number(value) <= most, {maximum: most}, parameters);
export const regex = (pattern: RegExp, parameters?: Parameters): Check => unless('invalid_format', (value) => pattern.test(String(value)), {format: 'regex'}, parameters);

export const int = (parameters: Parameters = {}): Schema => number(parameters, [
  ({value, issues}, aborted) => {
    if (!aborted && !Number.isInteger(value)) issues.push(issue('invalid_type', parameters, {expected: 'int', continue: false}));
  },
  minimum(Number.MIN_SAFE_INTEGER, parameters),
  maximum(Number.MAX_SAFE_INTEGER, parameters),
]);

/** zod counts a text by its characters, and whatever has a length, though its type be wrong. */
const length = (code: string, isRight: (length: number) => boolean, details: object): Check => ({value, issues}) => {
  const size = typeof value === 'string' ? Array.from(value).length : (value as {readonly length?: number} | null | undefined)?.length;
  if (size !== undefined && !isRight(size) && !issues.some((each) => each.continue === false)) issues.push(issue(code, {}, {...details, continue: true}));
};

export const minLength = (least: number): Check => length('too_small', (size) => size >= least, {minimum: least});
export const maxLength = (most: number): Check => length('too_big', (size) => size <= most, {maximum: most});

const member = (key: PropertyKey, {value, issues}: Reading, into: Issue[]): unknown => {
  for (const each of issues) {
    each.path.unshift(key);
    into.push(each);
  }
  return value;
};

export const array = (element: Schema): Schema => schema((input) => {
  if (!Array.isArray(input)) return {value: input, issues: [issue('invalid_type', {}, {expected: 'array'})]};
  const issues: Issue[] = [];
  return {value: Array.from(input, (each, index) => member(index, element.run(each), issues)), issues};
});

const shaped = (shape: Shape, others: Schema | 'stripped' | 'refused', parameters: Parameters = {}): Schema => schema((input) => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return {value: input, issues: [issue('invalid_type', parameters, {expected: 'object'})]};
  const given = input as Readonly<Record<string, unknown>>;
  const value: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [key, each] of Object.entries(shape)) if (key in given || !each.isOptional) value[key] = member(key, each.run(given[key]), issues);
  if (others === 'stripped') return {value, issues};
  const unknown: string[] = [];
  for (const key in given) {
    if (Object.hasOwn(shape, key)) continue;
    if (others === 'refused') unknown.push(key);
    // Assigned, it would become the object's prototype.
    else if (key !== '__proto__') value[key] = member(key, others.run(given[key]), issues);
  }
  if (unknown.length > 0) issues.push(issue('unrecognized_keys', parameters, {keys: unknown, continue: true}));
  return {value, issues};
}, {shape});

export const object = (shape: Shape): Schema => shaped(shape, 'stripped');
export const strictObject = (shape: Shape, parameters?: Parameters): Schema => shaped(shape, 'refused', parameters);
export const catchall = ({shape = {}}: Schema, others: Schema): Schema => shaped(shape, others);

export const union = (choices: readonly Schema[], parameters: Parameters = {}): Schema => schema((value) => {
  const readings = choices.map((choice) => choice.run(value));
  const good = readings.find(({issues}) => issues.length === 0);
  if (good) return good;
  // Of the right type, and wrong in it: then that is what is wrong.
  const [near, ...others] = readings.filter((reading) => !isAborted(reading));
  return near && others.length === 0 ? near : {value, issues: [issue('invalid_union', parameters, {errors: readings.map(({issues}) => issues)})]};
});

export const optional = (inner: Schema): Schema => schema((value) => (value === undefined ? {value, issues: []} : inner.run(value)), {isOptional: true});

export const _default = (inner: Schema, standard: unknown): Schema => schema((value) => {
  if (value !== undefined) return inner.run(value);
  if (typeof standard === 'function') return {value: (standard as () => unknown)(), issues: []};
  return {value: Array.isArray(standard) ? [...(standard as unknown[])] : standard, issues: []};
});

export const safeParse = (of: Schema, value: unknown): Result => of.safeParse(value);
