import {expect} from 'chai';
import {fc} from '../support/property.js';
import {http, HttpResponse} from 'msw';
import {create, settings} from '../../src/adapters/proca.js';
import {BackendError, type AdapterSettings, type Signature} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {checkSettings} from '../../src/registry/settings.js';
import {able} from '../mocks/able.js';
import {signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {redirected} from '../mocks/hidden.js';
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
  it('promises no repetition, for that would be a second action, no list and no events', () => {
    expect(adapterWith()).to.have.all.keys('getTally', 'name', 'sign').and.to.have.property('name', 'proca');
    expect(adapterWith({page: 'https://ngo.example/p'}).links).to.deep.equal({petition: 'https://ngo.example/p', sign: 'https://ngo.example/p'});
  });

  it('sends a contact as Proca has it', async () => {
    answering(taken);
    const {status} = await sign({newsletter: 'newsletter', test: true, source: 'widget'}, signature({fields: {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR', comment: 'Now'}, source: 'newsletter-3'}));
    expect(status).to.equal('accepted');
    expect([sent[0]?.mode, sent[0]?.redirect, sent[0]?.credentials, [...sent[0]?.headers ?? []]]).to.deep.equal(['cors', 'manual', 'omit', [['content-type', 'application/json']]]);
    const {query, variables} = await sent[0]?.clone().json() as {query: string; variables: unknown};
    expect(query).to.contain('addActionContact').and.to.not.contain('ada');
    expect(variables).to.deep.equal({
      actionPage: 42, action: {actionType: 'petition', customFields: '{"comment":"Now"}', testing: true},
      contact: {firstName: 'Ada', lastName: 'Exemple', email: 'ada@example.org', address: {country: 'FR'}}, privacy: {optIn: false}, tracking: {source: 'newsletter-3'},
    });
    expect(sent[0]?.url).to.equal(SRC);
  });

  it('sends a whole address, and what settings say', async () => {
    answering(taken);
    await sign({type: 'open_letter-2', source: 'widget'}, signature({fields: {givenName: 'Ada', email: 'ada@example.org', phone: '+331', postalCode: '69001', locality: 'Lyon', region: 'ARA', street: 'rue X'}}));
    expect((await sent[0]?.clone().json() as {variables: unknown}).variables).to.deep.equal({
      actionPage: 42, action: {actionType: 'open_letter-2'},
      contact: {firstName: 'Ada', email: 'ada@example.org', phone: '+331', address: {postcode: '69001', locality: 'Lyon', region: 'ARA', street: 'rue X'}}, privacy: {}, tracking: {source: 'widget'},
    });
    await sign({}, signature({fields: {givenName: 'Ada', email: 'ada@example.org'}}));
    expect((await sent[1]?.clone().json() as {variables: unknown}).variables).to.deep.equal({actionPage: 42, action: {actionType: 'petition'}, contact: {firstName: 'Ada', email: 'ada@example.org'}, privacy: {}});
  });

  it('sends nothing twice that has arrived, and anew what has not', async () => {
    const [adapter, document] = [adapterWith(), signature()];
    expect((await failure(adapter.sign(document))).code).to.equal('offline');
    answering(taken);
    expect(await adapter.sign(document)).to.deep.equal(await adapter.sign(document));
    expect(sent).to.have.length(2);
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

  // backend-apis.md §6.5, §6.6, lib/proca_web/helper.ex [V-src]; that variables in error come as 400 is UNVERIFIED.
  for (const [answered, status, code, path] of [
    [refused(['addActionContact', 'email'], 'email: ada@example.org has invalid format'), 200, 'invalid', 'fields.email'], [refused(['addActionContact', 'contact', 'first_name'], 'x'), 200, 'invalid', 'fields.givenName'],
    [refused(['addActionContact'], 'captcha: challenge expired', 'bad_captcha'), 200, 'unsupported', undefined], [refused(['addActionContact'], 'x', 'unauthorized'), 200, 'unsupported', undefined],
    [refused(['addActionContact', 'action_page_id'], 'action_page_id: Cannot find Action Page with id=42'), 200, 'not-found', undefined], [refused(['x'], 'x', 'permission_denied'), 200, 'forbidden', undefined],
    [refused(['addActionContact', 'address', 'postcode'], 'has invalid format'), 200, 'invalid', 'fields.postalCode'], [refused(['addActionContact', 'constructor'], 'x'), 200, 'invalid', undefined], [refused([], 'x'), 200, 'invalid', undefined], [{errors: [{message: 'Unknown field'}]}, 200, 'invalid', undefined],
    [refused(['addActionContact', 'email'], 'x'), 400, 'invalid', 'fields.email'], ['<html>', 500, 'unavailable', undefined], ['<html>', 200, 'invalid-response', undefined], ['', 200, 'invalid-response', undefined],
    [{data: null}, 200, 'invalid-response', undefined], [{data: {addActionContact: null}}, 200, 'invalid-response', undefined], [{errors: 'x'}, 200, 'invalid-response', undefined],
    ['"accepted"', 200, 'invalid-response', undefined], ['[]', 200, 'invalid-response', undefined], ['{"data', 200, 'invalid-response', undefined], [{data: {addActionContact: {contactRef: 7}}}, 200, 'invalid-response', undefined], [{errors: [null, 7]}, 200, 'invalid-response', undefined],
    ['', 404, 'not-found', undefined], ['', 429, 'rate-limited', undefined],
  ] as const) {
    it(`makes ${code} of ${JSON.stringify(answered)}, and repeats nothing of it`, async () => {
      answering(answered, status);
      const error = await failure(sign());
      expect(error.code).to.equal(code);
      expect(error.issues[0]?.path).to.equal(path);
      expect(error.message).to.contain(API).and.to.not.contain('ada@');
    });
  }

  it('follows no redirect with what a person typed', async () => {
    answer(http.post(API, () => redirected()));
    expect((await failure(sign())).code).to.equal('configuration');
    expect(sent).to.have.length(1);
  });

  it('counts supporters, by a query that caches may answer', async () => {
    answering(counted(12_345));
    expect((await adapterWith().getTally()).count).to.equal(12_345);
    expect(sent[0]?.method).to.equal('GET');
    expect([sent[0]?.url, sent[0]?.cache, [...sent[0]?.headers ?? []]]).to.deep.equal([`${API}?query=${encodeURIComponent('{actionPage(id:42){campaign{stats{supporterCount}}}}').replaceAll('(', '%28').replaceAll(')', '%29')}`, 'no-cache', []]);
  });

  for (const value of [-1, 1.5, '12', null, undefined, [3]]) {
    it(`takes ${JSON.stringify(value)} for no count`, async () => {
      answering(counted(value));
      const error = await failure(adapterWith().getTally());
      expect(error.message).to.contain('"proca"').and.to.contain('supporterCount');
    });
  }

  for (const [answered, status, code] of [
    [{data: {actionPage: null}, errors: [{message: 'action_page_id: Cannot find Action Page', path: ['actionPage']}]}, 200, 'not-found'], [refused(['actionPage'], 'x', 'permission_denied'), 200, 'forbidden'], [refused(['actionPage'], 'ada@example.org'), 200, 'invalid-response'],
    [{data: null}, 200, 'invalid-response'], ['<!DOCTYPE html>', 200, 'invalid-response'], ['', 200, 'invalid-response'], ['"12"', 200, 'invalid-response'], ['[]', 200, 'invalid-response'], ['<html>', 502, 'unavailable'], ['', 429, 'rate-limited'], ['', 404, 'not-found'],
  ] as const) {
    it(`makes ${code} of ${status} with ${JSON.stringify(answered)} instead of a count`, async () => {
      answering(answered, status);
      const error = await failure(adapterWith().getTally());
      expect(error.code).to.equal(code);
      expect(error.message).to.contain(API).and.to.not.contain('ada@');
    });
  }

  it('says where a count was redirected to, when that is none', async () => {
    answer(http.get(API, () => Object.defineProperties(new HttpResponse('<html>'), {redirected: {value: true}, url: {value: 'https://login.example/?next=1'}})));
    expect((await failure(adapterWith().getTally())).message).to.equal(`${API}, redirected to https://login.example/, answered with a page of HTML instead of JSON.`);
  });

  for (const address of [API, `${API}?id=x`, `${API}?id=`, `${API}?id=4.2`, `${API}?id=1234567890`]) {
    it(`refuses ${address}, and says what is missing`, () => {
      expect(() => create(new URL(address), {})).to.throw('action page’s id');
    });
  }

  for (const name of ['token', 'api-key', 'Authorization', 'password', 'secret']) {
    it(`refuses a secret called ${name}, with the reason`, async () => {
      expect((await failure(checkSettings('proca', settings, {[name]: 'abc123'}, (setting) => `the attribute setting-${setting}`))).message).to.equal(`The adapter "proca" cannot use the attribute setting-${name} (whoever reads the page can use it: signing and counting need none).`);
    });
  }

  for (const address of [`${SRC}&token=abc123`, `${SRC}#api_key=abc123`, SRC.replace('//', '//abc123@'), SRC.replace('//', '//:abc123@')]) {
    it(`refuses the secret in ${address}`, () => { expect(() => create(new URL(address), {})).to.throw('whoever reads the page can use it').with.property('message').that.does.not.contain('abc123'); });
  }

  it('refuses an address that no browser can ask, though all else in it is right', () => {
    expect(() => create(new URL(SRC.replace('https:', 'ftp:')), {})).to.throw('begin it with https:');
  });

  it('refuses settings that are wrong, each by its name', async () => {
    expect((await failure(checkSettings('proca', settings, {type: 'open letter', confirm: 'yes', newslettre: 'x', page: 'ngo.example'}, (setting) => `setting-${setting}`))).message)
      .to.equal('The adapter "proca" cannot use setting-type (expected letters, digits, "_" and "-"), setting-confirm (expected true or false), setting-newslettre (unknown setting), setting-page (expected an address that begins with https: or http:).');
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
