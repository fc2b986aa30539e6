import {expect} from 'chai';
import {html, LitElement} from 'lit';
import {InView} from '../../src/controllers/in-view.js';
import {Observe} from '../../src/controllers/observe.js';
import {Observable} from '../../src/stores/observable.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';

let readers = 0;
const observable = new Observable('a', () => {
  readers++;
  return () => { readers--; };
});

class ViewedElement extends LitElement {
  readonly inView = new InView(this);
  readonly #observe = new Observe(this, () => observable, () => this.inView.value);

  protected override render() {
    return html`${this.#observe.value}`;
  }
}
customElements.define('viewed-element', ViewedElement);

const show = (visibilityState: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', {configurable: true, get: () => visibilityState});
  document.dispatchEvent(new Event('visibilitychange'));
};

/** Long enough for an intersection to be noticed, were there one. */
const frames = async () => {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
};

describe('an element that looks whether it is seen', () => {
  let page: HTMLElement;
  let element: ViewedElement;
  const isRead = (read: boolean, move = () => { /* Nothing has to be done again. */ }) => eventually(() => {
    move();
    return (readers > 0) === read;
  }, `It ${read ? 'does not begin' : 'does not stop'} to read.`);

  beforeEach(async () => {
    show('visible');
    // The first screen, and a second one below it.
    page = await fixture('<div><div></div><viewed-element></viewed-element></div>');
    const found = page.querySelector<ViewedElement>('viewed-element');
    if (!found) throw new Error('There is no element.');
    element = found;
  });

  afterEach(async () => {
    element.remove();
    Reflect.deleteProperty(document, 'visibilityState');
    await element.updateComplete;
    expect(readers, 'readers that are left').to.equal(0);
  });

  const push = (height: number) => {
    const [spacer] = page.children;
    if (spacer instanceof HTMLElement) spacer.style.height = `${height}px`;
  };

  it('reads while it is on the screen', async () => {
    await isRead(true);
    expect(element.inView.value).to.equal(true);
  });

  it('does not read before it is scrolled to, and stops when it is scrolled away', async () => {
    push(10_000);
    await isRead(false);
    await frames();
    expect([element.inView.value, readers]).to.deep.equal([false, 0]);
    // Again and again: a browser may take back a scrolling that comes while it still lays out the page.
    await isRead(true, () => { element.scrollIntoView(); });
    await isRead(false, () => { window.scrollTo(0, 0); });
  });

  it('does not read on a page that is hidden', async () => {
    await isRead(true);
    show('hidden');
    expect(element.inView.value).to.equal(false);
    await isRead(false);
    show('visible');
    await isRead(true);
  });

  it('does not read when the page comes back and it is off the screen', async () => {
    push(10_000);
    show('hidden');
    await isRead(false);
    show('visible');
    await frames();
    expect(readers).to.equal(0);
  });

  it('does not read where it is not displayed', async () => {
    await isRead(true);
    page.hidden = true;
    await isRead(false);
    page.hidden = false;
    await isRead(true);
  });

  it('looks anew when it is moved', async () => {
    await isRead(true);
    page.append(element);
    await isRead(true);
    push(10_000);
    await isRead(false);
  });

  it('stops at once when it is taken away, whatever happens to the page then', async () => {
    await isRead(true);
    element.remove();
    expect(readers).to.equal(0);
    show('hidden');
    show('visible');
    await frames();
    await element.updateComplete;
    expect([element.inView.value, readers]).to.deep.equal([false, 0]);
  });

  it('begins once for an element that is put in and taken out before a frame is drawn', async () => {
    element.remove();
    page.append(element);
    element.remove();
    await frames();
    expect([element.inView.value, readers]).to.deep.equal([false, 0]);
  });
});
