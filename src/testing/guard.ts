import type {BackendAdapter} from '../contract/adapter.js';
import {Capability} from '../contract/capability.js';
import type {Petition} from '../contract/petition.js';
import {WRITES} from './check.js';
import {sentence} from './expect.js';

/**
 * The adapter, which writes nothing where the petition is not there for tests: whatever a check calls, and whatever it forgot to ask before. Nobody's
 * petition is signed by a mistake of this suite's.
 */
export const harmless = (adapter: BackendAdapter, petition: Petition | undefined): BackendAdapter => {
  if (petition?.test === true) return adapter;
  const {name, links, repeatable, subscribes} = adapter;
  const members = Capability.options.flatMap((capability): [string, unknown][] => {
    const member: unknown = adapter[capability];
    if (member === undefined) return [];
    if (typeof member !== 'function') return [[capability, member]];
    if (!WRITES.some((write) => write === capability)) return [[capability, member.bind(adapter)]];
    return [[capability, () => Promise.reject(sentence(`${capability} was not called: the suite writes only where the petition says "test": true.`))]];
  });
  return {name, ...(links && {links}), ...(repeatable && {repeatable}), ...(subscribes !== undefined && {subscribes}), ...Object.fromEntries(members)};
};
