import {expect} from 'chai';
import type {Tally} from '../../src/contract/index.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {backEnd, find, place, says, words} from './support.js';

const showing = (tally: Partial<Tally>) =>
  place('sphere-counter', backEnd({getTally: () => Promise.resolve({count: 0, asOf: '2026-01-01T00:00:00Z', ...tally})}));

describe('the counter’s goal', () => {
  before(() => {
    SphereCounter.define();
    SpherePetitionForm.define();
  });

  for (const [count, goal, sentence, max] of [
    [0, 0, 'Next step: 100', 100],
    [0, undefined, 'Next step: 100', 100],
    [99, 0, 'Next step: 100', 100],
    [100, 0, 'Next step: 200', 200],
    [999_999, 0, 'Next step: 1,000,000', 1_000_000],
    [50_000_000, 0, 'Next step: 100,000,000', 100_000_000],
    [40, 50, 'Goal: 50', 50],
    [50, 50, 'Next step: 100', 100],
    [12_345, 20_000, 'Goal: 20,000', 20_000],
  ] as const) {
    it(`is "${sentence}" at ${String(count)}${goal === undefined ? ' where none is set' : ` where ${String(goal)} is set`}`, async () => {
      const counter = await showing({count, ...(goal !== undefined && {goal})});
      await says(counter, sentence);
      const bar = await find<HTMLProgressElement>(counter, 'progress');
      expect(bar.max).to.equal(max);
      expect(bar.value).to.equal(count);
      expect(bar.position).to.be.lessThan(1);
      expect(bar.getAttribute('aria-label')).to.equal(sentence);
      expect(bar.hasAttribute('aria-hidden')).to.equal(false);
    });
  }

  it('gives way to the final count once the petition is known to be closed', async () => {
    const adapter = backEnd({count: 7, petition: {goal: 0, closesAt: '2020-01-01T00:00:00Z'}});
    const counter = await place('sphere-counter', adapter);
    await says(counter, 'Next step');
    await place('sphere-petition-form', adapter);
    await says(counter, 'Final count');
    expect(words(counter)).to.contain('7').and.to.not.contain('Next step');
  });
});
