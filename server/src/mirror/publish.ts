import {open, readFile, rename, rm, stat} from 'node:fs/promises';
import {dirname} from 'node:path';
import {MirrorError, spokenCause} from './error.js';

/** For everyone to read: a server publishes it. */
const PUBLIC = 0o644;

/** A run that has written for longer than this, in milliseconds, has died. */
const LONGEST_WRITING = 60_000;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** What is published now; `undefined` where nothing is, or nothing that a mirror wrote. */
const published = async (file: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null ? {...value} : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Opens the file under its other name; whoever has it open is the only one to write. */
const claim = async (partial: string): ReturnType<typeof open> => {
  try {
    return await open(partial, 'wx', PUBLIC);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    if (Date.now() - (await stat(partial)).mtimeMs < LONGEST_WRITING) throw new Error(`another run is writing ${partial}`, {cause: error});
    await rm(partial, {force: true});
    return open(partial, 'wx', PUBLIC);
  }
};

/** Makes the new name last through a power cut. Not every system lets a folder be opened. */
const settle = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/**
 * Replaces a published document at once and for good, or not at all.
 *
 * @param isWanted Looks at what is published, while nobody else writes. What it throws keeps that.
 * @returns Whether it was replaced.
 */
export const publish = async (file: string, document: object, isWanted: (before: Readonly<Record<string, unknown>>) => boolean): Promise<boolean> => {
  const partial = `${file}.partial`;
  let isReplaced = false;
  try {
    const handle = await claim(partial);
    try {
      const before = await published(file);
      if (before !== undefined && !isWanted(before)) return false;
      await handle.writeFile(`${JSON.stringify(document)}\n`);
      await handle.sync();
      await rename(partial, file);
      isReplaced = true;
      await settle(dirname(file));
      return true;
    } finally {
      await handle.close();
      if (!isReplaced) await rm(partial, {force: true});
    }
  } catch (error) {
    if (error instanceof MirrorError) throw error;
    throw new MirrorError('file', `it cannot be written: ${spokenCause(error)}. Check the folder and the room on the disk.`, {cause: error});
  }
};
