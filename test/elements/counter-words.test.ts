import {expect} from 'chai';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {pseudo} from '../../src/localization/generated/pseudo.js';
import {defineLocale} from '../../src/localization/packs.js';
import {backEnd, find, place, room, says} from './support.js';

const counting = async (count: number, lang: string) => place('sphere-counter', backEnd({count}), await room({lang}));
const label = async (count: number, lang: string): Promise<string> => {
  const counter = await counting(count, lang);
  await find(counter, 'data');
  return (await find(counter, '[part=label]')).textContent;
};

describe('the word beside the counter’s number', () => {
  before(() => { SphereCounter.define(); });

  for (const [count, word] of [[0, 'signature'], [1, 'signature'], [2, 'signatures'], [1_000_000, 'de signatures'], [1_500_000, 'signatures']] as const) {
    it(`is "${word}" for ${String(count)} in French`, async () => {
      expect(await label(count, 'fr')).to.equal(word);
    });
  }

  it('has a form for each of the six categories of Arabic', async () => {
    const category = Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map((name) => [`counter.signatures.${name}`, name]));
    defineLocale('ar-XB', () => ({templates: category}));
    const spoken = await Promise.all([0, 1, 2, 3, 11, 100].map((count) => label(count, 'ar-XB')));
    expect(spoken).to.deep.equal(['zero', 'one', 'two', 'few', 'many', 'other']);
  });

  it('comes from the pseudo-locale for each of them', async () => {
    for (const [name, load] of Object.entries(pseudo)) defineLocale(name, load);
    for (const count of [0, 1, 2, 3, 11, 100]) expect(await label(count, 'ar-XB')).to.match(/^\u202esignatures?\u202c$/);
  });

  it('and the number itself are those of the element’s language', async () => {
    await says(await counting(1_234_567, 'fr'), /1\u202f234\u202f567\s+signatures/);
    // Engines differ on what the Swiss write between thousands.
    await says(await counting(1_234_567, 'fr-CH'), `${new Intl.NumberFormat('fr-CH').format(1_234_567)} signatures`);
    await says(await counting(1_234_567, 'en'), '1,234,567 signatures');
  });
});
