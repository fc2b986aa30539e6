import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const TSX = import.meta.resolve('tsx');

const start = (cwd: string, ...words: string[]): ChildProcessWithoutNullStreams => spawn(process.execPath, ['--import', TSX, CLI, ...words], {cwd});

/** How a command ended, and what it said. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command line in a folder. */
export const run = async (cwd: string, ...words: string[]): Promise<Outcome> => {
  const child = start(cwd, ...words);
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (out += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (error += part));
  const [code] = await once(child, 'close') as [number];
  return {code, out, error};
};

/** A server in a process, once it listens. */
export const serve = async (cwd: string, ...words: string[]) => {
  const child = start(cwd, 'serve', '--port', '0', ...words);
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
