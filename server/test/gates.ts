// Loaded before a command in a process of its own: stops it or ends it where a test needs that, or lets it wait for a moment only. GATES says where.
import {existsSync, promises, writeFileSync} from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';
import {join} from 'node:path';
import timers from 'node:timers/promises';

const {GATES = '', GATE_FOLDER = ''} = process.env;
const gates = new Set(GATES.split(' '));
const {mkdir, open, rename} = promises;
const pause = timers.setTimeout;

/** Says that it has come to a gate, and goes on once that is open. */
const pass = async (gate: string): Promise<void> => {
  if (!gates.delete(gate)) return;
  writeFileSync(join(GATE_FOLDER, `${gate}.reached`), '');
  while (!existsSync(join(GATE_FOLDER, gate))) await pause(5);
};

const dieAt = (gate: string): void => {
  if (gates.has(gate)) process.kill(process.pid, 'SIGKILL');
};

Object.assign(timers, {
  setTimeout: async (duration: number) => {
    await pass('wait');
    await pause(gates.has('hurry') ? 1 : duration);
  },
});
Object.assign(promises, {
  mkdir: async (...words: Parameters<typeof mkdir>) => {
    await pass('before-mkdir');
    const made = await mkdir(...words);
    await pass('after-mkdir');
    return made;
  },
  open: async (...words: Parameters<typeof open>) => {
    const handle = await open(...words);
    const write = handle.writeFile.bind(handle);
    return Object.assign(handle, {
      writeFile: async (text: string) => {
        await write(gates.has('die-half') ? text.slice(0, 9) : text);
        dieAt('die-half');
      },
    });
  },
  rename: async (...words: Parameters<typeof rename>) => {
    dieAt('die-whole');
    await pass('rename');
    await rename(...words);
  },
});
syncBuiltinESMExports();
