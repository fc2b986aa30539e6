import {readFile, realpath} from 'node:fs/promises';
import {sep} from 'node:path';
import type {Key, MirrorConfig} from './config.js';
import {MirrorError, spokenCause} from './error.js';

/** A key, ready to be shown to the platform and to nobody else. */
export interface ShownKey {
  readonly header: string;
  readonly value: string;
  /** What must stand nowhere else, in the ways in which it may be written. */
  readonly secrets: readonly string[];
}

/** Shorter than any platform's key, and long enough not to be found by chance in what is published. */
const SHORTEST = 8;

const textOf = async ({variable = '', file}: Key, folder: string, environment: Readonly<Record<string, string | undefined>>): Promise<string> => {
  if (file === undefined) {
    const text = environment[variable];
    if (text === undefined || text.trim() === '') throw new MirrorError('input', `The environment variable ${variable} holds no key. Set it for this command alone.`);
    return text;
  }
  try {
    if ((await realpath(file)).startsWith(`${await realpath(folder)}${sep}`)) throw new MirrorError('input', `The key's file ${file} lies in the folder that is published. Move it out, and have the platform make a new key.`);
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof MirrorError) throw error;
    throw new MirrorError('file', `The key's file ${file} cannot be read: ${spokenCause(error)}. Check its name and permissions.`, {cause: error});
  }
};

/** Where nobody listens on the way. */
const isSafe = ({protocol, hostname}: URL): boolean => protocol === 'https:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

/**
 * The key of a source, from where the configuration says.
 *
 * @param header The header in which the platform wants it.
 * @throws {MirrorError} where there is none, or where it would be heard by others.
 */
export const shownKey = async (key: Key, src: URL, {folder}: Pick<MirrorConfig, 'folder'>, header: string, environment: Readonly<Record<string, string | undefined>>): Promise<ShownKey> => {
  const secret = (await textOf(key, folder, environment)).trim();
  const where = key.file ?? `The environment variable ${key.variable ?? ''}`;
  // A header with anything else in it is refused by the runtime, with the key in its message.
  if (secret.length < SHORTEST || !/^[\x21-\x7e]+$/.test(secret)) throw new MirrorError('input', `${where} holds something that cannot be a key: at least ${SHORTEST} ASCII letters, digits and signs, in one line, without spaces.`);
  if (!isSafe(src)) throw new MirrorError('input', `${src.origin} would be shown the key in the open. Write its address with https:.`);
  const name = key.header ?? header;
  const scheme = key.scheme ?? (name.toLowerCase() === 'authorization' ? 'Bearer' : undefined);
  const base64 = Buffer.from(secret).toString('base64');
  const shown = scheme === 'Basic' ? base64 : secret;
  return {header: name, value: scheme === undefined ? shown : `${scheme} ${shown}`, secrets: [secret, base64, JSON.stringify(secret).slice(1, -1)]};
};

/** A text in which the key does not stand. */
export const veiled = (text: string, key: ShownKey | undefined): string => (key?.secrets ?? []).reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
