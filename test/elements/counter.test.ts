import {expect} from 'chai';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {eventually} from '../support/eventually.js';
import {opensWithTheFive} from './first-five.js';
import {all, aTurn, backEnd, find, place, says, words} from './support.js';

const registeredByImport = customElements.get('sphere-counter') !== undefined;
const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const visible = (element: Element | null) => element?.checkVisibility() ?? false;

describe('<sphere-counter>', () => {
  opensWithTheFive({
    tag: 'sphere-counter', element: SphereCounter, registeredByImport, alive: '41 signatures', failed: 'The number of signatures cannot be read right now.',
  });

  describe('the author’s number', () => {
    it('stays until a newer one arrives', async () => {
      let arrive: (tally: {count: number; asOf: string}) => void = () => { throw new Error('The counter has not asked.'); };
      const asked = new Promise<void>((resolve) => {
        void place('sphere-counter', backEnd({getTally: () => { resolve(); return new Promise((give) => { arrive = give; }); }}), document.body, '<b>12 345</b>');
      });
      await asked;
      const counter = document.querySelector('sphere-counter');
      if (!counter) throw new Error('There is no counter.');
      await aTurn();
      expect(visible(counter.querySelector('b'))).to.equal(true);
      expect(counter.matches(':state(waiting)')).to.equal(true);
      arrive({count: 20_000, asOf: '2026-01-01T00:00:00Z'});
      await says(counter, '20,000 signatures');
      expect(visible(counter.querySelector('b'))).to.equal(false);
      expect(counter.matches(':state(waiting)')).to.equal(false);
    });

    it('is what a page has where none can be had, without a bar that says otherwise', async () => {
      const counter = await place('sphere-counter', backEnd({getTally: () => Promise.reject(new TypeError())}), document.body, '<b>12 345</b>');
      await says(counter, 'cannot be read right now');
      expect(visible(counter.querySelector('b'))).to.equal(true);
      expect(all(counter, 'progress')).to.deep.equal([]);
      expect(counter.matches(':state(failed)')).to.equal(true);
    });

    it('stands alone where no back end tells the number', async () => {
      const {getPetition, name} = backEnd();
      const counter = await place('sphere-counter', {name, ...(getPetition && {getPetition})}, document.body, '<b>12 345</b>');
      await eventually(() => all(counter, 'progress').length === 0, 'There is a bar without a number.');
      expect(visible(counter.querySelector('b'))).to.equal(true);
      const empty = await place('sphere-counter', {name, ...(getPetition && {getPetition})});
      await eventually(() => words(empty) === '', 'There are words about a number that nobody tells.');
    });

    it('means nothing to a screen reader while the bar knows no number', async () => {
      const counter = await place('sphere-counter', backEnd({getTally: never}), document.body, '12 345');
      expect((await find(counter, 'progress')).matches('[aria-hidden=true]')).to.equal(true);
    });
  });

  describe('min-count', () => {
    it('hides a number that is smaller', async () => {
      const counter = await place('sphere-counter', backEnd({count: 49}));
      counter.minCount = 50;
      await says(counter, 'Be among the first to sign.');
      expect(words(counter)).to.not.contain('49');
      expect(counter.matches(':state(below)')).to.equal(true);
    });

    it('shows the number itself', async () => {
      const counter = await place('sphere-counter', backEnd({count: 50}));
      counter.setAttribute('min-count', '50');
      await says(counter, '50 signatures');
      expect(counter.matches(':state(below)')).to.equal(false);
    });

    it('hides nothing when it is no number', async () => {
      const counter = await place('sphere-counter', backEnd({count: 3}));
      counter.setAttribute('min-count', 'fifty');
      await says(counter, '3 signatures');
    });

    it('leaves the author’s words in a sentence', async () => {
      const counter = await place('sphere-counter', backEnd({count: 3}), document.body, '<b>Many</b>');
      counter.appearance = 'inline';
      counter.minCount = 50;
      await eventually(() => counter.matches(':state(below)'), 'The number is not below.');
      expect(visible(counter.querySelector('b'))).to.equal(true);
    });
  });

  it('says that a number is rounded', async () => {
    const counter = await place('sphere-counter', backEnd({getTally: () => Promise.resolve({count: 12_000, asOf: '2026-01-01T00:00:00Z', approximate: true})}));
    await says(counter, '≈\u202f12,000 signatures');
  });

  it('refuses a back end’s number that is none, and names the member', async () => {
    const counter = await place('sphere-counter', backEnd({getTally: () => Promise.resolve({count: -1, asOf: '2026-01-01T00:00:00Z'})}));
    await says(counter, 'cannot be read right now');
  });
});
