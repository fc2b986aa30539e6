import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {pseudo} from '../../src/localization/generated/pseudo.js';
import {defineLocale} from '../../src/localization/packs.js';
import {eventually} from '../support/eventually.js';
import {fillIn, press} from './signing.js';
import {all, backEnd, find, place, room, says} from './support.js';

const WORD = 'Aufenthaltsbestimmungsrechtsverfahrensbeschleunigungsgesetz';
const sentence = `${WORD} und ${WORD}skommission`;
const german: Partial<PetitionDocument> = {
  title: sentence, summary: sentence, callToAction: sentence, addressees: [{name: sentence}],
  letter: [{type: 'heading', text: sentence}, {type: 'paragraph', text: sentence}, {type: 'list', items: [sentence]}, {type: 'quote', text: sentence, source: WORD}],
  updates: [{title: sentence, body: [{type: 'paragraph', text: sentence}]}],
  fields: [{name: 'word', type: 'text', label: WORD, hint: sentence, required: true}, {name: 'list', type: 'select', label: WORD, required: true, options: [{value: 'a', label: sentence}]}, {name: 'email', type: 'email', required: true}, {name: 'country', type: 'country'}],
  consents: [{id: 'signature', purpose: 'signature', text: sentence, version: '1', required: true}],
  controllers: [{id: 'us', name: sentence, privacy: 'https://example.org/', contact: `${WORD.toLowerCase()}@example.org`}],
};

/** What reaches out of the room. Half a pixel is rounding. */
const reachingOut = (around: HTMLElement, petition: Element): string[] => {
  const {left, right} = around.getBoundingClientRect();
  return all(petition, '*')
    .filter((each) => each.checkVisibility() && !each.matches('option'))
    .filter((each) => { const box = each.getBoundingClientRect(); return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5); })
    .map((each) => `${each.localName}.${each.className} ${each.textContent.trim().slice(0, 30)}`);
};

const expectWithin = async (around: HTMLElement, petition: Element) => {
  await eventually(() => reachingOut(around, petition).length === 0 && around.scrollWidth <= around.clientWidth, `It reaches out: ${reachingOut(around, petition).slice(0, 5).join(', ')}`);
};

describe('a petition in a narrow place', () => {
  before(() => {
    SpherePetition.define();
    for (const [name, load] of Object.entries(pseudo)) defineLocale(name, load);
  });

  for (const width of [280, 320, 768]) {
    for (const [what, petition, lang] of [['long words', german, 'en'], ['longer translations', {...german, fields: undefined}, 'en-XA'], ['another direction', german, 'ar-XB']] as const) {
      it(`stays within ${String(width)} px with ${what}, before, with problems, and after signing`, async () => {
        const {fields: _, ...others} = petition;
        const around = await room({width, lang});
        const element = await place('sphere-petition', backEnd({petition: {...others, ...(petition.fields && {fields: petition.fields})}, count: 50_000_000}), around);
        await find(element, '[part=text]');
        (await find(element, 'sphere-counter')).scrollIntoView();
        await find(element, 'data');
        await expectWithin(around, element);
        await press(element);
        await find(element, '[part=summary]');
        await expectWithin(around, element);
        await fillIn(element, petition.fields ? {word: 'x', list: 'a', email: 'a@gmial.com', country: 'FR'} : undefined);
        await expectWithin(around, element);
        element.setAttribute('journey', 'share');
        await press(element);
        await find(element, '.thanks');
        await expectWithin(around, element);
        (await find(element, '[part=more]')).click();
        all(element, '[part=way]').find(({textContent}) => textContent === 'Mastodon')?.click();
        (await find(element, '.server button')).click();
        await find(element, '.server .problem');
        await expectWithin(around, element);
      });
    }

    it(`keeps its failure within ${String(width)} px`, async () => {
      const around = await room({width, lang: 'en-XA'});
      const element = await place('sphere-petition', backEnd({getPetition: () => Promise.reject(new TypeError('lost'))}), around);
      await says(element, '⟦');
      await expectWithin(around, element);
    });
  }

  it('has one column at 320 px and two at 1000', async () => {
    const around = await room({width: 320});
    const element = await place('sphere-petition', backEnd(), around);
    const [panel, letter] = [await find(element, '[part=panel]'), await find(element, 'sphere-letter')];
    expect(letter.getBoundingClientRect().top).to.be.at.least(panel.getBoundingClientRect().bottom);
    around.style.inlineSize = '1000px';
    await eventually(() => panel.getBoundingClientRect().left > letter.getBoundingClientRect().right, 'The panel does not stand beside the letter.');
  });
});
