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

/** What browsers call a time zone; asking them is slow. */
const zones = new Map<string, string | undefined>();

const zoneNamed = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', {timeZone: name}).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};

/** A time zone by its IANA name, as browsers know it. */
export const timeZone: Setting<string> = {
  expected: 'expected a time zone like Europe/Paris',
  read: (value) => {
    if (typeof value !== 'string') return undefined;
    if (!zones.has(value)) zones.set(value, zoneNamed(value.trim()));
    return zones.get(value);
  },
};

/** One of some words. */
export const oneOf = <W extends string>(...words: readonly W[]): Setting<W> => ({expected: `expected one of ${words.join(', ')}`, read: (value) => words.find((word) => word === value)});

type Shape = Readonly<Record<string, Setting<unknown>>>;
type Read<S extends Shape> = {readonly [Name in keyof S]?: S[Name] extends Setting<infer T> ? T : never};
type Result<S extends Shape> = {readonly value: Read<S>; readonly issues?: undefined} | {readonly issues: readonly (Issue & {readonly message: string})[]};

/** A setting that must never stand in a page, by its name or by what it holds, and why. */
export interface Secret {
  readonly name: RegExp;
  readonly holds?: (text: string) => boolean;
  readonly reason: string;
}

/** Whether a token (RFC 7519) is somebody's who may do more than everybody. Supabase calls everybody `anon`. */
const isPrivileged = (payload: string): boolean => {
  try {
    const {role} = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as {readonly role?: unknown};
    return role !== undefined && role !== 'anon';
  } catch {
    return false;
  }
};

/** Whether a text holds a key that opens a database to whoever has it: `sb_secret_…`, or a token with a role such as `service_role`. */
export const holdsSecretKey = (text: string): boolean => text.includes('sb_secret_') || [...text.matchAll(/\.([\w-]+)=*\./g)].some(([, payload = '']) => isPrivileged(payload));

/** One of the first is needed by each of the second; without a second, always. */
export type Need = readonly [needed: readonly [string, ...string[]], by?: readonly string[]];

/** The settings that are missing beside those that are there. */
export const missing = (given: AdapterSettings, needs: readonly Need[]): Issue[] => needs.flatMap(([needed, by]) => {
  const says = (name: string) => given[name] !== undefined && given[name] !== false;
  const user = by?.find(says);
  if (needed.some(says) || (by && user === undefined)) return [];
  const all = needed.join(', ');
  return [{path: needed[0], reason: user === undefined ? `missing: one of ${all} says what the adapter is for` : `missing: "${user}" needs ${needed.length > 1 ? `one of ${all}` : 'it'}`}];
});

/** What is wrong with settings that are right each by itself. */
type Together<S extends Shape> = (value: Read<S>) => readonly Issue[];

const check = <S extends Shape>(shape: S, given: AdapterSettings, secret?: Secret, together?: Together<S>): Result<S> => {
  const issues: (Issue & {message: string})[] = [];
  const value: Record<string, unknown> = {};
  for (const [path, raw] of Object.entries(given)) {
    const setting = Object.hasOwn(shape, path) ? shape[path] : undefined;
    const read = setting?.read(raw);
    const reason = secret && (secret.name.test(path) || (typeof raw === 'string' && secret.holds?.(raw))) ? secret.reason : !setting ? 'unknown setting' : read === undefined ? setting.expected : undefined;
    if (reason === undefined) value[path] = read;
    else issues.push({path, reason, message: reason});
  }
  // Each member was read by its own setting.
  if (issues.length === 0) issues.push(...(together?.(value as Read<S>) ?? []).map((issue) => ({...issue, message: issue.reason})));
  return issues.length > 0 ? {issues} : {value: value as Read<S>};
};

/**
 * The settings of a platform as a Standard Schema, by hand: a counter that reads its number from a platform need not carry a schema library.
 *
 * @param secret What somebody may take for a setting, and must not publish.
 * @param together What is wrong with them as a whole.
 */
export const platformSettings = <S extends Shape>(adapter: string, shape: S, secret?: Secret, together?: Together<S>) => ({
  '~standard': {
    version: 1 as const,
    vendor: 'sphere-petition',
    validate: (value: unknown) => {
      const result = check(shape, value as AdapterSettings, secret, together);
      return result.issues ? {issues: result.issues.map(({path, message}) => ({path: [path], message}))} : {value: result.value};
    },
  },
  /** @throws {BackendError} `configuration`, naming each setting that is wrong. */
  read: (given: AdapterSettings): Read<S> => {
    const result = check(shape, given, secret, together);
    if (!result.issues) return result.value;
    throw wrongSettings(adapter, result.issues.map(({path, reason}) => ({path, reason})));
  },
});

/** The error for settings that an adapter cannot use. */
export const wrongSettings = (adapter: string, issues: readonly Issue[]): BackendError =>
  new BackendError('configuration', `The adapter "${adapter}" cannot use ${issues.map(({path, reason}) => `its setting "${path}" (${reason})`).join(', ')}.`, {issues});

/** The error for an address that an adapter cannot use. The registry adds where it was written. */
export const wrongSource = (adapter: string, why: string): BackendError => new BackendError('configuration', `The adapter "${adapter}" cannot use its address (src): ${why}`, {issues: [{path: 'src', reason: why}]});

/** Whether a secret stands in an address: before the host, or under its name in the query or the fragment. */
export const holdsSecret = ({username, password, searchParams, hash}: URL, {name}: Secret): boolean =>
  username + password !== '' || [...searchParams.keys(), ...new URLSearchParams(hash.slice(1)).keys()].some((each) => name.test(each));

/** @throws {BackendError} where no browser can ask an address, or a secret stands in it. Told at creation: it is wrong for good. */
export const demandWeb = (adapter: string, src: URL, secret?: Secret): void => {
  if (!/^https?:$/.test(src.protocol)) throw wrongSource(adapter, 'begin it with https:.');
  if (secret && holdsSecret(src, secret)) throw wrongSource(adapter, secret.reason);
};
