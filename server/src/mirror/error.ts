/** A mirror cannot be made or kept. The message is a sentence for whoever runs it; no key and no answer is quoted in it. */
export class MirrorError extends Error {
  override readonly name = 'MirrorError';
  /** What has to be looked at: what was asked for, the platform, or the folder. */
  readonly reason: 'input' | 'platform' | 'file';

  constructor(reason: MirrorError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** What the runtime says went wrong with a file, or with what should be one. */
export const spokenCause = (error: unknown): string => (error instanceof Error ? error.message : 'no reason given');
