import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const read = (file: string) => readFileSync(join(root, file), 'utf8');

export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: {readonly text: string};
  readonly default?: string;
}

interface Member extends Described {
  readonly kind: string;
  readonly static?: boolean;
  readonly privacy?: string;
}

export interface Element extends Described {
  readonly tagName: string;
  readonly attributes: readonly (Described & {readonly fieldName?: string})[];
  readonly members: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly {readonly path: string; readonly declarations: readonly (Partial<Element> & {readonly name: string})[]}[];
}

export const manifest = (): Manifest => JSON.parse(read('custom-elements.json')) as Manifest;

/** What the manifest knows of each element, by its tag. */
export const elements = (): ReadonlyMap<string, Element> =>
  new Map(manifest().modules.flatMap(({declarations}) => declarations.flatMap((each) => (each.tagName === undefined ? [] : [[each.tagName, each as Element] as const]))));

/** The sources of the elements that say `@tag`. */
export const sources = (): readonly {readonly file: string; readonly tag: string; readonly text: string}[] =>
  readdirSync(join(root, 'src/elements'), {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts')).flatMap((file) => {
    const text = read(`src/elements/${file}`);
    const [, tag] = /^ \* @tag (\S+)$/m.exec(text) ?? [];
    return tag === undefined ? [] : [{file, tag, text}];
  });
