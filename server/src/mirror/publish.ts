import {randomUUID} from 'node:crypto';
import {mkdir, open, readdir, readFile, rename, rm, rmdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {MirrorError, spokenCause} from './error.js';
import type {Surroundings} from './platform.js';

/** For everyone to read: a server publishes it. */
const PUBLIC = 0o644;

/** Between two looks whether another run has finished, in milliseconds. It reads and writes a file: who takes longer than all of them has died. */
const WAIT = 250;
const MOST_WAITS = 120;

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

/**
 * Makes the folder in which one run writes at a time, once there is none. Who stays in it for too long has died, and is cleared away; if it only slept, its
 * document is gone with the folder, and it can replace nothing by what it knew before.
 */
const claim = async (desk: string, sleep: Surroundings['sleep']): Promise<void> => {
  for (let waits = 1; ; waits++) {
    try {
      await mkdir(desk);
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    await sleep(WAIT);
    if (waits % MOST_WAITS === 0) await rm(desk, {recursive: true, force: true});
  }
};

const displaced = (cause?: unknown) => new MirrorError('file', 'another run took over from this one, which was too slow. Run the command again if that one failed.', {cause});

/** Makes the new name last through a power cut. Not every system lets a folder be opened. */
const settle = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
};

/**
 * Replaces a published document at once and for good, or not at all.
 *
 * @param text The document as JSON.
 * @param isWanted Looks at what is published, while nobody else writes. What it throws keeps that.
 * @returns Whether it was replaced.
 */
export const publish = async (file: string, text: string, isWanted: (before: Readonly<Record<string, unknown>>) => boolean, sleep: Surroundings['sleep']): Promise<boolean> => {
  const desk = `${file}.partial`;
  const path = join(desk, randomUUID());
  try {
    await claim(desk, sleep);
    const handle = await open(path, 'wx', PUBLIC);
    try {
      // Who was cleared away before it had anything here comes into another's folder.
      if ((await readdir(desk)).length > 1) throw displaced();
      const before = await published(file);
      if (before !== undefined && !isWanted(before)) return false;
      await handle.writeFile(`${text}\n`);
      await handle.sync();
      await rename(path, file);
      await settle(dirname(file));
      return true;
    } finally {
      await handle.close();
      await rm(path, {force: true});
      await rmdir(desk).catch(() => undefined);
    }
  } catch (error) {
    if (error instanceof MirrorError) throw error;
    if (codeOf(error) === 'ENOENT') throw displaced(error);
    throw new MirrorError('file', `it cannot be written: ${spokenCause(error)}. Check the folder and the room on the disk.`, {cause: error});
  }
};
