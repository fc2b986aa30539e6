import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import * as z from 'zod/mini';

const versionIn = (file: string | URL): string => {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return z.parse(z.object({version: z.string()}), manifest).version;
};

/** This package's version. */
export const VERSION = versionIn(new URL('../package.json', import.meta.url));

const library = createRequire(import.meta.url).resolve('sphere-petition/package.json');

/** The version of the built widgets. */
export const WIDGET_VERSION = versionIn(library);

/** The folder of the built widgets, inside the package that this one depends on. */
export const widgetFolder = (): string => join(dirname(library), 'cdn');
