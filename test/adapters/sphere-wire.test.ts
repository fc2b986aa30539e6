import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {create} from '../../src/adapters/sphere.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {answer, sent} from '../mocks/network.js';

const SRC = 'https://petitions.example/safe-exit';
const adapter = able(create(new URL(SRC), {}), 'getPetition', 'getTally', 'getChallenge', 'listEvents', 'getEvent', 'sign', 'signSealed', 'joinEvent', 'proposeEvent');

/** Headers that a page may send to another origin without asking first (CORS-safelisted). */
const SAFE = ['accept', 'accept-language', 'content-language', 'content-type'];

describe('sphere: what it sends', () => {
  beforeEach(() => {
    answer(http.all('https://petitions.example/*', () => HttpResponse.json({})));
  });

  const addressOf = async (call: Promise<unknown>) => {
    await call;
    const request = sent.at(-1);
    return `${request?.method ?? ''} ${request?.url ?? ''}`;
  };

  it('asks each capability of its own address', async () => {
    const rsvp = {idempotencyKey: 'a'.repeat(32), eventId: 'lyon', fields: {}, consents: [], language: 'en'};
    const proposal = {idempotencyKey: 'a'.repeat(32), title: 'T', startsAt: '2199-01-01T00:00:00Z', timeZone: 'UTC', attendance: 'online' as const, fields: {}, consents: [], language: 'en'};
    expect(await addressOf(adapter.getPetition({}))).to.equal(`GET ${SRC}/petition.json`);
    expect(await addressOf(adapter.getPetition({language: 'fr'}))).to.equal(`GET ${SRC}/petition.json?lang=fr`);
    expect(await addressOf(adapter.getTally())).to.equal(`GET ${SRC}/tally.json`);
    expect(await addressOf(adapter.getChallenge())).to.equal(`GET ${SRC}/challenge.json`);
    expect(await addressOf(adapter.listEvents({limit: 5, country: 'FR', from: '2199-01-01T00:00:00+01:00'}))).to.equal(`GET ${SRC}/events.json?country=FR&from=2199-01-01T00%3A00%3A00%2B01%3A00&limit=5`);
    expect(await addressOf(adapter.getEvent('a/b'))).to.equal(`GET ${SRC}/events/a%2Fb.json`);
    expect(await addressOf(adapter.sign(signature()))).to.equal(`POST ${SRC}/signatures`);
    expect(await addressOf(adapter.signSealed({idempotencyKey: 'a'.repeat(32), envelopes: [], language: 'en'}))).to.equal(`POST ${SRC}/signatures`);
    expect(await addressOf(adapter.joinEvent(rsvp))).to.equal(`POST ${SRC}/rsvps`);
    expect(await addressOf(adapter.proposeEvent(proposal))).to.equal(`POST ${SRC}/events`);
  });

  for (const [src, tally] of [
    [`${SRC}/`, `${SRC}/tally.json`],
    [`${SRC}//`, `${SRC}/tally.json`],
    [`${SRC}?utm_source=mail#form`, `${SRC}/tally.json`],
    ['https://petitions.example', 'https://petitions.example/tally.json'],
    ['https://somebody:secret@petitions.example/p', 'https://petitions.example/p/tally.json'],
  ] as const) {
    it(`finds the data of ${src} beside its page`, async () => {
      expect(await addressOf(able(create(new URL(src), {}), 'getTally').getTally())).to.equal(`GET ${tally}`);
    });
  }

  it('takes an address that ends in .json for the document itself, which can only be read', async () => {
    const document = able(create(new URL(`${SRC}.json?v=2`), {}), 'getPetition');
    expect(Object.keys(document)).to.have.members(['name', 'getPetition']);
    expect(await addressOf(document.getPetition({language: 'fr'}))).to.equal(`GET ${SRC}.json?v=2`);
  });

  it('sends no request before a capability is called', () => {
    create(new URL(SRC), {});
    expect(sent).to.deep.equal([]);
  });

  it('refuses an address that no browser fetches', () => {
    expect(() => create(new URL('mailto:ada@example.org'), {})).to.throw('"mailto:"').with.property('code', 'configuration');
  });

  it('links to the page, where a person can sign by hand', () => {
    expect(adapter.links).to.deep.equal({petition: SRC, sign: SRC});
  });

  it('sends neither cookies nor referrer', async () => {
    await adapter.getTally();
    await adapter.sign(signature());
    for (const request of sent) {
      expect(request.credentials).to.equal('omit');
      expect(request.referrerPolicy).to.equal('no-referrer');
      expect(request.referrer).to.not.contain(location.origin);
    }
  });

  it('lets caches answer reads, but asks whether a tally is still good', async () => {
    await adapter.getPetition({});
    await adapter.getTally();
    expect(sent.map(({cache}) => cache)).to.deep.equal(['default', 'no-cache']);
  });

  it('goes where a redirect leads', async () => {
    await adapter.getTally();
    expect(sent[0]?.redirect).to.equal('follow');
  });

  it('sends nothing that a browser asks leave for first', async () => {
    await adapter.getPetition({});
    await adapter.sign(signature());
    for (const request of sent) expect(SAFE).to.include.members([...request.headers.keys()]);
    expect(sent[1]?.headers.get('Content-Type')).to.equal('text/plain;charset=UTF-8');
  });

  it('sends the identical bytes when it sends again', async () => {
    const given = signature({fields: {givenName: 'Zoë', email: 'zoe@example.org'}});
    await adapter.sign(given);
    await adapter.sign(given);
    const bodies = await Promise.all(sent.map((request) => request.text()));
    expect(bodies).to.deep.equal([JSON.stringify(given), JSON.stringify(given)]);
  });

  it('lets a small write outlive its page, and does not try it with a large one', async () => {
    await adapter.sign(signature());
    await adapter.sign(signature({fields: {comment: 'é'.repeat(70_000)}}));
    expect(sent.map(({keepalive}) => keepalive)).to.deep.equal([true, false]);
  });
});
