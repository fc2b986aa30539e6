import {expect} from 'chai';
import type {AdapterSettings} from '../../src/contract/index.js';
import {adapterNames, platformFor, whenAdapterDefined} from '../../src/registry/find.js';
import {platforms} from '../../src/registry/platforms.js';
import {adapterNameFor, defineAdapter} from '../../src/registry/registry.js';

const factory = (name: string) => () => ({name});
const entry = (name: string, matches: (src: URL) => boolean) => ({matches, load: () => ({create: factory(name)})});
const nameMadeBy = async (name: string) => (await (await whenAdapterDefined(name)).load()).create(new URL('https://example.org'), {}).name;

describe('defineAdapter', () => {
  it('serves those who ask after', async () => {
    defineAdapter('before', factory('made before'));
    expect(await nameMadeBy('before')).to.equal('made before');
  });

  it('serves those who asked before', async () => {
    const asked = [nameMadeBy('after'), nameMadeBy('after')];
    defineAdapter('after', factory('made after'));
    expect(await Promise.all(asked)).to.deep.equal(['made after', 'made after']);
  });

  it('gives a name a new meaning for those who ask from then on', async () => {
    defineAdapter('again', factory('first'));
    const first = nameMadeBy('again');
    defineAdapter('again', factory('second'));
    expect([await first, await nameMadeBy('again')]).to.deep.equal(['first', 'second']);
  });

  it('lets a page replace a shipped adapter', async () => {
    const shipped = await whenAdapterDefined('memory');
    defineAdapter('memory', factory('the page\'s own'));
    expect(await nameMadeBy('memory')).to.equal('the page\'s own');
    defineAdapter('memory', shipped);
  });

  it('loads nothing before it is asked to', () => {
    defineAdapter('lazy', {load: () => { throw new Error('Too early.'); }});
    expect(adapterNames()).to.include('lazy');
  });

  it('is one for the page, even with two copies of the library', async () => {
    const address = new URL('../../src/registry/define-adapter.ts?second-copy', import.meta.url).href;
    const copy = (await import(address)) as typeof import('../../src/registry/define-adapter.js');
    expect(copy.defineAdapter).to.not.equal(defineAdapter);
    const asked = nameMadeBy('from-the-other-copy');
    copy.defineAdapter('from-the-other-copy', factory('shared'));
    expect(await asked).to.equal('shared');
    expect(adapterNames()).to.include('from-the-other-copy');
  });
});

describe('adapterNames', () => {
  it('names each once, the shipped ones too', () => {
    defineAdapter('named-once', factory('x'));
    defineAdapter('named-once', factory('y'));
    const names = adapterNames();
    expect(names).to.include.members(['sphere', 'memory']);
    expect(names.filter((name) => name === 'named-once')).to.have.length(1);
    expect(new Set(names)).to.have.length(names.length);
  });

  it('knows no adapter by what every object has', async () => {
    const asked = Promise.race([whenAdapterDefined('constructor').then(() => 'found'), new Promise((resolve) => { setTimeout(resolve, 20, 'waiting'); })]);
    expect(await asked).to.equal('waiting');
  });
});

describe('adapterNameFor', () => {
  const at = (address: string) => adapterNameFor(new URL(address));

  it('is sphere where nobody says more', () => { expect(at('https://nobody.example/petition')).to.equal('sphere'); });

  it('is the adapter that recognises the address', () => {
    defineAdapter('crm', entry('crm', (src) => src.host === 'crm.example'));
    expect(at('https://crm.example/petition')).to.equal('crm');
    expect(at('https://crm.example.net/petition')).to.equal('sphere');
  });

  it('is the latest defined of several that do', () => {
    defineAdapter('wide', entry('wide', (src) => src.host.endsWith('.order.example')));
    defineAdapter('narrow', entry('narrow', (src) => src.host === 'a.order.example'));
    expect(at('https://a.order.example/')).to.equal('narrow');
    expect(at('https://b.order.example/')).to.equal('wide');
  });
});

