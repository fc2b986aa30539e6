import type {Issue} from 'sphere-petition/contract';

/** An issue for every name that stood before. */
export const repeated = (names: readonly string[], path: (index: number) => string): Issue[] => {
  const met = new Set<string>();
  return names.flatMap((name, index) => (met.size === met.add(name).size ? [{path: path(index), reason: 'given twice'}] : []));
};
