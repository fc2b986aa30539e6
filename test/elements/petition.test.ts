import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {english, french} from '../mocks/documents.js';
import {eventually} from '../support/eventually.js';
import {fixture} from '../support/fixture.js';
import {opensWithTheFive} from './first-five.js';
import {fillIn, press} from './signing.js';
import {all, backEnd, find, place, says, words} from './support.js';

const registeredByImport = customElements.get('sphere-petition') !== undefined;
const parts = (petition: Element) => all(petition.shadowRoot ?? petition, 'sphere-counter, sphere-petition-form, sphere-letter, sphere-updates').filter((each) => each.getRootNode() === petition.shadowRoot).map(({localName}) => localName);
/** An author's HTML, whose petition is told its back end before anything is read. */
const written = async (markup: string, adapter = backEnd({count: 41})): Promise<SpherePetition> => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const petition = document.importNode(template.content, true).querySelector('sphere-petition');
  if (!petition) throw new Error('There is no petition in it.');
  petition.adapter = adapter;
  const holder = await fixture('<div></div>');
  holder.append(petition);
  return petition;
};

describe('<sphere-petition>', () => {
  opensWithTheFive({tag: 'sphere-petition', element: SpherePetition, registeredByImport, alive: 'A safe way out', failed: 'The petition could not be reached.'});

  describe('its own arrangement', () => {
    it('is title, summary, number, form, letter and news', async () => {
      const petition = await place('sphere-petition', backEnd({count: 41, petition: {summary: 'Two sentences.', updates: [{title: 'We met', publishedAt: '2026-03-01T12:00:00Z', body: [{type: 'paragraph', text: 'It went well.'}]}]}}));
      for (const sentence of ['A safe way out', 'Two sentences.', '41 signatures', 'Sign the petition', 'We call on you to act.', 'Latest news', 'We met', 'March 1, 2026', 'It went well.']) await says(petition, sentence);
      expect(parts(petition)).to.deep.equal(['sphere-counter', 'sphere-petition-form', 'sphere-letter', 'sphere-updates']);
    });

    it('has no news where there are none', async () => {
      const petition = await place('sphere-petition', backEnd());
      await says(petition, 'We call on you to act.');
      expect(words(petition)).to.not.contain('Latest news');
    });

    it('hides the author’s link once it is there', async () => {
      const petition = await written('<sphere-petition><a href="#x">Sign it</a></sphere-petition>');
      await says(petition, 'A safe way out');
      expect(petition.querySelector('a')?.checkVisibility()).to.equal(false);
    });

    it('has headings that follow each other from the level that the page gives', async () => {
      const petition = await written('<sphere-petition heading-level="3"></sphere-petition>', backEnd({petition: {callToAction: 'Sign', addressees: [{name: 'You'}], letter: [{type: 'heading', text: 'Why'}]}}));
      await says(petition, 'Why');
      await find(petition, '.call');
      await eventually(() => all(petition, '[role=heading]').length === 4, 'There are not four headings.');
      expect(Object.fromEntries(all(petition, '[role=heading]').map(({textContent, ariaLevel}) => [textContent.trim() || 'title', ariaLevel]))).to.deep.equal({'A safe way out': '3', Sign: '4', To: '4', Why: '5'});
    });

    it('counts the reader’s own signature at once', async () => {
      const petition = await place('sphere-petition', backEnd({count: 41}));
      await says(petition, '41 signatures');
      await fillIn(petition);
      await press(petition);
      await says(petition, '42 signatures');
    });

    it('hides a number that is smaller than min-count', async () => {
      const petition = await written('<sphere-petition min-count="50"></sphere-petition>');
      await says(petition, 'Be among the first to sign.');
    });

    for (const [slot, standard] of [['title', 'A safe way out'], ['button', 'Sign the petition']] as const) {
      it(`gives way to the author’s ${slot}`, async () => {
        const petition = await written(`<sphere-petition><b slot="${slot}">In my words</b></sphere-petition>`);
        await eventually(() => petition.querySelector('b')?.checkVisibility(), 'The author’s words are not shown.');
        const own = all(petition, '*').filter((each) => each.textContent.trim() === standard && !(each instanceof HTMLSlotElement) && each.checkVisibility() && each.querySelector('slot') === null);
        expect(own.length).to.equal(0);
      });
    }

    it('gives way to the author’s thanks', async () => {
      const petition = await written('<sphere-petition><b slot="thanks">Thank you, friend</b></sphere-petition>');
      await fillIn(petition);
      expect(petition.querySelector('b')?.checkVisibility()).to.equal(false);
      await press(petition);
      await eventually(() => petition.querySelector('b')?.checkVisibility(), 'The author’s thanks are not shown.');
    });
  });

  describe('an author’s arrangement', () => {
    it('is of whatever elements of ours stand inside, at any depth, and these need no src', async () => {
      const petition = await written('<sphere-petition><section><div><sphere-counter></sphere-counter></div><p>In between</p><sphere-letter></sphere-letter></section></sphere-petition>');
      const [counter, letter] = [petition.querySelector('sphere-counter'), petition.querySelector('sphere-letter')];
      if (!counter || !letter) throw new Error('The author’s elements are gone.');
      await says(counter, '41 signatures');
      await says(letter, 'We call on you to act.');
      expect(petition.querySelector('p')?.checkVisibility()).to.equal(true);
      expect(parts(petition)).to.deep.equal([]);
    });

    it('is not what a page builder strews in', async () => {
      const petition = await written('<sphere-petition><p>&nbsp;</p><br><p><a href="#x">Sign</a></p><style>p { color: inherit }</style><!-- x --></sphere-petition>');
      await says(petition, 'A safe way out');
      expect(parts(petition).length).to.equal(3);
      expect([...petition.querySelectorAll('p, br')].filter((each) => each.checkVisibility())).to.deep.equal([]);
    });

    it('may hold an element of another petition', async () => {
      const other = backEnd({count: 7});
      const petition = await written('<sphere-petition><sphere-counter></sphere-counter><sphere-counter class="other"></sphere-counter></sphere-petition>');
      const [own, foreign] = petition.querySelectorAll('sphere-counter');
      if (!own || !foreign) throw new Error('The author’s counters are gone.');
      foreign.adapter = other;
      await says(own, '41 signatures');
      await says(foreign, '7 signatures');
    });

    it('lets an element move to another petition, and takes the other’s number', async () => {
      const first = await written('<sphere-petition><sphere-counter></sphere-counter></sphere-petition>');
      const second = await written('<sphere-petition><sphere-letter></sphere-letter></sphere-petition>', backEnd({count: 7}));
      const counter = first.querySelector('sphere-counter');
      if (!counter) throw new Error('The author’s counter is gone.');
      await says(counter, '41 signatures');
      second.append(counter);
      await says(counter, '7 signatures');
    });
  });

  it('takes another petition when its adapter changes', async () => {
    const petition = await place('sphere-petition', memoryAdapter({petition: english}));
    await says(petition, 'A safe way out');
    petition.adapter = memoryAdapter({petition: french});
    await says(petition, 'Une issue sûre');
  });
});
