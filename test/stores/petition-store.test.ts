import {expect} from 'chai';
import {BackendError, type BackendAdapter, type Petition, type PetitionQuery} from '../../src/contract/index.js';
import {PetitionStore} from '../../src/stores/petition-store.js';
import {english, french} from '../mocks/documents.js';
import {settle, stopClock, type Clock} from '../support/clock.js';
import {warmUp} from './warm-up.js';
import {watch} from './watch.js';

describe('a petition store', () => {
  let clock: Clock;
  let opened: number;
  let asked: PetitionQuery[];
  let answer: (query: PetitionQuery) => Promise<unknown>;
  let open: () => Promise<BackendAdapter>;
  let store: PetitionStore;

  const adapter: BackendAdapter = {
    name: 'test',
    getPetition: (query) => { asked.push(query); return answer(query) as Promise<Petition>; },
    getTally: () => Promise.resolve({count: 1, asOf: clock.at()}),
  };
  const stateOf = (language = 'en') => store.petition(language).value;
  const failureOf = (language = 'en') => { const state = stateOf(language); return state.status === 'failed' ? state.error : undefined; };

  before(warmUp);

  beforeEach(() => {
    clock = stopClock();
    opened = 0;
    asked = [];
    answer = ({language}) => Promise.resolve(language === 'fr' ? french : english);
    open = () => Promise.resolve(adapter);
    store = new PetitionStore(() => { opened++; return open(); }, 'https://petitions.example/p');
  });

  it('reads nothing before its first reader comes, and once for all readers', async () => {
    expect(store.petition('en')).to.equal(store.petition('en'));
    await settle();
    expect([opened, asked.length]).to.deep.equal([0, 0]);
    watch(store.petition('en'));
    watch(store.petition('en'));
    await settle();
    watch(store.petition('en'));
    await settle();
    expect([opened, asked]).to.deep.equal([1, [{language: 'en'}]]);
  });

  it('fills in what the document leaves out', async () => {
    watch(store.petition('en'));
    expect(stateOf()).to.deep.equal({status: 'loading'});
    await settle();
    const state = stateOf();
    expect(state.status === 'ready' && [state.petition.title, state.petition.fields.length, state.adapter.name]).to.deep.equal(['A safe way out', 4, 'test']);
  });

  it('holds a petition for each language, and opens its adapter once', async () => {
    watch(store.petition('en'));
    watch(store.petition('fr'));
    watch(store.tally.state);
    await clock.pass(0);
    const titles = ['en', 'fr'].map((language) => { const state = stateOf(language); return state.status === 'ready' && state.petition.title; });
    expect(titles).to.deep.equal(['A safe way out', 'Une issue sûre']);
    expect([opened, asked]).to.deep.equal([1, [{language: 'en'}, {language: 'fr'}]]);
  });

  it('gives both languages one adapter', async () => {
    watch(store.petition('en'));
    watch(store.petition('fr'));
    await settle();
    const [first, second] = [stateOf('en'), stateOf('fr')];
    expect(first.status === 'ready' && second.status === 'ready' && first.adapter === second.adapter).to.equal(true);
  });

  it('sends one request for a reader who leaves and comes back before the answer', async () => {
    let give: (petition: unknown) => void = () => undefined;
    answer = () => new Promise((resolve) => { give = resolve; });
    watch(store.petition('en'))();
    watch(store.petition('en'));
    await settle();
    expect(asked.length).to.equal(1);
    give(english);
    await settle();
    expect(stateOf().status).to.equal('ready');
  });

  it('keeps what was read when everybody leaves', async () => {
    const leave = watch(store.petition('en'));
    await settle();
    leave();
    watch(store.petition('en'));
    await settle();
    expect([stateOf().status, asked.length]).to.deep.equal(['ready', 1]);
  });

  it('does not remember an adapter that could not be opened', async () => {
    open = () => Promise.reject(new BackendError('configuration', 'No adapter is called "later".'));
    watch(store.petition('en'));
    await settle();
    expect(failureOf()?.code).to.equal('configuration');
    open = () => Promise.resolve(adapter);
    store.retry('en');
    expect(stateOf().status).to.equal('loading');
    await settle();
    expect([stateOf().status, opened]).to.deep.equal(['ready', 2]);
  });

  it('reads again what failed, once, and only when somebody asks', async () => {
    answer = () => Promise.reject(new BackendError('offline', 'gone'));
    const leave = watch(store.petition('en'));
    await settle();
    leave();
    watch(store.petition('en'));
    await settle();
    expect(asked.length).to.equal(1);
    store.retry('en');
    store.retry('en');
    await settle();
    expect([failureOf()?.code, asked.length, opened]).to.deep.equal(['offline', 2, 1]);
  });

  it('reads nothing again that is here, or on its way', async () => {
    watch(store.petition('en'));
    store.retry('en');
    await settle();
    store.retry('en');
    await settle();
    expect(asked.length).to.equal(1);
  });

  it('fails in one language and not in the other', async () => {
    answer = ({language}) => (language === 'fr' ? Promise.reject(new BackendError('unavailable', 'busy')) : Promise.resolve(english));
    watch(store.petition('en'));
    watch(store.petition('fr'));
    await settle();
    expect([stateOf('en').status, stateOf('fr').status]).to.deep.equal(['ready', 'failed']);
  });

  it('names the petition and the member that is wrong in a document', async () => {
    answer = () => Promise.resolve({...english, title: 7});
    watch(store.petition('en'));
    await settle();
    expect(failureOf()).to.include({code: 'invalid-response'});
    expect(failureOf()?.message).to.contain('https://petitions.example/p').and.to.contain('"title"');
  });

  it('is unsupported where the adapter knows no petition', async () => {
    open = () => Promise.resolve({name: 'tally-only', getTally: () => Promise.resolve({count: 1, asOf: clock.at()})});
    watch(store.petition('en'));
    await settle();
    expect(failureOf()?.code).to.equal('unsupported');
  });

  for (const [closesAt, closed] of [[-1, true], [0, true], [1, false], [undefined, false]] as const) {
    it(`is ${closed ? 'closed' : 'open'} where the petition ${closesAt === undefined ? 'never closes' : `closes ${closesAt} s from now`}`, async () => {
      answer = () => Promise.resolve({...english, ...(closesAt !== undefined && {closesAt: clock.at(closesAt)})});
      expect(store.closed.value).to.equal(false);
      watch(store.petition('en'));
      await settle();
      expect(store.closed.value).to.equal(closed);
    });
  }
});
