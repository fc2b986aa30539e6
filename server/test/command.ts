import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

/** What a command has around it. */
interface Around {
  readonly env?: NodeJS.ProcessEnv;
  /** Modules that are loaded before it. */
  readonly imports?: readonly string[];
}

/** Starts a command in a process. */
export const start = (cwd: string, {env, imports = []}: Around, ...words: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [...[TSX, ...imports].flatMap((module) => ['--import', module]), CLI, ...words], {cwd, env});

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in a folder. */
export const run = async (cwd: string, ...words: string[]): Promise<Outcome> => {
  const child = start(cwd, {}, ...words);
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (error += part));
  const [code] = await once(child, 'close') as [number];
  return {code, out, error};
};

/** A server in a process, once it listens. */
export const serve = async (cwd: string, ...words: string[]) => {
  const child = start(cwd, {}, 'serve', '--port', '0', ...words);
  const entries: Record<string, unknown>[] = [];
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({input: child.stdout}).on('line', (text) => {
      const entry = JSON.parse(text) as Record<string, unknown>;
      entries.push(entry);
      if (entry['event'] === 'start') resolve(String(entry['url']));
    });
    child.once('exit', () => {
      reject(new Error('The server did not start.'));
    });
  });
  return {child, url, entries, ended};
};
