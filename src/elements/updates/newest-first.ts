import type {Update} from '../../contract/petition.js';

/** The news, newest first. A piece without a date stays below the one that the document has above it. */
export const newestFirst = (updates: readonly Update[]): Update[] => {
  let above = Number.MAX_VALUE;
  return updates
    .map((update) => ({update, at: (above = update.publishedAt === undefined ? above : Date.parse(update.publishedAt))}))
    .sort((one, other) => other.at - one.at)
    .map(({update}) => update);
};
