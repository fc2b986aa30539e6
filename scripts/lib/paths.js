// @ts-check
// Where things are, independent of the folder a script is started from.
import {argv} from 'node:process';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** @param {string} path A path relative to the root. */
export const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Results and stamps that a next run may reuse. Inside node_modules: gone when the dependencies are. */
export const cache = at('node_modules/.cache/sphere-petition/');

/** @param {string} url A module's own. Whether it is the script that was started, and not one that another imports. */
export const isStarted = (url) => argv[1] !== undefined && pathToFileURL(argv[1]).href === url;
