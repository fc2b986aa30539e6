import type {Pinned} from '../../dist/snippet/choice.js';

/** The folder of the configurator's own files, with a slash at its end. */
export const OWN = new URL('./', import.meta.url).href;

/** The folder of the scripts that move, beside it. */
export const SCRIPTS = new URL('../v1/', import.meta.url).href;

/** The version of the configurator, and so of the scripts beside it. */
export const VERSION = document.documentElement.dataset['version'] ?? '';

const isHashes = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The scripts of this version for good, with their hashes; undefined where this host keeps none: the server that does says so in the page. */
export const findPinned = async (): Promise<Pinned | undefined> => {
  if (document.documentElement.dataset['pinned'] === undefined) return undefined;
  const hashes: unknown = await fetch(`${SCRIPTS}integrity.json`).then((response) => (response.ok ? response.json() : undefined), () => undefined);
  if (!isHashes(hashes)) return undefined;
  const {'sphere-petition.bundle.js': integrity, 'resize.js': resize} = hashes;
  const folder = new URL(`../v/${VERSION}/`, SCRIPTS).href;
  return typeof integrity === 'string' ? {folder, integrity, ...(typeof resize === 'string' && {resize})} : undefined;
};
