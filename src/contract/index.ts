/**
 * The language that pages and back ends speak. Schema and type share a name; the same schemas check what a back end
 * returns in the browser and what the reference server accepts.
 *
 * @module
 */
export * from './adapter.js';
export * from './calendar.js';
export * from './capability.js';
export * from './check-signature.js';
export * from './colour.js';
export * from './error.js';
export * from './event.js';
export * from './event-check.js';
export * from './event-query.js';
export * from './goal.js';
export * from './openness.js';
export * from './parse.js';
export * from './petition.js';
export * from './primitives.js';
export * from './problem.js';
export * from './shape-error.js';
export * from './share-channel.js';
export * from './share-link.js';
export * from './signature.js';
export * from './tally.js';
export * from './tally-check.js';
export * from './text.js';
