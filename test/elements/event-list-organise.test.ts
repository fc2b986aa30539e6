import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {BackendError, EventProposal, parse, type ProposalReceipt} from '../../src/contract/index.js';
import type {ProposedEvent} from '../../src/elements/event-list/events.js';
import {eventually} from '../support/eventually.js';
import {define, listOf, openOrganise, vigil} from './gathering.js';
import {enter, focused, held, press} from './signing.js';
import {CANARY, all, aTurn, find, says} from './support.js';

const receivedAt = '2026-11-22T09:00:00Z';
const answers: Readonly<Record<string, string>> = {
  'event:title': 'Reading in the square', 'event:date': '2199-07-16', 'event:time': '18:30', 'event:zone': 'America/New_York', 'event:locality': 'New York', 'event:country': 'US', 'event:place': 'Union Square',
  'givenName': CANARY.givenName, 'email': CANARY.email,
};
const fillIn = async (list: Element, change: Readonly<Record<string, string>> = {}) => {
  for (const [name, value] of Object.entries({...answers, ...change})) await enter(list, name, value);
};
const write = async (list: Element, text: string) => { (await find<HTMLTextAreaElement>(list, 'textarea')).value = text; };

const placed = async (answer: (tries: number) => Promise<ProposalReceipt> = () => Promise.resolve({status: 'review', receivedAt}), petition: Partial<PetitionDocument> = {}, more: object = {}) => {
  const sent: EventProposal[] = [];
  const list = await listOf([vigil], {petition, repeatable: [], proposeEvent: (proposal) => { sent.push(parse(EventProposal, proposal, 'The proposal')); return answer(sent.length); }, ...more});
  await openOrganise(list);
  return {list, sent};
};

describe('organising an event', () => {
  before(define);

  it('asks about the event and whom to call, in the reader’s own time zone', async () => {
    const {list} = await placed();
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(held(await find(list, 'form'))).to.deep.equal({
      'event:title': '', 'event:date': '', 'event:time': '', 'event:zone': own, 'event:attendance': 'in-person', 'event:locality': '', 'event:country': '', 'event:place': '', 'givenName': '', 'email': '',
    });
  });

  it('sends a document as the contract has it, with the offset of the zone at that moment', async () => {
    const {list, sent} = await placed();
    await fillIn(list);
    await write(list, 'We read.\nAll are welcome.');
    await press(list);
    await says(list, 'Your event has been received.');
    const {idempotencyKey: _, ...proposal} = sent[0] ?? {};
    expect(proposal).to.deep.equal({
      title: 'Reading in the square', description: 'We read.\nAll are welcome.', startsAt: '2199-07-16T18:30:00-04:00', timeZone: 'America/New_York', attendance: 'in-person',
      place: {name: 'Union Square', locality: 'New York', country: 'US'}, fields: {givenName: CANARY.givenName, email: CANARY.email}, consents: [], language: 'en',
    });
  });

  it('asks for the list that takes who organises, and for no other', async () => {
    const {list} = await placed(undefined, {}, {subscribes: ['sign', 'joinEvent']});
    expect(all(list, 'form [type=checkbox]')).to.deep.equal([]);
    const taken = await placed(undefined, {}, {subscribes: ['proposeEvent']});
    expect((await find<HTMLInputElement>(taken.list, 'form [type=checkbox]')).labels?.[0]?.textContent).to.contain('mailing list of the platform');
  });

  it('asks for no place where people meet online', async () => {
    const {list, sent} = await placed();
    await fillIn(list);
    await enter(list, 'event:attendance', 'online');
    await eventually(() => all(list, '[name="event:locality"]').length === 0, 'The place is still asked for.');
    expect(held(await find(list, 'form'))).to.include({'event:title': 'Reading in the square', 'givenName': CANARY.givenName});
    await press(list);
    await says(list, 'Your event has been received.');
    expect(sent[0]).to.include({attendance: 'online'}).and.to.not.have.property('place');
  });

  it('asks also what the petition asks, under names of its own', async () => {
    const {list, sent} = await placed(undefined, {proposal: {fields: [{name: 'date', type: 'text', label: 'When to call you'}, {name: 'email', type: 'email', required: true}], consents: []}});
    const {givenName: _, ...rest} = answers;
    for (const [name, value] of Object.entries({...rest, date: 'Mondays'})) await enter(list, name, value);
    await press(list);
    await says(list, 'Your event has been received.');
    expect([sent[0]?.title, sent[0]?.fields]).to.deep.equal(['Reading in the square', {date: 'Mondays', email: CANARY.email}]);
  });

  it('says what is missing, in the form’s order', async () => {
    const {list, sent} = await placed();
    await press(list);
    await eventually(() => focused()?.id === 'outcome', 'The summary has not the focus.');
    expect(all(list, '.summary a').map(({textContent}) => textContent)).to.deep.equal(['What is your event called?', 'Date', 'Time', 'City', 'Country', 'First name', 'E-mail address'].map((label) => `Please fill in: ${label}`));
    all<HTMLAnchorElement>(list, '.summary a')[1]?.click();
    expect(focused()?.id).to.equal('field-event:date');
    expect(sent).to.deep.equal([]);
  });

  it('takes no event that is over', async () => {
    const {list, sent} = await placed();
    await fillIn(list, {'event:date': '2020-01-01'});
    await press(list);
    await says(list, 'Please choose a date and time to come.');
    expect(sent).to.deep.equal([]);
  });

  for (const [status, title] of [['published', 'Your event is published.'], ['review', 'Your event has been received.'], ['confirm', 'check your inbox'], ['accepted', 'Your event has been sent.']] as const) {
    it(`says what became of it: ${status}`, async () => {
      const {list} = await placed(() => Promise.resolve({status, receivedAt}));
      const heard: ProposedEvent[] = [];
      document.addEventListener('sphere-proposed', (event) => { heard.push(event); }, {once: true});
      await fillIn(list);
      await press(list);
      await says(list, title);
      await eventually(() => focused()?.id === 'outcome', 'The outcome has not the focus.');
      expect(heard.map((event) => event.status)).to.deep.equal([status]);
    });
  }

  it('names what the back end refused by the question that asked for it', async () => {
    const {list} = await placed(() => Promise.reject(new BackendError('invalid', 'No.', {issues: [{path: 'startsAt', reason: 'required'}, {path: 'place.locality', reason: 'too-long'}, {path: 'elsewhere', reason: 'x'}]})));
    await fillIn(list);
    await press(list);
    await says(list, 'The server did not accept some of what you typed.');
    expect(all(list, '.problem').map(({textContent}) => textContent)).to.deep.equal(['Please fill in: Date', 'This is too long: City']);
  });

  it('keeps what was typed when it fails and while it is closed, and its key', async () => {
    const {list, sent} = await placed((tries) => (tries === 1 ? Promise.reject(new BackendError('offline', 'gone')) : Promise.resolve({status: 'review', receivedAt})));
    await fillIn(list);
    await write(list, 'We read.');
    await press(list);
    await says(list, 'If you send it again, it may count twice.');
    await press(list);
    await says(list, 'Your event has been received.');
    expect(sent[0]).to.deep.equal(sent[1]);
    (await find(list, '.thanks button')).click();
    await openOrganise(list);
    await fillIn(list);
    (await find(list, '.row .quiet')).click();
    await eventually(() => all(list, 'form').length === 0, 'It does not close.');
    expect(focused()?.textContent.trim()).to.equal('Organise an event');
    await openOrganise(list);
    await aTurn();
    expect(held(await find(list, 'form'))).to.include(answers);
  });
});
