import {can, type BackendAdapter, type Capability, type Capable} from '../../src/contract/index.js';

/** The adapter, which must have the capabilities: a test calls them without asking each time. */
export const able = <C extends Capability>(adapter: BackendAdapter, ...capabilities: C[]): Capable<C> => {
  const hasAll = (candidate: BackendAdapter): candidate is Capable<C> => capabilities.every((capability) => can(candidate, capability));
  if (hasAll(adapter)) return adapter;
  throw new Error(`The adapter "${adapter.name}" lacks one of ${capabilities.join(', ')}.`);
};
