import {expect} from 'chai';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {attackAt, hostilePetition, placesOf} from './hostile-text.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {button, tick} from './signing.js';
import {all, aTurn, place, says} from './support.js';

describe('markup in a petition’s document', () => {
  before(() => { SpherePetition.define(); });
  beforeEach(() => { delete window.ran; });

  for (const [tag, kind] of [['sphere-letter', 'letter'], ['sphere-petition-form', 'form'], ['sphere-petition', 'petition']] as const) {
    it(`is shown as text, character by character, by <${tag}>, and runs nothing`, async () => {
      const element = await place(tag, memoryAdapter({petition: hostilePetition}));
      for (const where of placesOf(kind)) await says(element, attackAt(where));
      expect(all(element, 'img, script')).to.deep.equal([]);
      await aTurn();
      expect(window.ran).to.equal(undefined);
    });
  }

  it('is text in the sentences about problems too', async () => {
    const form = await place('sphere-petition-form', memoryAdapter({petition: hostilePetition}));
    await tick(form, 'signature');
    (await button(form)).click();
    await says(form, `Please fill in: ${attackAt('label')}`);
    expect(all(form, 'img, script')).to.deep.equal([]);
    expect(window.ran).to.equal(undefined);
  });
});
