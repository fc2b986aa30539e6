import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {adapterSettings, wholeNumber} from '../../src/adapters/settings.js';
import type {BackendAdapter, Capability, Receipt} from '../../src/contract/index.js';
import {compose} from '../../src/registry/compose.js';
import {DEFINITION_GRACE} from '../../src/registry/find.js';
import {defineAdapter} from '../../src/registry/registry.js';
import {able} from '../mocks/able.js';
import {english, events, signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {shortTimers} from '../mocks/patience.js';

const SRC = 'https://elsewhere.example/petitions/1';
const HOME = 'https://home.example/p';
const ALL: readonly Capability[] = ['getPetition', 'getTally', 'getChallenge', 'sign', 'signSealed', 'listEvents', 'getEvent', 'joinEvent', 'proposeEvent'];
const receipt = (status: Receipt['status']) => () => Promise.resolve({status, receivedAt: '2026-11-22T09:00:00Z'});
const capabilitiesOf = (adapter: BackendAdapter) => ALL.filter((capability) => adapter[capability] !== undefined);

const home: BackendAdapter = {
  ...memoryAdapter({petition: english, events}),
  links: {petition: 'https://home.example/p', sign: 'https://home.example/p', events: 'https://home.example/events'},
  repeatable: ['sign', 'signSealed', 'joinEvent'],
  getChallenge: () => Promise.reject(new Error('Not here.')),
  signSealed: receipt('counted'),
};

const elsewhere: BackendAdapter = {
  name: 'elsewhere', sign: receipt('accepted'), getTally: () => Promise.resolve({count: 7, asOf: '2026-11-22T09:00:00Z'}),
  links: {petition: SRC, sign: `${SRC}/sign`, events: `${SRC}/events`}, subscribes: true,
};

type Document = Parameters<typeof compose>[1];
/** The adapter that comes of a document in which nothing is wrong. */
const composedOf = async (document: Document): Promise<BackendAdapter> => {
  const {adapter, flaws} = await compose(home, document, HOME);
  expect(flaws).to.deep.equal([]);
  return adapter;
};

describe('compose', () => {
  before(() => {
    defineAdapter('elsewhere', {load: () => ({create: () => elsewhere, settings: adapterSettings({list: wholeNumber})})});
    defineAdapter('repeating', () => ({name: 'repeating', signSealed: receipt('accepted'), repeatable: ['signSealed', 'sign']}));
  });
  const settings = {list: 3};

  it('leaves an adapter as it is where the petition says nothing', async () => {
    const composed = await composedOf({});
    expect(capabilitiesOf(composed)).to.deep.equal(capabilitiesOf(home));
    expect(composed).to.deep.include({links: home.links, repeatable: home.repeatable});
  });

  it('takes away what the petition\'s back end does not offer', async () => {
    const composed = await composedOf({offers: ['getPetition', 'getTally', 'signSealed']});
    expect(capabilitiesOf(composed)).to.deep.equal(['getPetition', 'getTally', 'signSealed']);
    expect(composed.repeatable).to.deep.equal(['signSealed']);
    expect((await composed.getTally?.())?.count).to.equal(0);
  });

  it('sends one capability elsewhere and leaves the others at home', async () => {
    const composed = able(await composedOf({offers: ['getPetition', 'sign'], connect: {getTally: {adapter: 'elsewhere', src: SRC, settings}}}), 'getTally', 'sign');
    expect(capabilitiesOf(composed)).to.deep.equal(['getPetition', 'getTally', 'sign']);
    expect((await composed.getTally()).count).to.equal(7);
    expect((await composed.sign(signature())).status).to.equal('counted');
    expect(composed.subscribes).to.deep.equal([]);
    expect(composed.links).to.deep.equal(home.links);
  });

  it('never signs at home what is signed elsewhere, neither in plain text nor sealed', async () => {
    const composed = able(await composedOf({connect: {sign: {adapter: 'elsewhere', src: SRC, settings}}}), 'sign');
    expect((await composed.sign(signature())).status).to.equal('accepted');
    expect(capabilitiesOf(composed)).to.not.include.members(['signSealed', 'getChallenge']);
    const sealed = await composedOf({connect: {signSealed: {adapter: 'repeating', src: SRC}}});
    expect(capabilitiesOf(sealed)).to.include('signSealed').and.to.not.include('sign');
  });

  it('goes by the other platform in what concerns signing: list, repetition and link', async () => {
    const composed = await composedOf({connect: {sign: {adapter: 'elsewhere', src: SRC, settings}}});
    expect(composed.subscribes).to.deep.equal(['sign']);
    expect(composed.repeatable).to.deep.equal(['joinEvent']);
    expect(composed.links).to.deep.equal({...home.links, sign: `${SRC}/sign`});
    const sealed = await composedOf({connect: {signSealed: {adapter: 'repeating', src: SRC}}});
    expect(sealed.repeatable).to.have.members(['joinEvent', 'signSealed']);
    expect(sealed.subscribes).to.deep.equal([]);
  });

  describe('asks of each for the list that it leads to, and of nobody for another\'s', () => {
    const joinEvent = {adapter: 'action-network', src: 'https://actionnetwork.org/api/v2/events'};
    const sign = {adapter: 'elsewhere', src: SRC, settings};
    for (const [what, document, subscribes, expected] of [
      ['joining on a platform that subscribes', {connect: {joinEvent}}, undefined, ['joinEvent']],
      ['joining there, signing at home, which subscribes too', {connect: {joinEvent}}, true, ['sign', 'signSealed', 'joinEvent', 'proposeEvent']],
      ['signing on a platform that subscribes', {connect: {sign}}, false, ['sign']],
      ['both', {connect: {sign, joinEvent}}, undefined, ['sign', 'joinEvent']],
      ['signing where nobody is put on a list, with a home that puts everyone on one', {connect: {signSealed: {adapter: 'repeating', src: SRC}}}, true, ['sign', 'joinEvent', 'proposeEvent']],
      ['reading elsewhere, with a home that takes signers alone', {connect: {getTally: sign}}, ['sign'], ['sign']],
    ] as const) {
      it(what, async () => {
        const {adapter} = await compose({...home, ...(subscribes !== undefined && {subscribes})}, document, HOME);
        expect(adapter.subscribes).to.deep.equal(expected);
      });
    }
  });

  it('checks at the door what comes from elsewhere', async () => {
    defineAdapter('lying', () => ({name: 'lying', sign: () => Promise.resolve({status: 'counted' as const, receivedAt: 'now'})}));
    const composed = able(await composedOf({connect: {sign: {adapter: 'lying', src: SRC}}}), 'sign');
    expect((await failure(composed.sign(signature()))).issues[0]?.path).to.equal('receivedAt');
  });

  describe('a connection that is wrong', () => {
    /** What is said of a document, and what is left of the adapter. */
    const flawOf = async (document: Document, pageProtocol?: string) => {
      const {adapter, flaws} = await compose(home, document, HOME, pageProtocol);
      expect(flaws.map(({code}) => code)).to.deep.equal(['configuration']);
      return {message: flaws[0]?.message ?? '', adapter};
    };

    it('names the path of an adapter that is not known', async () => {
      shortTimers(DEFINITION_GRACE);
      const {message} = await flawOf({connect: {sign: {adapter: 'nowhere', src: SRC}}});
      expect(message).to.contain('"nowhere"').and.to.contain('connect.sign.adapter in the petition\'s document');
    });

    it('names the path of an adapter that cannot do that', async () => {
      const {message} = await flawOf({connect: {listEvents: {adapter: 'elsewhere', src: SRC, settings}}});
      expect(message).to.contain('connect.listEvents.adapter').and.to.contain('"elsewhere"');
    });

    it('names the path of a setting', async () => {
      const {message} = await flawOf({connect: {sign: {adapter: 'elsewhere', src: SRC, settings: {list: 'many'}}}});
      expect(message).to.contain('connect.sign.settings.list in the petition\'s document (expected a whole number');
    });

    it('names the path of a setting that is missing', async () => {
      const {message} = await flawOf({connect: {sign: {adapter: 'elsewhere', src: SRC}}});
      expect(message).to.contain('connect.sign.settings.list in the petition\'s document');
    });

    it('names the path of an address', async () => {
      const {message} = await flawOf({connect: {sign: {adapter: 'elsewhere', src: 'elsewhere', settings}}});
      expect(message).to.contain('connect.sign.src in the petition\'s document');
    });

    it('names the path of an address that its platform cannot use', async () => {
      const {message} = await flawOf({connect: {sign: {adapter: 'action-network', src: 'https://actionnetwork.org/petitions/save-the-park'}}});
      expect(message).to.contain('manage page').and.to.contain('connect.sign.src in the petition\'s document');
    });

    it('names the path of an address without TLS, from a page that has it', async () => {
      const http = {adapter: 'elsewhere', src: 'http://elsewhere.example/petitions/1', settings};
      const {message} = await flawOf({connect: {sign: http}}, 'https:');
      expect(message).to.contain('connect.sign.src in the petition\'s document').and.to.contain('https:');
      expect((await compose(home, {connect: {sign: http}}, HOME, 'http:')).flaws).to.deep.equal([]);
      expect((await compose(home, {connect: {sign: {...http, src: 'http://localhost:8080/p'}}}, HOME, 'https:')).flaws).to.deep.equal([]);
    });

    it('names the path of an address that is the petition\'s own, and keeps what is there', async () => {
      for (const src of [HOME, `${HOME}/`, `${HOME}#sign`]) {
        const {message, adapter} = await flawOf({connect: {sign: {adapter: 'memory', src}}});
        expect(message).to.contain('connect.sign').and.to.contain('own address');
        expect(capabilitiesOf(adapter)).to.deep.equal(capabilitiesOf(home));
      }
    });

    it('costs that capability and no other', async () => {
      const {adapter} = await flawOf({connect: {getTally: {adapter: 'elsewhere', src: SRC}}});
      expect(capabilitiesOf(adapter)).to.deep.equal(capabilitiesOf(home).filter((capability) => capability !== 'getTally'));
    });

    it('never brings a signature home that was to go elsewhere', async () => {
      const {adapter} = await flawOf({connect: {sign: {adapter: 'elsewhere', src: SRC}}});
      expect(capabilitiesOf(adapter)).to.not.include.members(['sign']).and.to.not.include.members(['signSealed']);
    });

    it('leaves the other connections as they are', async () => {
      const {adapter} = await flawOf({connect: {getTally: {adapter: 'elsewhere', src: SRC, settings}, listEvents: {adapter: 'elsewhere', src: SRC, settings}}});
      expect((await able(adapter, 'getTally').getTally()).count).to.equal(7);
    });
  });
});
