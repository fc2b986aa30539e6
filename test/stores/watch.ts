import type {Observable} from '../../src/stores/observable.js';

const watching = new Set<() => void>();

/** Reads an observable until the test ends, or until what it returns is called. */
export const watch = <T>(observable: Observable<T>, read: () => void = () => undefined): (() => void) => {
  const leave = observable.subscribe(read);
  watching.add(leave);
  return leave;
};

// The page's poller would otherwise keep on in the tests that follow.
afterEach(() => {
  for (const leave of watching) leave();
  watching.clear();
});
