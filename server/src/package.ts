import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import * as z from 'zod/mini';

const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** This package's version. */
export const VERSION = z.parse(z.object({version: z.string()}), manifest).version;

/** The folder of the built widgets, inside the package that this one depends on. */
export const widgetFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('sphere-petition/package.json')), 'cdn');
