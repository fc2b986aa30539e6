import {SphereLetter} from '../../src/elements/letter/letter.js';
import {BackendError, type BackendErrorCode} from '../../src/contract/index.js';
import {expectAccessible} from '../support/axe.js';
import {all, backEnd, find, place, room, says} from './support.js';

const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const failing = (code: BackendErrorCode) => backEnd({getPetition: () => Promise.reject(new BackendError(code, 'For the test.'))});
const addressees = [{name: 'The High Commissioner'}];
const link = [{text: 'Read '}, {text: 'the law', href: 'https://example.org/law'}, {text: '.'}];
const long = [
  {type: 'heading' as const, text: 'What we ask'}, {type: 'quote' as const, text: 'Nobody is illegal.', source: 'Elie Wiesel'}, {type: 'list' as const, items: ['Visas', 'Papers']},
  ...Array.from({length: 12}, () => ({type: 'paragraph' as const, text: link.concat({text: 'We call on you. '.repeat(12)})})),
];

const STATES = [
  ['loading', backEnd({getPetition: never}), /on its way/],
  ['ready', backEnd({petition: {addressees, letter: long.slice(0, 3)}}), /What we ask/],
  ['folded', backEnd({petition: {addressees, letter: long}}), /Read the whole/],
  ['empty', backEnd({petition: {letter: []}}), /not been published/],
  ['foreign', backEnd({petition: {addressees, language: 'ar'}}), /Arabic/],
  ...(['offline', 'timeout', 'rate-limited', 'unavailable', 'not-found', 'forbidden', 'unsupported', 'invalid-response', 'configuration'] as const)
    .map((code) => [`failed (${code})`, failing(code), /petition/] as const),
] as const;

describe('the letter passes the a11y audit', () => {
  before(() => { SphereLetter.define(); });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, adapter, sentence] of STATES) {
      it(`when ${state}, ${scheme}`, async () => {
        const letter = await place('sphere-letter', adapter, await room({scheme}), '<a href="https://example.org/">The petition</a>');
        await says(letter, sentence);
        await expectAccessible(letter);
      });
    }

    it(`when unfolded, ${scheme}`, async () => {
      const letter = await place('sphere-letter', backEnd({petition: {letter: long}}), await room({scheme}));
      (await find(letter, 'button')).click();
      await says(letter, 'Show less');
      await expectAccessible(letter);
      if (all(letter, '#rest a').length === 0) throw new Error('Nothing is unfolded.');
    });
  }
});
