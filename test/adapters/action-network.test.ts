import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/action-network.js';
import type {AdapterSettings, Rsvp, Signature} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {redirected} from '../mocks/hidden.js';
import {answer, sent} from '../mocks/network.js';
import {actionNetworkHandlers} from '../mocks/osdi-handlers.js';

const UUID = '0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77';
const API = 'https://actionnetwork.org/api/v2';
const PETITION = `/petitions/${UUID}`;
const adapterAt = (path = PETITION, given: AdapterSettings = {}) => checked(create(new URL(API + path), given), API + path);
const sign = (document: Signature = signature(), given: AdapterSettings = {}, path = PETITION) => able(adapterAt(path, given), 'sign').sign(document);
const {idempotencyKey, fields, consents, language} = signature();
const rsvp: Rsvp = {idempotencyKey, fields, consents, language, eventId: 'e1'};
const bodySent = async () => JSON.parse(await sent[0]?.clone().text() ?? '') as Record<string, unknown>;

describe('action-network', () => {
  beforeEach(() => { answer(...actionNetworkHandlers()); });

  it('promises only what Action Network does: no count, no events, and a list that everyone is put on', () => {
    for (const path of [PETITION, `/forms/${UUID}`]) {
      expect(adapterAt(path)).to.have.all.keys('name', 'repeatable', 'sign', 'subscribes').and.to.deep.include({name: 'action-network', subscribes: true, repeatable: ['sign']});
    }
    for (const path of ['/events', `/events/${UUID}`, `/event_campaigns/${UUID}`, `/event_campaigns/${UUID}/events`]) {
      expect(adapterAt(path)).to.have.all.keys('joinEvent', 'name', 'repeatable', 'subscribes').and.to.deep.include({name: 'action-network', subscribes: true, repeatable: ['joinEvent']});
    }
    expect(adapterAt(PETITION, {page: 'https://actionnetwork.org/petitions/x'}).links?.sign).to.equal('https://actionnetwork.org/petitions/x');
    expect(adapterAt('/events', {page: 'https://actionnetwork.org/events/x'}).links?.events).to.equal('https://actionnetwork.org/events/x');
  });

  it('says accepted, and never more', async () => {
    expect((await sign()).status).to.equal('accepted');
  });

  it('writes a person as OSDI has them, without a key, to the helper of the petition', async () => {
    await sign(signature({fields: {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR', postalCode: '69001', organisation: 'Acme', comment: 'Now.'}, source: 'newsletter-3'}), {tags: 'web, petition,', source: 'widget'});
    expect(sent[0]?.url).to.equal(`${API}${PETITION}/signatures`);
    expect([...sent[0]?.headers ?? []]).to.deep.equal([['content-type', 'application/json']]);
    expect([sent[0]?.mode, sent[0]?.credentials]).to.deep.equal(['cors', 'omit']);
    expect(await bodySent()).to.deep.equal({
      person: {
        given_name: 'Ada', family_name: 'Exemple', email_addresses: [{address: 'ada@example.org'}],
        postal_addresses: [{postal_code: '69001', country: 'FR'}], languages_spoken: ['en'], custom_fields: {organisation: 'Acme'},
      },
      'comments': 'Now.', 'add_tags': ['web', 'petition'], 'action_network:referrer_data': {source: 'newsletter-3'},
    });
  });

  it('sends the whole address of a person, and what a setting says where the signature does not', async () => {
    await sign(signature({fields: {email: 'ada@example.org', phone: '+331', street: '1 rue X', locality: 'Lyon', region: 'ARA'}}), {source: 'widget', autoresponse: ''});
    expect(await bodySent()).to.deep.equal({
      'person': {email_addresses: [{address: 'ada@example.org'}], phone_numbers: [{number: '+331'}], postal_addresses: [{address_lines: ['1 rue X'], locality: 'Lyon', region: 'ARA'}], languages_spoken: ['en']},
      'triggers': {autoresponse: {enabled: true}}, 'action_network:referrer_data': {source: 'widget'},
    });
  });

  it('keeps a comment among the custom fields where there is no other place for it', async () => {
    await sign(signature({fields: {email: 'ada@example.org', comment: 'Now.'}}), {}, `/forms/${UUID}`);
    expect(await bodySent()).to.deep.equal({person: {email_addresses: [{address: 'ada@example.org'}], languages_spoken: ['en'], custom_fields: {comment: 'Now.'}}});
  });

  it('subscribes an old supporter anew only where the newsletter was ticked', async () => {
    const both = signature({consents: [{id: 'signature', version: '1'}, {id: 'newsletter', version: '1'}]});
    await sign(both, {newsletter: 'newsletter'});
    await sign(both);
    await sign(signature(), {newsletter: 'newsletter'});
    expect(await Promise.all(sent.map(async (request) => (await request.clone().json() as {person: {email_addresses: {status?: string}[]}}).person.email_addresses[0]?.status))).to.deep.equal(['subscribed', undefined, undefined]);
  });

  for (const [path, address] of [[PETITION, `${PETITION}/signatures`], [`${PETITION}/`, `${PETITION}/signatures`], [`${PETITION}/signatures`, `${PETITION}/signatures`], [`/forms/${UUID}`, `/forms/${UUID}/submissions`]] as const) {
    it(`finds the helper of ${path}`, async () => {
      await sign(signature(), {}, path);
      expect(sent[0]?.url).to.equal(API + address);
    });
  }

  for (const [written, said] of [['https://www.actionnetwork.org', 'without www, which would redirect'], ['http://actionnetwork.org', 'never in the clear']] as const) {
    it(`does ${said}`, async () => {
      await able(create(new URL(`${written}/api/v2${PETITION}`), {}), 'sign').sign(signature());
      expect(sent[0]?.url).to.equal(`${API}${PETITION}/signatures`);
    });
  }

  it('joins an event, alone or in a campaign', async () => {
    expect((await able(adapterAt('/events'), 'joinEvent').joinEvent(rsvp)).status).to.equal('accepted');
    await able(adapterAt(`/event_campaigns/${UUID}/events`), 'joinEvent').joinEvent({...rsvp, eventId: 'e2'});
    expect(sent.map(({url}) => url)).to.deep.equal([`${API}/events/e1/attendances`, `${API}/event_campaigns/${UUID}/events/e2/attendances`]);
    expect(await bodySent()).to.have.all.keys('person');
  });

  it('sends nothing twice that has arrived', async () => {
    const [adapter, joining, once] = [able(adapterAt(), 'sign'), able(adapterAt('/events'), 'joinEvent'), signature()];
    expect(await adapter.sign(once)).to.deep.equal(await adapter.sign(once));
    expect(await joining.joinEvent(rsvp)).to.deep.equal(await joining.joinEvent(rsvp));
    expect(sent).to.have.length(2);
  });

  it('sends the identical bytes again where nothing came back', async () => {
    const [adapter, once] = [able(adapterAt(), 'sign'), signature()];
    answer(http.post(`${API}/petitions/*`, () => HttpResponse.error(), {once: true}));
    expect((await failure(adapter.sign(once))).code).to.equal('offline');
    expect((await adapter.sign(once)).status).to.equal('accepted');
    expect(await sent[0]?.clone().text()).to.equal(await sent[1]?.clone().text());
  });

  it('asks for an e-mail address or a telephone number before anything is sent', async () => {
    expect((await failure(sign(signature({fields: {givenName: 'Ada', email: ' '}})))).issues).to.deep.equal([{path: 'fields.email', reason: 'required'}]);
    expect((await failure(able(adapterAt('/events'), 'joinEvent').joinEvent({...rsvp, fields: {}}))).issues).to.deep.equal([{path: 'fields.email', reason: 'required'}]);
    expect(sent).to.deep.equal([]);
    expect((await sign(signature({fields: {phone: '+33123456789'}}))).status).to.equal('accepted');
  });

  describe('refuses', () => {
    for (const name of ['osdi-api-token', 'OSDI-API-Token', 'osdiApiToken', 'api_key', 'token', 'header-authorization', 'bearer', 'Password', 'client-secret']) {
      it(`a secret called ${name}, with the reason`, async () => {
        const error = await failure(checkSettings('action-network', settings, {[name]: 'abc123'}, (setting) => `the attribute setting-${setting}`));
        expect(error.message).to.contain(`the attribute setting-${name} (an OSDI API token opens every supporter`).and.to.not.contain('abc123');
        expect(() => adapterAt(undefined, {[name]: 'abc123'})).to.throw(`its setting "${name}" (an OSDI API token opens every supporter`).with.property('code', 'configuration');
      });
    }

    for (const address of [`${API}${PETITION}?osdi-api-token=abc123`, `${API}${PETITION}?API_KEY=abc123`, `${API}${PETITION}#token=abc123`, `https://abc123@actionnetwork.org/api/v2${PETITION}`, `https://:abc123@actionnetwork.org/api/v2/events`]) {
      it(`the secret in ${address}`, () => {
        expect(() => create(new URL(address), {})).to.throw('opens every supporter').with.property('message').that.does.not.contain('abc123');
      });
    }

    // Under an id that is none, it would answer {} and keep nothing.
    for (const address of ['https://actionnetwork.org/petitions/save-the-park', `${API}/people`, `${API}/advocacy_campaigns/${UUID}`, 'https://actionnetwork.org/', `${API}/petitions/save-the-park`, `${API}/petitions/`, `${API}${PETITION}x`, `${API}/forms/action_network:${UUID}`, `${API}/event_campaigns/spring`, `https://actionnetwork.org/x/api/v2${PETITION}`]) {
      it(`${address}, and says where the right one is`, () => {
        expect(() => create(new URL(address), {})).to.throw('manage page').with.property('code', 'configuration');
      });
    }

    it('a misspelt setting, and one that is wrong', () => {
      expect(() => adapterAt(undefined, {tag: 'x'})).to.throw('"tag" (unknown setting)');
      expect(() => adapterAt(undefined, {attendance: 'https://x.example/{event}'})).to.throw('"attendance" (unknown setting)');
      expect(() => adapterAt(undefined, {page: 'example.org', autoresponse: 'perhaps'})).to.throw('"page" (expected an address that begins with https: or http:), its setting "autoresponse" (expected true or false)');
    });
  });

  describe('what it makes of answers', () => {
    // backend-apis.md §3.4: statuses and bodies as in the Ruby client's specs [V-use].
    for (const [status, body, code] of [
      [400, '{"error":"You must specify a valid person id"}', 'invalid'], [403, '{"error":"API Key invalid or not present"}', 'forbidden'], [404, '{"error":"Not found"}', 'not-found'],
      [429, '{"error":"Too many requests"}', 'rate-limited'], [500, '{"error":"x"}', 'unavailable'], [503, '<html>Sorry</html>', 'unavailable'],
      [200, '<!DOCTYPE html><title>Maintenance</title>', 'invalid-response'], [200, '{"identif', 'invalid-response'], [200, '[]', 'invalid-response'], [200, '"ok"', 'invalid-response'], [200, 'null', 'invalid-response'],
      [200, '{"error":"ada@example.org"}', 'invalid'], [200, '', 'accepted'], [200, ' {} ', 'accepted'], [200, '{"identifiers":["action_network:1"]}', 'accepted'], [202, '{}', 'accepted'],
    ] as const) {
      it(`${status} with ${body || 'nothing'} is ${code}, for a signature and for an RSVP`, async () => {
        answer(http.post(`${API}/*`, () => new HttpResponse(body, {status})));
        const join = () => able(adapterAt('/events'), 'joinEvent').joinEvent(rsvp);
        if (code === 'accepted') return expect([(await sign()).status, (await join()).status]).to.deep.equal([code, code]);
        for (const error of [await failure(sign()), await failure(join())]) {
          expect(error.code).to.equal(code);
          expect(error.message).to.contain('https://actionnetwork.org/api/v2/').and.to.not.contain('ada@');
        }
        return undefined;
      });
    }

    it('follows no redirect with what a person typed', async () => {
      answer(http.post(`${API}/petitions/*`, () => redirected()));
      const error = await failure(sign());
      expect(sent.map(({redirect}) => redirect)).to.deep.equal(['manual']);
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain('sends on to another address');
    });
  });
});
