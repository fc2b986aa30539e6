import type {BackendError} from '../contract/error.js';
import type {Receipt} from '../contract/signature.js';

/**
 * How far the reader's signature has come.
 *
 * `idle` is followed by `sending`; `sending` by itself (another try), `signed` or `failed`; `failed` by `sending`; `signed` by `idle`,
 * when somebody else signs on the same screen.
 */
export type SigningState =
  | {readonly status: 'idle'}
  | {readonly status: 'sending'; readonly trouble?: BackendError}
  | {readonly status: 'signed'; readonly receipt: Receipt}
  | {readonly status: 'failed'; readonly error: BackendError};
