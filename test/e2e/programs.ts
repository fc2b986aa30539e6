import {spawn, type ChildProcess} from 'node:child_process';
import {setTimeout as wait} from 'node:timers/promises';

/** Ends a program. @param signal One that it may clear up at, or the last. */
export const end = async (child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
};

/** Starts a program that ends with this process at the latest, however that ends. @param as What of `setpriv` it runs as. */
export const begin = (program: string, args: readonly string[], as: readonly string[] = []): ChildProcess => {
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...as, program, ...args], {stdio: 'ignore'});
  // A test file that could not start must not wait for it.
  child.unref();
  return child;
};

/** Waits for something outside this process, as long as that goes on trying. */
export const until = async (child: ChildProcess, ready: () => Promise<unknown>): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended with ${String(child.exitCode)} before it was ready.`);
    if (await ready().then(() => true, () => false)) return;
    await wait(50);
  }
};
