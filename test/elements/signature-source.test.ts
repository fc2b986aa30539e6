import {expect} from 'chai';
import type {Signature} from '../../src/contract/index.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {eventually} from '../support/eventually.js';
import {consoleSaid} from './listening.js';
import {fillIn, press} from './signing.js';
import {backEnd, place} from './support.js';

const page = location.href;
const arriveFrom = (query: string) => { history.replaceState(null, '', `${location.pathname}${location.search}${query}`); };

/** What is kept of the way here when somebody signs. */
const signedFrom = async (tag: 'sphere-petition' | 'sphere-petition-form', attributes: Readonly<Record<string, string>> = {}, content = '') => {
  const sent: Signature[] = [];
  const element = await place(tag, backEnd({sign: (signature) => {
    sent.push(signature);
    return Promise.resolve({status: 'counted', receivedAt: '2026-01-01T00:00:00Z'});
  }}), document.body, content);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await fillIn(element);
  await press(element);
  await eventually(() => sent.length > 0, 'Nothing was signed.');
  return sent[0];
};

describe('the way by which a signer came', () => {
  before(() => { SpherePetition.define(); });
  afterEach(() => { history.replaceState(null, '', page); });

  it('is kept with the signature when the address of the page names it, and stays there', async () => {
    arriveFrom('&sphere_source=newsletter-3');
    const address = location.href;
    expect((await signedFrom('sphere-petition'))?.source).to.equal('newsletter-3');
    expect(location.href).to.equal(address);
  });

  it('is what the page’s author says before what the address says', async () => {
    arriveFrom('&sphere_source=newsletter-3');
    expect((await signedFrom('sphere-petition-form', {source: 'poster'}))?.source).to.equal('poster');
    expect((await signedFrom('sphere-petition', {source: 'poster'}))?.source).to.equal('poster');
    expect((await signedFrom('sphere-petition', {source: 'poster'}, '<sphere-petition-form source="own"></sphere-petition-form>'))?.source).to.equal('own');
  });

  it('is absent where nobody names it', async () => {
    expect(await signedFrom('sphere-petition')).to.not.have.property('source');
  });

  for (const wrong of ['', '-x', 'a b', 'ada@example.org', 'x'.repeat(65), '%3Cscript%3E', 'é', 'a/b']) {
    it(`is left out without a word when it is "${wrong.slice(0, 20)}", for it comes from strangers`, async () => {
      arriveFrom(`&sphere_source=${wrong}`);
      expect(await signedFrom('sphere-petition')).to.not.have.property('source');
      expect(consoleSaid).to.deep.equal([]);
    });
  }

  it('is not read from the fragment', async () => {
    arriveFrom('#sphere_source=newsletter-3');
    expect(await signedFrom('sphere-petition')).to.not.have.property('source');
  });
});
