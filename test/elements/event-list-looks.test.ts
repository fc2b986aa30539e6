import {expect} from 'chai';
import {pseudo} from '../../src/localization/generated/pseudo.js';
import {defineLocale} from '../../src/localization/packs.js';
import {eventually} from '../support/eventually.js';
import {setMedia} from '../support/screen.js';
import {define, many, openJoin, openOrganise, vigil, wave} from './gathering.js';
import {press} from './signing.js';
import {all, backEnd, find, place, room} from './support.js';

const WORD = 'Aufenthaltsbestimmungsrechtsverfahrensbeschleunigungsgesetz';
const long = {
  ...vigil, id: 'long', title: `${WORD} ${WORD}`, status: 'full' as const, sample: true, attendance: 'both' as const, timeZone: 'America/Argentina/Buenos_Aires', previousStartsAt: '2199-02-02T18:00:00+01:00', url: 'https://example.org/',
  place: {name: WORD, address: WORD, locality: WORD, country: 'GS', approximate: true}, organizer: {name: WORD}, description: [{type: 'paragraph' as const, text: WORD}],
};
const petition = {rsvp: {fields: [{name: 'word', type: 'text' as const, label: WORD, required: true}], consents: [{id: 'contact', purpose: 'other' as const, text: WORD, version: '1', required: true}]}, controllers: [{id: 'us', name: WORD, contact: 'a@example.org'}]};

const reachingOut = (around: HTMLElement, list: Element): string[] => {
  const {left, right} = around.getBoundingClientRect();
  return all(list, '*')
    .filter((each) => each.checkVisibility() && !each.matches('option'))
    .filter((each) => { const box = each.getBoundingClientRect(); return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5); })
    .map((each) => `${each.localName}.${each.className} ${each.textContent.trim().slice(0, 30)}`);
};
const expectWithin = async (around: HTMLElement, list: Element) => {
  await eventually(() => reachingOut(around, list).length === 0 && around.scrollWidth <= around.clientWidth, `It reaches out: ${reachingOut(around, list).slice(0, 5).join(', ')}`);
};

describe('the looks of a list of events', () => {
  before(() => {
    define();
    for (const [name, load] of Object.entries(pseudo)) defineLocale(name, load);
  });

  for (const width of [280, 320, 768]) {
    for (const lang of ['en', 'en-XA', 'ar-XB']) {
      it(`stays within ${String(width)} px in ${lang}, with its forms`, async () => {
        const around = await room({width, lang});
        const list = await place('sphere-event-list', backEnd({events: [long, ...many(6), ...wave], petition}), around);
        await find(list, '.join');
        (await find(list, '.fold')).click();
        await find(list, '#past .event');
        await expectWithin(around, list);
        await openJoin(list);
        await press(list);
        await find(list, '.summary');
        await expectWithin(around, list);
        await openOrganise(list);
        await expectWithin(around, list);
      });
    }
  }

  it('has the day on a leaf beside each event where there is room, and not where there is none', async () => {
    const around = await room({width: 320});
    const list = await place('sphere-event-list', backEnd({events: [vigil]}), around);
    const leaf = await find(list, '.leaf');
    expect(leaf.checkVisibility()).to.equal(false);
    around.style.inlineSize = '800px';
    await eventually(() => leaf.checkVisibility(), 'There is no leaf.');
    const name = await find(list, '.name');
    expect(leaf.getBoundingClientRect().right).to.be.at.most(name.getBoundingClientRect().left);
    const join = await find(list, '.join');
    await eventually(() => join.getBoundingClientRect().left > name.getBoundingClientRect().left, 'The button does not stand at the end.');
  });

  it('is laid out from right to left where one reads so', async () => {
    const list = await place('sphere-event-list', backEnd({events: [vigil]}), await room({width: 800, lang: 'ar-XB'}));
    const [leaf, join] = [await find(list, '.leaf'), await find(list, '.join')];
    await eventually(() => leaf.getBoundingClientRect().left > join.getBoundingClientRect().right, 'It is laid out from left to right.');
  });

  it('has targets of 44 px and more', async () => {
    const list = await place('sphere-event-list', backEnd({events: [...many(25), ...wave]}), await room({width: 320}));
    await find(list, '.join');
    for (const each of all(list, 'button, select, input')) expect(each.getBoundingClientRect().height, each.textContent.trim()).to.be.at.least(44);
  });

  it('does not move what is below when the buttons come', async () => {
    let give: () => void = () => undefined;
    const adapter = backEnd({events: many(3)});
    const gate = new Promise<void>((resolve) => { give = resolve; });
    const list = await place('sphere-event-list', {...adapter, getPetition: async (...all) => { await gate; return adapter.getPetition?.(...all) ?? Promise.reject(new Error()); }}, await room({width: 320, lang: 'en'}));
    await eventually(() => all(list, '.name').length === 3, 'There are no events.');
    const last = all(list, '.name')[2];
    const before = last?.getBoundingClientRect().top;
    give();
    await find(list, '.join');
    expect(last?.getBoundingClientRect().top).to.equal(before);
  });

  it('marks its edges in forced colours', async function () {
    // Only Chromium's driver lets a page see them; the others have no way to ask.
    if (!(await setMedia({'forced-colors': 'active'}))) this.skip();
    const list = await place('sphere-event-list', backEnd({events: [vigil]}), await room({width: 800}));
    expect(getComputedStyle(await find(list, '.leaf')).borderTopStyle).to.equal('solid');
  });
});
