/** What a busy machine may take for a chunk that is fetched when it is needed. In milliseconds. */
const PATIENCE = 15_000;

/**
 * Waits until `condition` gives something truthy, and returns that; fails with `sentence` when it never does. A condition that
 * throws does not hold yet.
 *
 * @example const error = await eventually(() => form.shadowRoot?.querySelector('[role=alert]'), 'The form shows no error.');
 */
export const eventually = async <T>(condition: () => T | Promise<T>, sentence: string): Promise<NonNullable<T>> => {
  const deadline = performance.now() + PATIENCE;
  let reason = '';
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      reason = '';
    } catch (error) {
      reason = ` (${String(error)})`;
    }
    if (performance.now() > deadline) throw new Error(`${sentence} Waited ${PATIENCE} ms.${reason}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
