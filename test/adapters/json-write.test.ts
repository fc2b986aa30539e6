import {expect} from 'chai';
import {fc} from '../support/property.js';
import {http, HttpResponse} from 'msw';
import {create} from '../../src/adapters/json.js';
import {BackendError, type AdapterSettings, type Rsvp, type Signature} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';

const SRC = 'https://crm.example/api/signatures';
const adapterWith = (given: AdapterSettings) => checked(create(new URL(SRC), {sign: '', ...given}), SRC);
const sign = (given: AdapterSettings = {}, document: Signature = signature()) => able(adapterWith(given), 'sign').sign(document);
const answering = (body: object | string, status = 200, address = SRC) => {
  answer(http.post(address, () => (typeof body === 'string' ? new HttpResponse(body, {status}) : HttpResponse.json(body, {status}))));
};
const textSent = async () => await sent[0]?.clone().text() ?? '';

describe('json: a signature', () => {
  it('is sent as the contract has it, where nothing is said', async () => {
    answering({});
    const document = signature();
    await sign({}, document);
    expect(JSON.parse(await textSent())).to.deep.equal(document);
    expect(sent[0]?.headers.get('Content-Type')).to.equal('application/json');
    expect([sent[0]?.credentials, sent[0]?.redirect, sent[0]?.url]).to.deep.equal(['omit', 'manual', SRC]);
  });

  const body = 'person.name = fields.givenName + \' \' + fields.familyName; person.email = fields.email; newsletter = consents.newsletter; campaign = \'42\'; key = idempotencyKey; via = source';

  it('is sent as its mapping says', async () => {
    answering({});
    const document = signature({consents: [{id: 'newsletter', version: '1'}]});
    await sign({'sign-body': body}, document);
    expect(JSON.parse(await textSent())).to.deep.equal({person: {name: 'Ada Exemple', email: 'ada@example.org'}, newsletter: true, campaign: '42', key: document.idempotencyKey});
  });

  it('is sent as a form, or as text that needs no leave', async () => {
    answering({});
    await sign({'sign-body': 'user.email = fields.email; country = fields.country', 'send-as': 'form'});
    expect(await textSent()).to.equal('user.email=ada%40example.org&country=FR');
    expect(sent[0]?.headers.get('Content-Type')).to.equal('application/x-www-form-urlencoded');
    await sign({'send-as': 'form'});
    expect(Object.fromEntries(new URLSearchParams(await sent.pop()?.text()))).to.include({'fields.email': 'ada@example.org', 'consents': '[{"id":"signature","version":"2026-11"}]'});
    await sign({'send-as': 'text'});
    expect(sent[1]?.headers.get('Content-Type')).to.match(/^text\/plain/);
  });

  it('puts nothing of a person in an address', async () => {
    answering({}, 200, 'https://crm.example/api/*');
    await sign({sign: 'petitions/7/sign?list=3'});
    expect(sent[0]?.url).to.equal('https://crm.example/api/petitions/7/sign?list=3');
  });

  describe('is what the answer says it is, and no more', () => {
    for (const [given, answered, status] of [
      [{}, {status: 'counted'}, 'counted'], [{}, {status: 'confirm'}, 'confirm'], [{}, {status: 'confirmed'}, 'accepted'], [{}, {status: 'done'}, 'accepted'], [{}, {}, 'accepted'], [{}, '', 'accepted'], [{}, [1], 'accepted'],
      [{}, {status: {counted: true}}, 'accepted'], [{status: 'data.state'}, {data: {state: 'confirm'}}, 'confirm'], [{status: '\'counted\''}, '', 'counted'],
    ] as [AdapterSettings, object | string, string][]) {
      it(`${JSON.stringify(answered)} with ${JSON.stringify(given)} is ${status}`, async () => {
        answering(answered);
        expect((await sign(given)).status).to.equal(status);
      });
    }

    it('at the moment it says, where it is one and the tally goes by the same clock', async () => {
      answering({status: 'counted', receivedAt: '2026-11-22T09:00:00Z'});
      expect((await sign({'as-of': 'asOf'})).receivedAt).to.equal('2026-11-22T09:00:00Z');
      expect(Date.parse((await sign()).receivedAt)).to.be.closeTo(Date.now(), 10_000);
      answering({status: 'counted', receivedAt: 'yesterday'});
      expect(Date.parse((await sign({'as-of': 'asOf'})).receivedAt)).to.be.closeTo(Date.now(), 10_000);
    });
  });

  it('that came before looks like everyone\'s, whatever the answer to the others says', async () => {
    for (const [given, status] of [[{duplicate: '409'}, 'accepted'], [{duplicate: 409, status: 'state'}, 'accepted'], [{duplicate: '409', status: '\'confirm\''}, 'confirm']] as [AdapterSettings, string][]) {
      answering({status: 'counted', state: 'counted'});
      expect((await sign(given)).status).to.equal(status);
      answering({}, 409);
      expect((await sign(given)).status).to.equal(status);
    }
    answering('<!DOCTYPE html>', 409);
    expect((await sign({duplicate: '409'})).status).to.equal('accepted');
    answering({}, 410);
    expect((await failure(sign({duplicate: '409'}))).code).to.equal('not-found');
  });

  it('that came before looks like everyone\'s, where its status is told', async () => {
    answering({error: 'ada@example.org has signed'}, 409);
    expect((await sign({duplicate: '409', status: '\'counted\''})).status).to.equal('counted');
    const error = await failure(sign());
    expect(error.code).to.equal('invalid');
    expect(error.message).to.not.contain('ada@');
  });

  it('has no gap where an answer is missing', async () => {
    answering({});
    await sign({'sign-body': 'name = fields.givenName + \' \' + fields.nickname'});
    expect(JSON.parse(await textSent())).to.deep.equal({name: 'Ada'});
  });

  it('is sent again to an endpoint with a clock of its own, which keeps its receipts', async () => {
    answering({status: 'counted', receivedAt: '2026-11-22T09:00:00Z'});
    const [adapter, document] = [able(adapterWith({'as-of': 'asOf', 'repeatable': true}), 'sign'), signature()];
    await adapter.sign(document);
    await adapter.sign(document);
    expect(sent).to.have.length(2);
  });

  it('is not sent again once it has arrived', async () => {
    answering({});
    const [adapter, document] = [able(adapterWith({}), 'sign'), signature()];
    expect(await adapter.sign(document)).to.deep.equal(await adapter.sign(document));
    expect(sent).to.have.length(1);
  });

  describe('that is refused names its fields', () => {
    // backend-apis.md §19, the shape of Champaign's answer [V-src], and others that are usual.
    for (const [answered, paths] of [
      [{errors: {email: ['is invalid'], 'person.name': ['x']}}, ['fields.email', 'fields.givenName']], [{errors: {name: 'x', newsletter: 'x'}}, ['fields.givenName', 'consents.newsletter']], [{errors: [{field: 'email', message: 'ada@example.org'}]}, ['fields.email']], [{issues: [{path: 'fields.country'}]}, ['fields.country']],
      [{errors: 'x'}, []], [{errors: [null, 3, {field: 7}]}, []], [[], []], ['<html>', []], ['', []],
    ] as [object | string, string[]][]) {
      it(`in ${JSON.stringify(answered)}`, async () => {
        answering(answered, 422);
        const error = await failure(sign({'sign-body': body}));
        expect(error.code).to.equal('invalid');
        expect(error.issues.map(({path}) => path)).to.deep.equal(paths);
        expect(error.message).to.contain(SRC).and.to.not.contain('ada@');
      });
    }
  });

  for (const [what, text] of [['a page of HTML', '<!DOCTYPE html>'], ['text that is broken', '{"sta']] as const) {
    it(`is not taken for sent where ${what} came`, async () => {
      answering(text);
      expect((await failure(sign())).message).to.equal(`${SRC} answered with ${what} instead of JSON.`);
    });
  }

  it('has one of the contract\'s outcomes, whatever comes', async () => {
    let text = '';
    let status = 200;
    answer(http.post(SRC, () => new HttpResponse(text, {status})));
    await fc.assert(fc.asyncProperty(mangled({status: 'counted', receivedAt: '2026-11-22T09:00:00Z', errors: {email: ['x']}}), fc.constantFrom(200, 201, 202, 400, 409, 422, 429, 500), async (answered, code) => {
      [text, status] = [answered, code];
      try {
        const {status: outcome} = await sign();
        expect(code).to.be.below(300);
        // Never more than what the answer says itself.
        if (outcome !== 'accepted') expect((JSON.parse(answered) as {status: unknown}).status).to.equal(outcome);
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.message).to.contain(SRC);
      }
    }), {numRuns: 300});
  });
});

