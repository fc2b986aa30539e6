import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {adapterSettings, wholeNumber} from '../../src/adapters/settings.js';
import type {BackendAdapter, Capability, Receipt} from '../../src/contract/index.js';
import {compose} from '../../src/registry/compose.js';
import {DEFINITION_GRACE} from '../../src/registry/open.js';
import {defineAdapter} from '../../src/registry/registry.js';
import {able} from '../mocks/able.js';
import {english, events, signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';
import {shortTimers} from '../mocks/patience.js';

const SRC = 'https://elsewhere.example/petitions/1';
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

describe('compose', () => {
  before(() => {
    defineAdapter('elsewhere', {load: () => ({create: () => elsewhere, settings: adapterSettings({list: wholeNumber})})});
    defineAdapter('repeating', () => ({name: 'repeating', signSealed: receipt('accepted'), repeatable: ['signSealed', 'sign']}));
  });
  const settings = {list: 3};

  it('leaves an adapter as it is where the petition says nothing', async () => {
    const composed = await compose(home, {});
    expect(capabilitiesOf(composed)).to.deep.equal(capabilitiesOf(home));
    expect(composed).to.deep.include({links: home.links, repeatable: home.repeatable});
  });

  it('takes away what the petition\'s back end does not offer', async () => {
    const composed = await compose(home, {offers: ['getPetition', 'getTally', 'signSealed']});
    expect(capabilitiesOf(composed)).to.deep.equal(['getPetition', 'getTally', 'signSealed']);
    expect(composed.repeatable).to.deep.equal(['signSealed']);
    expect((await composed.getTally?.())?.count).to.equal(0);
  });

  it('sends one capability elsewhere and leaves the others at home', async () => {
    const composed = able(await compose(home, {offers: ['getPetition', 'sign'], connect: {getTally: {adapter: 'elsewhere', src: SRC, settings}}}), 'getTally', 'sign');
    expect(capabilitiesOf(composed)).to.deep.equal(['getPetition', 'getTally', 'sign']);
    expect((await composed.getTally()).count).to.equal(7);
    expect((await composed.sign(signature())).status).to.equal('counted');
    expect(composed.subscribes).to.equal(undefined);
    expect(composed.links).to.deep.equal(home.links);
  });

  it('never signs at home what is signed elsewhere, neither in plain text nor sealed', async () => {
    const composed = able(await compose(home, {connect: {sign: {adapter: 'elsewhere', src: SRC, settings}}}), 'sign');
    expect((await composed.sign(signature())).status).to.equal('accepted');
    expect(capabilitiesOf(composed)).to.not.include.members(['signSealed', 'getChallenge']);
    const sealed = await compose(home, {connect: {signSealed: {adapter: 'repeating', src: SRC}}});
    expect(capabilitiesOf(sealed)).to.include('signSealed').and.to.not.include('sign');
  });

  it('goes by the other platform in what concerns signing: list, repetition and link', async () => {
    const composed = await compose(home, {connect: {sign: {adapter: 'elsewhere', src: SRC, settings}}});
    expect(composed.subscribes).to.equal(true);
    expect(composed.repeatable).to.deep.equal(['joinEvent']);
    expect(composed.links).to.deep.equal({...home.links, sign: `${SRC}/sign`});
    const sealed = await compose(home, {connect: {signSealed: {adapter: 'repeating', src: SRC}}});
    expect(sealed.repeatable).to.have.members(['joinEvent', 'signSealed']);
    expect(sealed.subscribes).to.equal(false);
  });

  it('checks at the door what comes from elsewhere', async () => {
    defineAdapter('lying', () => ({name: 'lying', sign: () => Promise.resolve({status: 'counted' as const, receivedAt: 'now'})}));
    const composed = able(await compose(home, {connect: {sign: {adapter: 'lying', src: SRC}}}), 'sign');
    expect((await failure(composed.sign(signature()))).issues[0]?.path).to.equal('receivedAt');
  });

  describe('a connection that is wrong', () => {
    it('names the path of an adapter that is not known', async () => {
      shortTimers(DEFINITION_GRACE);
      const error = await failure(compose(home, {connect: {sign: {adapter: 'nowhere', src: SRC}}}));
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain('"nowhere"').and.to.contain('connect.sign.adapter in the petition\'s document');
    });

    it('names the path of an adapter that cannot do that', async () => {
      const error = await failure(compose(home, {connect: {listEvents: {adapter: 'elsewhere', src: SRC, settings}}}));
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain('connect.listEvents.adapter').and.to.contain('"elsewhere"');
    });

    it('names the path of a setting', async () => {
      const error = await failure(compose(home, {connect: {sign: {adapter: 'elsewhere', src: SRC, settings: {list: 'many'}}}}));
      expect(error.code).to.equal('configuration');
      expect(error.message).to.contain('connect.sign.settings.list in the petition\'s document (expected a whole number');
    });

    it('names the path of an address', async () => {
      const error = await failure(compose(home, {connect: {sign: {adapter: 'elsewhere', src: 'elsewhere', settings}}}));
      expect(error.message).to.contain('connect.sign.src in the petition\'s document');
    });
  });
});
