import {expect} from 'chai';
import type {BackendAdapter, Receipt, Tally} from '../../src/contract/index.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {eventually} from '../support/eventually.js';
import {hurry} from './clock.js';
import {fillIn, press} from './signing.js';
import {aTurn, backEnd, place, room, says} from './support.js';

/** A back end that tells its numbers when the test says so, the first at once. */
const telling = (first: Tally, change: Partial<BackendAdapter> = {}) => {
  let asked = 0;
  let tell: (tally: Tally) => void = () => undefined;
  const adapter = backEnd({
    ...change,
    getTally: () => (asked++ === 0 ? Promise.resolve(first) : new Promise((resolve) => { tell = resolve; })),
  });
  return {adapter, get asked() { return asked; }, tell: (tally: Tally) => { tell(tally); }};
};

const at = (second: number) => `2026-01-01T00:00:0${String(second)}.000Z`;
const receiving = (status: Receipt['status']) => ({sign: () => Promise.resolve({status, receivedAt: at(5)})});

describe('how the counter keeps its number', () => {
  before(() => {
    SphereCounter.define();
    SpherePetitionForm.define();
  });

  it('adds the reader’s own signature once it is counted, with no further request, until a later tally holds it', async () => {
    const source = telling({count: 10, asOf: at(1)}, receiving('counted'));
    const counter = await place('sphere-counter', source.adapter);
    await says(counter, '10 signatures');
    const form = await place('sphere-petition-form', source.adapter);
    await fillIn(form);
    await press(form);
    await says(counter, '11 signatures');
    expect(source.asked).to.equal(1);

    hurry();
    counter.remove();
    document.body.append(counter);
    Date.now = ((now) => () => now() + 60_000)(Date.now);
    await eventually(() => source.asked === 2, 'The tally is not read again.');
    source.tell({count: 12, asOf: at(4)});
    await says(counter, '13 signatures');
    await eventually(() => source.asked === 3, 'The tally is not read a third time.');
    source.tell({count: 14, asOf: at(6)});
    await says(counter, '14 signatures');
    counter.remove();
  });

  for (const status of ['confirm', 'accepted'] as const) {
    it(`adds nothing for a signature that is "${status}"`, async () => {
      const source = telling({count: 10, asOf: at(1)}, receiving(status));
      const counter = await place('sphere-counter', source.adapter);
      const form = await place('sphere-petition-form', source.adapter);
      await says(counter, '10 signatures');
      await fillIn(form);
      await press(form);
      await says(form, /Someone else/);
      await says(counter, '10 signatures');
    });
  }

  it('never goes back to an older number', async () => {
    hurry();
    const source = telling({count: 10, asOf: at(5)});
    const counter = await place('sphere-counter', source.adapter);
    await says(counter, '10 signatures');
    await eventually(() => source.asked === 2, 'The tally is not read again.');
    source.tell({count: 8, asOf: at(4)});
    await eventually(() => source.asked === 3, 'The tally is not read a third time.');
    await says(counter, '10 signatures');
  });

  it('keeps a number that is known while none newer can be had', async () => {
    hurry();
    let asked = 0;
    const counter = await place('sphere-counter', backEnd({getTally: () => (asked++ === 0 ? Promise.resolve({count: 10, asOf: at(1)}) : Promise.reject(new TypeError()))}));
    await eventually(() => asked > 2, 'The tally is not read again.');
    await says(counter, '10 signatures');
    expect(counter.matches(':state(failed)')).to.equal(false);
  });

  it('asks once for two counters of one petition', async () => {
    const source = telling({count: 10, asOf: at(1)});
    const [first, second] = [await place('sphere-counter', source.adapter), await place('sphere-counter', source.adapter)];
    await says(first, '10 signatures');
    await says(second, '10 signatures');
    expect(source.asked).to.equal(1);
  });

  it('does not ask before it can be seen, nor after', async () => {
    hurry();
    let asked = 0;
    const adapter = backEnd({getTally: () => Promise.resolve({count: ++asked, asOf: new Date().toISOString()})});
    const tall = await room();
    tall.innerHTML = '<p style="block-size: 5000px">Above</p>';
    const counter = await place('sphere-counter', adapter, tall);
    await seen(counter, false);
    expect(asked).to.equal(0);

    counter.scrollIntoView();
    await eventually(() => asked > 2, 'It is seen, and does not ask.');
    window.scrollTo(0, 0);
    await seen(counter, false);
    const before = asked;
    for (let turn = 0; turn < 20; turn++) await aTurn();
    expect(asked).to.be.within(before, before + 1);
  });

  it('does not ask while the page is hidden', async () => {
    hurry();
    let asked = 0;
    await place('sphere-counter', backEnd({getTally: () => Promise.resolve({count: ++asked, asOf: new Date().toISOString()})}));
    await eventually(() => asked > 2, 'It is seen, and does not ask.');
    hide(true);
    await aTurn();
    const before = asked;
    for (let turn = 0; turn < 20; turn++) await aTurn();
    expect(asked).to.be.within(before, before + 1);
    hide(false);
    await eventually(() => asked > before + 2, 'It is seen again, and does not ask.');
  });

  afterEach(() => { Reflect.deleteProperty(document, 'visibilityState'); });
});

const hide = (hidden: boolean) => {
  Object.defineProperty(document, 'visibilityState', {configurable: true, value: hidden ? 'hidden' : 'visible'});
  document.dispatchEvent(new Event('visibilitychange'));
};

/** Waits until every observer of the element has been told that it is, or is not, on the screen. */
const seen = (element: Element, wanted: boolean): Promise<void> => new Promise((resolve) => {
  const observer = new IntersectionObserver((entries) => {
    if (entries.at(-1)?.isIntersecting !== wanted) return;
    observer.disconnect();
    requestAnimationFrame(() => { setTimeout(resolve); });
  });
  observer.observe(element);
});
