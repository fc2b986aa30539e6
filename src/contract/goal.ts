/** Below a thousand the steps are those a small campaign is glad of; from there 1, 2, 5 and their tens, without end. */
const FIRST_STEPS = [100, 200, 500];

/**
 * The goal to show for a count: the one that was set while it is still ahead, else the next round number.
 * **Always above the count**, so that no reader meets a bar that has nowhere to go.
 *
 * @example goalFor(0)           // 100
 * @example goalFor(999_999)     // 1_000_000
 * @example goalFor(50_000_000)  // 100_000_000
 * @example goalFor(40, 50)      // 50
 */
export const goalFor = (count: number, goal = 0): number => {
  if (goal > count) return goal;
  const first = FIRST_STEPS.find((step) => step > count);
  if (first !== undefined) return first;
  for (let unit = 1000; ; unit *= 10) {
    for (const factor of [1, 2, 5]) if (unit * factor > count) return unit * factor;
  }
};
