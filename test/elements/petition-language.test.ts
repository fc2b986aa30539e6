import {expect} from 'chai';
import {http, HttpResponse} from 'msw';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {english, french} from '../mocks/documents.js';
import {answer, sent} from '../mocks/network.js';
import {sphereHandlers} from '../mocks/sphere-handlers.js';
import {eventually} from '../support/eventually.js';
import {consoleSaid} from './listening.js';
import {fillIn, held, tick} from './signing.js';
import {CANARY, all, find, place, room, says, words} from './support.js';

const bilingual = () => memoryAdapter({petition: {en: english, fr: french}, count: 12_345});
const petitionIn = async (lang: string, adapter = bilingual()) => {
  const around = await room({lang});
  return {around, petition: await place('sphere-petition', adapter, around)};
};

describe('the language of a petition', () => {
  before(() => { SpherePetition.define(); });

  it('may be another in another part of the page', async () => {
    const adapter = bilingual();
    const [first, second] = [await petitionIn('fr', adapter), await petitionIn('en', adapter)];
    await says(first.petition, 'Une issue sûre');
    await says(first.petition, /Signer la pétition/);
    await says(first.petition, /12\u202f345 signatures/);
    await says(second.petition, 'A safe way out');
    await says(second.petition, 'Sign the petition');
    second.petition.scrollIntoView();
    await says(second.petition, '12,345 signatures');
    expect(words(first.petition)).to.not.contain('Sign the petition');
  });

  it('is asked for once, region and all, whatever parts it has', async () => {
    const src = 'https://back-end.example/petitions/canada';
    answer(...sphereHandlers(src, bilingual()));
    const around = await room({lang: 'fr-CA'});
    around.innerHTML = `<sphere-petition src="${src}"></sphere-petition>`;
    await says(around, 'Une issue sûre');
    await says(around, /Signer la pétition/);
    await says(around, 'We call on you to act.');
    expect(sent.map(({url}) => url).filter((url) => url.includes('petition.json'))).to.deep.equal([`${src}/petition.json?lang=fr-CA`]);
  });

  describe('when the page changes it', () => {
    it('changes in every part', async () => {
      const {around, petition} = await petitionIn('en');
      await says(petition, '12,345 signatures');
      around.lang = 'fr';
      for (const sentence of ['Une issue sûre', /Signer la pétition/, /12\u202f345 signatures/, 'Prénom']) await says(petition, sentence);
      await eventually(() => !/Sign the petition|First name|A safe way out/.test(words(petition)), 'There is still English on the page.');
    });

    it('loses nothing of what was typed, chosen and ticked', async () => {
      const {around, petition} = await petitionIn('en');
      await fillIn(petition, {...CANARY, country: 'DE'});
      await tick(petition, 'newsletter');
      around.lang = 'fr';
      await says(petition, 'Prénom');
      await eventually(() => all<HTMLOptionElement>(petition, 'option[value=DE]')[0]?.text === 'Allemagne', 'The countries are not in French.');
      expect(held(petition)).to.deep.equal({...CANARY, country: 'DE'});
      expect(all<HTMLInputElement>(petition, '[type=checkbox]').map(({checked}) => checked)).to.deep.equal([true, true]);
    });

    it('stands where the other language cannot be had', async () => {
      const src = 'https://back-end.example/petitions/half';
      answer(...sphereHandlers(src, bilingual()));
      const around = await room({lang: 'en'});
      around.innerHTML = `<sphere-petition src="${src}"></sphere-petition>`;
      await says(around, 'A safe way out');
      await fillIn(around);
      answer(http.get(`${src}/petition.json`, () => HttpResponse.error()));
      around.lang = 'fr';
      await says(around, 'Prénom');
      await eventually(() => consoleSaid.some(({message}) => message.includes(`${src}/petition.json`)), 'The developer is told nothing.');
      await says(around, 'A safe way out');
      expect(held(around)).to.deep.equal({...CANARY});
    });
  });

  for (const [lang, sentence] of [['fr_FR', 'Une issue sûre'], [' fr ', 'Une issue sûre'], ['FR-be', 'Une issue sûre'], ['english please', 'A safe way out'], ['x', 'A safe way out'], ['fr-', 'A safe way out'], ['nl', 'A safe way out']] as const) {
    it(`is understood, or passed over, when the page says "${lang}"`, async () => {
      const {petition} = await petitionIn(lang);
      await says(petition, sentence);
      await says(petition, /12[,\u202f.\u00a0]345 signatures/);
      expect(consoleSaid.filter(({message}) => message.includes('RangeError'))).to.deep.equal([]);
    });
  }

  it('marks the petition’s own words where they are in another', async () => {
    const {petition} = await petitionIn('en', memoryAdapter({petition: {...french, summary: 'En deux phrases.', callToAction: 'Signez', consents: [{id: 'signature', purpose: 'signature', text: 'Je signe.', version: '1'}]}}));
    await says(petition, 'Signez');
    const langOf = (own: string) => all(petition, '*').filter((each) => each.textContent.trim() === own && each.children.length === 0).map((each) => each.closest('[lang]')?.getAttribute('lang'));
    for (const own of ['En deux phrases.', 'Signez', 'Je signe.']) expect(new Set(langOf(own)), own).to.deep.equal(new Set(['fr']));
    expect(new Set(langOf('First name'))).to.deep.equal(new Set(['en']));
    expect((await find(petition, 'header')).lang).to.equal('fr');
  });
});
