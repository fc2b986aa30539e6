import {expect} from 'chai';
import {sendKeys} from '@web/test-runner-commands';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {BackendError, type BackendErrorCode, type Rsvp, type RsvpReceipt} from '../../src/contract/index.js';
import type {JoinedEvent} from '../../src/elements/event-list/events.js';
import {eventually} from '../support/eventually.js';
import {hurry} from './clock.js';
import {define, listOf, many, names, openJoin, vigil} from './gathering.js';
import {errorsSaid} from './listening.js';
import {enter, focused, held, press, tick} from './signing.js';
import {CANARY, all, aTurn, find, says, words} from './support.js';

const receivedAt = '2026-11-22T09:00:00Z';
const fillIn = async (list: Element) => {
  await enter(list, 'givenName', CANARY.givenName);
  await enter(list, 'email', CANARY.email);
};
const asking = {
  rsvp: {
    fields: [{name: 'givenName', type: 'text', required: true}, {name: 'email', type: 'email', required: true}, {name: 'country', type: 'country'}],
    consents: [{id: 'contact', purpose: 'other', text: 'You may write to me about this event.', version: '3', required: true}],
  },
  controllers: [{id: 'us', name: 'Sphere', privacy: 'https://example.org/privacy'}],
} satisfies Partial<PetitionDocument>;

/** A list whose back end answers so; what it was sent is in `sent`. */
const placed = async (answer: (tries: number) => Promise<RsvpReceipt>, petition: Partial<PetitionDocument> = {}, more: object = {}) => {
  const sent: Rsvp[] = [];
  const list = await listOf([vigil], {petition, joinEvent: (rsvp) => { sent.push(rsvp); return answer(sent.length); }, ...more});
  return {list, sent};
};
const registered = (status: RsvpReceipt['status'] = 'registered') => () => Promise.resolve({status, receivedAt});
const refused = (code: BackendErrorCode, issues: {path: string; reason: string}[] = []) => () => Promise.reject(new BackendError(code, 'For the test.', {issues}));

