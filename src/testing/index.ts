/**
 * The conformance suite: proves that an adapter keeps the contract's promises. It needs no test runner, and runs in Node
 * and in browsers.
 *
 * @module
 */
export {conformanceChecks} from './suite.js';
export type {ConformanceCheck, ConformanceOptions} from './suite.js';
