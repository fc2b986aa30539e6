import {expect} from 'chai';
import type {BackendAdapter, Tally} from '../../src/contract/index.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {expectAccessible} from '../support/axe.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import {backEnd, find, place, room, says, words} from './support.js';

const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const tally = (count: number, more: Partial<Tally> = {}) => () => Promise.resolve({count, asOf: '2026-01-01T00:00:00Z', ...more});
const lost = () => Promise.reject(new TypeError('lost'));
const {getPetition} = backEnd();
const mute: BackendAdapter = {name: 'mute', ...(getPetition && {getPetition})};

const STATES = [
  ['waiting', backEnd({getTally: never}), '12 345', {}, /signatures/],
  ['waiting without a number', backEnd({getTally: never}), '', {}, /···/],
  ['known, with a goal', backEnd({getTally: tally(12_345, {goal: 20_000})}), '', {}, /Goal: 20,000/],
  ['known, without a goal', backEnd({getTally: tally(12_345)}), '', {}, /Next step/],
  ['approximate', backEnd({getTally: tally(12_345, {approximate: true})}), '', {}, /≈/],
  ['below min-count', backEnd({getTally: tally(3)}), '', {minCount: 10}, /among the first/],
  ['failed', backEnd({getTally: lost}), '12 345', {}, /cannot be read/],
  ['failed without a number', backEnd({getTally: lost}), '', {}, /cannot be read/],
  ['unsupported', mute, '12 345', {}, /signatures/],
  ['inline', backEnd({getTally: tally(12_345)}), '', {appearance: 'inline'}, /12,345/],
  ['inline and waiting', backEnd({getTally: never}), '12 345', {appearance: 'inline'}, /···/],
] as const;

describe('how the counter looks', () => {
  before(() => { SphereCounter.define(); });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, adapter, content, settings, sentence] of STATES) {
      it(`passes the a11y audit when ${state}, ${scheme}`, async () => {
        const counter = await place('sphere-counter', adapter, await room({scheme}), content);
        Object.assign(counter, settings);
        await says(counter, sentence);
        await expectAccessible(counter);
      });
    }
  }

  describe('as a bar', () => {
    for (const width of [280, 320, 768]) {
      it(`takes the same place before and after its number arrives, ${String(width)} px wide`, async () => {
        const pending = Promise.withResolvers<Tally>();
        const counter = await place('sphere-counter', backEnd({getTally: () => pending.promise}), await room({width}), '12,344');
        const before = counter.getBoundingClientRect().height;
        pending.resolve({count: 12_345, goal: 20_000, asOf: '2026-01-01T00:00:00Z'});
        await says(counter, 'Goal: 20,000');
        expect(counter.getBoundingClientRect().height).to.equal(before);
      });
    }

    it('has room for its number where its container asks how wide it would like to be', async () => {
      const row = await fixture('<div style="display: flex"></div>');
      const counter = await place('sphere-counter', backEnd({count: 12_345}), row);
      await says(counter, '12,345 signatures');
      row.replaceChildren(counter);
      expect(counter.getBoundingClientRect().width).to.be.greaterThan(200);
      row.style.inlineSize = '150px';
      expect(counter.getBoundingClientRect().width).to.be.at.most(150);
    });
  });

  describe('in a sentence', () => {
    const sentence = (content: string) => fixture(`<p style="font: 16px/1.1 sans-serif">Already ${content} people have signed. ${'And so on. '.repeat(60)}</p>`);
    const inSentence = async () => {
      const paragraph = await sentence('<sphere-counter appearance="inline">12,345</sphere-counter>');
      const counter = await find<SphereCounter>(paragraph, 'sphere-counter');
      counter.adapter = backEnd({count: 12_345});
      await eventually(() => words(counter) === '12,345', 'The number is not all it shows.');
      return {paragraph, counter};
    };

    it('is a number like any other', async () => {
      const {paragraph, counter} = await inSentence();
      const plain = await sentence('<span>12,345</span>');
      expect(getComputedStyle(counter).display).to.equal('inline');
      expect(paragraph.getBoundingClientRect().height).to.equal(plain.getBoundingClientRect().height);
      expect(getComputedStyle(await find(counter, 'data')).fontSize).to.equal('16px');
    });

    it('can be hidden', async () => {
      const {counter} = await inSentence();
      counter.hidden = true;
      expect(counter.checkVisibility()).to.equal(false);
    });
  });
});
