import {readFile} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import {jsonSettings} from 'sphere-petition/adapters/reading';
import {BackendError, Count, issuesOf, TimeZone, WebAddress} from 'sphere-petition/contract';
import * as z from 'zod/mini';
import {JsonError, parseJson} from '../http/json.js';
import {MirrorError, spokenCause} from './error.js';

/** Where the organisation's key is, and how it is shown. Never the key itself: a configuration is put into repositories. */
const Key = z.strictObject({
  /** The environment variable that holds it. */
  variable: z.optional(z.string().check(z.regex(/^[A-Za-z_][A-Za-z0-9_]*$/))),
  /** The file that holds it and nothing else. */
  file: z.optional(z.string().check(z.minLength(1))),
  /** The header that shows it. Absent: the platform's own. */
  header: z.optional(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/))),
  /** The word before it. With `Basic` it is `user:password`. */
  scheme: z.optional(z.enum(['Bearer', 'Basic'])),
});
export type Key = z.infer<typeof Key>;

const platform = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) => z.strictObject({platform: z.literal(name), src: WebAddress, key: z.optional(Key), ...shape});
const Settings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const goal = {goal: z.optional(Count)};
const osdiEvents = {
  /** Whose time it is that the platform writes with a `Z`, where it means the clock of the place. */
  zone: z.optional(TimeZone),
  /** Whether the petition's document says how one joins these events. */
  joinable: z.optional(z.boolean()),
};

const TallySource = z.union([platform('action-network', goal), platform('osdi', goal), platform('actionkit', goal), platform('json', {...goal, settings: Settings})]);
const EventSource = z.union([platform('action-network', osdiEvents), platform('osdi', osdiEvents), platform('json', {settings: Settings})]);
export type TallySource = z.infer<typeof TallySource>;
export type EventSource = z.infer<typeof EventSource>;

/** What is mirrored whereto. */
export const MirrorConfig = z.strictObject({
  /** The folder that is published; as seen from the configuration. */
  folder: z.string().check(z.minLength(1)),
  tally: z.optional(TallySource),
  events: z.optional(EventSource),
});
export type MirrorConfig = z.infer<typeof MirrorConfig>;

/** Never with what stands there: it may be a key. */
const wrong = (sentence: string) => new BackendError('configuration', sentence);

/** As part of an address it would be in messages too. */
const holdsKey = ({username, password, searchParams}: URL): boolean => username + password !== '' || [...searchParams.keys()].some((name) => name.toLowerCase() === 'osdi-api-token');

const shaped = (value: unknown): MirrorConfig => {
  const result = z.safeParse(MirrorConfig, value);
  if (!result.success) throw wrong(`${issuesOf(result.error, value).map(({path, reason}) => `"${path}" (${reason})`).join(', ')}.`);
  const {tally, events} = result.data;
  if (tally === undefined && events === undefined) throw wrong('it has neither "tally" nor "events".');
  for (const [name, source, needed, example] of [['tally', tally, 'count', 'count'], ['events', events, 'event', 'id = id']] as const) {
    if (source === undefined) continue;
    if (!URL.canParse(source.src)) throw wrong(`"${name}.src" is no address.`);
    if (holdsKey(new URL(source.src))) throw wrong(`"${name}.src" holds a key, which does not belong into a configuration: name a "${name}.key".`);
    if (source.key && (source.key.variable === undefined) === (source.key.file === undefined)) throw wrong(`"${name}.key" is to name either a "variable" or a "file".`);
    if (source.platform !== 'json') continue;
    // What else is wrong is named first: it may be this one, misspelt.
    jsonSettings.read({[needed]: example, ...source.settings});
    if (source.settings[needed] === undefined) throw wrong(`"${name}.settings.${needed}" is missing: it says what stands where in the answer.`);
  }
  return result.data;
};

/**
 * A mirror's configuration, its paths made absolute.
 *
 * @throws {MirrorError} naming what is wrong.
 */
export const readMirrorConfig = async (file: string): Promise<MirrorConfig> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new MirrorError('file', `${file} cannot be read: ${spokenCause(error)}. Check its name and permissions.`, {cause: error});
  }
  const beside = (path: string) => resolve(dirname(file), path);
  const located = <S extends {key?: Key | undefined}>(source: S): S => (source.key?.file === undefined ? source : {...source, key: {...source.key, file: beside(source.key.file)}});
  try {
    const {folder, tally, events} = shaped(parseJson(text.replace(/^\uFEFF/, '')));
    return {folder: beside(folder), ...(tally && {tally: located(tally)}), ...(events && {events: located(events)})};
  } catch (error) {
    if (error instanceof JsonError) throw new MirrorError('input', `${file}: ${error.path === '' ? '' : `${error.path}: `}${error.message}`, {cause: error});
    if (BackendError.is(error)) throw new MirrorError('input', `${file} cannot be used: ${error.message}`, {cause: error});
    throw error;
  }
};
