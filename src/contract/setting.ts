import type {AdapterSettings} from './adapter.js';
import {BackendError, type Issue} from './error.js';

/** One setting of a platform: what it must be, and how an attribute's text or a document's value is read. */
export interface Setting<T> {
  readonly expected: string;
  /** `undefined` where it is wrong. */
  read(value: unknown): T | undefined;
}

/** A text that says something. */
export const text: Setting<string> = {expected: 'expected a text', read: (value) => (typeof value === 'number' ? String(value) : typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)};

/** Yes or no. An attribute that is there says yes, as everywhere in HTML; `"false"` says no. */
export const flag: Setting<boolean> = {
  expected: 'expected true or false',
  read: (value) => (value === true || value === '' || value === 'true' ? true : value === false || value === 'false' ? false : undefined),
};

/** An absolute web address. */
export const webAddress: Setting<string> = {
  expected: 'expected an address that begins with https: or http:',
  read: (value) => (typeof value === 'string' && /^https?:$/.test(URL.canParse(value) ? new URL(value).protocol : '') ? value : undefined),
};

/** One of some words. */
export const oneOf = <W extends string>(...words: readonly W[]): Setting<W> => ({expected: `expected one of ${words.join(', ')}`, read: (value) => words.find((word) => word === value)});

type Shape = Readonly<Record<string, Setting<unknown>>>;
type Read<S extends Shape> = {readonly [Name in keyof S]?: S[Name] extends Setting<infer T> ? T : never};
type Result<S extends Shape> = {readonly value: Read<S>; readonly issues?: undefined} | {readonly issues: readonly (Issue & {readonly message: string})[]};

/** A setting that must never stand in a page, by its name, and why. */
export interface Secret {
  readonly name: RegExp;
  readonly reason: string;
}

const check = <S extends Shape>(shape: S, given: AdapterSettings, secret?: Secret): Result<S> => {
  const issues: (Issue & {message: string})[] = [];
  const value: Record<string, unknown> = {};
  for (const [path, raw] of Object.entries(given)) {
    const setting = Object.hasOwn(shape, path) ? shape[path] : undefined;
    const read = setting?.read(raw);
    const reason = secret?.name.test(path) ? secret.reason : !setting ? 'unknown setting' : read === undefined ? setting.expected : undefined;
    if (reason === undefined) value[path] = read;
    else issues.push({path, reason, message: reason});
  }
  // Each member was read by its own setting.
  return issues.length > 0 ? {issues} : {value: value as Read<S>};
};

/**
 * The settings of a platform as a Standard Schema, by hand: a counter that reads its number from a platform need not carry a schema library.
 *
 * @param secret What somebody may take for a setting, and must not publish.
 */
export const platformSettings = <S extends Shape>(adapter: string, shape: S, secret?: Secret) => ({
  '~standard': {
    version: 1 as const,
    vendor: 'sphere-petition',
    validate: (value: unknown) => {
      const result = check(shape, value as AdapterSettings, secret);
      return result.issues ? {issues: result.issues.map(({path, message}) => ({path: [path], message}))} : {value: result.value};
    },
  },
  /** @throws {BackendError} `configuration`, naming each setting that is wrong. */
  read: (given: AdapterSettings): Read<S> => {
    const result = check(shape, given, secret);
    if (!result.issues) return result.value;
    throw new BackendError('configuration', `The adapter "${adapter}" cannot use ${result.issues.map(({path, reason}) => `its setting "${path}" (${reason})`).join(', ')}.`, {issues: result.issues.map(({path, reason}) => ({path, reason}))});
  },
});

/** The error for an address that an adapter cannot use. The registry adds where it was written. */
export const wrongSource = (adapter: string, why: string): BackendError => new BackendError('configuration', `The adapter "${adapter}" cannot use its address: ${why}`, {issues: [{path: 'src', reason: why}]});

/** @throws {BackendError} where no browser can ask an address. Told at creation: it is wrong for good. */
export const demandWeb = (adapter: string, {protocol}: URL): void => {
  if (!/^https?:$/.test(protocol)) throw wrongSource(adapter, 'begin it with https:.');
};
