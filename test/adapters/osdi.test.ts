import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {create as createActionNetwork, settings as actionNetworkSettings} from '../../src/adapters/action-network.js';
import {create as createOsdi} from '../../src/adapters/osdi.js';
import {BackendError, type AdapterSettings, type Signature} from '../../src/contract/index.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {answer, sent} from '../mocks/network.js';
import {actionNetworkHandlers, osdiError, osdiHandlers, otherOsdiError} from '../mocks/osdi-handlers.js';

const UUID = '0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77';
const API = 'https://actionnetwork.org/api/v2';
const actionNetwork = (path = `/petitions/${UUID}`, settings: AdapterSettings = {}) => createActionNetwork(new URL(API + path), settings);
const HELPER = 'https://osdi.example/api/petitions/7/record_signature_helper';
const osdi = (settings: AdapterSettings = {}) => able(createOsdi(new URL(HELPER), settings), 'sign');

const sign = (given: Signature = signature(), settings: AdapterSettings = {}, path?: string) => able(actionNetwork(path, settings), 'sign').sign(given);
const bodySent = async () => JSON.parse(await sent[0]?.clone().text() ?? '') as Record<string, unknown>;
const thrownBy = (make: () => unknown): BackendError => {
  try {
    make();
  } catch (thrown) {
    if (BackendError.is(thrown)) return thrown;
  }
  throw new Error('It threw no BackendError.');
};

