import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import type {BackendAdapter, Receipt} from '../../src/contract/index.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {english, events} from '../mocks/documents.js';
import {expectAccessible} from '../support/axe.js';
import {eventually} from '../support/eventually.js';
import {consoleSaid} from './listening.js';
import {useDevices, useSandbox} from './sharing.js';
import {fillIn, focused, press} from './signing.js';
import {aTurn, all, find, room, says, words} from './support.js';

interface Page {
  readonly tag?: 'sphere-petition' | 'sphere-petition-form';
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly petition?: Partial<PetitionDocument>;
  readonly change?: Partial<BackendAdapter>;
  readonly parent?: ParentNode;
}

const gathering = (petition: Partial<PetitionDocument> = {}): BackendAdapter => memoryAdapter({petition: {...english, ...petition}, events});
const giving = (status: Receipt['status']): Partial<BackendAdapter> => ({sign: () => Promise.resolve({status, receivedAt: '2026-01-01T00:00:00Z'})});

const open = async ({tag = 'sphere-petition-form', attributes = {}, content = '', petition = {}, change = {}, parent = document.body}: Page = {}) => {
  const element = Object.assign(document.createElement(tag), {adapter: {...gathering(petition), links: {petition: 'https://back-end.example/p'}, ...change}});
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = content;
  const holder = await room();
  (parent === document.body ? holder : parent).append(element);
  return element;
};
const signed = async (page: Page) => {
  const element = await open(page);
  await fillIn(element);
  await press(element);
  await find(element, '.thanks');
  return element;
};
const on = async (element: Element, words: 'Skip' | 'Next') => {
  const button = await eventually(() => all(element, '.step > button').find(({textContent}) => textContent.trim() === words), `There is no "${words}".`);
  button.click();
};
const expectFocus = (id: string) => eventually(() => focused()?.id === id, `The focus is not on #${id}.`);

