import type {PetitionDocument} from '../../src/adapters/memory.js';
import {BackendError, type BackendAdapter} from '../../src/contract/index.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {expectAccessible} from '../support/axe.js';
import {fillIn, press} from './signing.js';
import {backEnd, place, room, says} from './support.js';

const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const full: Partial<PetitionDocument> = {
  summary: [{text: 'Two sentences, '}, {text: 'with a link', href: 'https://example.org/'}, {text: '.'}],
  callToAction: 'Ask for a way out',
  addressees: [{name: 'The High Commissioner'}],
  updates: [{title: 'We met', publishedAt: '2026-03-01T12:00:00Z', body: [{type: 'heading', text: 'What was said'}, {type: 'list', items: ['One', 'Two']}]}],
  controllers: [{id: 'us', name: 'Example Relief', privacy: 'https://example.org/privacy'}],
};
const signed = async (petition: Element) => {
  await fillIn(petition);
  await press(petition);
};

type State = readonly [what: string, back: Partial<BackendAdapter> & {petition?: Partial<PetitionDocument>}, sentences: readonly string[], act?: ((petition: Element) => Promise<void>) | undefined, content?: string];
const STATES: readonly State[] = [
  ['loading', {getPetition: never}, [], undefined, '<a href="https://example.org/">The petition</a>'],
  ['ready', {petition: full}, ['We met', 'Goal', 'Example Relief', 'We call on you']],
  ['left with problems', {petition: full}, ['Please check'], press],
  ['signed', {petition: full}, ['Someone else', 'Goal'], signed],
  ['closed', {petition: {...full, closesAt: '2020-01-01T12:00:00Z'}}, ['Final count', 'closed on']],
  ['unsupported', {petition: {...full, offers: ['getPetition']}}, ['cannot be signed on this page']],
  ['foreign', {petition: {...full, language: 'ar'}}, ['Arabic']],
  ['without its number', {getTally: () => Promise.reject(new TypeError('lost'))}, ['cannot be read']],
  ['failed', {getPetition: () => Promise.reject(new BackendError('offline', 'For the test.'))}, ['could not be reached']],
  ['arranged by its author', {petition: full}, [], undefined, '<h2>Mine</h2><sphere-counter></sphere-counter><sphere-letter></sphere-letter><sphere-petition-form></sphere-petition-form>'],
];

describe('the petition passes the a11y audit', () => {
  before(() => { SpherePetition.define(); });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [what, back, sentences, act, content] of STATES) {
      it(`when ${what}, ${scheme}`, async () => {
        const petition = await place('sphere-petition', backEnd(back), await room({scheme}), content);
        await act?.(petition);
        for (const sentence of sentences) await says(petition, sentence);
        for (const part of petition.querySelectorAll('sphere-letter, sphere-petition-form')) await says(part, /We call on you|Sign the petition/);
        await expectAccessible(petition);
      });
    }
  }
});
