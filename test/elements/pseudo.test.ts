import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {BackendError, type BackendAdapter, type BackendErrorCode} from '../../src/contract/index.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {pseudo} from '../../src/localization/generated/pseudo.js';
import {defineLocale} from '../../src/localization/packs.js';
import {eventually} from '../support/eventually.js';
import {enter, fillIn, press} from './signing.js';
import {all, backEnd, find, place, room} from './support.js';
import {MARKS, OWN, untranslated} from './untranslated.js';

const full: Partial<PetitionDocument> = {
  title: OWN, summary: OWN, callToAction: OWN, addressees: [{name: OWN}], controllers: [{id: 'us', name: OWN, privacy: 'https://example.org/'}],
  letter: Array.from({length: 4}, () => ({type: 'paragraph' as const, text: `${OWN} `.repeat(200)})),
  updates: [{title: OWN, publishedAt: '2026-03-01T12:00:00Z', body: [{type: 'paragraph', text: OWN}]}],
  consents: [{id: 'signature', purpose: 'signature', text: OWN, version: '1', required: true}, {id: 'news', purpose: 'newsletter', text: OWN, version: '1'}],
};

const failing = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code, 'For the test.'));
const idle = async () => undefined;
const signed = async (petition: Element) => {
  await fillIn(petition);
  await press(petition);
};
const shared = async (petition: Element) => {
  petition.setAttribute('journey', 'share');
  petition.setAttribute('redirect', 'https://next.example/');
  await signed(petition);
  await find(petition, '[part=way]');
  all(petition, '[part=way]').find(({textContent}) => textContent === 'Mastodon')?.click();
  (await find(petition, '.server button')).click();
  // Whether or not this page may copy, it says so.
  (await find(petition, '.share [part=button]')).click();
  await find(petition, '.said:not(:empty)');
};
const led = async (petition: Element) => {
  await shared(petition);
  all(petition, '.step > button')[0]?.click();
};
const mistyped = async (petition: Element) => {
  await enter(petition, 'email', 'ada@gmial.com');
  await find(petition, '.suggestion button');
};
const found = (selector: string) => (petition: Element) => find(petition, selector);

type State = readonly [string, Partial<BackendAdapter> & {petition?: Partial<PetitionDocument>; count?: number}, (petition: Element) => Promise<unknown>, (petition: Element) => Promise<unknown>];
const STATES: readonly State[] = [
  ['ready', {petition: {...full, goal: 50}, count: 2}, idle, found('data')],
  ['approximate', {petition: full, getTally: () => Promise.resolve({count: 3, asOf: '2026-01-01T00:00:00Z', approximate: true})}, idle, found('data')],
  ['without a number', {petition: full, getTally: failing('offline')}, idle, found('sphere-counter:state(failed)')],
  ['asking about an e-mail address', {petition: full}, mistyped, idle],
  ['with problems', {petition: full}, press, found('[part=summary]')],
  ['refused', {petition: full, sign: failing('invalid')}, signed, found('[part=summary]')],
  ['left in doubt by a back end that counts twice', {petition: full, sign: failing('offline'), repeatable: []}, signed, found('[part=summary]')],
  ['signed', {petition: full}, signed, found('.thanks')],
  ['shared', {petition: full}, shared, found('.problem')],
  ['signed, with an e-mail to confirm and a way on', {petition: full, sign: () => Promise.resolve({status: 'confirm', receivedAt: '2026-01-01T00:00:00Z'})}, led, found('a#step')],
  ['early', {petition: {...full, opensAt: '2999-01-01T12:00:00Z'}}, idle, found('.notice')],
  ['closed', {petition: {...full, closesAt: '2020-01-01T12:00:00Z'}}, idle, found('.notice')],
  ['unsupported', {petition: {...full, challenge: true}, links: {sign: 'https://example.org/'}}, idle, found('.notice a')],
  ['without a letter', {petition: {...full, letter: []}}, idle, found('.note')],
  ...(['offline', 'unavailable', 'not-found', 'configuration', 'invalid-response'] as const).map((code): State => [`failed (${code})`, {getPetition: failing(code)}, idle, found('[part=failure]')]),
];

describe('in a pseudo-language', () => {
  before(() => {
    SpherePetition.define();
    SphereCounter.define();
    for (const [name, load] of Object.entries(pseudo)) defineLocale(name, load);
  });

  for (const lang of ['en-XA', 'ar-XB'] as const) {
    for (const [what, back, act, until] of STATES) {
      it(`nothing is left untranslated of a petition that is ${what} (${lang})`, async () => {
        const language = back.petition ? lang : 'en';
        const petition = await place('sphere-petition', backEnd({...back, ...(back.petition && {petition: {test: false, ...back.petition, language}})}), await room({lang}));
        await act(petition);
        await until(petition);
        await eventually(() => untranslated(petition, MARKS[lang]).length === 0, `There is English on the page: ${untranslated(petition, MARKS[lang]).join(' | ')}`);
      });
    }
  }

  it('written from right to left, every part is laid out from right to left', async () => {
    const petition = await place('sphere-petition', backEnd({petition: {...full, language: 'ar'}, count: 5}), await room({lang: 'ar-XB', width: 768}));
    const [title, form, count] = [await find(petition, '[part=title]'), await find(petition, 'form'), await find(petition, 'data')];
    for (const part of [title, form, count, await find(petition, '[part=text]')]) expect(getComputedStyle(part).direction).to.equal('rtl');
    const label = await find(petition, '[part=label]');
    expect(count.getBoundingClientRect().left).to.be.greaterThan(label.getBoundingClientRect().left);
    const box = await find(petition, '[type=checkbox]');
    const words = await find(petition, '.consent label');
    expect(box.getBoundingClientRect().left).to.be.greaterThan(words.getBoundingClientRect().left);
  });
});
