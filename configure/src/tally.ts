/** The number of signatures, as far as the configurator needs it. */
export const isTally = (value: unknown): value is {readonly count: number} =>
  typeof value === 'object' && value !== null && 'count' in value && typeof value.count === 'number' && Number.isSafeInteger(value.count);
