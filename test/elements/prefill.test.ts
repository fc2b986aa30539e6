import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import type {BackendAdapter} from '../../src/contract/index.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {settle} from '../support/clock.js';
import {eventually} from '../support/eventually.js';
import {consoleSaid} from './listening.js';
import {enter, fillIn, held, press} from './signing.js';
import {CANARY, aTurn, all, backEnd, find, place, says} from './support.js';

const page = location.href;
const own = location.pathname + location.search;
/** Somebody arrives by a link. */
const arrive = (fragment: string) => { history.replaceState({of: 'the page'}, '', `${own}${fragment}`); };
const fragmentOf = (answers: Readonly<Record<string, string>>) => `#${Object.entries(answers).map(([name, value]) => `sphere_${name}=${encodeURIComponent(value)}`).join('&')}`;
const form = async (back: Partial<BackendAdapter> & {petition?: Partial<PetitionDocument>} = {}) => place('sphere-petition-form', backEnd(back));
const expectHeld = (element: Element, answers: Readonly<Record<string, string>>) =>
  eventually(() => { expect(held(element)).to.deep.include(answers); return true; }, 'The answers are not there.');
const filled = async (element: Element) => find(element, 'option[value=FR]');

describe('answers in the fragment of the address', () => {
  before(() => { SpherePetition.define(); });
  afterEach(async () => {
    history.replaceState(null, '', page);
    // Whoever signs makes the page forget.
    const last = await form();
    await fillIn(last);
    await press(last);
    await find(last, '.thanks');
  });

  it('begin the form', async () => {
    arrive(fragmentOf(CANARY));
    await expectHeld(await form(), CANARY);
  });

  it('are gone from the address as soon as there is an element, before any petition is here', () => {
    for (const tag of ['sphere-petition', 'sphere-petition-form'] as const) {
      arrive(fragmentOf(CANARY));
      const element = Object.assign(document.createElement(tag), {adapter: backEnd()});
      document.body.append(element);
      expect(location.href).to.equal(page);
      expect(history.state).to.deep.equal({of: 'the page'});
      element.remove();
    }
  });

  for (const [fragment, rest] of [
    ['#sphere_email=a', ''], ['#chapter&sphere_email=a', '#chapter'], ['#sphere_email=a&chapter=2&sphere_country=FR&x', '#chapter=2&x'], ['#a=1&a=1&sphere_email=a', '#a=1&a=1'], ['#sphere_email=a&', ''],
    ['#chapter', '#chapter'], ['#sphere_news', '#sphere_news'], ['#sphere_=x', '#sphere_=x'], ['#/route?sphere_email=a', '#/route?sphere_email=a'], ['#%', '#%'],
  ] as const) {
    it(`leave "${rest}" of "${fragment}"`, async () => {
      arrive(fragment);
      await form();
      expect(location.href).to.equal(`${location.origin}${own}${rest}`);
    });
  }

  it('add nothing to the history', async () => {
    arrive(fragmentOf(CANARY));
    const {length} = history;
    await expectHeld(await form(), CANARY);
    expect(history.length).to.equal(length);
  });

  it('are given to every form of the page', async () => {
    arrive(fragmentOf({givenName: 'Ada'}));
    const [first, second] = [await form(), await form()];
    await expectHeld(first, {givenName: 'Ada'});
    await expectHeld(second, {givenName: 'Ada'});
  });

  it('reach the form of a whole petition', async () => {
    arrive(fragmentOf({country: 'DE'}));
    await expectHeld(await place('sphere-petition', backEnd()), {country: 'DE'});
  });

  it('are decoded once, with the plus of an e-mail address as it is', async () => {
    arrive('#sphere_email=ada+news@example.org&sphere_givenName=Zo%C3%AB%2520%26%3D&sphere_familyName=a=b');
    await expectHeld(await form(), {email: 'ada+news@example.org', givenName: 'Zoë%20&=', familyName: 'a=b'});
  });

  it('are lines without line ends, and nothing where they cannot be decoded', async () => {
    arrive('#sphere_givenName=%0AAda%0D%0ALovelace%00&sphere_familyName=%E0%A4%A&sphere_email=%ff');
    const element = await form();
    await expectHeld(element, {givenName: 'Ada Lovelace', familyName: '', email: ''});
  });

  it('are passed over for a question that nobody asks, or whose list has no such answer', async () => {
    arrive('#sphere_phone=1&sphere_country=Atlantis&sphere___proto__=x&sphere_constructor=y&sphere_givenName=Ada');
    const element = await form();
    await expectHeld(element, {givenName: 'Ada', country: ''});
    expect(consoleSaid).to.deep.equal([]);
  });

  it('choose from a petition’s own list', async () => {
    const fields = [{name: 'topic', type: 'select' as const, label: 'Topic', options: [{value: 'a', label: 'A'}, {value: 'b', label: 'B'}]}];
    arrive('#sphere_topic=b');
    await expectHeld(await form({petition: {fields}}), {topic: 'b'});
  });

  it('never tick a consent', async () => {
    arrive('#sphere_consent:signature=on&sphere_consent-signature=on&sphere_signature=true&sphere_newsletter=on&sphere_consent:newsletter=on&sphere_givenName=Ada');
    const element = await form();
    await expectHeld(element, {givenName: 'Ada'});
    expect(all<HTMLInputElement>(element, '[type=checkbox]').map(({checked}) => checked)).to.deep.equal([false, false]);
  });

  it('do not write over what the reader wrote', async () => {
    const element = await form();
    await filled(element);
    await enter(element, 'givenName', 'Grace');
    location.hash = fragmentOf({givenName: 'Ada', familyName: 'Exemple'});
    await expectHeld(element, {givenName: 'Grace', familyName: 'Exemple'});
  });

  it('are taken from a link on the page itself, each time it is followed', async () => {
    const element = await form();
    await filled(element);
    for (const country of ['DE', 'FR', 'DE']) {
      location.hash = `#sphere_country=${country}`;
      await expectHeld(element, {country});
      expect(location.href).to.equal(page);
      await enter(element, 'country', '');
    }
  });

  it('are given once: whoever signs next begins with an empty form, and so does a form that comes later', async () => {
    arrive(fragmentOf(CANARY));
    const element = await form();
    await expectHeld(element, CANARY);
    (await find(element, '#consent-signature')).click();
    await press(element);
    await says(element, 'Thank you. You have signed.');
    (await find(element, '.thanks > .link')).click();
    await find(element, 'form');
    await aTurn();
    expect(Object.values(held(element)).join('')).to.equal('');
    const later = await form();
    await filled(later);
    await aTurn();
    expect(Object.values(held(later)).join('')).to.equal('');
  });

  it('do not come back into what the reader emptied, when the address changes for another reason', async () => {
    arrive(fragmentOf({givenName: 'Ada'}));
    const element = await form();
    await expectHeld(element, {givenName: 'Ada'});
    await enter(element, 'givenName', '');
    const changed = new Promise((resolve) => { addEventListener('hashchange', resolve, {once: true}); });
    location.hash = '#chapter';
    await changed;
    await settle();
    expect(held(element)['givenName']).to.equal('');
  });

  it('are signed like answers that were typed', async () => {
    const fields: Readonly<Record<string, string>>[] = [];
    arrive(fragmentOf(CANARY));
    const element = await form({sign: (signature) => {
      fields.push(signature.fields);
      return Promise.resolve({status: 'counted', receivedAt: '2026-01-01T00:00:00Z'});
    }});
    await expectHeld(element, CANARY);
    (await find(element, '#consent-signature')).click();
    await press(element);
    await eventually(() => fields.length > 0, 'Nothing was signed.');
    expect(fields).to.deep.equal([CANARY]);
  });

  it('are used where a sandbox lets nobody change the address, and once', async () => {
    const {replaceState} = history;
    arrive(fragmentOf({givenName: 'Ada'}));
    history.replaceState = () => { throw new DOMException('For the test.', 'SecurityError'); };
    try {
      const [first, second] = [await form(), await form()];
      await expectHeld(first, {givenName: 'Ada'});
      await expectHeld(second, {givenName: 'Ada'});
      await fillIn(first);
      await press(first);
      await find(first, '.thanks');
      const later = await form();
      await filled(later);
      await aTurn();
      expect(Object.values(held(later)).join('')).to.equal('');
    } finally {
      history.replaceState = replaceState;
    }
  });

  it('are never read from the query, which every server on the way writes down', async () => {
    history.replaceState(null, '', `${location.pathname}${location.search}&sphere_givenName=Ada&sphere_email=ada@example.org`);
    const address = location.href;
    const element = await form();
    await filled(element);
    await aTurn();
    expect(Object.values(held(element)).join('')).to.equal('');
    expect(location.href).to.equal(address);
  });

  it('are in no message of the console', async () => {
    arrive(`${fragmentOf(CANARY)}&sphere_country=${CANARY.familyName}`);
    await expectHeld(await form(), {givenName: CANARY.givenName});
    expect(consoleSaid).to.deep.equal([]);
  });
});