describe('shipped adapters', () => {
  const at = (address: string) => adapterNameFor(new URL(address)) ?? platformFor(new URL(address));

  for (const [address, name] of [
    ['https://actionnetwork.org/api/v2/petitions/0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77', 'action-network'],
    ['https://actionnetwork.org/api/v2/events', 'action-network'],
    ['https://actionnetwork.org/petitions/save-the-park', 'sphere'],
    ['https://abcdefgh.supabase.co/rest/v1', 'supabase'],
    ['https://abcdefgh.supabase.co/storage/v1', 'sphere'],
    ['https://api.proca.app/api?id=42', 'proca'],
    ['https://ngo.actionkit.com/rest/v1/action/?page=save-the-park', 'actionkit'],
    ['https://ngo.actionkit.com/sign/save-the-park/', 'sphere'],
    ['https://ngo.example/calendar/events.ics', 'ical'],
    ['https://ngo.example/events.ics.html', 'sphere'],
    ['https://actionnetwork.org.example/api/v2/petitions/1', 'sphere'],
    ['https://petitions.example/actionnetwork.org/api/v2/petitions/1', 'sphere'],
    ['https://www.actionnetwork.org/api/v2/forms/1', 'action-network'],
    // Recognised, so that the adapter can say what is wrong with it.
    ['https://actionnetwork.org/api/v2/advocacy_campaigns/1', 'action-network'],
    ['https://actionnetwork.org/api/v2/people', 'sphere'],
    ['https://actionnetwork.org/api/v2/petitionsx', 'sphere'],
    ['https://actionnetwork.org/x/api/v2/petitions/1', 'sphere'],
    ['https://notactionnetwork.org/api/v2/petitions/1', 'sphere'],
    ['https://act.actionnetwork.org/api/v2/petitions/1', 'sphere'],
    ['https://actionnetwork.org:8443/api/v2/petitions/1', 'sphere'],
    ['http://actionnetwork.org/api/v2/petitions/1', 'sphere'],
    ['https://ngo.actionkit.com/rest/v1/action?page=x', 'actionkit'],
    ['https://ngo.actionkit.com/rest/v1/user/?page=x', 'sphere'],
    ['https://ngo.actionkit.com/x/rest/v1/action/?page=x', 'sphere'],
    ['https://a.ngo.actionkit.com/rest/v1/action/?page=x', 'sphere'],
    ['https://actionkit.com/rest/v1/action/?page=x', 'sphere'],
    ['https://ngo.actionkit.com.example/rest/v1/action/?page=x', 'sphere'],
    ['http://ngo.actionkit.com/rest/v1/action/?page=x', 'sphere'],
    ['https://api.proca.app/api/?id=42', 'proca'],
    ['https://api.proca.app/graphiql?id=42', 'sphere'],
    ['https://api.proca.app/x/api?id=42', 'sphere'],
    ['https://www.proca.app/api?id=42', 'sphere'],
    ['https://api.proca.app.example/api?id=42', 'sphere'],
    ['http://api.proca.app/api?id=42', 'sphere'],
    ['http://abcdefgh.supabase.co/rest/v1', 'sphere'],
  ] as const) {
    it(`takes ${address} for ${name}`, () => { expect(at(address)).to.equal(name); });
  }

  it('give way to what the page defines', () => {
    const address = 'https://actionnetwork.org/api/v2/petitions/of-this-page';
    defineAdapter('own', entry('own', (src) => src.href === address));
    expect(at(address)).to.equal('own');
  });

  it('are loaded by their names, and are called so', async () => {
    const sources: Record<string, string> = {'action-network': 'https://actionnetwork.org/api/v2/petitions/0b8bd5c4-3bd1-4a2e-9d5f-1f8f3f0c2a77', 'actionkit': 'https://a.actionkit.com/rest/v1/action/?page=x', 'proca': 'https://api.proca.app/api?id=1'};
    const settings: Record<string, AdapterSettings> = {json: {count: 'count'}, supabase: {sign: 'sign_petition'}};
    for (const name of Object.keys(platforms)) {
      const src = sources[name] ?? 'https://a.example/p';
      const {create} = await (await whenAdapterDefined(name)).load();
      expect(create(new URL(src), settings[name] ?? {}).name).to.equal(name);
    }
  });
});
