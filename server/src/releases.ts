import {copyFile, mkdir, readdir, readFile, rename} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';

/** Whether both files are there and hold the same. */
const isSame = async (one: string, other: string): Promise<boolean> => {
  try {
    return (await readFile(one)).equals(await readFile(other));
  } catch {
    return false;
  }
};

/** The widgets cannot be kept. The message is a sentence for whoever runs the server. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
}

const keep = async (from: string, to: string): Promise<void> => {
  if (await isSame(from, to)) return;
  await mkdir(dirname(to), {recursive: true});
  // Under another name first: nobody is to read half a file.
  const unfinished = `${to}.${process.pid}`;
  await copyFile(from, unfinished);
  await rename(unfinished, to);
};

/**
 * Keeps a copy of a version's widgets, so that pages that name it, and scripts that a browser kept, find its files after the next upgrade. What was
 * kept before under the same version stays beside: it may be asked for yet.
 *
 * @param widgets The folder of the widgets.
 * @param releases The folder of all versions; made where there is none.
 * @throws {ReleaseError} where the folder cannot be written.
 */
export const keepRelease = async (widgets: string, releases: string, version: string): Promise<void> => {
  try {
    for (const entry of await readdir(widgets, {recursive: true, withFileTypes: true})) {
      const from = join(entry.parentPath, entry.name);
      if (entry.isFile()) await keep(from, join(releases, version, relative(widgets, from)));
    }
  } catch (error) {
    throw new ReleaseError(`The widgets cannot be kept in ${releases}: ${error instanceof Error ? error.message : 'no reason given'}. Name a folder that can be written with --releases.`, {cause: error});
  }
};

/** The versions that are kept, the newest first. */
export const keptVersions = async (releases: string): Promise<string[]> => {
  const entries = await readdir(releases, {withFileTypes: true}).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({name}) => name).sort((one, other) => other.localeCompare(one, 'en', {numeric: true}));
};
