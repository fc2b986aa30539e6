import type {CallOptions} from '../contract/adapter.js';

/** A moment by the page's clock, for platforms that tell none, and whose tallies get theirs from that clock too: two clocks would count a signature twice. */
export const pageTime = (): string => new Date().toISOString();

/** Sends each key once that has arrived: who repeats it gets the receipt of the first time. */
export const once = <D extends {readonly idempotencyKey: string}, R>(send: (document: D, options?: CallOptions) => Promise<R>): (document: D, options?: CallOptions) => Promise<R> => {
  const receipts = new Map<string, R>();
  return async (document, options) => {
    const receipt = receipts.get(document.idempotencyKey) ?? await send(document, options);
    receipts.set(document.idempotencyKey, receipt);
    return receipt;
  };
};
