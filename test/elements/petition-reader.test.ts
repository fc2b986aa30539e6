import {expect} from 'chai';
import {BackendError} from '../../src/contract/index.js';
import {SphereLetter} from '../../src/elements/letter/letter.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {eventually} from '../support/eventually.js';
import {errorsSaid} from './listening.js';
import {all, backEnd, find, place, says} from './support.js';

const offline = () => Promise.reject(new BackendError('offline', 'There is no network in this test.'));

describe('what letter, form and petition have in common', () => {
  before(() => {
    SphereLetter.define();
    SpherePetitionForm.define();
  });

  for (const [level, first] of [['4', '4'], ['0', '2'], ['7', '2'], ['1.5', '2'], ['two', '2']] as const) {
    it(`headings begin at ${first} where the page says heading-level="${level}"`, async () => {
      const letter = await place('sphere-letter', backEnd({petition: {addressees: [{name: 'The ministers'}]}}));
      letter.setAttribute('heading-level', level);
      await letter.updateComplete;
      expect((await find(letter, '[role=heading]')).getAttribute('aria-level')).to.equal(first);
    });
  }

  it('what is wrong in a document is told the developer, and the rest is shown', async () => {
    const {getPetition} = backEnd();
    const letter = await place('sphere-letter', backEnd({getPetition: async (query, options) => ({...(await getPetition?.(query, options)), goal: 'many'} as never)}));
    await says(letter, 'We call on you to act.');
    expect(errorsSaid()).to.have.length(1);
    expect(errorsSaid()[0]).to.contain('<sphere-letter>').and.to.contain('goal: expected');
  });

  it('another try that fails keeps the focus at the sentence', async () => {
    const letter = await place('sphere-letter', backEnd({getPetition: offline}));
    (await find(letter, '.failure button')).click();
    await eventually(() => letter.shadowRoot?.activeElement?.matches('.failure'), 'The focus is lost.');
  });

  it('another try that succeeds leads the focus to the petition', async () => {
    let tries = 0;
    const {getPetition} = backEnd();
    const letter = await place('sphere-letter', backEnd({getPetition: (query, options) => (++tries === 1 || !getPetition ? offline() : getPetition(query, options))}));
    (await find(letter, '.failure button')).click();
    await says(letter, 'We call on you to act.');
    expect(letter.shadowRoot?.activeElement?.textContent).to.contain('We call on you to act.');
  });

  it('a question in the petition’s own words is marked with their language, and one in ours is not', async () => {
    const form = await place('sphere-petition-form', backEnd({petition: {language: 'fr', fields: [{name: 'ville', type: 'select', label: 'Ville', hint: 'Où vivez-vous ?', options: [{value: 'l', label: 'Lyon'}]}, {name: 'email', type: 'email'}]}}));
    const [own, ours] = [await find(form, 'label[for=field-ville] > span'), await find(form, 'label[for=field-email] > span')];
    expect([own.lang, ours.hasAttribute('lang')]).to.deep.equal(['fr', false]);
    expect(all(form, '.hint, option[value=l]').map(({lang}) => lang)).to.deep.equal(['fr', 'fr']);
  });
});
