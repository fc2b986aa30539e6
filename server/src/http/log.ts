/**
 * A line of the log. The members are a closed list, and none of them can hold what a person sent: a route's pattern stands
 * for the path, and an error gives its name and the places in the code, not its message.
 */
export type LogEntry =
  | {readonly event: 'start'; readonly url: string; readonly petitions: number}
  | {readonly event: 'stop'}
  | {readonly event: 'request'; readonly method: string; readonly route: string; readonly status: number; readonly milliseconds: number}
  | {readonly event: 'error'; readonly during: string; readonly name: string; readonly stack: readonly string[]}
  | {readonly event: 'difference'; readonly petition: string; readonly tally: number; readonly rows: number};

/** Takes the log's lines. */
export type Log = (entry: LogEntry) => void;

/** What may be told of an error. Its message may quote what was being read when it was thrown. */
export const errorEntry = (during: string, error: unknown): LogEntry => ({
  event: 'error',
  during,
  name: error instanceof Error ? error.name : typeof error,
  stack: error instanceof Error ? (error.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text)).map((text) => text.trim()) : [],
});

/** Writes each entry as one line of JSON, with its time first. */
export const jsonLog = (stream: NodeJS.WritableStream): Log => (entry) => {
  stream.write(`${JSON.stringify({time: new Date().toISOString(), ...entry})}\n`);
};

/** For a server whose log nobody reads. */
export const silentLog: Log = () => undefined;