describe('json: joining an event', () => {
  const {idempotencyKey, fields, consents, language} = signature();
  const rsvp: Rsvp = {idempotencyKey, fields, consents, language, eventId: 'lyon'};
  const join = (given: AdapterSettings) => able(adapterWith({join: 'events/{event}/rsvps', ...given}), 'joinEvent').joinEvent(rsvp);

  it('is sent to the address of the event, as its mapping says', async () => {
    answering({status: 'registered'}, 200, 'https://crm.example/api/events/lyon/rsvps');
    expect((await join({'join-body': 'event = eventId; email = fields.email'})).status).to.equal('registered');
    expect(JSON.parse(await textSent())).to.deep.equal({event: 'lyon', email: 'ada@example.org'});
  });

  it('stays in its place in the address, whatever the event is called', async () => {
    answering({}, 200, 'https://crm.example/api/events/*');
    await able(create(new URL(SRC), {join: 'events/{event}/rsvps'}), 'joinEvent').joinEvent({...rsvp, eventId: '../a?b'});
    expect(sent[0]?.url).to.equal('https://crm.example/api/events/..%2Fa%3Fb/rsvps');
  });

  it('is on the waiting list, to confirm, or accepted', async () => {
    for (const [said, status] of [['waiting', 'waiting'], ['confirm', 'confirm'], ['counted', 'accepted'], [undefined, 'accepted']] as const) {
      answering({status: said}, 200, 'https://crm.example/api/events/lyon/rsvps');
      expect((await join({})).status).to.equal(status);
    }
  });
});
