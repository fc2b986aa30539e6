import {expect} from 'chai';
import {BackendError, type BackendAdapter, type CallOptions, type Receipt, type Signature} from '../../src/contract/index.js';
import {PetitionStore} from '../../src/stores/petition-store.js';
import {signerOf, type SignatureContent, type Signer} from '../../src/stores/signer.js';
import {fixChance, settle, stopClock, type Clock} from '../support/clock.js';
import {watch} from './watch.js';

const content = (change: Partial<SignatureContent> = {}): SignatureContent => ({
  fields: {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR'},
  consents: [{id: 'signature', version: '2026-11'}],
  language: 'en',
  ...change,
});

describe('a signer', () => {
  let clock: Clock;
  let store: PetitionStore;
  let signer: Signer;
  let sent: Signature[];
  let states: string[];
  let answer: (options?: CallOptions) => Promise<Receipt>;
  let adapter: BackendAdapter;

  const counted = () => Promise.resolve({status: 'counted', receivedAt: clock.at()} as const);
  const refused = (code: ConstructorParameters<typeof BackendError>[0]) => () => Promise.reject(new BackendError(code, code));
  const keys = () => sent.map(({idempotencyKey}) => idempotencyKey);

  beforeEach(() => {
    clock = stopClock();
    fixChance();
    sent = [];
    states = [];
    answer = counted;
    adapter = {name: 'test', repeatable: ['sign'], sign: (signature, options) => { sent.push(signature); return answer(options); }};
    store = new PetitionStore(() => Promise.resolve(adapter));
    store.signing.subscribe(() => { states.push(store.signing.value.status); });
    signer = signerOf(store);
  });

  it('is one for each petition', () => {
    expect(signerOf(store)).to.equal(signer);
    expect(signerOf(new PetitionStore(() => Promise.resolve(adapter)))).not.to.equal(signer);
  });

  it('sends a signature with a key that nobody can guess, and keeps the receipt', async () => {
    await signer.sign(adapter, content());
    expect(states).to.deep.equal(['sending', 'signed']);
    expect(keys()[0]).to.match(/^[0-9a-f]{32}$/);
    expect({...sent[0], idempotencyKey: ''}).to.deep.equal({...content(), idempotencyKey: ''});
    expect(store.signing.value).to.deep.equal({status: 'signed', receipt: {status: 'counted', receivedAt: clock.at()}});
  });

  it('counts itself in the tally at once', async () => {
    adapter = {...adapter, getTally: () => Promise.resolve({count: 41, asOf: clock.at(-1)})};
    watch(store.tally.state);
    await clock.pass(0);
    await signer.sign(adapter, content());
    const {value} = store.tally.state;
    expect(value.status === 'known' && value.tally.count).to.equal(42);
  });

  it('sends the identical object on every try', async () => {
    let tries = 0;
    answer = () => (++tries < 4 ? Promise.reject(new BackendError('unavailable', 'busy')) : counted());
    const outcome = signer.sign(adapter, content());
    await clock.pass(60_000);
    await outcome;
    expect(states).to.deep.equal(['sending', 'sending', 'sending', 'sending', 'signed']);
    expect(sent).to.have.length(4);
    expect(new Set(sent).size).to.equal(1);
  });

  it('says what the trouble is while it tries again', async () => {
    answer = refused('offline');
    void signer.sign(adapter, content());
    await settle();
    const {value} = store.signing;
    expect(value.status === 'sending' && value.trouble?.code).to.equal('offline');
    signer.cancel();
  });

  for (const repeatable of [undefined, [], ['joinEvent'] as const]) {
    it(`tries once where the adapter promises ${repeatable ? `[${repeatable.join()}]` : 'nothing'} to be repeatable`, async () => {
      const {repeatable: _, ...rest} = adapter;
      answer = refused('unavailable');
      await signer.sign({...rest, ...(repeatable && {repeatable})}, content());
      expect(states).to.deep.equal(['sending', 'failed']);
      expect(sent).to.have.length(1);
      expect(clock.timers).to.equal(0);
    });
  }

  it('keeps its key for the same answers after a failure, and takes another for others', async () => {
    answer = refused('invalid');
    await signer.sign(adapter, content());
    signer.reset();
    await signer.sign(adapter, content());
    await signer.sign(adapter, content({fields: {givenName: 'Zoë'}}));
    await signer.sign(adapter, content({consents: []}));
    const [first, second, third, fourth] = keys();
    expect(second).to.equal(first);
    expect(new Set([first, third, fourth]).size).to.equal(3);
  });

  it('sends a changed answer, and not the one it failed with', async () => {
    answer = refused('invalid');
    await signer.sign(adapter, content());
    await signer.sign(adapter, content({fields: {givenName: 'Zoë'}}));
    expect(sent[1]?.fields).to.deep.equal({givenName: 'Zoë'});
  });

  it('forgets what was typed once it has arrived: who signs the same again has another key', async () => {
    await signer.sign(adapter, content());
    signer.reset();
    await signer.sign(adapter, content());
    expect(new Set(keys()).size).to.equal(2);
    expect(JSON.stringify([store, signer, store.signing.value, store.tally.state.value])).not.to.match(/Ada|Exemple/);
  });

  it('does nothing when it is asked again while a signature is on its way', async () => {
    let arrive: () => void = () => undefined;
    answer = () => new Promise((resolve) => { arrive = () => { resolve(counted()); }; });
    const first = signer.sign(adapter, content());
    await signer.sign(adapter, content({fields: {givenName: 'Zoë'}}));
    signer.reset();
    expect([sent.length, store.signing.value.status]).to.deep.equal([1, 'sending']);
    arrive();
    await first;
    expect(store.signing.value.status).to.equal('signed');
  });

  it('gives up in a pause when the reader does, and repeats the same signature with the same key later', async () => {
    answer = refused('unavailable');
    const outcome = signer.sign(adapter, content());
    await settle();
    signer.cancel();
    await outcome;
    expect(store.signing.value).to.deep.equal({status: 'idle'});
    expect(clock.timers).to.equal(0);
    answer = counted;
    await signer.sign(adapter, content());
    expect(new Set(keys()).size).to.equal(1);
    expect(store.signing.value.status).to.equal('signed');
  });

  it('gives up the request itself when the reader does', async () => {
    answer = (options) => new Promise((_, reject) => { options?.signal?.addEventListener('abort', () => { reject(new DOMException('', 'AbortError')); }); });
    const outcome = signer.sign(adapter, content());
    signer.cancel();
    await outcome;
    expect(states).to.deep.equal(['sending', 'idle']);
  });

  it('is signed when the answer comes in spite of giving up', async () => {
    answer = () => { signer.cancel(); return counted(); };
    await signer.sign(adapter, content());
    expect(store.signing.value.status).to.equal('signed');
  });

  it('is not given up by what was cancelled before', async () => {
    answer = (options) => (options?.signal?.aborted ? Promise.reject(new DOMException('', 'AbortError')) : counted());
    signer.cancel();
    await signer.sign(adapter, content());
    signer.reset();
    signer.cancel();
    await signer.sign(adapter, content());
    expect(sent).to.have.length(2);
    expect(store.signing.value.status).to.equal('signed');
  });

  it('forgets the outcome for the next person', async () => {
    await signer.sign(adapter, content());
    signer.reset();
    expect(store.signing.value).to.deep.equal({status: 'idle'});
    answer = refused('closed');
    await signer.sign(adapter, content());
    signer.reset();
    expect(store.signing.value).to.deep.equal({status: 'idle'});
  });

  it('fails with "unsupported" where the adapter cannot sign', async () => {
    await signer.sign({name: 'mute'}, content());
    const {value} = store.signing;
    expect(value.status === 'failed' && value.error.code).to.equal('unsupported');
  });

  it('makes whatever an adapter throws an error of the contract', async () => {
    answer = () => Promise.reject(new RangeError('Ada Exemple'));
    await signer.sign(adapter, content());
    const {value} = store.signing;
    expect(value.status === 'failed' && BackendError.is(value.error) && value.error.message).to.be.a('string').that.does.not.contain('Ada');
  });
});