describe('the journey after signing', () => {
  before(() => { SpherePetition.define(); });
  beforeEach(() => { useDevices(); });

  it('is none where nobody asked for one', async () => {
    const form = await signed({});
    await says(form, 'Thank you. You have signed.');
    await aTurn();
    expect(all(form, '.step, sphere-share, sphere-event-list')).to.deep.equal([]);
  });

  it('is thanks, then one step after the other, each with a heading that takes the focus, then thanks alone', async () => {
    const form = await signed({attributes: {journey: 'share,events'}});
    await expectFocus('outcome');
    await find(form, 'sphere-share');
    expect((await find(form, '#step')).ariaLevel).to.equal('3');
    await says(form, 'Share this petition');
    expect(all(form, 'sphere-event-list')).to.deep.equal([]);
    await on(form, 'Skip');
    await says(form, 'Meet others');
    await expectFocus('step');
    expect(all(form, 'sphere-share')).to.deep.equal([]);
    await on(form, 'Skip');
    await eventually(() => all(form, '.step').length === 0, 'The journey does not end.');
    await says(form, 'Thank you. You have signed.');
    await expectFocus('outcome');
    await says(form, 'Someone else would like to sign here');
  });

  it('has its steps in the order of the attribute, each once, however they are set apart', async () => {
    for (const journey of ['events share', ' events,share , events', 'events\n\tshare,']) {
      const form = await signed({attributes: {journey}});
      await find(form, 'sphere-event-list');
      await on(form, 'Skip');
      await find(form, 'sphere-share');
      await on(form, 'Skip');
      await eventually(() => all(form, '.step').length === 0, 'The journey does not end.');
      form.remove();
    }
  });

  it('leaves out a step that is none, and names it with its attribute, once and before anybody signs', async () => {
    const form = await open({attributes: {journey: 'shre, share constructor'}});
    await eventually(() => consoleSaid.length >= 2, 'Nothing is said.');
    expect(consoleSaid.map(({method, message}) => `${method} ${message}`)).to.deep.equal(['shre', 'constructor'].map((name) =>
      `warn <sphere-petition-form journey="shre, share constructor">: there is no step "${name}", so it is left out. There are: share, events.`));
    await fillIn(form);
    await press(form);
    await find(form, 'sphere-share');
    await on(form, 'Skip');
    await eventually(() => all(form, '.step').length === 0, 'The journey does not end.');
    expect(consoleSaid.length).to.equal(2);
  });

  it('leaves events out where the back end has none', async () => {
    const form = await signed({attributes: {journey: 'events'}, petition: {offers: ['getPetition', 'sign']}, change: {links: {}}});
    await says(form, 'Thank you. You have signed.');
    await aTurn();
    expect(all(form, '.step')).to.deep.equal([]);
  });

  it('says "Next" once the petition has been shared', async () => {
    const form = await signed({attributes: {journey: 'share,events'}});
    (await find(form, 'sphere-share [part=button], [part=button]')).click();
    await on(form, 'Next');
    await find(form, 'sphere-event-list');
    await says(form, 'Skip');
  });

  it('shows the petition that was signed, from its store, and asks for it no second time', async () => {
    let calls = 0;
    const adapter = gathering();
    const form = await signed({attributes: {journey: 'share,events'}, change: {getPetition: async (...asked) => { calls++; return adapter.getPetition?.(...asked) ?? Promise.reject(new TypeError()); }}});
    await says(form, 'Sharing shows others');
    await on(form, 'Skip');
    await says(form, 'Vigil');
    expect(calls).to.equal(1);
  });

  it('does so in a language of the page that there are no words in', async () => {
    let calls = 0;
    const adapter = gathering();
    const page = await room({lang: 'sw-KE'});
    const form = await signed({parent: page, attributes: {journey: 'share'}, change: {getPetition: async (...asked) => { calls++; return adapter.getPetition?.(...asked) ?? Promise.reject(new TypeError()); }}});
    await says(form, 'Sharing shows others');
    expect(calls).to.equal(1);
  });

  it('ends when somebody else signs, who begins it anew', async () => {
    const form = await signed({attributes: {journey: 'share,events'}});
    await on(form, 'Skip');
    (await find(form, '.thanks > .link')).click();
    await find(form, 'form');
    expect(all(form, '.step')).to.deep.equal([]);
    await fillIn(form);
    await press(form);
    await find(form, 'sphere-share');
  });

  it('is walked in the form that was signed, while another of the petition says thanks', async () => {
    const adapter = {...gathering(), links: {}};
    const other = await open({attributes: {journey: 'share'}, change: {}});
    Object.assign(other, {adapter});
    await find(other, 'form');
    const form = await open({attributes: {journey: 'share'}});
    Object.assign(form, {adapter});
    await fillIn(form);
    await press(form);
    await find(form, '.step');
    await says(other, 'Thank you. You have signed.');
    expect(all(other, '.step')).to.deep.equal([]);
  });

  describe('is set on', () => {
    it('<sphere-petition>, whose own form takes it', async () => {
      await find(await signed({tag: 'sphere-petition', attributes: {journey: 'share'}}), 'sphere-share');
    });

    it('<sphere-petition>, whose author arranged the form', async () => {
      await find(await signed({tag: 'sphere-petition', attributes: {journey: 'share'}, content: '<div><sphere-petition-form></sphere-petition-form></div>'}), 'sphere-share');
    });

    it('the form, which then goes by its own', async () => {
      const petition = await signed({tag: 'sphere-petition', attributes: {journey: 'share'}, content: '<sphere-petition-form journey=""></sphere-petition-form>'});
      await aTurn();
      expect(all(petition, 'sphere-share')).to.deep.equal([]);
    });
  });

  describe('keeps on top', () => {
    it('that an e-mail is to be confirmed, all the time, even where the author thanks in other words', async () => {
      for (const content of ['', '<b slot="thanks">Thank you, friend.</b>']) {
        const form = await signed({attributes: {journey: 'share'}, change: giving('confirm'), content});
        await find(form, 'sphere-share');
        await says(form, 'We have sent you an e-mail.');
        await on(form, 'Skip');
        await eventually(() => all(form, '.step').length === 0, 'The journey does not end.');
        await says(form, 'We have sent you an e-mail.');
        expect((await find(form, '.thanks > p:not(.heading)')).checkVisibility()).to.equal(true);
        if (content !== '') expect(form.querySelector('b')?.checkVisibility()).to.equal(true);
      }
    });

    it('the author’s thanks', async () => {
      const form = await signed({attributes: {journey: 'share'}, content: '<b slot="thanks">Thank you, friend.</b>'});
      await find(form, 'sphere-share');
      expect(form.querySelector('b')?.checkVisibility()).to.equal(true);
    });
  });

  describe('passes the a11y audit', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const lang of ['en', 'ar'] as const) {
        it(`at every step, ${scheme}, ${lang}`, async () => {
          const form = await signed({parent: await room({scheme, lang}), attributes: {journey: 'share,events'}, petition: {language: lang}});
          (await find(form, '[part=more]')).click();
          await find(form, '[part=ways]:not([hidden])');
          await expectAccessible(form);
          all(form, '[part=way]').find(({textContent}) => textContent === 'Mastodon')?.click();
          (await find(form, '.server button')).click();
          await find(form, '.problem');
          await expectAccessible(form);
          all(form, '.step > button')[0]?.click();
          await find(form, '[part=event]');
          await expectAccessible(form);
        });
      }
    }
  });
});

