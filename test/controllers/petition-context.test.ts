import {ReactiveElement} from '@lit/reactive-element';
import {expect} from 'chai';
import {InheritPetition, ProvidePetition} from '../../src/controllers/petition-context.js';
import {PetitionStore} from '../../src/stores/petition-store.js';
import {fixture} from '../support/fixture.js';

class ProvidingElement extends ReactiveElement {
  readonly petition = new ProvidePetition(this);
}
customElements.define('providing-element', ProvidingElement);

class InheritingElement extends ReactiveElement {
  updates = 0;
  readonly petition = new InheritPetition(this);

  protected override update(...parameters: Parameters<ReactiveElement['update']>): void {
    super.update(...parameters);
    this.updates++;
  }
}
customElements.define('inheriting-element', InheritingElement);

/** Also inherits, so that a provider's own question can be told from its children's. */
class BothElement extends ProvidingElement {
  readonly outer = new InheritPetition(this);
}
customElements.define('both-element', BothElement);

const newStore = () => new PetitionStore(() => Promise.reject(new Error('Nobody reads.')));

describe('an element inside a petition', () => {
  let page: HTMLElement;
  const child = (root: ParentNode = page) => {
    const found = root.querySelector('inheriting-element');
    if (found instanceof InheritingElement) return found;
    throw new Error('Nobody inherits.');
  };
  const provider = (selector = 'providing-element') => {
    const found = page.querySelector(selector);
    if (found instanceof ProvidingElement) return found;
    throw new Error('Nobody provides.');
  };
  const build = async (content: string) => { page = await fixture(`<div>${content}</div>`); };

  it('has no store where there is no petition around it', async () => {
    await build('<inheriting-element></inheriting-element><providing-element></providing-element>');
    provider().petition.store = newStore();
    expect(child().petition.store).to.equal(undefined);
  });

  it('has the store of the petition, whenever that comes, and renders again for it', async () => {
    await build('<providing-element><p><inheriting-element></inheriting-element></p></providing-element>');
    const [first, second] = [newStore(), newStore()];
    for (const store of [first, second]) {
      const {updates} = child();
      provider().petition.store = store;
      await child().updateComplete;
      expect([child().petition.store === store, child().updates]).to.deep.equal([true, updates + 1]);
    }
    provider().petition.store = second;
    expect(child().isUpdatePending).to.equal(false);
  });

  it('has it at once when it comes later than the store', async () => {
    await build('<providing-element></providing-element>');
    const store = newStore();
    provider().petition.store = store;
    provider().append(document.createElement('inheriting-element'));
    expect(child().petition.store).to.equal(store);
  });

  it('has it through shadow roots', async () => {
    await build('<providing-element><p></p></providing-element>');
    const root = page.querySelector('p')?.attachShadow({mode: 'open'});
    if (!root) throw new Error('There is no shadow root.');
    root.innerHTML = '<inheriting-element></inheriting-element>';
    const store = newStore();
    provider().petition.store = store;
    const inner = root.firstElementChild;
    expect(inner instanceof InheritingElement && inner.petition.store).to.equal(store);
  });

  it('has that of the nearest petition, which itself has that of the next', async () => {
    await build('<providing-element><both-element><inheriting-element></inheriting-element></both-element></providing-element>');
    const [outer, inner] = [newStore(), newStore()];
    provider().petition.store = outer;
    provider('both-element').petition.store = inner;
    const both = provider('both-element');
    expect([child().petition.store === inner, both instanceof BothElement && both.outer.store === outer]).to.deep.equal([true, true]);
  });

  it('has the store of the petition that it is moved to, and hears no more of the other', async () => {
    await build('<providing-element id="one"><inheriting-element></inheriting-element></providing-element><providing-element id="two"></providing-element>');
    const [one, two] = [newStore(), newStore()];
    provider('#one').petition.store = one;
    provider('#two').petition.store = two;
    provider('#two').append(child());
    expect(child().petition.store).to.equal(two);
    provider('#one').petition.store = newStore();
    expect(child().petition.store).to.equal(two);
  });

  it('has none once it is gone', async () => {
    await build('<providing-element><inheriting-element></inheriting-element></providing-element>');
    const gone = child();
    provider().petition.store = newStore();
    gone.remove();
    provider().petition.store = newStore();
    expect(gone.petition.store).to.equal(undefined);
  });

  it('goes on hearing of changes when it asks more than once', async () => {
    await build('<providing-element><inheriting-element></inheriting-element></providing-element>');
    const gone = child();
    provider().petition.store = newStore();
    gone.petition.hostConnected();
    gone.petition.hostConnected();
    const store = newStore();
    provider().petition.store = store;
    expect(gone.petition.store).to.equal(store);
    gone.remove();
    provider().petition.store = newStore();
    expect(gone.petition.store).to.equal(undefined);
  });

  it('has that of a petition around it which becomes one later, and hears no more of the other', async () => {
    await build('<providing-element><later-element><inheriting-element></inheriting-element></later-element></providing-element>');
    const [outer, later] = [newStore(), newStore()];
    provider().petition.store = outer;
    customElements.define('later-element', class extends ProvidingElement {});
    child().petition.hostConnected();
    provider('later-element').petition.store = later;
    expect(child().petition.store).to.equal(later);
    provider().petition.store = newStore();
    expect(child().petition.store).to.equal(later);
  });

  it('is told the same by every copy of the library, and nothing by other contexts', async () => {
    await build('<providing-element><p></p></providing-element>');
    const store = newStore();
    provider().petition.store = store;
    const told: unknown[] = [];
    let passed = 0;
    page.addEventListener('context-request', () => { passed++; });
    for (const context of [Symbol.for('sphere-petition.petition'), Symbol.for('another')]) {
      const request = Object.assign(new Event('context-request', {bubbles: true, composed: true}), {context, callback: (value: unknown) => { told.push(value); }});
      page.querySelector('p')?.dispatchEvent(request);
    }
    expect([told, passed]).to.deep.equal([[store], 1]);
  });
});
