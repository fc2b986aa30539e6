import {expect} from 'chai';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {eventually} from '../support/eventually.js';
import {button, enter, fillIn, focused, held} from './signing.js';
import {CANARY, all, backEnd, find, place, says, words} from './support.js';

const suggestions = (form: Element) => all(form, '.suggestion button');
const suggested = (form: Element) => eventually(() => suggestions(form)[0], 'Nothing is suggested.');

describe('an e-mail address that looks mistyped', () => {
  before(() => { SpherePetitionForm.define(); });

  it('is asked about, in a region that was there before', async () => {
    const form = await place('sphere-petition-form', backEnd());
    const region = await find(form, '.suggestion');
    expect([region.role, getComputedStyle(region).display]).to.deep.equal(['status', 'block']);
    await enter(form, 'email', 'canarina@gmial.com');
    expect((await suggested(form)).textContent).to.equal('Did you mean canarina@gmail.com?');
    expect(all(form, '.suggestion').includes(region)).to.equal(true);
  });

  it('is corrected only when the reader says so', async () => {
    const form = await place('sphere-petition-form', backEnd());
    await enter(form, 'email', 'canarina@gmial.com');
    const offer = await suggested(form);
    expect(held(form)['email']).to.equal('canarina@gmial.com');
    offer.click();
    await eventually(() => suggestions(form).length === 0, 'It is still suggested.');
    expect(held(form)['email']).to.equal('canarina@gmail.com');
    expect(focused()?.id).to.equal('field-email');
  });

  it('is sent as it is where the reader leaves it', async () => {
    let sent = '';
    const form = await place('sphere-petition-form', backEnd({sign: ({fields}) => {
      sent = fields['email'] ?? '';
      return Promise.resolve({status: 'accepted', receivedAt: '2026-01-01T00:00:00Z'});
    }}));
    await fillIn(form, {...CANARY, email: 'canarina@gmial.com'});
    await suggested(form);
    (await button(form)).click();
    await says(form, 'Your signature has been sent');
    expect(sent).to.equal('canarina@gmial.com');
  });

  it('is asked about no more once it is another', async () => {
    const form = await place('sphere-petition-form', backEnd());
    await enter(form, 'email', 'canarina@gmial.com');
    await suggested(form);
    await enter(form, 'email', 'canarina@gmail.com');
    await eventually(() => suggestions(form).length === 0, 'It is still suggested.');
  });

  it('does not move the button from under a click that leaves the field', async () => {
    let signed = 0;
    const form = await place('sphere-petition-form', backEnd({sign: () => {
      signed++;
      return Promise.resolve({status: 'accepted', receivedAt: '2026-01-01T00:00:00Z'});
    }}));
    await fillIn(form);
    const email = await find<HTMLInputElement>(form, '[name=email]');
    email.value = 'canarina@gmial.co';
    email.focus();
    await sendKeys({press: 'End'});
    await sendKeys({press: 'm'});
    const sign = await button(form);
    sign.scrollIntoView({block: 'center'});
    const {x, y, width, height} = sign.getBoundingClientRect();
    await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
    await says(form, 'Your signature has been sent');
    expect(signed).to.equal(1);
    expect(words(form)).to.not.contain('gmail');
  });
});
