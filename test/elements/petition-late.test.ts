import {expect} from 'chai';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {SphereLetter} from '../../src/elements/letter/letter.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {errorsSaid} from './listening.js';
import {fixture} from '../support/fixture.js';
import {backEnd, says} from './support.js';

/** Petition and letter have other names here, so that either can be defined after the other. The parent is found by its true name. */
describe('elements whose scripts come late', () => {
  it('are a petition all the same: parts first, then what is around them, then the last part', async () => {
    const page = await fixture('<div><sphere-petition><sphere-counter>12</sphere-counter><sphere-letter>Letter</sphere-letter></sphere-petition></div>');
    const [counter, letter] = [page.querySelector('sphere-counter'), page.querySelector('sphere-letter')];
    if (!counter || !letter) throw new Error('The page has not what was written.');
    expect([counter, letter].map((each) => each.checkVisibility() && each.textContent)).to.deep.equal(['12', 'Letter']);

    SphereCounter.define();
    await counter.updateComplete;
    expect(counter.shadowRoot?.querySelector('slot')).to.not.equal(null);
    expect(errorsSaid()).to.deep.equal([]);

    const petition = page.querySelector('sphere-petition');
    if (!petition) throw new Error('There is no petition.');
    // As a page does that sets a property before the script is there.
    Object.assign(petition, {adapter: backEnd({count: 41})});
    customElements.define('sphere-petition', SpherePetition);
    await says(counter, '41 signatures');

    SphereLetter.define();
    await says(letter, 'We call on you to act.');
    expect(errorsSaid()).to.deep.equal([]);
  });
});
