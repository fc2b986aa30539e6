import {expect} from 'chai';
import {BackendError, type Issue} from '../../src/contract/index.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {eventually} from '../support/eventually.js';
import {enter, fillIn, focused, held, press} from './signing.js';
import {CANARY, all, backEnd, find, place, says} from './support.js';

const summaryOf = (form: Element) => find(form, '[part=summary]');
const links = async (form: Element) => [...(await summaryOf(form)).querySelectorAll('a')];
/** The sentences that a control is described by, as assistive technology finds them: inside one root. */
const described = (control: Element): string[] => (control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
  .map((id) => { const {textContent} = (control.getRootNode() as ShadowRoot).getElementById(id) ?? {textContent: null}; return textContent ?? `(nothing has the id ${id})`; });

describe('what is wrong with a form', () => {
  before(() => { SpherePetitionForm.define(); });

  it('is said in a summary that takes the focus, and beside each question', async () => {
    const form = await place('sphere-petition-form', backEnd());
    await press(form);
    const summary = await summaryOf(form);
    await eventually(() => focused() === summary, 'The summary has not the focus.');
    expect((await links(form)).map(({textContent}) => textContent)).to.deep.equal([
      'Please fill in: First name', 'Please fill in: Last name', 'Please fill in: E-mail address', 'Please fill in: Country',
      'Please tick this box if you agree: without your consent your signature may not be received.',
    ]);
    for (const link of await links(form)) {
      const control = await find(form, link.hash);
      expect(control.getAttribute('aria-invalid')).to.equal('true');
      expect(described(control)).to.include(link.textContent);
    }
    expect(all(form, '[aria-invalid]').length).to.equal(5);
  });

  it('leads from the summary to the question', async () => {
    const form = await place('sphere-petition-form', backEnd());
    await press(form);
    const address = location.href;
    for (const link of await links(form)) {
      link.click();
      expect(focused()?.id).to.equal(link.hash.slice(1));
    }
    expect(location.href).to.equal(address);
  });

  it('names the field with its hint, where it has one', async () => {
    const form = await place('sphere-petition-form', backEnd({petition: {fields: [{name: 'city', type: 'text', label: 'Town', hint: 'Where you live.', required: true}]}}));
    await press(form);
    await summaryOf(form);
    expect(described(await find(form, '[name=city]'))).to.deep.equal(['Where you live.', 'Please fill in: Town']);
  });

  for (const [what, answers, sentence] of [
    ['an address that is none', {email: 'canarina'}, 'Please write an e-mail address such as name@example.org'],
    ['a name that is too long', {givenName: 'x'.repeat(101)}, 'This is too long: First name'],
    ['a name of blanks', {givenName: '   '}, 'Please fill in: First name'],
  ] as const) {
    it(`is ${what}`, async () => {
      const form = await place('sphere-petition-form', backEnd());
      await fillIn(form, {...CANARY, ...answers});
      await press(form);
      expect((await links(form)).map(({textContent}) => textContent)).to.deep.equal([sentence]);
      expect(held(form)).to.deep.equal({...CANARY, ...answers});
    });
  }

  it('is forgotten once it is right', async () => {
    const form = await place('sphere-petition-form', backEnd());
    await fillIn(form, {...CANARY, email: 'canarina'});
    await press(form);
    await summaryOf(form);
    await enter(form, 'email', CANARY.email);
    await press(form);
    await says(form, 'Thank you. You have signed.');
  });

  describe('as the back end sees it', () => {
    const refusing = (...issues: Issue[]) => backEnd({sign: () => Promise.reject(new BackendError('invalid', 'Refused for the test.', {issues}))});

    it('stands beside the question that it names, in the reader’s language', async () => {
      const form = await place('sphere-petition-form', refusing({path: 'fields.email', reason: 'email'}, {path: 'consents.signature', reason: 'unknown'}, {path: 'fields.nobody', reason: 'required'}));
      await fillIn(form);
      await press(form);
      expect((await summaryOf(form)).textContent).to.contain('did not accept some of what you typed');
      expect((await links(form)).map(({hash, textContent}) => [hash, textContent])).to.deep.equal([
        ['#field-email', 'Please write an e-mail address such as name@example.org'],
        ['#consent-signature', 'The wording beside this box has changed. Please load the page again.'],
      ]);
      expect((await find(form, '[name=email]')).getAttribute('aria-invalid')).to.equal('true');
      expect(held(form)).to.deep.equal({...CANARY});
      expect((await find<HTMLInputElement>(form, '#consent-signature')).checked).to.equal(true);
    });

    it('is said in our words, whatever reason the back end gives', async () => {
      const form = await place('sphere-petition-form', refusing({path: 'fields.email', reason: `${CANARY.email} is on our list <b>`}));
      await fillIn(form);
      await press(form);
      await says(form, 'The petition does not take this: E-mail address');
      expect((await summaryOf(form)).textContent).to.not.contain(CANARY.email);
    });
  });
});
