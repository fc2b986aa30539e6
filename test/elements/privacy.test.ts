import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {answer, sent} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import {hurry} from './clock.js';
import {consoleSaid} from './listening.js';
import {fillIn, press} from './signing.js';
import {CANARY, aTurn, all, backEnd, find, room, says} from './support.js';

/** Each test has a petition of its own: what one has read, another would not ask for again. */
let number = 0;
const newSource = () => `https://back-end.example/petitions/p${String(++number)}`;
const petitionAt = (src: string) => fixture(`<sphere-petition src="${src}" lang="en"></sphere-petition>`);

const TYPED = [CANARY.givenName, CANARY.familyName, CANARY.email, encodeURIComponent(CANARY.email)];
const expectNothingTypedIn = (text: string) => { for (const typed of TYPED) expect(text.toLowerCase()).to.not.contain(typed.toLowerCase()); };
/** All that an event tells whoever hears it, down its prototype chain, short of the nodes it passes. */
const toldBy = (event: Event): string => {
  const told: Record<string, unknown> = {};
  for (const key in event) {
    const value: unknown = Reflect.get(event, key);
    if (typeof value !== 'function' && !(value instanceof EventTarget)) told[key] = value;
  }
  return JSON.stringify(told);
};

describe('what somebody typed', () => {
  let stored: string[] = [];
  const storages = [Storage.prototype, 'setItem'] as const;
  const setItem = Storage.prototype.setItem;

  before(() => {
    SpherePetition.define();
    SphereCounter.define();
    SpherePetitionForm.define();
  });

  beforeEach(() => {
    stored = [];
    Object.defineProperty(...storages, {configurable: true, value: (...parts: unknown[]) => { stored.push(parts.join(' ')); }});
  });
  afterEach(() => { Object.defineProperty(...storages, {configurable: true, value: setItem}); });

  for (const [outcome, failing] of [['arrives', false], ['is refused with words that quote it', true]] as const) {
    it(`is in the body of one request and nowhere else when it ${outcome}`, async () => {
      const src = newSource();
      answer(...sphereHandlers(src, backEnd()));
      if (failing) {
        answer(http.post(`${src}/signatures`, () => HttpResponse.json(
          {title: CANARY.familyName, status: 422, code: 'invalid', detail: CANARY.email, issues: [{path: 'fields.email', reason: CANARY.email}]},
          {status: 422, headers: {'Content-Type': 'application/problem+json'}},
        )));
      }
      const heard: string[] = [];
      const listen = (event: Event) => { heard.push(toldBy(event)); };
      document.addEventListener('sphere-signed', listen);
      const [cookies, databases, caches_, history_] = [document.cookie, await indexedDB.databases(), await caches.keys(), history.length];
      const address = location.href;

      const petition = await petitionAt(src);
      await fillIn(petition);
      await press(petition);
      await says(petition, failing ? 'did not accept some of what you typed' : 'Thank you. You have signed.');
      document.removeEventListener('sphere-signed', listen);

      const posts = sent.filter(({method}) => method === 'POST');
      expect(posts.length).to.equal(1);
      expect(await posts[0]?.text()).to.contain(CANARY.email);
      for (const {url, referrer, headers} of sent) expectNothingTypedIn([url, referrer, ...headers.values()].join(' '));
      for (const {message} of consoleSaid) expectNothingTypedIn(message);
      for (const event of heard) expectNothingTypedIn(event);
      expect(heard.length).to.equal(failing ? 0 : 1);
      expect(stored).to.deep.equal([]);
      expect([document.cookie, (await indexedDB.databases()).length, await caches.keys(), history.length, location.href]).to.deep.equal([cookies, databases.length, caches_, history_, address]);
    });
  }

  it('goes nowhere when something submits the form past its button', async () => {
    const src = newSource();
    answer(...sphereHandlers(src, backEnd()));
    const petition = await petitionAt(src);
    await fillIn(petition);
    const form = await find<HTMLFormElement>(petition, 'form');
    // Any other takes the page, and this test with it, to an address that holds what was typed.
    expect(form.method).to.equal('dialog');
    const address = location.href;
    const left: Event[] = [];
    const leaving = (event: Event) => { left.push(event); };
    addEventListener('beforeunload', leaving);
    for (const submit of [() => { form.submit(); }, () => { form.requestSubmit(); }]) {
      try { submit(); } catch { /* Firefox calls a dialog that is none a failure. */ }
    }
    await aTurn();
    removeEventListener('beforeunload', leaving);
    expect([location.href, left.length]).to.deep.equal([address, 0]);
    expectNothingTypedIn(location.href);
  });

  it('is told to the page by an event that bubbles out of every shadow root', async () => {
    const src = newSource();
    answer(...sphereHandlers(src, backEnd()));
    const outer = await fixture('<div></div>');
    const root = outer.attachShadow({mode: 'open'});
    const heard = new Promise<Event>((resolve) => { outer.addEventListener('sphere-signed', resolve, {once: true}); });
    const petition = await fixture(`<sphere-petition src="${src}"></sphere-petition>`, root);
    await fillIn(petition);
    await press(petition);
    const event = await heard;
    expect([event.bubbles, event.composed, Reflect.get(event, 'status')]).to.deep.equal([true, true, 'counted']);
    expect(Object.keys(event).filter((key) => key !== 'isTrusted')).to.deep.equal(['status']);
  });
});

