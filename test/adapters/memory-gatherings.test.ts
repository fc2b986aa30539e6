import {expect} from 'chai';
import {memoryAdapter, type MemoryOptions} from '../../src/adapters/memory.js';
import type {EventProposal, Rsvp} from '../../src/contract/index.js';
import {able} from '../mocks/able.js';
import {english, events} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

const made = (options: Partial<MemoryOptions> = {}) => able(memoryAdapter({petition: english, events, ...options}), 'joinEvent', 'proposeEvent', 'listEvents');
const key = () => crypto.randomUUID();
const someone = {fields: {givenName: 'Ada', email: 'ada@example.org'}, consents: [], language: 'en'};
const rsvp = (change: Partial<Rsvp> = {}): Rsvp => ({idempotencyKey: key(), eventId: 'lyon', ...someone, ...change});
const proposal = (change: Partial<EventProposal> = {}): EventProposal => ({idempotencyKey: key(), title: 'Vigil', startsAt: '2199-03-01T18:00:00Z', timeZone: 'UTC', attendance: 'online', ...someone, ...change});

describe('memory: joining and organising', () => {
  it('is none of its capabilities unless it is given events', () => {
    const bare = memoryAdapter({petition: english});
    expect(bare).to.not.have.any.keys('joinEvent', 'proposeEvent');
    expect(bare.repeatable).to.deep.equal(['sign']);
  });

  it('registers, or puts on the waiting list of an event that is full', async () => {
    const adapter = made({events: [...events, {...events[0], id: 'full', status: 'full', joinable: true}] as never});
    expect((await adapter.joinEvent(rsvp())).status).to.equal('registered');
    expect((await adapter.joinEvent(rsvp({eventId: 'full'}))).status).to.equal('waiting');
  });

  it('gives the same receipt to the same RSVP, and refuses another under its key', async () => {
    const adapter = made();
    const given = rsvp();
    const receipt = await adapter.joinEvent(given);
    expect(await adapter.joinEvent({...given})).to.deep.equal(receipt);
    expect((await failure(adapter.joinEvent({...given, fields: {...given.fields, givenName: 'Eva'}}))).code).to.equal('key-reused');
  });

  it('knows its events, and which of them can be joined', async () => {
    const adapter = made();
    expect((await failure(adapter.joinEvent(rsvp({eventId: 'nowhere'})))).code).to.equal('not-found');
    expect((await failure(adapter.joinEvent(rsvp({eventId: 'porto'})))).code).to.equal('closed');
  });

  it('takes what the petition asks and nothing else', async () => {
    const paths = async (given: Rsvp, petition: object = {}) => (await failure(made({petition: {...english, ...petition}}).joinEvent(given))).issues.map(({path}) => path);
    expect(await paths(rsvp({fields: {givenName: 'Ada', email: 'ada', phone: '1'}}))).to.deep.equal(['fields.email', 'fields.phone']);
    expect(await paths({...rsvp(), surprise: 1} as Rsvp)).to.deep.equal(['surprise']);
    const asking = {rsvp: {fields: [{name: 'phone', type: 'text', required: true}], consents: [{id: 'contact', purpose: 'other', text: 'Call me.', version: '1', required: true}]}};
    expect(await paths(rsvp({fields: {}}), asking)).to.deep.equal(['fields.phone', 'consents.contact']);
  });

  it('holds a proposal for a review that never comes', async () => {
    const adapter = made();
    const given = proposal();
    const receipt = await adapter.proposeEvent(given);
    expect(receipt.status).to.equal('review');
    expect(await adapter.proposeEvent(given)).to.deep.equal(receipt);
    expect((await adapter.listEvents({})).events.map(({id}) => id)).to.deep.equal(['online', 'lyon', 'porto']);
    expect((await failure(adapter.proposeEvent(proposal({fields: {}})))).issues.map(({path}) => path)).to.deep.equal(['fields.givenName', 'fields.email']);
  });
});
