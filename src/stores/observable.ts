/**
 * A value that tells its readers when it changes. Whatever keeps it up to date starts with the first reader and stops with
 * the last.
 */
export class Observable<T> {
  #value: T;
  readonly #readers = new Set<() => void>();
  readonly #start: (() => () => void) | undefined;
  #stop: (() => void) | undefined;

  /** @param start Called for the first reader; what it returns is called when the last one leaves. */
  constructor(initial: T, start?: () => () => void) {
    this.#value = initial;
    this.#start = start;
  }

  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    // One that is told may make another leave.
    for (const read of [...this.#readers]) if (this.#readers.has(read)) read();
  }

  /** Calls `read` after every change, and not for the value that is there already. Returns how to stop. */
  subscribe(read: () => void): () => void {
    // Whoever reads twice leaves twice.
    const reader = () => { read(); };
    this.#readers.add(reader);
    if (this.#readers.size === 1) this.#stop = this.#start?.();
    return () => {
      if (!this.#readers.delete(reader) || this.#readers.size > 0) return;
      this.#stop?.();
      this.#stop = undefined;
    };
  }
}
