import type {BackendAdapter} from './adapter.js';
import type {Capability} from './capability.js';

/** Whether whoever does this is put on a mailing list, whatever they ticked. */
export const subscribesBy = ({subscribes = false}: BackendAdapter, capability: Capability): boolean => (typeof subscribes === 'object' ? subscribes.includes(capability) : subscribes);