describe('joining an event', () => {
  before(define);

  it('asks whom to call and where to write, and nothing else, where the petition does not say', async () => {
    const list = await listOf([vigil]);
    const form = await openJoin(list);
    expect(Object.keys(held(form))).to.deep.equal(['givenName', 'email']);
    expect((await find(list, '.join')).ariaExpanded).to.equal('true');
  });

  it('asks what the petition asks, with no box ticked, and says who answers for it', async () => {
    const {list, sent} = await placed(registered(), asking);
    const form = await openJoin(list);
    expect(Object.keys(held(form))).to.deep.equal(['givenName', 'email', 'country']);
    expect((await find<HTMLInputElement>(form, '[type=checkbox]')).checked).to.equal(false);
    expect(words(list)).to.contain('What you send goes to Sphere, who is responsible for your data.').and.to.contain('Privacy notice');
    await fillIn(list);
    await tick(list, 'contact');
    await press(list);
    await says(list, 'You are registered.');
    const {idempotencyKey, ...rest} = sent[0] ?? {idempotencyKey: ''};
    expect(idempotencyKey).to.match(/^[0-9a-f]{32}$/);
    expect(rest).to.deep.equal({eventId: 'lyon', fields: {givenName: CANARY.givenName, email: CANARY.email}, consents: [{id: 'contact', version: '3'}], language: 'en'});
  });

  for (const [status, title] of [['registered', 'You are registered.'], ['waiting', 'You are on the waiting list.'], ['confirm', 'check your inbox'], ['accepted', 'Your registration has been sent.']] as const) {
    it(`says what became of it: ${status}`, async () => {
      const {list} = await placed(registered(status));
      const heard: JoinedEvent[] = [];
      list.addEventListener('sphere-joined', (event) => { heard.push(event); });
      await openJoin(list);
      await fillIn(list);
      await press(list);
      await says(list, title);
      await eventually(() => focused()?.id === 'outcome', 'The outcome has not the focus.');
      expect(heard.map((event) => [event.status, event.bubbles, event.composed])).to.deep.equal([[status, true, true]]);
      expect(JSON.stringify(Object.values(heard[0] ?? {}))).to.not.contain(CANARY.givenName);
    });
  }

  it('says what is missing where it is missing, and sends nothing', async () => {
    const {list, sent} = await placed(registered(), asking);
    await openJoin(list);
    await enter(list, 'email', 'ada');
    await press(list);
    await eventually(() => focused()?.id === 'outcome', 'The summary has not the focus.');
    const sentences = all(list, '.summary a').map(({textContent}) => textContent);
    expect(sentences).to.deep.equal(['Please fill in: First name', 'Please write an e-mail address such as name@example.org', 'Please tick this box if you agree: without your consent this may not be received.']);
    all<HTMLAnchorElement>(list, '.summary a')[1]?.click();
    expect(focused()?.id).to.equal('field-email');
    expect(focused()?.getAttribute('aria-describedby')).to.equal('field-email-problem');
    expect(sent).to.deep.equal([]);
  });

  it('keeps what was typed when it fails, and its key for the next try', async () => {
    const {list, sent} = await placed((tries) => (tries === 1 ? refused('invalid-response')() : registered()()));
    await openJoin(list);
    await fillIn(list);
    await press(list);
    await says(list, 'We cannot tell whether this arrived.');
    expect(held(await find(list, 'form'))).to.deep.equal({givenName: CANARY.givenName, email: CANARY.email});
    expect(focused()?.id).to.equal('outcome');
    await press(list);
    await says(list, 'You are registered.');
    expect(sent[0]).to.deep.equal(sent[1]);
    expect(errorsSaid().join()).to.not.contain(CANARY.givenName);
  });

  it('repeats by itself where that may help, under one key, and stops when told', async () => {
    hurry();
    const {list, sent} = await placed((tries) => (tries < 3 ? refused('unavailable')() : registered()()));
    await openJoin(list);
    await fillIn(list);
    await press(list);
    await says(list, 'You are registered.');
    expect(new Set(sent.map(({idempotencyKey}) => idempotencyKey))).to.have.length(1);
    expect(sent).to.have.length(3);
  });

  it('names what the back end refused', async () => {
    const {list} = await placed(refused('invalid', [{path: 'fields.email', reason: 'email'}]));
    await openJoin(list);
    await fillIn(list);
    await press(list);
    await says(list, 'The server did not accept some of what you typed.');
    expect(all(list, '.problem').map(({textContent}) => textContent)).to.deep.equal(['Please write an e-mail address such as name@example.org']);
  });

  for (const [code, sentence] of [['offline', 'there is no connection'], ['timeout', 'the server is overloaded'], ['not-found', 'takes no registrations any more'], ['closed', 'takes no registrations any more'], ['unsupported', 'cannot be sent from this page']] as const) {
    it(`says why it did not arrive: ${code}`, async () => {
      hurry();
      const {list} = await placed(refused(code));
      await openJoin(list);
      await fillIn(list);
      await press(list);
      await says(list, sentence);
    });
  }

  for (const code of ['offline', 'timeout', 'unavailable', 'invalid-response'] as const) {
    it(`invites nobody to send it twice where it would count twice: ${code}`, async () => {
      const {list} = await placed(refused(code), {}, {repeatable: []});
      await openJoin(list);
      await fillIn(list);
      await press(list);
      await says(list, 'We cannot tell whether this arrived. What you typed is still here. If you send it again, it may count twice.');
    });
  }

  it('needs no other consent where a platform puts on its mailing list who signs, or proposes an event', async () => {
    const {list, sent} = await placed(registered(), {}, {subscribes: ['sign', 'proposeEvent']});
    await openJoin(list);
    await fillIn(list);
    await press(list);
    await says(list, 'You are registered.');
    expect(sent).to.have.length(1);
  });

  for (const subscribes of [true, ['joinEvent']]) it(`needs another consent where the platform puts everyone on its mailing list: ${String(subscribes)}`, async () => {
    const {list, sent} = await placed(registered(), {}, {subscribes});
    await openJoin(list);
    await fillIn(list);
    await press(list);
    await says(list, 'Please tick this box');
    expect(sent).to.deep.equal([]);
    await tick(list, 'platform-subscribes');
    await press(list);
    await says(list, 'You are registered.');
    expect(sent[0]?.consents).to.deep.equal([]);
  });

  it('forgets all once it has arrived, and the next begins anew', async () => {
    const {list, sent} = await placed(registered());
    await openJoin(list);
    await fillIn(list);
    await press(list);
    await says(list, 'You are registered.');
    expect(all(list, 'form')).to.deep.equal([]);
    (await find(list, '.thanks button')).click();
    await eventually(() => focused()?.classList.contains('join'), 'The focus is lost.');
    const form = await openJoin(list);
    await aTurn();
    expect(held(form)).to.deep.equal({givenName: '', email: ''});
    await fillIn(list);
    await press(list);
    await says(list, 'You are registered.');
    expect(sent[0]?.idempotencyKey).to.not.equal(sent[1]?.idempotencyKey);
  });

  it('keeps what was typed for one event while another’s form is open', async () => {
    const list = await listOf(many(2));
    const open = async (index: number) => {
      all<HTMLButtonElement>(list, '.join')[index]?.click();
      await eventually(() => all(list, 'form').length === 1 && all(list, '.join')[index]?.ariaExpanded === 'true', 'It does not open.');
      await aTurn();
    };
    await find(list, '.join');
    await open(0);
    await fillIn(list);
    await open(1);
    expect(held(await find(list, 'form'))).to.deep.equal({givenName: '', email: ''});
    await open(0);
    expect(held(await find(list, 'form'))).to.deep.equal({givenName: CANARY.givenName, email: CANARY.email});
  });

  it('keeps what was typed while the page changes its language', async () => {
    const list = await listOf([vigil], {petition: {}});
    await openJoin(list);
    await fillIn(list);
    list.lang = 'fr';
    await eventually(() => all(list, '.list')[0]?.lang === 'fr', 'The language does not change.');
    await aTurn();
    expect(held(await find(list, 'form'))).to.deep.equal({givenName: CANARY.givenName, email: CANARY.email});
  });

  it('is not offered for an event that is over', async () => {
    const list = await listOf([{...vigil, id: 'over', startsAt: '2020-01-01T00:00:00Z', endsAt: undefined}], {}, {past: ''});
    await find(list, '#past .actions button');
    expect([names(list, '#past'), all(list, '.join')]).to.deep.equal([['Vigil'], []]);
  });

  it('can be done with the keyboard alone', async function () {
    // WebKitGTK's driver drops repeated letters; everything else about its keyboard is as elsewhere.
    if (navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome')) this.skip();
    const {list, sent} = await placed(registered());
    (await find(list, '.join')).focus();
    await sendKeys({press: 'Enter'});
    await find(list, 'form');
    // Past the button for details.
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    expect(focused()?.id).to.equal('field-givenName');
    await sendKeys({type: 'Ada'});
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'ada@example.org'});
    await sendKeys({press: 'Enter'});
    await says(list, 'You are registered.');
    expect(sent[0]?.fields).to.deep.equal({givenName: 'Ada', email: 'ada@example.org'});
    await eventually(() => focused()?.id === 'outcome', 'The outcome has not the focus.');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await eventually(() => focused()?.classList.contains('join'), 'The focus is lost.');
  });
});
