import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {opensWithTheFive} from './first-five.js';
import {press} from './signing.js';
import {all, backEnd, find, place, says} from './support.js';

const registeredByImport = customElements.get('sphere-petition-form') !== undefined;
const asking = async (petition: Partial<PetitionDocument> = {}, change = {}) => {
  const form = await place('sphere-petition-form', backEnd({petition, ...change}));
  await find(form, 'form');
  return form;
};

describe('<sphere-petition-form>', () => {
  opensWithTheFive({tag: 'sphere-petition-form', element: SpherePetitionForm, registeredByImport, alive: 'Sign the petition', failed: 'The petition could not be reached.'});

  describe('what it asks', () => {
    it('is name, e-mail and country where the petition does not say, each with its label and its autofill token', async () => {
      const form = await asking();
      const controls = all<HTMLInputElement>(form, '[part=control]');
      expect(controls.map(({name, type, autocomplete, required, labels}) => [labels?.[0]?.textContent, name, type, autocomplete, required])).to.deep.equal([
        ['First name', 'givenName', 'text', 'given-name', true],
        ['Last name', 'familyName', 'text', 'family-name', true],
        ['E-mail address', 'email', 'email', 'email', true],
        ['Country', 'country', 'select-one', 'country', true],
      ]);
      expect(controls[2]?.inputMode).to.equal('email');
      expect(controls[2]?.autocapitalize).to.equal('none');
    });

    it('is what the petition asks, in its order and words, with its hints', async () => {
      const form = await asking({fields: [
        {name: 'city', type: 'text', label: 'Town', hint: 'Where you live.', autocomplete: 'address-level2'},
        {name: 'role', type: 'select', label: 'Role', required: true, options: [{value: 'p', label: 'Parent'}, {value: 't', label: 'Teacher'}]},
      ]});
      const town = await find<HTMLInputElement>(form, '[name=city]');
      expect(town.labels?.[0]?.textContent).to.equal('Town (optional)');
      expect([town.autocomplete, town.required]).to.deep.equal(['address-level2', false]);
      const hint = await find(form, `#${town.getAttribute('aria-describedby') ?? 'nothing'}`);
      expect(hint.textContent).to.equal('Where you live.');
      const role = await find<HTMLSelectElement>(form, '[name=role]');
      expect([...role.options].map(({value, text}) => [value, text])).to.deep.equal([['', 'Please choose'], ['p', 'Parent'], ['t', 'Teacher']]);
      expect(role.autocomplete).to.equal('off');
    });

    it('knows every country by its name in the reader’s language, and each once', async () => {
      const {options} = await find<HTMLSelectElement>(await asking(), '[name=country]');
      const byCode = new Map([...options].map(({value, text}) => [value, text]));
      expect(byCode.size).to.equal(options.length);
      expect(byCode.size).to.be.greaterThan(240);
      expect([byCode.get('FR'), byCode.get('PS'), byCode.get('GB'), byCode.get('XK')]).to.deep.equal(['France', 'Palestine', 'United Kingdom', 'Kosovo']);
      expect(byCode.has('AQ')).to.equal(false);
      expect([...byCode].filter(([code, name]) => code === name)).to.deep.equal([]);
    });
  });

  describe('consent', () => {
    it('is asked for one purpose at a time, unticked, in its own words', async () => {
      const form = await asking();
      const boxes = all<HTMLInputElement>(form, '[type=checkbox]');
      expect(boxes.map(({checked, required, labels}) => [checked, required, labels?.[0]?.textContent])).to.deep.equal([[false, true, 'I sign.'], [false, false, 'Write to me. (optional)']]);
    });

    it('is asked apart where the platform puts every signer on a mailing list, and nothing is sent without', async () => {
      let signed = 0;
      const form = await asking({fields: [], consents: []}, {subscribes: true, sign: () => { signed++; return Promise.resolve({status: 'accepted', receivedAt: '2026-01-01T00:00:00Z'}); }});
      const box = await find<HTMLInputElement>(form, '[type=checkbox]');
      expect(box.checked).to.equal(false);
      expect(box.labels?.[0]?.textContent).to.contain('mailing list of the platform');
      await press(form);
      await says(form, 'Please tick this box if you agree');
      expect(signed).to.equal(0);
      box.click();
      await press(form);
      await says(form, 'Your signature has been sent');
      expect(signed).to.equal(1);
    });

    it('is not asked for a list that takes others: those who join an event', async () => {
      const form = await asking({fields: [], consents: []}, {subscribes: ['joinEvent'], sign: () => Promise.resolve({status: 'accepted', receivedAt: '2026-01-01T00:00:00Z'})});
      await press(form);
      await says(form, 'Your signature has been sent');
      expect(all(form, '[type=checkbox]')).to.deep.equal([]);
      const signing = await asking({fields: [], consents: []}, {subscribes: ['sign']});
      expect((await find<HTMLInputElement>(signing, '[type=checkbox]')).labels?.[0]?.textContent).to.contain('mailing list of the platform');
    });

    it('is not given by a text field of a similar name', async () => {
      let given: unknown;
      const form = await asking(
        {fields: [{name: 'consent-newsletter', type: 'text', label: 'A trap'}], consents: [{id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'}]},
        {sign: (signature: {consents: unknown}) => { given = signature.consents; return Promise.resolve({status: 'accepted', receivedAt: '2026-01-01T00:00:00Z'}); }},
      );
      await press(form);
      await says(form, 'Your signature has been sent');
      expect(given).to.deep.equal([]);
    });
  });

  it('says who receives the signature, and where they say what they do with it', async () => {
    const form = await asking({controllers: [{id: 'us', name: 'Example Relief', privacy: 'https://example.org/privacy', contact: 'data@example.org'}]});
    await says(form, 'Your signature goes to Example Relief, who is responsible for your data.');
    expect(all<HTMLAnchorElement>(form, '[part=controllers] a').map(({href}) => href)).to.deep.equal(['https://example.org/privacy', 'mailto:data@example.org']);
  });

  it('says that a test is a test, and only then', async () => {
    await says(await asking({test: true}), 'This petition is a test');
    expect(all(await asking({test: false}), '.notice')).to.deep.equal([]);
  });

  it('shows the petition’s own call to action over the form, as a heading', async () => {
    const heading = await find(await asking({callToAction: 'Ask for a way out'}), '.call');
    expect([heading.textContent, heading.role, heading.ariaLevel]).to.deep.equal(['Ask for a way out', 'heading', '2']);
  });
});
