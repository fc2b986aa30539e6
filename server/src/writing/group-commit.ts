/** Writes several items in one transaction and resolves, once they are on disk, to one result for each, in their order. */
export type WriteGroup<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Items in one transaction at most, so that no transaction holds up the readers for long. */
const LARGEST_GROUP = 500;

/**
 * Lets all that arrive within a turn of the event loop, or while a commit is under way, share the next one: waiting for the
 * disk is what a commit costs, and it costs the same for one signature as for many.
 *
 * One item's result is its own affair; only where the transaction itself fails do all in it fail.
 */
export class GroupCommit<Item, Result> {
  readonly #write: WriteGroup<Item, Result>;
  #waiting: Waiting<Item, Result>[] = [];
  #running = false;

  constructor(write: WriteGroup<Item, Result>) {
    this.#write = write;
  }

  /** Resolves when the item is on disk. */
  submit(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({item, resolve, reject});
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#commit(this.#waiting.splice(0, LARGEST_GROUP));
      // Lets the requests that arrived meanwhile be read, so that they join the next group.
      await new Promise(setImmediate);
    }
    this.#running = false;
  }

  async #commit(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#write(group.map(({item}) => item));
      group.forEach(({resolve, reject}, index) => {
        const result = results[index];
        if (result === undefined) reject(new Error('A group was written with fewer results than items.'));
        else resolve(result);
      });
    } catch (error) {
      for (const {reject} of group) reject(error);
    }
  }
}
