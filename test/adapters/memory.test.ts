import {expect} from 'chai';
import {memoryAdapter, type MemoryOptions} from '../../src/adapters/memory.js';
import type {Signature} from '../../src/contract/index.js';
import {able} from '../mocks/able.js';
import {english, french, signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

const made = (options: Partial<MemoryOptions> = {}) => able(memoryAdapter({petition: english, ...options}), 'getPetition', 'getTally', 'sign');
const pathsOf = async (given: Signature, options?: Partial<MemoryOptions>) => {
  const error = await failure(made(options).sign(given));
  return [error.code, ...error.issues.map(({path}) => path)];
};

describe('memory: the petition', () => {
  const both = made({petition: {en: english, fr: french}});
  const languageFor = async (language?: string) => (await both.getPetition(language === undefined ? {} : {language})).language;

  it('comes in the language asked for, in a wider one, else in its own', async () => {
    expect(await languageFor('fr')).to.equal('fr');
    expect(await languageFor('FR-ca')).to.equal('fr');
    expect(await languageFor('de')).to.equal('en');
    expect(await languageFor('')).to.equal('en');
    expect(await languageFor()).to.equal('en');
  });

  it('lists the languages that there are', async () => {
    expect((await both.getPetition({})).languages).to.deep.equal(['en', 'fr']);
    expect((await made().getPetition({})).languages).to.deep.equal(['en']);
  });

  it('may be in Indonesian, whose code is the name of a member', async () => {
    expect((await made({petition: {id: {...english, language: 'id'}}}).getPetition({})).language).to.equal('id');
  });

  it('is checked when it is given', () => {
    expect(() => memoryAdapter({petition: {...english, language: 'fr_FR'}})).to.throw('at "language"').with.property('code', 'configuration');
    expect(() => memoryAdapter({petition: {}})).to.throw('no language').with.property('code', 'configuration');
  });
});

describe('memory: the tally', () => {
  it('begins at the count given, with the petition\'s goal or another', async () => {
    expect(await made({count: 41}).getTally()).to.include({count: 41, goal: 20_000});
    expect(await made({goal: 7}).getTally()).to.include({count: 0, goal: 7});
    expect(await made({petition: {...english, goal: undefined}}).getTally()).to.not.have.property('goal');
  });

  it('is later than every receipt that it holds, even when the clock stands still', async () => {
    const adapter = made({now: () => Date.UTC(2026, 0, 1)});
    const {receivedAt} = await adapter.sign(signature());
    const {asOf} = await adapter.getTally();
    expect(Date.parse(asOf)).to.be.greaterThan(Date.parse(receivedAt));
    expect(Date.parse((await adapter.sign(signature())).receivedAt)).to.be.greaterThan(Date.parse(asOf));
  });

  it('never goes back in time, even when the clock does', async () => {
    let time = 1000;
    const adapter = made({now: () => (time -= 100)});
    const [first, second] = [await adapter.getTally(), await adapter.getTally()];
    expect(Date.parse(second.asOf)).to.be.greaterThan(Date.parse(first.asOf));
  });
});

describe('memory: signing', () => {
  it('counts a signature, and gives the same receipt to the same one', async () => {
    const adapter = made({count: 41});
    const given = signature();
    const receipt = await adapter.sign(given);
    expect(receipt.status).to.equal('counted');
    expect(await adapter.sign({...given})).to.deep.equal(receipt);
    expect((await adapter.getTally()).count).to.equal(42);
  });

  it('counts one person once and tells nobody', async () => {
    const adapter = made();
    const [first, again] = [await adapter.sign(signature()), await adapter.sign(signature({fields: {...signature().fields, email: 'ADA@example.org'}}))];
    expect(again.status).to.equal(first.status);
    expect((await adapter.getTally()).count).to.equal(1);
  });

  it('counts everyone where no e-mail address is asked', async () => {
    const adapter = made({petition: {...english, fields: [{name: 'nickname', type: 'text'}]}});
    for (const nickname of ['a', 'a', 'b']) await adapter.sign(signature({fields: {nickname}}));
    expect((await adapter.getTally()).count).to.equal(3);
  });

  it('refuses other content under a key that came before', async () => {
    const adapter = made();
    const given = signature();
    await adapter.sign(given);
    expect((await failure(adapter.sign({...given, fields: {...given.fields, givenName: 'Eva'}}))).code).to.equal('key-reused');
  });

  it('refuses what its petition does not ask, and what it asks and is not there', async () => {
    const {fields} = signature();
    expect(await pathsOf(signature({fields: {...fields, surprise: 'x'}}))).to.deep.equal(['invalid', 'fields.surprise']);
    expect(await pathsOf(signature({fields: {...fields, email: 'ada'}, consents: []}))).to.deep.equal(['invalid', 'fields.email', 'consents.signature']);
    expect(await pathsOf(signature({fields: {...fields, givenName: '\u0000'}}))).to.deep.equal(['invalid', 'fields.givenName']);
    expect(await pathsOf({...signature(), surprise: 1} as Signature)).to.deep.equal(['invalid', 'surprise']);
  });

  it('knows the wordings of every language and no other', async () => {
    const petition = {en: english, fr: {...french, consents: english.consents.map((consent) => ({...consent, version: 'fr-1'}))}};
    expect(await pathsOf(signature({consents: [{id: 'signature', version: '1999'}]}), {petition})).to.deep.equal(['invalid', 'consents.signature']);
    const adapter = made({petition});
    expect((await adapter.sign(signature({consents: [{id: 'signature', version: 'fr-1'}]}))).status).to.equal('counted');
  });

  it('refuses a signature before and after its time, but repeats a receipt', async () => {
    let time = Date.UTC(2026, 5, 1);
    const adapter = made({petition: {...english, opensAt: '2026-01-01T00:00:00Z', closesAt: '2027-01-01T00:00:00Z'}, now: () => time});
    const given = signature();
    const receipt = await adapter.sign(given);
    time = Date.UTC(2027, 5, 1);
    expect((await failure(adapter.sign(signature()))).code).to.equal('closed');
    expect(await adapter.sign(given)).to.deep.equal(receipt);
    time = Date.UTC(2025, 5, 1);
    expect((await failure(adapter.sign(signature()))).code).to.equal('closed');
  });

  it('takes no plain text where signatures come sealed', async () => {
    const recipients = [{controller: 'sphere', keyId: 'k', suite: 's', publicKey: 'AAAA'}];
    expect(await pathsOf(signature(), {petition: {...english, recipients}})).to.deep.equal(['unsupported']);
    expect((await made({petition: {...english, recipients: []}}).sign(signature())).status).to.equal('counted');
  });

  it('does not sign for a caller who gives up while it waits', async () => {
    const adapter = made({latency: 50});
    const controller = new AbortController();
    const signing = failure(adapter.sign(signature(), {signal: controller.signal}));
    controller.abort();
    expect((await signing).code).to.equal('aborted');
    await new Promise((resolve) => { setTimeout(resolve, 80); });
    expect((await adapter.getTally()).count).to.equal(0);
  });

  it('takes its time', async () => {
    const begin = performance.now();
    await made({latency: 60}).getTally();
    expect(performance.now() - begin).to.be.greaterThan(50);
  });
});
