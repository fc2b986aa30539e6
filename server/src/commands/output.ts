import {once} from 'node:events';
import {open, rename, rm} from 'node:fs/promises';
import {OWNER_ONLY} from '../database/database.js';
import {CommandFailure, EXIT} from './failure.js';

/** Where a command's result goes. */
export interface Output {
  /** Resolves when more may come. */
  write(text: string): Promise<void>;
  /** The result is whole. */
  finish(): Promise<void>;
  /** The result is not whole, and must not be taken for it. */
  abandon(): Promise<void>;
}

const failure = (file: string, cause: unknown): CommandFailure =>
  new CommandFailure(EXIT.file, `${file} cannot be written: ${cause instanceof Error ? cause.message : ''}. Check the folder and the room on the disk.`, {cause});

/** A file that appears under its name when it is whole, and replaces one that was there. */
export const fileOutput = async (file: string): Promise<Output> => {
  const partial = `${file}.partial`;
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failure(file, error);
    }
  };
  const handle = await attempt(() => open(partial, 'w', OWNER_ONLY));
  return {
    write: (text) => attempt(async () => {
      await handle.write(text);
    }),
    finish: () => attempt(async () => {
      await handle.sync();
      await handle.close();
      await rename(partial, file);
    }),
    abandon: async () => {
      await handle.close();
      await rm(partial, {force: true});
    },
  };
};

/** Standard output, at the pace of whoever reads it. */
export const standardOutput = (): Output => ({
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  finish: () => Promise.resolve(),
  abandon: () => Promise.resolve(),
});
