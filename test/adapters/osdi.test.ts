import {expect} from 'chai';
import {fc} from '../support/property.js';
import {http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/osdi.js';
import {BackendError, type AdapterSettings, type Rsvp} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {redirected} from '../mocks/hidden.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';
import {osdiError, osdiHandlers, otherOsdiError} from '../mocks/osdi-handlers.js';

const ROOT = 'https://osdi.example/api';
const HELPER = `${ROOT}/petitions/7/record_signature_helper`;
const ATTENDANCE = `${ROOT}/events/{event}/record_attendance_helper`;
const osdi = (given: AdapterSettings = {}, src = HELPER) => able(checked(create(new URL(src), given), src), 'sign');
const joining = (given: AdapterSettings = {}) => able(checked(create(new URL(HELPER), {attendance: ATTENDANCE, ...given}), HELPER), 'sign', 'joinEvent');
const {idempotencyKey, fields, consents, language} = signature();
const rsvp: Rsvp = {idempotencyKey, fields, consents, language, eventId: 'e1'};
const answering = (body: unknown, status: number) => { answer(http.post(`${ROOT}/*`, () => (typeof body === 'string' ? new HttpResponse(body, {status}) : HttpResponse.json(body as object, {status})))); };

describe('osdi', () => {
  it('promises what the standard does: no count, no events, nothing twice, and a list that everyone may be put on', () => {
    expect(osdi()).to.have.all.keys('name', 'sign', 'subscribes').and.to.deep.include({name: 'osdi', subscribes: true});
    expect(joining()).to.have.all.keys('joinEvent', 'name', 'sign', 'subscribes');
    expect(osdi({page: 'https://osdi.example/p'}).links).to.deep.equal({petition: 'https://osdi.example/p', sign: 'https://osdi.example/p', events: 'https://osdi.example/p'});
  });

  it('writes to the whole address that it was given, query and all, by the names of the standard', async () => {
    answer(http.post(HELPER, () => HttpResponse.json({})));
    await osdi({source: 'widget'}, `${HELPER}?form=3`).sign(signature({fields: {email: 'ada@example.org', comment: 'Now.'}}));
    expect(sent[0]?.url).to.equal(`${HELPER}?form=3`);
    // backend-apis.md §4, OSDI 1.2 record_signature.md [V-doc].
    expect(await sent[0]?.clone().json()).to.deep.equal({person: {email_addresses: [{address: 'ada@example.org'}], languages_spoken: ['en']}, comments: 'Now.', referrer_data: {source: 'widget'}});
  });

  it('joins an event where the attendance helper is told, as one who comes', async () => {
    answer(...osdiHandlers(ROOT));
    expect((await joining().joinEvent({...rsvp, fields: {email: 'ada@example.org', comment: 'With my son.'}})).status).to.equal('accepted');
    expect(sent[0]?.url).to.equal(`${ROOT}/events/e1/record_attendance_helper`);
    // OSDI 1.2 record_attendance.md [V-doc]: one comment, and a status.
    expect(await sent[0]?.clone().json()).to.deep.equal({person: {email_addresses: [{address: 'ada@example.org'}], languages_spoken: ['en']}, comment: 'With my son.', status: 'accepted'});
  });

  it('sends nothing twice that has arrived', async () => {
    answer(...osdiHandlers(ROOT));
    const [adapter, document] = [joining(), signature()];
    expect(await adapter.sign(document)).to.deep.equal(await adapter.sign(document));
    expect(await adapter.joinEvent(rsvp)).to.deep.equal(await adapter.joinEvent(rsvp));
    expect(sent).to.have.length(2);
  });

  it('sends a list as a list on a page whose old library has taught lists and texts another JSON', async () => {
    answer(...osdiHandlers(ROOT));
    const prototypes = [Array.prototype, String.prototype] as {toJSON?: () => string}[];
    for (const prototype of prototypes) prototype.toJSON = () => 'broken';
    try {
      expect((await osdi().sign(signature())).status).to.equal('accepted');
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON;
    }
    expect(await sent[0]?.clone().json()).to.have.deep.nested.property('person.email_addresses', [{address: 'ada@example.org'}]);
  });

  it('names what the platform refuses, as the form calls it', async () => {
    answer(...osdiHandlers(ROOT));
    const error = await failure(osdi().sign(signature({fields: {givenName: ' ', email: 'ada'}})));
    expect(error.code).to.equal('invalid');
    expect(error.issues.map(({path}) => path)).to.have.members(['fields.email', 'fields.givenName']);
    expect(error.message).to.contain('"fields.email"').and.to.not.match(/ada/i);
  });

  // backend-apis.md §4, OSDI 1.2 errors.md [V-doc].
  for (const [what, body] of [['error_descriptions', osdiError('email_addresses[0].address')], ['errors', otherOsdiError('email_addresses[0].address')]] as const) {
    it(`reads the list that is called ${what}, whatever the status`, async () => {
      for (const status of [400, 200]) {
        answering(body, status);
        expect((await failure(osdi().sign(signature()))).issues).to.deep.equal([{path: 'fields.email', reason: 'refused'}]);
      }
    });
  }

  it('knows each of its names for what a form asks, and takes an own field for none of them', async () => {
    answering(osdiError('given_name', 'family_name', 'phone_numbers[0].number', 'postal_addresses[0].address_lines', 'postal_addresses[0].locality', 'postal_addresses[0].region', 'postal_addresses[0].postal_code', 'postal_addresses[0].country', 'comments'), 400);
    expect((await failure(osdi().sign(signature()))).issues.map(({path}) => path)).to.deep.equal(['givenName', 'familyName', 'phone', 'street', 'locality', 'region', 'postalCode', 'country', 'comment'].map((name) => `fields.${name}`));
    answering(osdiError('custom_fields.email_again', 'person.custom_fields.country_of_birth'), 400);
    expect((await failure(osdi().sign(signature()))).issues).to.deep.equal([]);
  });

  for (const body of [{'osdi:error': null}, {'osdi:error': {resource_status: 'x'}}, {'osdi:error': {resource_status: [null, {errors: [null, 3]}]}}, {'osdi:error': {resource_status: [{errors: [{properties: [null, 3, {}]}]}]}}, [], '"x"', 'null', '', '<html>']) {
    it(`survives ${JSON.stringify(body)} as a refusal`, async () => {
      answering(body, 400);
      const error = await failure(osdi().sign(signature()));
      expect([error.code, error.issues]).to.deep.equal(['invalid', []]);
    });
  }

  for (const [status, body, code] of [
    [200, '', 'accepted'], [204, null, 'accepted'], [201, '{}', 'accepted'], [200, '<!DOCTYPE html><title>Sorry</title>', 'invalid-response'], [200, '"accepted"', 'invalid-response'], [200, '[]', 'invalid-response'], [200, '{"pers', 'invalid-response'],
    [200, '{"error":"ada@example.org"}', 'invalid'], [401, '', 'forbidden'], [403, '', 'forbidden'], [404, '', 'not-found'], [429, '', 'rate-limited'], [500, '<html>', 'unavailable'],
  ] as const) {
    it(`makes ${code} of ${status} with ${body || 'nothing'}`, async () => {
      answer(http.post(HELPER, () => new HttpResponse(body, {status})));
      if (code === 'accepted') return expect((await osdi().sign(signature())).status).to.equal(code);
      const error = await failure(osdi().sign(signature()));
      expect(error.message).to.contain(HELPER).and.to.not.contain('ada@');
      return expect(error.code).to.equal(code);
    });
  }

  it('follows no redirect with what a person typed', async () => {
    answer(http.post(`${ROOT}/*`, () => redirected()));
    for (const error of [await failure(osdi().sign(signature())), await failure(joining().joinEvent(rsvp))]) expect([error.code, error.issues]).to.deep.equal(['configuration', []]);
    expect(sent.map(({redirect}) => redirect)).to.deep.equal(['manual', 'manual']);
  });

  describe('refuses', () => {
    for (const name of ['osdi-api-token', 'OSDI_API_TOKEN', 'key', 'authorization']) {
      it(`a secret called ${name}, with the reason`, async () => {
        const error = await failure(checkSettings('osdi', settings, {[name]: 'abc123'}, (setting) => `connect.sign.settings.${setting}`));
        expect(error.message).to.contain(`connect.sign.settings.${name} (an OSDI API token opens every supporter`).and.to.not.contain('abc123');
      });
    }

    for (const address of [`${HELPER}?osdi-api-token=abc123`, `${HELPER}#key=abc123`, HELPER.replace('//', '//abc123@'), HELPER.replace('//', '//:abc123@')]) {
      it(`the secret in ${address}, and in the address of attendances`, () => {
        expect(() => osdi({}, address)).to.throw('opens every supporter').with.property('message').that.does.not.contain('abc123');
        expect(() => osdi({attendance: address.replace('petitions/7', 'events/{event}')})).to.throw('its setting "attendance" (an OSDI API token').with.property('message').that.does.not.contain('abc123');
      });
    }

    for (const attendance of ['https://osdi.example/api/events/7/record_attendance_helper', '/events/{event}', 'javascript:{event}', 7]) {
      it(`${attendance} for the address of attendances`, async () => {
        const error = await failure(checkSettings('osdi', settings, {attendance}, (setting) => `connect.joinEvent.settings.${setting}`));
        expect([error.code, error.message]).to.deep.equal(['configuration', 'The adapter "osdi" cannot use connect.joinEvent.settings.attendance (expected the address of the attendance helper, with {event} where the event’s id stands).']);
      });
    }
  });

  it('is right or an error, whatever comes', async () => {
    let [text, status] = ['', 200];
    answer(http.post(HELPER, () => new HttpResponse(text, {status})));
    await fc.assert(fc.asyncProperty(fc.oneof(mangled({identifiers: ['x:1']}), mangled(osdiError('given_name')), mangled(otherOsdiError('comments'))), fc.constantFrom(200, 201, 400, 404, 500), async (answered, code) => {
      [text, status] = [answered, code];
      try {
        expect((await osdi().sign(signature())).status).to.equal('accepted');
        expect(code).to.be.below(300);
        if (answered.trim() !== '') expect(JSON.parse(answered)).to.be.an('object').and.to.not.have.any.keys('error', 'osdi:error');
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.message).to.contain(HELPER).and.to.not.contain('ada@');
      }
    }), {numRuns: 200});
  });
});
