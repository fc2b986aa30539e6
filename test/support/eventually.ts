/**
 * Waits until `condition` gives something truthy, and returns that; fails with `sentence` when it never does. A condition that
 * throws does not hold yet.
 *
 * @example const error = await eventually(() => form.shadowRoot?.querySelector('[role=alert]'), 'The form shows no error.');
 */
export const eventually = async <T>(condition: () => T | Promise<T>, sentence: string, milliseconds = 5000): Promise<NonNullable<T>> => {
  const deadline = performance.now() + milliseconds;
  let reason = '';
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      reason = '';
    } catch (error) {
      reason = ` (${String(error)})`;
    }
    if (performance.now() > deadline) throw new Error(`${sentence} Waited ${milliseconds} ms.${reason}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
