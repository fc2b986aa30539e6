import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {eventually} from '../support/eventually.js';
import {fillIn, focused, held} from './signing.js';
import {CANARY, backEnd, find, place, says} from './support.js';

// WebKitGTK's driver drops repeated letters; everything else about its keyboard is as elsewhere.
const typesFaithfully = !(navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome'));
const press = (key: string) => sendKeys({press: key});
const placed = async (adapter = backEnd()) => {
  const form = await place('sphere-petition-form', adapter);
  await find(form, 'option[value=FR]');
  return form;
};

describe('the form with the keyboard alone', () => {
  before(() => { SpherePetitionForm.define(); });

  it('is filled in, corrected and signed', async function () {
    if (!typesFaithfully) this.skip();
    const form = await placed();
    const walked: (string | undefined)[] = [];
    const step = async () => {
      await press('Tab');
      walked.push(focused()?.id);
    };
    (await find(form, '[name=givenName]')).focus();
    await sendKeys({type: CANARY.givenName});
    await step();
    await sendKeys({type: CANARY.familyName});
    await step();
    await sendKeys({type: CANARY.email});
    await step();
    await sendKeys({type: 'Fran'});
    await step();
    await press(' ');
    await step();
    expect(walked).to.deep.equal(['field-familyName', 'field-email', 'field-country', 'consent-signature', 'consent-newsletter']);
    await press('Tab');
    expect(focused()?.getAttribute('part')).to.equal('button');
    expect(held(form)).to.deep.equal({...CANARY});
    await press('Enter');
    await says(form, 'Thank you. You have signed.');
    await eventually(() => focused()?.id === 'outcome', 'The thanks have not the focus.');
    await press('Tab');
    expect(focused()?.textContent).to.contain('Someone else');
  });

  it('leads from the error summary to a question', async () => {
    const form = await placed();
    (await find(form, '[part=button]')).focus();
    await press(' ');
    await eventually(() => focused()?.id === 'outcome', 'The summary has not the focus.');
    await press('Tab');
    expect(focused()?.textContent).to.equal('Please fill in: First name');
    await press('Enter');
    expect(focused()?.id).to.equal('field-givenName');
  });

  it('signs with Enter in a text field, once', async () => {
    let signed = 0;
    const form = await placed(backEnd({sign: () => {
      signed++;
      return Promise.resolve({status: 'accepted', receivedAt: '2026-01-01T00:00:00Z'});
    }}));
    await fillIn(form);
    (await find(form, '[name=familyName]')).focus();
    await press('Enter');
    await says(form, 'Your signature has been sent');
    expect(signed).to.equal(1);
  });

  it('shows where the focus is', async () => {
    const form = await placed();
    (await find(form, '[name=familyName]')).focus();
    await press('Tab');
    const control = focused();
    expect(control?.id).to.equal('field-email');
    const {outlineStyle, outlineWidth} = getComputedStyle(control ?? form);
    expect([outlineStyle, outlineWidth]).to.deep.equal(['solid', '3px']);
  });
});
