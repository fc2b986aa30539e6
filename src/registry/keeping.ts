import type {BackendAdapter} from '../contract/adapter.js';
import {Capability} from '../contract/capability.js';

/** The adapter with those of its capabilities that are kept. */
export const keeping = (adapter: BackendAdapter, keeps: (capability: Capability) => boolean): BackendAdapter => {
  const rest = {...adapter, ...(adapter.repeatable && {repeatable: adapter.repeatable.filter(keeps)})};
  for (const capability of Capability.options) if (!keeps(capability)) delete rest[capability];
  return rest;
};
