import {expect} from 'chai';
import {fc} from '../support/property.js';
import {goalFor} from '../../src/contract/index.js';

const LARGEST = Number.MAX_SAFE_INTEGER / 10;

describe('goalFor', () => {
  for (const [count, goal] of [[0, 100], [99, 100], [100, 200], [200, 500], [500, 1000], [1000, 2000], [4999, 5000], [5000, 10_000], [999_999, 1_000_000], [1_000_000, 2_000_000], [50_000_000, 100_000_000]] as const) {
    it(`of ${count} is ${goal}`, () => { expect(goalFor(count)).to.equal(goal); });
  }

  it('is the goal that was set while it is ahead, and the next round number from then on', () => {
    expect(goalFor(40, 50)).to.equal(50);
    expect(goalFor(50, 50)).to.equal(100);
    expect(goalFor(51, 50)).to.equal(100);
  });

  const counts = fc.oneof(fc.nat(2000), fc.nat(), fc.integer({min: 0, max: Math.floor(LARGEST)}), fc.constantFrom(0, 999_999, 50_000_000, Math.floor(LARGEST)));
  const goals = fc.oneof(fc.constant(undefined), fc.nat(2000), fc.nat());

  it('is always above the count', () => {
    fc.assert(fc.property(counts, goals, (count, goal) => goalFor(count, goal) > count), {numRuns: 1000});
  });

  it('means the same by 0 as by none', () => {
    fc.assert(fc.property(counts, (count) => goalFor(count, 0) === goalFor(count)));
  });

  it('is a 1, 2 or 5 with zeros where none was set, and at most two and a half times the count', () => {
    fc.assert(fc.property(counts, (count) => /^[125]0+$/.test(String(goalFor(count))) && (count < 100 || goalFor(count) <= count * 2.5)), {numRuns: 1000});
  });
});
