import type {ConformanceCheck} from '../../src/testing/index.js';

/** Hosts the suite's checks in mocha, as a third party does. */
export const host = (name: string, checks: readonly ConformanceCheck[]): void => {
  describe(`conformance: ${name}`, () => {
    for (const {name: check, excused, run} of checks) (excused === undefined ? it : it.skip)(excused === undefined ? check : `${check} (excused: ${excused})`, run);
  });
};
