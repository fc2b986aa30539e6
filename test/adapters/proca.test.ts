import {expect} from 'chai';
import fc from 'fast-check';
import {http, HttpResponse} from 'msw';
import {create} from '../../src/adapters/proca.js';
import {BackendError, type AdapterSettings, type Signature} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';

const API = 'https://api.proca.app/api';
const SRC = `${API}?id=42`;
const adapterWith = (given: AdapterSettings = {}) => able(checked(create(new URL(SRC), given), SRC), 'sign', 'getTally');
const sign = (given: AdapterSettings = {}, document: Signature = signature()) => adapterWith(given).sign(document);
const answering = (body: unknown, status = 200) => {
  answer(http.all(API, () => (typeof body === 'string' ? new HttpResponse(body, {status}) : HttpResponse.json(body as object, {status}))));
};
// backend-apis.md §6.2, §6.3 [V-src].
const taken = {data: {addActionContact: {contactRef: 'Zm9vYmFy', firstName: 'Ada'}}};
const counted = (supporterCount: unknown) => ({data: {actionPage: {campaign: {stats: {supporterCount}}}}});
const refused = (path: unknown[], message: string, code?: string) => ({data: null, errors: [{message, path, ...(code !== undefined && {extensions: {code}})}]});

describe('proca', () => {
  it('promises no repetition, for that would be a second action', () => {
    expect(adapterWith().repeatable).to.equal(undefined);
    expect(adapterWith().subscribes).to.equal(undefined);
  });

  it('sends a contact as Proca has it', async () => {
    answering(taken);
    const {status} = await sign({newsletter: 'newsletter', test: true}, signature({fields: {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR', comment: 'Now'}, source: 'newsletter-3'}));
    expect(status).to.equal('accepted');
    const {query, variables} = await sent[0]?.clone().json() as {query: string; variables: unknown};
    expect(query).to.contain('addActionContact').and.to.not.contain('ada');
    expect(variables).to.deep.equal({
      actionPage: 42, action: {actionType: 'petition', customFields: '{"comment":"Now"}', testing: true},
      contact: {firstName: 'Ada', lastName: 'Exemple', email: 'ada@example.org', address: {country: 'FR'}}, privacy: {optIn: false}, tracking: {source: 'newsletter-3', medium: 'unknown', campaign: 'unknown'},
    });
    expect(sent[0]?.url).to.equal(SRC);
  });

  it('says whether the newsletter was ticked, where it was asked', async () => {
    answering(taken);
    await sign({newsletter: 'newsletter'}, signature({consents: [{id: 'newsletter', version: '1'}]}));
    expect(await sent[0]?.clone().json()).to.have.nested.property('variables.privacy.optIn', true);
    await sign();
    expect(await sent[1]?.clone().json()).to.have.deep.nested.property('variables.privacy', {});
  });

  it('says confirm where the organisation has its supporters confirm', async () => {
    answering(taken);
    expect((await sign({confirm: true})).status).to.equal('confirm');
  });

  it('asks for what Proca needs before anything is sent', async () => {
    expect((await failure(sign({}, signature({fields: {givenName: 'Ada', email: ' '}})))).issues[0]?.path).to.equal('fields.email');
    expect((await failure(sign({}, signature({fields: {email: 'ada@example.org'}})))).issues[0]?.path).to.equal('fields.givenName');
    expect(sent).to.deep.equal([]);
  });

  // backend-apis.md §6.5, §6.6 [V-src]; that variables in error come as 400 is UNVERIFIED.
  for (const [answered, status, code, path] of [
    [refused(['addActionContact', 'email'], 'email: ada@example.org has invalid format'), 200, 'invalid', 'fields.email'], [refused(['addActionContact', 'contact', 'first_name'], 'x'), 200, 'invalid', 'fields.givenName'],
    [refused(['addActionContact'], 'captcha: challenge expired', 'bad_captcha'), 200, 'challenge', undefined], [refused(['addActionContact'], 'x', 'unauthorized'), 200, 'challenge', undefined],
    [refused(['addActionContact', 'action_page_id'], 'action_page_id: Cannot find Action Page with id=42'), 200, 'not-found', undefined], [refused(['x'], 'x', 'permission_denied'), 200, 'forbidden', undefined],
    [refused(['addActionContact', 'email'], 'x'), 400, 'invalid', 'fields.email'], ['<html>', 500, 'unavailable', undefined], ['<html>', 200, 'invalid-response', undefined], ['', 200, 'invalid-response', undefined],
    [{data: null}, 200, 'invalid-response', undefined], [{data: {addActionContact: null}}, 200, 'invalid-response', undefined], [{errors: 'x'}, 200, 'invalid-response', undefined],
  ] as const) {
    it(`makes ${code} of ${JSON.stringify(answered)}, and repeats nothing of it`, async () => {
      answering(answered, status);
      const error = await failure(sign());
      expect(error.code).to.equal(code);
      expect(error.issues[0]?.path).to.equal(path);
      expect(error.message).to.contain(API).and.to.not.contain('ada@');
    });
  }

  it('counts supporters, by a query that caches may answer', async () => {
    answering(counted(12_345));
    expect((await adapterWith().getTally()).count).to.equal(12_345);
    expect(sent[0]?.method).to.equal('GET');
    expect(new URL(sent[0]?.url ?? '').searchParams.get('query')).to.contain('actionPage(id:42)');
  });

  for (const value of [-1, 1.5, '12', null, undefined, [3]]) {
    it(`takes ${JSON.stringify(value)} for no count`, async () => {
      answering(counted(value));
      const error = await failure(adapterWith().getTally());
      expect(error.message).to.contain('"proca"').and.to.contain('supporterCount');
    });
  }

  it('says not-found where there is no such page', async () => {
    answering({data: {actionPage: null}, errors: [{message: 'action_page_id: Cannot find Action Page', path: ['actionPage']}]});
    expect((await failure(adapterWith().getTally())).code).to.equal('not-found');
  });

  for (const address of [API, `${API}?id=x`, `${API}?id=`]) {
    it(`refuses ${address}, and says what is missing`, () => {
      expect(() => create(new URL(address), {})).to.throw('action page’s id');
    });
  }

  it('refuses a key with the reason', () => {
    expect(() => create(new URL(SRC), {token: 'abc'})).to.throw('whoever reads the page can use it');
  });

  it('is right or an error, whatever comes', async () => {
    let body = '';
    answer(http.all(API, () => new HttpResponse(body)));
    const adapter = adapterWith();
    await fc.assert(fc.asyncProperty(fc.oneof(mangled(counted(7)), mangled(taken), mangled(refused(['a', 'email'], 'x', 'bad_arg'))), async (text) => {
      body = text;
      for (const call of [async () => adapter.getTally(), async () => adapter.sign(signature())]) {
        try {
          const result = await call();
          if ('count' in result) expect((JSON.parse(text) as ReturnType<typeof counted>).data.actionPage.campaign.stats.supporterCount).to.equal(result.count);
          else expect(typeof (JSON.parse(text) as typeof taken).data.addActionContact.contactRef).to.equal('string');
        } catch (thrown) {
          if (!BackendError.is(thrown)) throw thrown;
          expect(thrown.message).to.contain(API);
        }
      }
    }), {numRuns: 200});
  });
});
