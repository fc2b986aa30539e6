import {expect} from 'chai';
import {fc} from '../support/property.js';
import {http, HttpResponse} from 'msw';
import {create} from '../../src/adapters/actionkit.js';
import {BackendError, type AdapterSettings, type Rsvp, type Signature} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {ACTIONS, actionkitHandlers, created, errors} from '../mocks/actionkit-handlers.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {opaque, redirected} from '../mocks/hidden.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';

const SRC = `${ACTIONS}?page=stop-the-thing`;
const adapterWith = (given: AdapterSettings = {}, src = SRC) => checked(create(new URL(src), given), src);
const sign = (given: AdapterSettings = {readable: true}, document: Signature = signature()) => able(adapterWith(given), 'sign').sign(document);
const answering = (body: object | string, status = 201) => {
  answer(http.post(ACTIONS, () => new HttpResponse(typeof body === 'string' ? body : JSON.stringify(body), {status, headers: {'Content-Type': 'text/html'}})));
};
const bodySent = async () => await sent[0]?.clone().text() ?? '';
const {idempotencyKey, fields, consents, language} = signature();
const rsvp: Rsvp = {idempotencyKey, fields, consents, language, eventId: '17'};

describe('actionkit', () => {
  it('has what a page is named for, no tally, and a list that everyone may be put on', () => {
    expect(Object.keys(adapterWith()).sort()).to.deep.equal(['name', 'sign', 'subscribes']);
    expect(Object.keys(adapterWith({signup: 'march'}, ACTIONS)).sort()).to.deep.equal(['joinEvent', 'name', 'subscribes']);
    expect(Object.keys(adapterWith({signup: 'march', page: 'https://ngo.example/p'})).sort()).to.deep.equal(['joinEvent', 'links', 'name', 'sign', 'subscribes']);
    expect(adapterWith({page: 'https://ngo.example/p'}).links).to.deep.equal({petition: 'https://ngo.example/p', sign: 'https://ngo.example/p', events: 'https://ngo.example/p'});
    expect(adapterWith()).to.deep.include({name: 'actionkit', subscribes: true});
  });

  // backend-apis.md §7.1: names of fields [V-use], the answer [V-doc].
  const given = {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', phone: '1', street: 'a', locality: 'b', region: 'c', postalCode: 'd', comment: 'why', organisation: 'Acme'};
  const taken = {page: 'stop-the-thing', first_name: 'Ada', last_name: 'Exemple', email: 'ada@example.org', phone: '1', address1: 'a', city: 'b', action_comment: 'why', action_organisation: 'Acme'};

  describe('where the page may read', () => {
    it('sends JSON with the names of ActionKit, and nothing in the address', async () => {
      answering(created);
      await sign({readable: '', source: 'widget'}, signature({fields: {...given, country: 'GB'}, source: 'newsletter-3'}));
      expect(JSON.parse(await bodySent())).to.deep.equal({...taken, region: 'c', postal: 'd', country: 'United Kingdom', source: 'newsletter-3'});
      expect([sent[0]?.url, sent[0]?.mode, sent[0]?.redirect, sent[0]?.credentials, sent[0]?.headers.get('Content-Type')]).to.deep.equal([ACTIONS, 'cors', 'manual', 'omit', 'application/json']);
    });

    it('calls state and zip so in the United States', async () => {
      answering(created);
      await sign({readable: true, source: 'widget'}, signature({fields: {...given, country: 'US'}}));
      expect(JSON.parse(await bodySent())).to.deep.equal({...taken, state: 'c', zip: 'd', country: 'United States', source: 'widget'});
    });

    it('says counted where the answer names the action, though its type is HTML', async () => {
      answering(created);
      expect((await sign()).status).to.equal('counted');
      answering({});
      expect((await sign()).status).to.equal('accepted');
    });

    for (const [body, status, code, paths] of [
      // backend-apis.md §7.1 [shape UNVERIFIED]: both ways of naming members.
      [errors('email', 'zip', 'action_comment', 'nobody'), 400, 'invalid', ['fields.email', 'fields.postalCode', 'fields.comment']], [{first_name: ['x'], state: ['x']}, 400, 'invalid', ['fields.givenName', 'fields.region']],
      [errors('country', 'city', 'address1', 'phone', 'postal', 'last_name', 'constructor'), 400, 'invalid', ['familyName', 'phone', 'street', 'locality', 'postalCode', 'country'].map((field) => `fields.${field}`)],
      [errors('email'), 200, 'invalid', ['fields.email']], [{error: 'ada@example.org'}, 200, 'invalid', []], [{errors: null}, 201, 'invalid', []], ['"x"', 400, 'invalid', []], [{error: 'Not found'}, 404, 'not-found', []], ['', 429, 'rate-limited', []], ['<html>', 502, 'unavailable', []],
      ['<html>', 201, 'invalid-response', []], ['', 201, 'invalid-response', []], ['[]', 201, 'invalid-response', []], ['{"action_', 201, 'invalid-response', []],
    ] as [object | string, number, string, string[]][]) {
      it(`makes ${code} of ${status} with ${JSON.stringify(body)}, and repeats nothing of it`, async () => {
        answering(body, status);
        const error = await failure(sign());
        expect([error.code, error.issues.map(({path}) => path)]).to.deep.equal([code, paths]);
        expect(error.message).to.contain(ACTIONS).and.to.not.contain('ada@');
      });
    }

    it('names an answer of the petition’s own that is refused', async () => {
      answering(errors('action_organisation', 'action_other'), 400);
      expect((await failure(sign(undefined, signature({fields: {...fields, organisation: 'x'}})))).issues.map(({path}) => path)).to.deep.equal(['fields.organisation']);
      expect((await failure(able(adapterWith({readable: true, signup: 'march'}), 'joinEvent').joinEvent({...rsvp, fields: {...fields, organisation: 'x'}}))).issues.map(({path}) => path)).to.deep.equal(['fields.organisation']);
    });

    it('follows no redirect with what a person typed', async () => {
      answer(http.post(ACTIONS, () => redirected()));
      const errorsMet = [await failure(sign()), await failure(able(adapterWith({readable: true, signup: 'march'}), 'joinEvent').joinEvent(rsvp))];
      for (const error of errorsMet) expect([error.code, error.message]).to.deep.equal(['configuration', `${ACTIONS} sends on to another address, and what a person typed is not sent after it: write the address where it leads.`]);
      expect(sent).to.have.length(2);
    });

    it('sends nothing again in another way where the host does not know the page', async () => {
      expect((await failure(sign())).code).to.equal('offline');
      expect(sent.map(({mode}) => mode)).to.deep.equal(['cors']);
    });
  });

  it('refuses an address that no browser can ask, though all else in it is right', () => {
    expect(() => create(new URL(SRC.replace('https:', 'ftp:')), {})).to.throw('begin it with https:');
  });

  describe('where it may not', () => {
    it('sends a form, once, and says accepted', async () => {
      answer(http.post(ACTIONS, () => opaque()));
      expect((await sign({}, signature({fields: {...given, country: 'US'}}))).status).to.equal('accepted');
      expect(Object.fromEntries(new URLSearchParams(await bodySent()))).to.deep.equal({...taken, state: 'c', zip: 'd', country: 'United States'});
      expect(sent.map(({url, mode, redirect, credentials}) => [url, mode, redirect, credentials])).to.deep.equal([[ACTIONS, 'no-cors', 'follow', 'omit']]);
      expect(sent[0]?.headers.get('Content-Type')).to.equal('application/x-www-form-urlencoded');
    });

    it('says offline where nothing came, and sends nothing again in another way', async () => {
      expect((await failure(sign({}))).code).to.equal('offline');
      expect(sent).to.have.length(1);
    });
  });

  for (const readable of [true, false]) {
    it(`joins an event (${readable ? 'readable' : 'opaque'}): an action of the sign-up page, and no more than accepted`, async () => {
      answer(http.post(ACTIONS, () => (readable ? HttpResponse.json(created) : opaque())));
      const adapter = able(adapterWith({readable, signup: 'march-signup'}), 'joinEvent');
      expect((await adapter.joinEvent(rsvp)).status).to.equal('accepted');
      const text = await bodySent();
      // backend-apis.md §7.1 [V-doc].
      expect(readable ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))).to.deep.include({page: 'march-signup', event_id: '17', event_signup_ground_rules: '1', email: 'ada@example.org', country: 'France'});
    });

    it(`sends nothing twice that has arrived (${readable ? 'readable' : 'opaque'})`, async () => {
      answer(http.post(ACTIONS, () => (readable ? HttpResponse.json(created) : opaque())));
      const [adapter, document] = [able(adapterWith({readable, signup: 'march'}), 'sign', 'joinEvent'), signature()];
      expect(await adapter.sign(document)).to.deep.equal(await adapter.sign(document));
      expect(await adapter.joinEvent(rsvp)).to.deep.equal(await adapter.joinEvent(rsvp));
      expect(sent).to.have.length(2);
    });

    it(`sends again what did not arrive, and what no answer names it keeps (${readable ? 'readable' : 'opaque'})`, async () => {
      const [adapter, document] = [able(adapterWith({readable}), 'sign'), signature()];
      expect((await failure(adapter.sign(document))).code).to.equal('offline');
      answer(http.post(ACTIONS, () => (readable ? HttpResponse.json({}) : opaque())));
      expect((await adapter.sign(document)).status).to.equal('accepted');
      expect(new Set(await Promise.all(sent.map((request) => request.clone().text())))).to.have.property('size', 1);
    });

    it(`asks for an e-mail address before anything is sent (${readable ? 'readable' : 'opaque'})`, async () => {
      expect((await failure(sign({readable}, signature({fields: {email: ' '}})))).issues).to.deep.equal([{path: 'fields.email', reason: 'required'}]);
      expect(sent).to.deep.equal([]);
    });
  }

  it('finds the address with a slash or without', async () => {
    answering(created);
    await able(adapterWith({readable: true}, 'https://act.ngo.example/rest/v1/action?page=x&akid=.3.jcWz_1'), 'sign').sign(signature());
    expect(sent[0]?.url).to.equal(ACTIONS);
  });

  it('is right or an error, whatever comes', async () => {
    let [text, status] = ['', 201];
    answer(http.post(ACTIONS, () => new HttpResponse(text, {status})));
    await fc.assert(fc.asyncProperty(fc.oneof(mangled(created), mangled(errors('email', 'zip'))), fc.constantFrom(200, 201, 400, 403, 404, 429, 500), async (answered, code) => {
      [text, status] = [answered, code];
      try {
        const {status: outcome} = await sign();
        expect(code).to.be.below(300);
        const told = JSON.parse(answered) as Record<string, unknown>;
        expect(told).to.be.an('object').and.to.not.have.property('errors');
        expect(outcome).to.equal(typeof told['action_id'] === 'number' ? 'counted' : 'accepted');
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.message).to.contain(ACTIONS);
      }
    }), {numRuns: 300});
  });

  it('is taken by the stand-in that the conformance suite asks', async () => {
    answer(...actionkitHandlers());
    expect((await sign()).status).to.equal('counted');
    expect((await failure(sign(undefined, signature({fields: {email: 'ada'}})))).issues).to.deep.equal([{path: 'fields.email', reason: 'refused'}]);
  });
});
