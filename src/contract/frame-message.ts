import type {Receipt} from './signature.js';
import {isDateTime} from './tally-check.js';

/**
 * What a frame with a petition in it says to the page around it: how tall it is, how far signing has come, and that the reader is done, so that the page goes where it wants its signers
 * to go. Never a field, an answer or an error.
 */
export type FrameMessage =
  | {readonly type: 'sphere:size'; readonly height: number}
  | {readonly type: 'sphere:state'; readonly state: 'ready' | 'idle' | 'sending'}
  | ({readonly type: 'sphere:state'; readonly state: 'signed'} & Receipt)
  | {readonly type: 'sphere:exit'};

/** How the page around a frame looks, for the frame to look alike: `color-scheme`, and CSS values by the names of what they are. */
export interface ThemeMessage {
  readonly type: 'sphere:theme';
  readonly theme?: string;
  readonly accent?: string;
  readonly onAccent?: string;
  readonly danger?: string;
  readonly radius?: string;
  readonly color?: string;
  readonly font?: string;
  readonly size?: string;
  /** That of the words, as BCP 47 writes it. */
  readonly language?: string;
}

/** Taller than any page of ours, in CSS pixels. */
const TALLEST = 20_000;

const RECEIPTS: readonly Receipt['status'][] = ['counted', 'confirm', 'accepted'];

/** The members of what somebody sent. */
export const membersOf = (data: unknown): Readonly<Record<string, unknown>> => (typeof data === 'object' && data !== null ? {...data} : {});

/** What a frame says, if it is one of ours that speaks: anything may come by `postMessage`. Who sent it is to be asked first. */
export const frameMessage = (data: unknown): FrameMessage | undefined => {
  const {type, height, state, status, receivedAt} = membersOf(data);
  if (type === 'sphere:exit') return {type};
  if (type === 'sphere:size') return typeof height === 'number' && height >= 0 ? {type, height: Math.min(Math.ceil(height), TALLEST)} : undefined;
  if (type !== 'sphere:state') return undefined;
  if (state === 'ready' || state === 'idle' || state === 'sending') return {type, state};
  const known = RECEIPTS.find((each) => each === status);
  return state === 'signed' && known !== undefined && isDateTime(receivedAt) ? {type, state, status: known, receivedAt} : undefined;
};
