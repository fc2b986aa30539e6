import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import type {BackendAdapter} from '../../src/contract/index.js';
import {petitionStore, type PetitionAddress} from '../../src/stores/shared.js';
import {english} from '../mocks/documents.js';
import {answer, sent} from '../mocks/network.js';
import {eventually} from '../support/eventually.js';
import {watch} from './watch.js';

const address = (change: Partial<PetitionAddress> = {}): PetitionAddress => ({src: 'https://petitions.example/p', settings: {}, ...change});

describe('the stores of a page', () => {
  it('are one for each address, adapter and settings', () => {
    const store = petitionStore(address());
    expect(petitionStore(address())).to.equal(store);
    for (const change of [{src: 'https://petitions.example/q'}, {adapter: 'memory'}, {settings: {latency: '1'}}]) {
      expect(petitionStore(address(change)), JSON.stringify(change)).not.to.equal(store);
      expect(petitionStore(address(change)), JSON.stringify(change)).to.equal(petitionStore(address(change)));
    }
  });

  it('do not care in which order settings are written', () => {
    expect(petitionStore(address({settings: {a: '1', b: '2'}}))).to.equal(petitionStore(address({settings: {b: '2', a: '1'}})));
    expect(petitionStore(address({settings: {a: '1', b: '2'}}))).not.to.equal(petitionStore(address({settings: {a: '2', b: '1'}})));
  });

  it('are one for each adapter that is an object, whatever its name', () => {
    const [adapter, twin]: [BackendAdapter, BackendAdapter] = [{name: 'own'}, {name: 'own'}];
    const store = petitionStore(address({adapter}));
    expect(petitionStore(address({adapter, src: ''}))).to.equal(store);
    expect(petitionStore(address({adapter: twin}))).not.to.equal(store);
    expect(petitionStore(address({adapter: 'own'}))).not.to.equal(store);
  });

  const count = async (src: string) => {
    const {state} = petitionStore(address({src})).tally;
    watch(state);
    return eventually(() => (state.value.status === 'known' ? String(state.value.tally.count) : state.value.status === 'failed' ? state.value.error.code : undefined), 'The number does not come.');
  };
  const elsewhere = {getTally: {adapter: 'sphere', src: 'https://away.example/p'}};
  const told = () => HttpResponse.json({count: 99, asOf: '2026-11-22T09:00:00Z'});

  it('find the number where a folder of files sends its readers elsewhere', async () => {
    answer(
      http.get('https://folder.example/p/tally.json', () => new HttpResponse(null, {status: 404})),
      http.get('https://folder.example/p/petition.json', () => HttpResponse.json({...english, connect: elsewhere})),
      http.get('https://away.example/p/tally.json', told),
    );
    expect(await count('https://folder.example/p')).to.equal('99');
    expect(sent.map(({url}) => url)).to.deep.equal(['https://folder.example/p/tally.json', 'https://folder.example/p/petition.json', 'https://away.example/p/tally.json']);
  });

  it('find the number where the address is a single document', async () => {
    answer(http.get('https://one.example/petition.json', () => HttpResponse.json({...english, connect: elsewhere})), http.get('https://away.example/p/tally.json', told));
    expect(await count('https://one.example/petition.json')).to.equal('99');
    expect(sent.map(({url}) => url)).to.deep.equal(['https://one.example/petition.json', 'https://away.example/p/tally.json']);
  });

  it('say that there is nothing where there is neither number nor document', async () => {
    answer(http.get('https://nowhere.example/*', () => new HttpResponse(null, {status: 404})));
    expect(await count('https://nowhere.example/p')).to.equal('not-found');
  });
});
