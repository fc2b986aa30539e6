/**
 * How a command ends, for scripts that ask.
 *
 * | code | meaning |
 * |---|---|
 * | 0 | done |
 * | 1 | the input is wrong: a campaign document, or a petition or an event that is not there |
 * | 2 | the command line is wrong |
 * | 3 | the data file cannot be used |
 * | 4 | the address cannot be listened on |
 * | 5 | a file cannot be read or written |
 * | 6 | a platform does not answer, or not with what was asked for |
 */
export const EXIT = {done: 0, input: 1, usage: 2, dataFile: 3, listen: 4, file: 5, platform: 6} as const;

/** The end of every command's help. */
export const EXIT_HELP = `
Exit codes:
  0  done
  1  the input is wrong: a campaign document, or a petition or an event that is not there
  2  the command line is wrong
  3  the data file cannot be used
  4  the address cannot be listened on
  5  a file cannot be read or written
  6  a platform does not answer, or not with what was asked for
`;

/** Ends a command with a sentence for whoever typed it: what, why, what to do. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** Where the data file is unless somebody says so. */
export const DEFAULT_DATA = 'data/petitions.sqlite';
