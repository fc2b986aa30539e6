import {expect} from 'chai';
import {Observable} from '../../src/stores/observable.js';

const ignore = () => undefined;

describe('an observable', () => {
  const counted = () => {
    const calls = {starts: 0, stops: 0};
    const observable = new Observable(1, () => {
      calls.starts++;
      return () => { calls.stops++; };
    });
    return {observable, calls};
  };

  it('starts with its first reader and stops with its last, again and again', () => {
    const {observable, calls} = counted();
    const [leaveFirst, leaveSecond] = [observable.subscribe(ignore), observable.subscribe(ignore)];
    expect(calls).to.deep.equal({starts: 1, stops: 0});
    leaveFirst();
    expect(calls).to.deep.equal({starts: 1, stops: 0});
    leaveSecond();
    expect(calls).to.deep.equal({starts: 1, stops: 1});
    observable.subscribe(ignore)();
    expect(calls).to.deep.equal({starts: 2, stops: 2});
  });

  it('lets a reader leave only once', () => {
    const {observable, calls} = counted();
    const leave = observable.subscribe(ignore);
    observable.subscribe(ignore);
    leave();
    leave();
    expect(calls).to.deep.equal({starts: 1, stops: 0});
  });

  it('counts one function that reads twice as two readers', () => {
    const {observable, calls} = counted();
    const told: number[] = [];
    const read = () => { told.push(observable.value); };
    const leave = observable.subscribe(read);
    observable.subscribe(read);
    expect(calls).to.deep.equal({starts: 1, stops: 0});
    leave();
    expect(calls).to.deep.equal({starts: 1, stops: 0});
    observable.value = 2;
    expect(told).to.deep.equal([2]);
  });

  it('tells its readers of changes, and of nothing else', () => {
    const observable = new Observable(NaN);
    const told: number[] = [];
    observable.subscribe(() => { told.push(observable.value); });
    observable.value = NaN;
    observable.value = 0;
    observable.value = 0;
    observable.value = -0;
    expect(told).to.deep.equal([0, -0]);
  });

  it('tells nobody who has left, even while it tells', () => {
    const observable = new Observable('a');
    const told: string[] = [];
    let leave: readonly (() => void)[] = [];
    const member = (name: string) => observable.subscribe(() => {
      told.push(name);
      for (const go of leave) go();
    });
    leave = [member('first'), member('second'), member('third')];
    observable.value = 'b';
    observable.value = 'c';
    expect(told).to.deep.equal(['first']);
  });

  it('tells a reader who comes while it tells from the next change on', () => {
    const observable = new Observable('a');
    const told: string[] = [];
    const leave = observable.subscribe(() => {
      leave();
      observable.subscribe(() => { told.push(observable.value); });
    });
    observable.value = 'b';
    expect(told).to.deep.equal([]);
    observable.value = 'c';
    expect(told).to.deep.equal(['c']);
  });

  it('has its newest value when a reader is told, also of a change that another reader made', () => {
    const observable = new Observable(1);
    const told: number[] = [];
    observable.subscribe(() => { if (observable.value === 2) observable.value = 3; });
    observable.subscribe(() => { told.push(observable.value); });
    observable.value = 2;
    expect(new Set(told)).to.deep.equal(new Set([3]));
  });
});