describe('action-network', () => {
  beforeEach(() => { answer(...actionNetworkHandlers()); });

  it('promises only what Action Network does: no count, no events, and a list that everyone is put on', () => {
    const adapter = actionNetwork();
    expect(Object.keys(adapter).sort()).to.deep.equal(['name', 'repeatable', 'sign', 'subscribes']);
    expect(adapter.subscribes).to.equal(true);
    expect(adapter.repeatable).to.deep.equal(['sign']);
    expect(actionNetwork(`/forms/${UUID}`).repeatable).to.equal(undefined);
    expect(Object.keys(actionNetwork('/events')).sort()).to.deep.equal(['joinEvent', 'name', 'subscribes']);
  });

  it('says accepted, and never more', async () => {
    expect((await sign()).status).to.equal('accepted');
  });

  it('writes a person as OSDI has them, without a key, to the helper of the petition', async () => {
    await sign(signature({fields: {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR', postalCode: '69001', organisation: 'Acme', comment: 'Now.'}, source: 'newsletter-3'}), {tags: 'web, petition'});
    expect(sent[0]?.url).to.equal(`${API}/petitions/${UUID}/signatures`);
    expect(Object.fromEntries(sent[0]?.headers ?? [])).to.deep.include({'content-type': 'application/json'}).and.to.not.have.any.keys('osdi-api-token', 'authorization');
    expect(sent[0]?.credentials).to.equal('omit');
    expect(await bodySent()).to.deep.equal({
      person: {
        given_name: 'Ada', family_name: 'Exemple', email_addresses: [{address: 'ada@example.org'}],
        postal_addresses: [{postal_code: '69001', country: 'FR'}], languages_spoken: ['en'], custom_fields: {organisation: 'Acme'},
      },
      'comments': 'Now.', 'add_tags': ['web', 'petition'], 'action_network:referrer_data': {source: 'newsletter-3'},
    });
  });

  it('subscribes an old supporter anew only where the newsletter was ticked', async () => {
    await sign(signature({consents: [{id: 'signature', version: '1'}, {id: 'newsletter', version: '1'}]}), {newsletter: 'newsletter'});
    expect(await bodySent()).to.have.nested.property('person.email_addresses[0].status', 'subscribed');
  });

  for (const [path, address] of [
    [`/petitions/${UUID}`, `/petitions/${UUID}/signatures`], [`/petitions/${UUID}/`, `/petitions/${UUID}/signatures`], [`/petitions/${UUID}/signatures`, `/petitions/${UUID}/signatures`],
    [`/forms/${UUID}`, `/forms/${UUID}/submissions`], [`/advocacy_campaigns/${UUID}`, `/advocacy_campaigns/${UUID}/outreaches`],
  ] as const) {
    it(`finds the helper of ${path}`, async () => {
      answer(http.post(API + address, () => HttpResponse.json({})));
      await sign(signature(), {}, path);
      expect(sent[0]?.url).to.equal(API + address);
    });
  }

  it('does without www, which would redirect', async () => {
    await able(createActionNetwork(new URL(`https://www.actionnetwork.org/api/v2/petitions/${UUID}`), {}), 'sign').sign(signature());
    expect(sent[0]?.url).to.equal(`${API}/petitions/${UUID}/signatures`);
  });

  it('joins an event, alone or in a campaign', async () => {
    const {idempotencyKey, fields, consents, language} = signature();
    const rsvp = {idempotencyKey, fields, consents, language, eventId: 'e1'};
    expect((await able(actionNetwork('/events'), 'joinEvent').joinEvent(rsvp)).status).to.equal('accepted');
    await able(actionNetwork('/event_campaigns/c1'), 'joinEvent').joinEvent(rsvp);
    expect(sent.map(({url}) => url)).to.deep.equal([`${API}/events/e1/attendances`, `${API}/event_campaigns/c1/events/e1/attendances`]);
  });

  it('sends nothing twice that has arrived', async () => {
    const adapter = able(actionNetwork(), 'sign');
    const once = signature();
    expect(await adapter.sign(once)).to.deep.equal(await adapter.sign(once));
    expect(sent).to.have.length(1);
  });

  it('asks for an e-mail address or a telephone number before anything is sent', async () => {
    const error = await failure(sign(signature({fields: {givenName: 'Ada'}})));
    expect(error.issues).to.deep.equal([{path: 'fields.email', reason: 'required'}]);
    expect(sent).to.deep.equal([]);
    expect((await sign(signature({fields: {phone: '+33123456789'}}))).status).to.equal('accepted');
  });

  describe('refuses', () => {
    for (const name of ['osdi-api-token', 'api-key', 'token']) {
      it(`a secret called ${name}, with the reason`, async () => {
        const error = await failure(checkSettings('action-network', actionNetworkSettings, {[name]: 'abc123'}, (setting) => `the attribute setting-${setting}`));
        expect(error.message).to.contain(`the attribute setting-${name}`).and.to.contain('opens every supporter').and.to.not.contain('abc123');
        expect(thrownBy(() => actionNetwork(undefined, {[name]: 'abc123'})).code).to.equal('configuration');
      });
    }

    it('a secret in the address', () => {
      const error = thrownBy(() => actionNetwork(`/petitions/${UUID}?osdi-api-token=abc123`));
      expect(error.message).to.contain('opens every supporter').and.to.not.contain('abc123');
    });

    for (const address of ['https://actionnetwork.org/petitions/save-the-park', 'https://actionnetwork.org/api/v2/people', 'https://actionnetwork.org/']) {
      it(`${address}, and says where the right one is`, () => {
        const error = thrownBy(() => createActionNetwork(new URL(address), {}));
        expect(error.code).to.equal('configuration');
        expect(error.message).to.contain('manage page');
      });
    }

    it('a misspelt setting', () => {
      expect(thrownBy(() => actionNetwork(undefined, {tag: 'x'})).message).to.contain('"tag" (unknown setting)');
      expect(thrownBy(() => actionNetwork(undefined, {page: 'example.org'})).message).to.contain('"page" (expected an address');
      expect(thrownBy(() => actionNetwork(undefined, {autoresponse: 'perhaps'})).message).to.contain('"autoresponse" (expected true or false)');
    });
  });

  describe('what it makes of answers', () => {
    // backend-apis.md §3.4: statuses and bodies as in the Ruby client's specs [V-use].
    for (const [status, body, code] of [
      [400, '{"error":"You must specify a valid person id"}', 'invalid'], [403, '{"error":"API Key invalid or not present"}', 'forbidden'], [404, '{"error":"Not found"}', 'not-found'],
      [429, '{"error":"Too many requests"}', 'rate-limited'], [500, '{"error":"x"}', 'unavailable'], [503, '<html>Sorry</html>', 'unavailable'],
      [200, '<!DOCTYPE html><title>Maintenance</title>', 'invalid-response'], [200, '{"identif', 'invalid-response'], [200, '[]', 'invalid-response'], [200, '"ok"', 'invalid-response'], [200, '{"error":"ada@example.org"}', 'invalid'],
      [200, '', 'accepted'], [200, '{"identifiers":["action_network:1"]}', 'accepted'], [202, '{}', 'accepted'],
    ] as const) {
      it(`${status} with ${body || 'nothing'} is ${code}`, async () => {
        answer(http.post(`${API}/petitions/*`, () => new HttpResponse(body, {status})));
        if (code === 'accepted') return expect((await sign()).status).to.equal(code);
        const error = await failure(sign());
        expect(error.message).to.contain('actionnetwork.org').and.to.not.contain('ada@');
        return expect(error.code).to.equal(code);
      });
    }

    it('follows no redirect with what a person typed', async () => {
      answer(http.post(`${API}/petitions/*`, () => Object.defineProperties(new HttpResponse(null), {type: {value: 'opaqueredirect'}, ok: {value: false}, status: {value: 0}})));
      const error = await failure(sign());
      expect(sent[0]?.redirect).to.equal('manual');
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain('sends on to another address');
    });
  });
});

describe('osdi', () => {
  it('names what the platform refuses, as the form calls it', async () => {
    answer(...osdiHandlers('https://osdi.example/api'));
    expect((await osdi().sign(signature())).status).to.equal('accepted');
    const error = await failure(osdi().sign(signature({fields: {givenName: ' ', email: 'ada'}})));
    expect(error.code).to.equal('invalid');
    expect(error.issues.map(({path}) => path)).to.have.members(['fields.email', 'fields.givenName']);
    expect(error.message).to.contain('"fields.email"').and.to.not.match(/ada/i);
  });

  for (const [what, body] of [['error_descriptions', osdiError('email_addresses[0].address')], ['errors', otherOsdiError('email_addresses[0].address')]] as const) {
    it(`reads the list that is called ${what}, whatever the status`, async () => {
      answer(http.post(HELPER, () => HttpResponse.json(body, {status: 400})));
      expect((await failure(osdi().sign(signature()))).issues).to.deep.equal([{path: 'fields.email', reason: 'refused'}]);
      answer(http.post(HELPER, () => HttpResponse.json(body)));
      expect((await failure(osdi().sign(signature()))).issues).to.deep.equal([{path: 'fields.email', reason: 'refused'}]);
    });
  }

  for (const body of [{'osdi:error': null}, {'osdi:error': {resource_status: 'x'}}, {'osdi:error': {resource_status: [null, {errors: [null, 3]}]}}, [], 'x', null]) {
    it(`survives ${JSON.stringify(body)} as a refusal`, async () => {
      answer(http.post(HELPER, () => HttpResponse.json(body, {status: 400})));
      expect((await failure(osdi().sign(signature()))).issues).to.deep.equal([]);
    });
  }

  it('joins an event where the attendance helper is told', async () => {
    answer(...osdiHandlers('https://osdi.example/api'));
    const adapter = able(osdi({attendance: 'https://osdi.example/api/events/{event}/record_attendance_helper'}), 'joinEvent');
    const {idempotencyKey, fields, consents, language} = signature();
    expect((await adapter.joinEvent({idempotencyKey, fields, consents, language, eventId: 'e1'})).status).to.equal('accepted');
    expect(sent[0]?.url).to.equal('https://osdi.example/api/events/e1/record_attendance_helper');
    expect(osdi().joinEvent).to.equal(undefined);
  });

  it('links to the page it is told of', () => {
    expect(osdi({page: 'https://osdi.example/p'}).links?.sign).to.equal('https://osdi.example/p');
  });
});
