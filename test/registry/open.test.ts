import {expect} from 'chai';
import {adapterSettings, wholeNumber} from '../../src/adapters/settings.js';
import type {AdapterSettings, BackendAdapter} from '../../src/contract/index.js';
import {DEFINITION_GRACE} from '../../src/registry/find.js';
import {openSource} from '../../src/registry/open.js';
import {defineAdapter} from '../../src/registry/registry.js';
import {failure} from '../mocks/failure.js';
import {shortTimers} from '../mocks/patience.js';

const SRC = 'https://petitions.example/p';

describe('openSource', () => {
  it('finds the adapter by the address, and sphere where nobody recognises it', async () => {
    defineAdapter('by-address', {matches: (src) => src.host === 'by-address.example', load: () => Promise.resolve({create: (src: URL) => ({name: `for ${src.pathname}`})})});
    expect((await openSource({src: 'https://by-address.example/p'})).name).to.equal('for /p');
    expect((await openSource({src: SRC})).name).to.equal('sphere');
  });

  it('prefers the name to the address', async () => {
    defineAdapter('by-name', () => ({name: 'named'}));
    expect((await openSource({src: 'https://by-address.example/p', adapter: 'by-name'})).name).to.equal('named');
  });

  it('waits for an adapter that is defined after the element', async () => {
    const opening = openSource({src: SRC, adapter: 'late'});
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    defineAdapter('late', () => ({name: 'late'}));
    expect((await opening).name).to.equal('late');
  });

  it('says which names there are when nobody defines it', async () => {
    shortTimers(DEFINITION_GRACE);
    const error = await failure(openSource({src: SRC, adapter: 'sphare'}));
    expect(error.code).to.equal('configuration');
    expect(error.message).to.contain('No adapter is called "sphare"').and.to.contain('sphere, memory').and.to.contain('the attribute adapter');
  });

  it('says that an address is none', async () => {
    const error = await failure(openSource({src: '/petitions/p'}));
    expect(error.code).to.equal('configuration');
    expect(error.message).to.equal('"/petitions/p" is not an address: write the attribute src as an absolute or relative URL.');
  });

  it('hands the adapter its settings, checked', async () => {
    const given: AdapterSettings[] = [];
    const create = (_src: URL, settings: AdapterSettings): BackendAdapter => {
      given.push(settings);
      return {name: 'set'};
    };
    defineAdapter('set', {load: () => ({create, settings: adapterSettings({count: wholeNumber})})});
    await openSource({src: SRC, adapter: 'set', settings: {count: '5'}});
    expect(given).to.deep.equal([{count: '5'}]);
    expect((await failure(openSource({src: SRC, adapter: 'set'}))).message).to.contain('the attribute setting-count');
    expect((await failure(openSource({src: SRC, settings: {count: '5'}}))).message).to.contain('"sphere" takes no settings: remove the attribute setting-count');
  });

  it('leaves to the door what the adapter returns', async () => {
    const lie = {count: -1, asOf: 'now'};
    defineAdapter('lying', () => ({name: 'lying', getTally: () => Promise.resolve(lie)}));
    expect(await (await openSource({src: SRC, adapter: 'lying'})).getTally?.()).to.equal(lie);
  });
});
