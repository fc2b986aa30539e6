import {expect} from 'chai';
import {DEFAULT_FIELDS, Petition, openness, parse} from '../../src/contract/index.js';
import {describeSchema} from './schema-cases.js';

const good = {
  id: 'safe-exit',
  title: 'A safe way out',
  summary: [{text: 'Sign ', strong: true}, {text: 'now', href: 'https://example.org/'}],
  callToAction: 'Sign',
  letter: [{type: 'heading', text: 'Dear all'}, {type: 'paragraph', text: 'We call on you.'}, {type: 'list', ordered: true, items: ['Visas']}, {type: 'quote', text: 'So be it.', source: 'One\nTwo'}],
  addressees: [{name: 'The High Commissioner'}],
  updates: [{id: 'first', title: 'News', publishedAt: '2026-11-22T09:00:00Z', body: [{type: 'paragraph', text: 'Good.'}]}],
  fields: [{name: 'city', type: 'select', required: true, label: 'City', hint: 'Where', maxLength: 10, options: [{value: 'p', label: 'Paris'}], autocomplete: 'address-level2'}],
  consents: [{id: 'signature', purpose: 'signature', text: 'I sign.', version: '1', required: true}],
  controllers: [{id: 'sphere', name: 'Sphere', privacy: 'https://example.org/privacy', contact: 'data@example.org'}],
  recipients: [{controller: 'sphere', keyId: 'k1', suite: 'DHKEM-X25519', publicKey: 'AAAA', expiresAt: '2027-01-01T00:00:00Z'}],
  goal: 0,
  opensAt: '2026-01-01T00:00:00Z',
  closesAt: '2027-01-01T00:00:00+01:00',
  language: 'en',
  languages: ['en', 'zh-Hant'],
  offers: ['getPetition', 'getTally'],
  challenge: true,
  connect: {sign: {adapter: 'action-network', src: 'https://actionnetwork.org/api/v2/petitions/1', settings: {tags: 'a', count: 1, subscribe: false}}},
  test: true,
};

const many = (count: number, member: unknown) => Array.from({length: count}, () => member);

describeSchema('Petition', Petition, good, {
  fine: [
    ['futureMember', {anything: true}],
    ['letter', many(500, {type: 'paragraph', text: ''})],
    ['consents.0.required', undefined],
    ['recipients', []],
    ['summary', 'One string'],
    ['title', 'x'.repeat(200)],
  ],
  bad: [
    ['', []], ['', null], ['', 'text'],
    ['id', undefined], ['id', 'no spaces'], ['id', '-dash-first'], ['id', 'x'.repeat(65)], ['id', ''],
    ['title', undefined], ['title', 'x'.repeat(201)], ['title', 'two\nlines'], ['title', 7],
    ['summary', 7], ['callToAction', 'x'.repeat(201)],
    ['letter', 'text'], ['letter', many(501, {type: 'paragraph', text: ''})], ['letter.1.text', 7], ['letter.0.type', 'image'], ['letter.2.items', []], ['letter.2.ordered', 'yes'], ['letter.3.source', '\u0000'],
    ['addressees.0.name', undefined], ['addressees.0.name', 'x'.repeat(501)], ['addressees', many(201, {name: 'x'})],
    ['updates.0.publishedAt', 'yesterday'], ['updates.0.body', undefined], ['updates.0.id', 'a b'], ['updates.0.title', 1], ['updates', many(101, {body: []})],
    ['fields.0.name', 'given name'], ['fields.0.type', 'password'], ['fields.0.required', 'yes'], ['fields.0.maxLength', 0], ['fields.0.maxLength', 1001], ['fields.0.maxLength', 1.5],
    ['fields.0.options', []], ['fields.0.options.0.value', undefined], ['fields.0.autocomplete', 'ON'], ['fields.0.label', 'x'.repeat(201)], ['fields.0.hint', 'x'.repeat(501)], ['fields', many(31, {name: 'a', type: 'text'})],
    ['consents.0.id', undefined], ['consents.0.purpose', 'sale'], ['consents.0.text', undefined], ['consents.0.version', undefined], ['consents.0.required', 1],
    ['consents', many(21, {id: 'a', purpose: 'other', text: '', version: '1'})],
    ['controllers.0.name', undefined], ['controllers.0.privacy', 'javascript:alert(1)'], ['controllers.0.contact', 'nobody'], ['controllers', many(11, {id: 'a', name: 'A'})],
    ['recipients.0.controller', undefined], ['recipients.0.keyId', ''], ['recipients.0.suite', 'x'.repeat(101)], ['recipients.0.publicKey', 'a+b='], ['recipients.0.publicKey', 'A'.repeat(4097)], ['recipients.0.expiresAt', '2027'],
    ['goal', -1], ['goal', 1.5], ['goal', '20000'], ['goal', 2 ** 53],
    ['opensAt', '2026-01-01'], ['closesAt', '2026-02-30T00:00:00Z'],
    ['language', undefined], ['language', 'fr_FR'], ['language', 'english'], ['languages.1', ''], ['languages', many(201, 'en')],
    ['offers.0', 'deletePetition'], ['challenge', 'yes'], ['test', 1],
    ['connect.sign.adapter', undefined], ['connect.sign.src', '/relative'], ['connect.sign.settings.tags', ['a']],
  ],
});

describe('Petition: what may be left out', () => {
  it('asks for four things and nothing else', () => {
    const petition = parse(Petition, {id: 'p', title: 'P', language: 'en'}, 'It');
    expect(petition).to.deep.equal({id: 'p', title: 'P', language: 'en', letter: [], addressees: [], updates: [], consents: [], controllers: [], fields: [...DEFAULT_FIELDS]});
  });

  it('gives every petition its own list of default fields', () => {
    const [first, second] = ['a', 'b'].map((id) => parse(Petition, {id, title: '', language: 'en'}, 'It'));
    first?.fields.pop();
    expect(second?.fields).to.have.length(4);
  });

  it('drops members that this version does not know', () => {
    expect(parse(Petition, {id: 'p', title: 'P', language: 'en', futureMember: 1}, 'It')).to.not.have.property('futureMember');
  });
});

describe('openness', () => {
  const times = {opensAt: '2026-01-01T00:00:00Z', closesAt: '2027-01-01T01:00:00+01:00'};
  const at = (time: string) => openness(times, Date.parse(time));

  it('is early until the moment of opening', () => {
    expect(at('2025-12-31T23:59:59.999Z')).to.equal('early');
    expect(at('2026-01-01T00:00:00Z')).to.equal('open');
  });
  it('is closed from the moment of closing', () => {
    expect(at('2026-12-31T23:59:59.999Z')).to.equal('open');
    expect(at('2027-01-01T00:00:00Z')).to.equal('closed');
  });
  it('is open without either', () => { expect(openness({}, 0)).to.equal('open'); });
});
