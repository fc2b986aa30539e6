import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

/** The server as it is shipped, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** Ends the process and resolves when it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

const startedAt = async (child: ChildProcess): Promise<string> => {
  if (child.stdout === null) throw new Error('The server process has no standard output.');
  for await (const text of createInterface({input: child.stdout})) {
    const entry: unknown = JSON.parse(text);
    if (typeof entry === 'object' && entry !== null && 'event' in entry && entry.event === 'start' && 'url' in entry && typeof entry.url === 'string') return entry.url;
  }
  throw new Error('The server process ended before it listened.');
};

/** Starts the built server; 0 as the port takes any that is free. */
export const startProcess = async (data: string, port: number): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [CLI, 'serve', '--data', data, '--port', String(port), '--tally-interval', '0.5'], {stdio: ['ignore', 'pipe', 'inherit']});
  const gone = once(child, 'exit');
  const url = await startedAt(child);
  child.stdout.resume();
  return {
    url,
    port: Number(new URL(url).port),
    end: async (signal) => {
      child.kill(signal);
      await gone;
    },
  };
};
