import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import type {BackendAdapter, Receipt} from '../../src/contract/index.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {eventually} from '../support/eventually.js';
import {fillIn, focused, held, press} from './signing.js';
import {CANARY, all, backEnd, find, place, says, words} from './support.js';

const giving = (status: Receipt['status']): Partial<BackendAdapter> => ({sign: () => Promise.resolve({status, receivedAt: '2026-01-01T00:00:00Z'})});
const signed = async (adapter = backEnd(), content = '') => {
  const form = await place('sphere-petition-form', adapter, document.body, content);
  await fillIn(form);
  await press(form);
  await says(form, 'Someone else would like to sign here');
  return form;
};
const another = async (form: Element) => { (await find(form, '.thanks button')).click(); };

describe('what comes after signing', () => {
  before(() => {
    SpherePetitionForm.define();
    SphereCounter.define();
  });

  for (const [status, sentence] of [['counted', 'Your signature counts.'], ['confirm', 'We have sent you an e-mail.'], ['accepted', 'The organisers received it.']] as const) {
    it(`is thanks that have the focus and say what became of it (${status})`, async () => {
      const form = await signed(backEnd(giving(status)));
      await says(form, sentence);
      await eventually(() => focused()?.id === 'outcome', 'The thanks have not the focus.');
      expect(form.matches(':state(signed)')).to.equal(true);
      expect(all(form, 'form')).to.deep.equal([]);
    });
  }

  it('are the author’s own words where they wrote some', async () => {
    const form = await signed(backEnd(), '<b slot="thanks">Thank you, friend.</b><i slot="button">I sign</i>');
    expect(form.querySelector('b')?.checkVisibility()).to.equal(true);
    await another(form);
    await find(form, 'form');
    expect(form.querySelector('i')?.checkVisibility()).to.equal(true);
  });

  it('leaves nothing of what was typed on the page, in any shadow root, attribute or property', async () => {
    const form = await signed();
    for (const element of [form, ...all(form, '*')]) {
      const told = [...element.attributes].map(({value}) => value).join(' ') + words(element) + ('value' in element ? String(element.value) : '');
      for (const typed of [CANARY.givenName, CANARY.familyName, CANARY.email]) expect(told).to.not.contain(typed);
    }
  });

  describe('someone else', () => {
    it('starts with an empty form, in its first question', async () => {
      const form = await signed();
      await another(form);
      await eventually(() => all(form, 'form').length === 1, 'There is no form.');
      expect(held(form)).to.deep.equal({givenName: '', familyName: '', email: '', country: ''});
      expect(all<HTMLInputElement>(form, '[type=checkbox]').map(({checked}) => checked)).to.deep.equal([false, false]);
      expect(form.matches(':state(signed)')).to.equal(false);
      await eventually(() => focused()?.id === 'field-givenName', 'The first question has not the focus.');
    });

    it('signs with a key of their own, even with the same answers', async () => {
      const keys: string[] = [];
      const form = await signed(backEnd({sign: ({idempotencyKey}) => {
        keys.push(idempotencyKey);
        return Promise.resolve({status: 'counted', receivedAt: '2026-01-01T00:00:00Z'});
      }}));
      await another(form);
      await fillIn(form);
      await press(form);
      await eventually(() => keys.length === 2, 'Nobody else has signed.');
      expect(keys[0]).to.not.equal(keys[1]);
    });
  });

  describe('two forms of one petition', () => {
    it('share the outcome', async () => {
      const adapter = backEnd();
      const second = await place('sphere-petition-form', adapter);
      await find(second, 'form');
      const first = await signed(adapter);
      await says(second, 'Thank you. You have signed.');
      await another(second);
      await eventually(() => all(first, 'form').length === 1, 'The first form stands still.');
    });

    it('tell the page once', async () => {
      const heard: Event[] = [];
      const listen = (event: Event) => { heard.push(event); };
      document.addEventListener('sphere-signed', listen);
      const adapter = backEnd();
      const second = await place('sphere-petition-form', adapter);
      await signed(adapter);
      await says(second, 'Thank you. You have signed.');
      document.removeEventListener('sphere-signed', listen);
      expect(heard.length).to.equal(1);
    });

    it('forget the problems of the other, and what it was about to suggest', async () => {
      const adapter = backEnd();
      const second = await place('sphere-petition-form', adapter);
      await press(second);
      await says(second, 'Please check what is missing');
      await fillIn(second, {...CANARY, email: 'canarina@gmial.com'});
      const first = await signed(adapter);
      await another(first);
      await eventually(() => all(second, 'form').length === 1, 'The second form stands still.');
      expect(words(second)).to.not.contain('Please check').and.to.not.contain('gmail');
    });
  });

  describe('what cannot be signed here', () => {
    const recipients = [{controller: 'us', keyId: 'k1', suite: 'DHKEM-X25519-HKDF-SHA256/HKDF-SHA256/AES-256-GCM', publicKey: 'abc'}];
    for (const [what, petition, change, sentence] of [
      ['is not open yet', {opensAt: '2999-01-01T12:00:00Z'}, {}, 'This petition can be signed from January 1, 2999.'],
      ['is closed', {closesAt: '2020-01-01T12:00:00Z'}, {}, 'This petition closed on January 1, 2020. Thank you to everyone who signed.'],
      ['must be sealed', {recipients}, {}, 'This petition cannot be signed on this page.'],
      ['needs a solved challenge', {challenge: true}, {}, 'This petition cannot be signed on this page.'],
      ['has no place that takes signatures', {offers: ['getPetition', 'getTally']}, {}, 'This petition cannot be signed on this page.'],
    ] as const satisfies readonly (readonly [string, Partial<PetitionDocument>, Partial<BackendAdapter>, string])[]) {
      it(`asks nothing and sends nothing when it ${what}`, async () => {
        let calls = 0;
        const count = () => { calls++; return Promise.reject(new TypeError('It was called.')); };
        const form = await place('sphere-petition-form', backEnd({petition: {...petition}, sign: count, signSealed: count, getChallenge: count, links: {sign: 'https://example.org/sign'}, ...change}));
        await says(form, sentence);
        expect(all(form, 'form, input, [part=button]')).to.deep.equal([]);
        expect(calls).to.equal(0);
        const [link] = all<HTMLAnchorElement>(form, 'a');
        expect(link?.href).to.equal(sentence.includes('cannot be signed') ? 'https://example.org/sign' : undefined);
      });
    }
  });
});
