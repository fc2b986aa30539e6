import {expect} from 'chai';
import {BackendError, type BackendAdapter, type Capability} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {able} from '../mocks/able.js';
import {english, events, signature} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

const SRC = 'https://petitions.example/p';
const receivedAt = '2026-11-22T09:00:00Z';
const sealed = {idempotencyKey: 'a'.repeat(32), envelopes: [], language: 'en'};
const rsvp = {idempotencyKey: 'a'.repeat(32), eventId: 'lyon', fields: {}, consents: [], language: 'en'};
const proposal = {...rsvp, title: 'T', startsAt: receivedAt, timeZone: 'UTC', attendance: 'online' as const};

/** Every capability: how it is called, an answer with one wrong member, and that member's path. */
const cases: Record<Capability, {call: (adapter: BackendAdapter) => Promise<unknown> | undefined; lie: unknown; path: string}> = {
  getPetition: {call: (adapter) => adapter.getPetition?.({}), lie: {...english, title: 7}, path: 'title'},
  getTally: {call: (adapter) => adapter.getTally?.(), lie: {count: '7', asOf: receivedAt}, path: 'count'},
  getChallenge: {call: (adapter) => adapter.getChallenge?.(), lie: {signature: 'x', parameters: {}}, path: 'parameters.nonce'},
  sign: {call: (adapter) => adapter.sign?.(signature()), lie: {status: 'duplicate', receivedAt}, path: 'status'},
  signSealed: {call: (adapter) => adapter.signSealed?.(sealed), lie: {status: 'counted'}, path: 'receivedAt'},
  listEvents: {call: (adapter) => adapter.listEvents?.({}), lie: {events: {}}, path: 'events'},
  getEvent: {call: (adapter) => adapter.getEvent?.('lyon'), lie: {...events[0], attendance: 'maybe'}, path: 'attendance'},
  joinEvent: {call: (adapter) => adapter.joinEvent?.(rsvp), lie: {status: 'counted', receivedAt}, path: 'status'},
  proposeEvent: {call: (adapter) => adapter.proposeEvent?.(proposal), lie: null, path: ''},
};
const capabilities = Object.keys(cases) as Capability[];
const adapterWith = (capability: Capability, behaviour: () => unknown): BackendAdapter => checked({name: 'crm', [capability]: behaviour}, SRC);

describe('the door', () => {
  for (const capability of capabilities) {
    const {call, lie, path} = cases[capability];

    it(`${capability}: names the member that is wrong`, async () => {
      const error = await failure(call(adapterWith(capability, () => Promise.resolve(lie))) ?? Promise.resolve());
      expect(error.code).to.equal('invalid-response');
      expect(error.issues.map((issue) => issue.path)).to.include(path);
      expect(error.message).to.contain(`crm.${capability}() for ${SRC}`);
    });

    it(`${capability}: lets a BackendError through as it is`, async () => {
      const thrown = new BackendError('closed', 'Over.');
      expect(await failure(call(adapterWith(capability, () => Promise.reject(thrown))) ?? Promise.resolve())).to.equal(thrown);
    });

    it(`${capability}: wraps whatever else is thrown, even at once`, async () => {
      const thrown = new RangeError('Oops.');
      const error = await failure(call(adapterWith(capability, () => { throw thrown; })) ?? Promise.resolve());
      expect(error).to.include({code: 'invalid-response', cause: thrown});
      expect(error.message).to.contain(`crm.${capability}()`);
    });

    it(`${capability}: is absent where the adapter lacks it`, () => {
      expect(checked({name: 'crm'}, SRC)).to.not.have.property(capability);
    });
  }

  it('tells a timeout, a drop and a caller who gave up apart', async () => {
    const codeOf = async (thrown: Error) => (await failure(adapterWith('getTally', () => Promise.reject(thrown)).getTally?.() ?? Promise.resolve())).code;
    expect(await codeOf(new TypeError('Failed to fetch'))).to.equal('offline');
    expect(await codeOf(new DOMException('', 'AbortError'))).to.equal('aborted');
    expect(await codeOf(new DOMException('', 'TimeoutError'))).to.equal('timeout');
  });

  it('passes on what is asked, with the caller\'s signal', async () => {
    const asked: unknown[] = [];
    const adapter = checked({
      name: 'crm',
      getPetition: (...all) => { asked.push(...all); return memoryAdapter({petition: english}).getPetition?.(...all) ?? Promise.reject(new Error()); },
      getTally: (...all) => { asked.push(...all); return Promise.resolve({count: 1, asOf: receivedAt}); },
    }, SRC);
    const {signal} = new AbortController();
    await adapter.getPetition?.({language: 'fr'}, {signal});
    await adapter.getTally?.({signal});
    expect(asked).to.deep.equal([{language: 'fr'}, {signal}, {signal}]);
  });

  it('calls the methods of a class on their object', async () => {
    class Crm implements BackendAdapter {
      readonly name = 'crm';
      #count = 5;
      getTally() { return Promise.resolve({count: this.#count, asOf: receivedAt}); }
      sign() { return Promise.resolve({status: this.#count === 5 ? 'counted' as const : 'accepted' as const, receivedAt}); }
    }
    const adapter = able(checked(new Crm(), SRC), 'getTally', 'sign');
    expect((await adapter.getTally()).count).to.equal(5);
    expect((await adapter.sign(signature())).status).to.equal('counted');
  });

  it('fills in defaults and drops what the contract does not know', async () => {
    const adapter = able(checked({name: 'crm', getEvent: () => Promise.resolve({...events[1], surprise: 1} as never)}, SRC), 'getEvent');
    expect(await adapter.getEvent('online')).to.deep.equal({...events[1], description: [], status: 'scheduled', joinable: false});
  });

  it('keeps what the adapter says of itself', () => {
    const said = {name: 'crm', links: {sign: SRC}, repeatable: ['sign'] as const, subscribes: false};
    expect(checked(said, SRC)).to.deep.equal(said);
  });
});