describe('the redirect after signing', () => {
  before(() => { SpherePetition.define(); });
  beforeEach(() => { useDevices(); });

  const link = (element: Element) => find<HTMLAnchorElement>(element, 'a#step');

  it('is a link where an e-mail is to be confirmed first, so that its signer reads so', async () => {
    const form = await signed({attributes: {redirect: 'https://next.example/thanks?a=1#b'}, change: giving('confirm')});
    expect([(await link(form)).href, (await link(form)).textContent]).to.deep.equal(['https://next.example/thanks?a=1#b', 'Continue to next.example']);
    await says(form, 'We have sent you an e-mail.');
  });

  it('is a link in a sandbox', async () => {
    useSandbox();
    expect((await link(await signed({attributes: {redirect: 'https://next.example/'}}))).href).to.equal('https://next.example/');
  });

  it('is left to who says that they see to it, and stays a link beside that', async () => {
    const address = location.href;
    let asked = 0;
    const see = (event: Event) => {
      event.preventDefault();
      asked++;
    };
    document.addEventListener('sphere-leave', see);
    try {
      const form = await signed({attributes: {redirect: 'https://next.example/', journey: 'share'}, change: giving('counted')});
      await find(form, 'sphere-share');
      expect(asked).to.equal(0);
      await on(form, 'Skip');
      expect((await link(form)).href).to.equal('https://next.example/');
      expect([asked, location.href]).to.deep.equal([1, address]);
      useSandbox();
      const click = new MouseEvent('click', {bubbles: true, composed: true, cancelable: true});
      (await link(form)).dispatchEvent(click);
      expect([asked, click.defaultPrevented]).to.deep.equal([2, true]);
    } finally {
      document.removeEventListener('sphere-leave', see);
    }
  });

  it('comes after the journey, and its link takes the focus', async () => {
    const form = await signed({attributes: {redirect: 'https://next.example/', journey: 'share'}, change: giving('confirm')});
    await find(form, 'sphere-share');
    expect(all(form, 'a#step')).to.deep.equal([]);
    await on(form, 'Skip');
    await link(form);
    await eventually(() => focused()?.localName === 'a', 'The link has not the focus.');
    await says(form, 'Someone else would like to sign here');
    await expectAccessible(form);
  });

  it('is taken from <sphere-petition>', async () => {
    await link(await signed({tag: 'sphere-petition', attributes: {redirect: 'https://next.example/'}, change: giving('confirm')}));
  });

  it('says nothing of who signed', async () => {
    const form = await signed({attributes: {redirect: 'https://next.example/x'}, change: giving('confirm')});
    expect((await link(form)).getAttribute('href')).to.equal('https://next.example/x');
  });

  for (const redirect of [
    'javascript:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'http://next.example/', '/thanks', 'thanks.html', '//next.example/', 'https:next.example', 'https://', 'https://ada@next.example/',
    'https://ada:secret@next.example/', 'data:text/html,x', 'https://next.example:port/', 'blob:https://next.example/x',
  ]) {
    it(`is refused, and named by its attribute, when it is ${JSON.stringify(redirect)}`, async () => {
      const address = location.href;
      const form = await signed({attributes: {redirect}, change: giving(redirect.includes('ada') ? 'counted' : 'confirm')});
      await aTurn();
      expect(all(form, 'a#step')).to.deep.equal([]);
      expect(location.href).to.equal(address);
      await says(form, redirect.includes('ada') ? 'Your signature counts.' : 'We have sent you an e-mail.');
      // Each value is told of once a page.
      const said = consoleSaid.filter(({method}) => method === 'warn').map(({message}) => message);
      expect(said.length).to.be.at.most(1);
      for (const message of said) expect(message).to.contain('redirect').and.to.not.contain('secret');
    });
  }

  it('is refused aloud', async () => {
    const {redirectOf} = await import('../../src/elements/petition-form/plan.js');
    expect(redirectOf('https://ok.example/')?.href).to.equal('https://ok.example/');
    expect(redirectOf('')).to.equal(undefined);
  });

  it('leaves a page without one alone', async () => {
    const form = await signed({change: giving('confirm')});
    await aTurn();
    expect([all(form, 'a#step').length, words(form).includes('Continue')]).to.deep.equal([0, false]);
  });
});
