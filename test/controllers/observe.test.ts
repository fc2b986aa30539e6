import {expect} from 'chai';
import {html, LitElement} from 'lit';
import {Observe} from '../../src/controllers/observe.js';
import {Observable} from '../../src/stores/observable.js';
import {fixture} from '../support/fixture.js';

/** An observable that says whether anybody reads it. */
const source = (value: string) => {
  const readers = {is: false};
  const observable = new Observable(value, () => {
    readers.is = true;
    return () => { readers.is = false; };
  });
  return {observable, readers};
};

const ignore = () => undefined;

class ObservingElement extends LitElement {
  source: Observable<string> | undefined;
  wanted = true;
  renders = 0;
  readonly #observe = new Observe(this, () => this.source, () => this.wanted);

  protected override render() {
    this.renders++;
    return html`${this.#observe.value ?? 'nothing'}`;
  }
}
customElements.define('observing-element', ObservingElement);

describe('an element that observes', () => {
  let element: ObservingElement;
  const text = () => element.shadowRoot?.textContent;
  const update = async () => {
    element.requestUpdate();
    await element.updateComplete;
  };

  beforeEach(async () => {
    element = await fixture<ObservingElement>('<observing-element></observing-element>');
  });

  it('shows nothing of nothing, and what it is told to observe later', async () => {
    expect(text()).to.equal('nothing');
    element.source = source('a').observable;
    await update();
    expect(text()).to.equal('a');
  });

  it('renders again when the value changes', async () => {
    const {observable} = source('a');
    element.source = observable;
    await update();
    observable.value = 'b';
    await element.updateComplete;
    expect(text()).to.equal('b');
  });

  it('renders once for a value that is there by the time it begins to read', async () => {
    const eager = new Observable<string>('loading', () => {
      eager.value = 'ready';
      return ignore;
    });
    element.source = eager;
    const before = element.renders;
    await update();
    expect([text(), element.renders]).to.deep.equal(['ready', before + 1]);
  });

  it('leaves one observable for another', async () => {
    const [first, second] = [source('a'), source('b')];
    element.source = first.observable;
    await update();
    element.source = second.observable;
    await update();
    expect([text(), first.readers.is, second.readers.is]).to.deep.equal(['b', false, true]);
    element.source = undefined;
    await update();
    expect([text(), second.readers.is]).to.deep.equal(['nothing', false]);
  });

  it('does not begin anew with every update', async () => {
    let starts = 0;
    element.source = new Observable('a', () => {
      starts++;
      return ignore;
    });
    for (let updates = 0; updates < 5; updates++) await update();
    expect(starts).to.equal(1);
  });

  it('reads on after it is moved, and shows what changed meanwhile', async () => {
    const {observable, readers} = source('a');
    element.source = observable;
    await update();
    const place = element.parentElement;
    element.remove();
    expect(readers.is).to.equal(false);
    observable.value = 'b';
    place?.append(element);
    await element.updateComplete;
    expect([text(), readers.is]).to.deep.equal(['b', true]);
    observable.value = 'c';
    await element.updateComplete;
    expect(text()).to.equal('c');
  });

  it('leaves nothing behind when it is gone', async () => {
    const {observable, readers} = source('a');
    element.source = observable;
    await update();
    element.remove();
    expect(readers.is).to.equal(false);
    const before = element.renders;
    observable.value = 'b';
    await element.updateComplete;
    expect(element.renders).to.equal(before);
  });

  it('does not read when it is gone before its update has come', async () => {
    const {observable, readers} = source('a');
    element.source = observable;
    element.requestUpdate();
    element.remove();
    await element.updateComplete;
    expect(readers.is).to.equal(false);
  });

  it('does not read when it is updated while it is gone', async () => {
    const {observable, readers} = source('a');
    const place = element.parentElement;
    element.remove();
    element.source = observable;
    await update();
    expect(readers.is).to.equal(false);
    place?.append(element);
    await element.updateComplete;
    expect([text(), readers.is]).to.deep.equal(['a', true]);
  });

  it('does not read what is not wanted, and keeps showing the last value', async () => {
    const {observable, readers} = source('a');
    element.source = observable;
    await update();
    element.wanted = false;
    await update();
    expect([text(), readers.is]).to.deep.equal(['a', false]);
    element.wanted = true;
    await update();
    expect(readers.is).to.equal(true);
  });
});
