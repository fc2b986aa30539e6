import {can} from '../../contract/adapter.js';
import type {Capability} from '../../contract/capability.js';
import {callOf, type Call} from '../calls.js';
import {lacking, WRITES, writeExcuse, type Check, type Subject, type Write} from '../check.js';
import {demand, refusal, rejection} from '../expect.js';
import {answered, givingUp, type Answering, type Outcome} from '../network.js';

/** A call, and how a sentence names what befell it. */
export interface Asking extends Call {
  readonly name: Capability;
  readonly subject: Subject;
  /** Calls with the network answered by the suite. @throws {Error} where the call asks nobody. */
  readonly met: (what: string, answering: Answering, options?: Parameters<Call['call']>[0]) => Promise<Outcome & {readonly what: string}>;
}

export const isWrite = (capability: Capability): capability is Write => WRITES.some((write) => write === capability);

/** Why the suite cannot answer a capability in its back end's place, if so. */
const unasked = (subject: Subject, capability: Capability): string | undefined =>
  (isWrite(capability) ? writeExcuse(subject, capability) : can(subject.adapter, capability) ? undefined : `does not announce ${capability}`)
  ?? (subject.asking.has(capability) ? undefined : 'asks nothing by fetch()');

/** One promise of several capabilities, kept where the network, or what answers on it, fails: a check for each. `fetch` is answered by the suite: nobody is asked, and nothing is written. */
export const eachAsking = <C extends Capability>(
  capabilities: readonly C[],
  promise: string,
  run: (asking: Asking, capability: C) => Promise<void>,
  excuse: (subject: Subject, capability: C) => string | undefined = () => undefined,
): Check[] => capabilities.map((name) => ({
  name: `${name} ${promise}`,
  excuse: (subject) => unasked(subject, name) ?? excuse(subject, name),
  run: async (subject) => {
    const call = await callOf(subject, name);
    await run({
      ...call, name, subject,
      met: async (befell, answering, options) => {
        const what = `${name}, ${befell},`;
        const outcome = await answered(answering, {patience: subject.patience, what}, () => call.call(options));
        demand(outcome.asked.length > 0, `${what} asked nobody, though it asked by fetch() before: give the suite an adapter that keeps no answers, fresh for each check.`);
        return {...outcome, what};
      },
    }, name);
  },
}));

const announced = (subject: Subject, capability: Capability): string | undefined => (isWrite(capability) ? writeExcuse(subject, capability) : lacking(subject, capability));

/** What holds for every capability that is announced, whether it asks by `fetch()` or not. */
export const eachChecks = (capabilities: readonly Capability[]): Check[] => capabilities.flatMap((name) => [
  {
    name: `${name} rejects with a BackendError if at all, and never as unsupported`,
    excuse: (subject) => announced(subject, name),
    run: async (subject) => {
      const {call} = await callOf(subject, name);
      const error = await rejection(() => call(), name);
      demand(error?.code !== 'unsupported', `${name} is announced, and refuses as unsupported: leave the method out of the adapter, or the capability out of the petition's "offers".`);
      if (isWrite(name)) return;
      const controller = new AbortController();
      const pending = rejection(() => call({signal: controller.signal}), `${name}, given up on its way,`);
      controller.abort(new TypeError('A reason of the caller\'s own.'));
      await pending;
    },
  },
  {
    name: `${name} gives up when its caller does`,
    excuse: (subject) => (isWrite(name) ? writeExcuse(subject, name) : can(subject.adapter, name) ? undefined : `does not announce ${name}`),
    run: async (subject) => {
      const {call} = await callOf(subject, name);
      const remedy = 'pass its caller\'s signal to fetch(), and look at it before anything is sent';
      await refusal(() => call({signal: AbortSignal.abort()}), `${name} with a signal that was aborted before`, ['aborted'], remedy);
      if (!subject.asking.has(name)) return;
      const what = `${name}, given up on its way,`;
      const controller = new AbortController();
      const {error} = await answered(givingUp(controller), {patience: subject.patience, what}, () => call({signal: controller.signal}));
      demand(error?.code === 'aborted', `${what} ended with ${error?.code ?? 'an answer'}; it must be aborted: ${remedy}.`);
    },
  },
] satisfies Check[]);
