import {expect} from 'chai';
import {BackendError, type BackendAdapter, type Capability, type Petition, type Tally} from '../../src/contract/index.js';
import {defineAdapter} from '../../src/registry/registry.js';
import {PetitionStore} from '../../src/stores/petition-store.js';
import {signerOf} from '../../src/stores/signer.js';
import {english, signature} from '../mocks/documents.js';
import {fixChance, settle, stopClock, type Clock} from '../support/clock.js';
import {eventually} from '../support/eventually.js';
import {warmUp} from './warm-up.js';
import {watch} from './watch.js';

const away = {adapter: 'away', src: 'https://away.example/p'};
const notFound = () => Promise.reject(new BackendError('not-found', 'no tally here'));

describe('a petition in several places', () => {
  let clock: Clock;
  /** What was asked of whom. */
  let calls: string[];

  const tally = (count: number): Promise<Tally> => Promise.resolve({count, asOf: clock.at()});
  const receipt = () => Promise.resolve({status: 'counted', receivedAt: clock.at()} as const);

  const full = (name: string, count: number): Required<Pick<BackendAdapter, 'getTally' | 'sign'>> & BackendAdapter => ({
    name,
    repeatable: ['sign'],
    getTally: () => { calls.push(`${name}.getTally`); return tally(count); },
    sign: () => { calls.push(`${name}.sign`); return receipt(); },
  });
  /** A store whose home answers with this document and can do these things. */
  const storeOf = (document: object, home: Partial<BackendAdapter> = full('home', 10)) => new PetitionStore(() => Promise.resolve({
    name: 'home',
    getPetition: () => { calls.push('home.getPetition'); return Promise.resolve({...english, ...document} as unknown as Petition); },
    ...home,
  }), 'https://home.example/p');
  const known = async (store: PetitionStore) => {
    watch(store.tally.state);
    await clock.pass(0);
    const {value} = store.tally.state;
    return value.status === 'known' ? value.tally.count : value.status === 'failed' ? value.error.code : value.status;
  };
  const ready = async (store: PetitionStore) => {
    watch(store.petition('en'));
    await settle();
    const {value} = store.petition('en');
    if (value.status !== 'ready') throw new Error(`The petition is ${value.status}.`);
    return value;
  };

  before(async () => {
    await warmUp();
    defineAdapter('away', () => full('away', 99));
    defineAdapter('deaf', () => ({name: 'deaf'}));
  });

  beforeEach(() => {
    clock = stopClock();
    fixChance();
    calls = [];
  });

  it('signs where the document says, and never at home', async () => {
    const store = storeOf({connect: {sign: away}});
    const {adapter} = await ready(store);
    await signerOf(store).sign(adapter, signature());
    expect(calls).to.deep.equal(['home.getPetition', 'away.sign']);
    expect(store.signing.value.status).to.equal('signed');
  });

  it('counts at home what is signed elsewhere', async () => {
    const store = storeOf({connect: {sign: away}});
    const {adapter} = await ready(store);
    expect(await known(store)).to.equal(10);
    await signerOf(store).sign(adapter, signature());
    expect(store.tally.state.value).to.have.nested.property('tally.count', 11);
  });

  it('reads the tally where the document says, once the document is here', async () => {
    const store = storeOf({connect: {getTally: away}});
    await ready(store);
    expect(await known(store)).to.equal(99);
    expect(calls).to.deep.equal(['home.getPetition', 'away.getTally']);
  });

  it('reads no document for a counter alone whose address tells the tally', async () => {
    expect(await known(storeOf({}))).to.equal(10);
    expect(calls).to.deep.equal(['home.getTally']);
  });

  it('finds the tally for a counter alone where the address is that of a document', async () => {
    const store = storeOf({connect: {getTally: away}}, {});
    expect(await known(store)).to.equal(99);
    await clock.pass(60_000);
    expect(calls.filter((call) => call === 'home.getPetition').length).to.equal(1);
    expect(calls.filter((call) => call === 'away.getTally').length).to.equal(3);
  });

  for (const code of ['not-found', 'unsupported'] as const) {
    it(`finds the tally for a counter alone where the address answers "${code}" and its document names another place`, async () => {
      const refuse = () => { calls.push('home.getTally'); return Promise.reject(new BackendError(code, 'none')); };
      const store = storeOf({connect: {getTally: away}}, {getTally: refuse});
      expect(await known(store)).to.equal(99);
      await clock.pass(45_000);
      expect(calls).to.deep.equal(['home.getTally', 'home.getPetition', 'away.getTally', 'away.getTally', 'away.getTally']);
    });
  }

  it('reads no document when the tally fails for another reason', async () => {
    const store = storeOf({connect: {getTally: away}}, {getTally: () => Promise.reject(new BackendError('unavailable', 'busy'))});
    expect(await known(store)).to.equal('unavailable');
    expect(calls).to.deep.equal([]);
  });

  it('is not found where the document names no other place, and asks no more than it must', async () => {
    const store = storeOf({}, {getTally: () => { calls.push('home.getTally'); return notFound(); }});
    expect(await known(store)).to.equal('not-found');
    calls = [];
    await clock.pass(30_000);
    expect(calls).to.deep.equal(['home.getTally']);
  });

  it('is not found where there is no document to ask', async () => {
    const store = new PetitionStore(() => Promise.resolve({name: 'bare', getTally: notFound}));
    expect(await known(store)).to.equal('not-found');
  });

  it('tries again when the document could not be read either', async () => {
    let isBack = false;
    const getPetition = () => (isBack ? Promise.resolve({...english, connect: {getTally: away}} as unknown as Petition) : Promise.reject(new BackendError('offline', 'gone')));
    const store = storeOf({}, {getTally: notFound, getPetition});
    expect(await known(store)).to.equal('offline');
    isBack = true;
    await clock.pass(30_000);
    expect(store.tally.state.value).to.have.nested.property('tally.count', 99);
  });

  it('is unsupported where the document offers no tally, or no back end tells one', async () => {
    expect(await known(storeOf({offers: ['getPetition']}, {getTally: notFound}))).to.equal('unsupported');
    expect(await known(storeOf({}, {}))).to.equal('unsupported');
    expect(await known(new PetitionStore(() => Promise.resolve({name: 'mute'})))).to.equal('unsupported');
  });

  it('is unsupported in the end where the document could not be read at first', async () => {
    let isBack = false;
    const getPetition = () => (isBack ? Promise.resolve(english as unknown as Petition) : Promise.reject(new BackendError('offline', 'gone')));
    const store = storeOf({}, {getPetition});
    expect(await known(store)).to.equal('offline');
    isBack = true;
    await clock.pass(30_000);
    expect(store.tally.state.value).to.deep.equal({status: 'unsupported'});
  });

  it('can do what is offered, and nothing else', async () => {
    const {adapter} = await ready(storeOf({offers: ['getPetition', 'getTally']}));
    const can = (['getPetition', 'getTally', 'sign'] as const satisfies Capability[]).map((capability) => typeof adapter[capability]);
    expect(can).to.deep.equal(['function', 'function', 'undefined']);
  });

  it('asks the petition in its own language when only the tally is wanted', async () => {
    const queries: object[] = [];
    const store = storeOf({}, {getPetition: (query) => { queries.push(query); return Promise.resolve({...english, connect: {getTally: away}} as unknown as Petition); }});
    await known(store);
    expect(queries).to.deep.equal([{}]);
  });

  it('shows a petition that sends its signatures to a place that takes none, and names the member', async () => {
    // The sentence may be fetched first.
    clock.restore();
    const state = storeOf({connect: {sign: {...away, adapter: 'deaf'}}}).petition('en');
    watch(state);
    const {adapter, flaws} = await eventually(() => (state.value.status === 'ready' ? state.value : undefined), 'The petition is not ready.');
    expect(typeof adapter.sign).to.equal('undefined');
    expect(flaws.map(({code, message}) => [code, message.includes('connect.sign.adapter')])).to.deep.equal([['configuration', true]]);
  });
});