describe('what comes after signing', () => {
  it('tells nobody who signed: not by what is shared, nor by where one is led', async () => {
    const src = newSource();
    answer(...sphereHandlers(src, backEnd({sign: () => Promise.resolve({status: 'confirm', receivedAt: '2026-01-01T00:00:00Z'})})));
    const heard: string[] = [];
    const listen = (event: Event) => { heard.push(toldBy(event)); };
    document.addEventListener('sphere-shared', listen);
    const stay = (event: Event) => { if (event.composedPath().some((each) => each instanceof HTMLAnchorElement)) event.preventDefault(); };
    document.addEventListener('click', stay);
    const petition = await fixture(`<sphere-petition src="${src}" lang="en" journey="share" redirect="https://next.example/"></sphere-petition>`);
    await fillIn(petition);
    await press(petition);
    await find(petition, '[part=way]');
    const links = all<HTMLAnchorElement>(petition, 'sphere-share a, a[part=way]');
    for (const link of links) link.click();
    all(petition, '.step > button')[0]?.click();
    links.push(await find<HTMLAnchorElement>(petition, 'a#step'));
    document.removeEventListener('sphere-shared', listen);
    document.removeEventListener('click', stay);
    expect(links.length).to.equal(6);
    for (const {href} of links) expectNothingTypedIn(decodeURIComponent(href));
    expect(heard.length).to.equal(5);
    for (const event of heard) expectNothingTypedIn(event);
    for (const {message} of consoleSaid) expectNothingTypedIn(message);
    // A step of the journey asks for nothing that was not here already.
    expect(sent.filter(({url}) => !url.endsWith('/tally.json')).map(({method}) => method)).to.deep.equal(['GET', 'POST']);
    for (const {url} of sent) expect(url).to.contain(src);
  });

  it('leaves answers of the address’s fragment in no request, no event and no address', async () => {
    const src = newSource();
    answer(...sphereHandlers(src, backEnd()));
    const address = location.href;
    history.replaceState(null, '', `${location.pathname}${location.search}#sphere_givenName=${CANARY.givenName}&sphere_email=${encodeURIComponent(CANARY.email)}`);
    const petition = await petitionAt(src);
    await eventually(async () => (await find<HTMLInputElement>(petition, '[name=givenName]')).value === CANARY.givenName, 'It is not filled in.');
    expect(location.href).to.equal(address);
    await fillIn(petition);
    await press(petition);
    await says(petition, 'Thank you. You have signed.');
    for (const {url, referrer, headers} of sent) expectNothingTypedIn([url, referrer, ...headers.values()].join(' '));
    for (const {message} of consoleSaid) expectNothingTypedIn(message);
    expectNothingTypedIn(location.href);
  });
});

describe('what is asked of the network', () => {
  it('goes to the petition’s host and to no other, without cookies or referrer', async () => {
    const src = newSource();
    answer(...sphereHandlers(src, backEnd()));
    const petition = await petitionAt(src);
    await fillIn(petition);
    await press(petition);
    await says(petition, 'Thank you. You have signed.');
    await eventually(() => sent.some(({url}) => url.endsWith('/tally.json')), 'The number was not asked for.');
    expect(sent.map(({method, url}) => `${method} ${url}`)).to.have.members([`GET ${src}/petition.json?lang=en`, `GET ${src}/tally.json`, `POST ${src}/signatures`]);
    for (const {credentials, referrerPolicy} of sent) expect([credentials, referrerPolicy]).to.deep.equal(['omit', 'no-referrer']);
  });

  it('is nothing but the tally for a counter', async () => {
    const src = newSource();
    answer(...sphereHandlers(src, backEnd({count: 41})));
    const page = await fixture(`<div><sphere-counter src="${src}"></sphere-counter> <sphere-counter src="${src}" appearance="inline"></sphere-counter></div>`);
    await says(page, '41 signatures');
    await aTurn();
    expect(sent.map(({url}) => url)).to.deep.equal([`${src}/tally.json`]);
  });

  it('is nothing for an element that is not in the document, nor for a counter that nobody sees', async () => {
    hurry();
    const src = newSource();
    answer(...sphereHandlers(src, backEnd()));
    document.createElement('sphere-counter').setAttribute('src', src);
    document.createElement('sphere-petition').setAttribute('src', src);
    const page = await room();
    page.innerHTML = `<p style="block-size: 5000px"></p><sphere-counter src="${src}"></sphere-counter>`;
    await new Promise((resolve) => { new IntersectionObserver(resolve).observe(page); });
    for (let turn = 0; turn < 10; turn++) await aTurn();
    expect(sent).to.deep.equal([]);
    page.querySelector('sphere-counter')?.scrollIntoView();
    await eventually(() => sent.length > 0, 'It is seen, and does not ask.');
    page.remove();
  });
});
