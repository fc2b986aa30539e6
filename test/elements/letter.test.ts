import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {SphereLetter} from '../../src/elements/letter/letter.js';
import {opensWithTheFive} from './first-five.js';
import {all, backEnd, find, place, room, says, words} from './support.js';

const registeredByImport = customElements.get('sphere-letter') !== undefined;
const letterOf = async (petition: Partial<PetitionDocument>, lang?: string) => place('sphere-letter', backEnd({petition}), await room(lang === undefined ? {} : {lang}));

const blocks = [
  {type: 'heading', text: 'What we ask'},
  {type: 'paragraph', text: [{text: 'Read '}, {text: 'the law', href: 'https://example.org/law', strong: true}, {text: '.'}]},
  {type: 'list', items: ['Visas', 'Travel documents']},
  {type: 'list', ordered: true, items: ['First', 'Second']},
  {type: 'quote', text: 'Nobody is illegal.', source: 'Elie Wiesel'},
] satisfies PetitionDocument['letter'];

const long = Array.from({length: 12}, (_, index) => ({type: 'paragraph' as const, text: `Paragraph ${String(index)}. ${'We call on you. '.repeat(12)}`}));

describe('<sphere-letter>', () => {
  opensWithTheFive({tag: 'sphere-letter', element: SphereLetter, registeredByImport, alive: 'We call on you to act.', failed: 'The petition could not be reached.'});

  it('says whom it is written to', async () => {
    const letter = await letterOf({addressees: [{name: 'The High Commissioner'}, {name: 'The Council'}]});
    const list = await find(letter, '[part=addressees] ul');
    expect([...list.children].map(({textContent}) => textContent)).to.deep.equal(['The High Commissioner', 'The Council']);
    expect((await find(letter, '#to')).textContent).to.equal('To');
  });

  it('has no heading over addressees that are none', async () => {
    const letter = await letterOf({addressees: []});
    await says(letter, 'We call on you to act.');
    expect(all(letter, '[part=addressees]')).to.deep.equal([]);
  });

  it('shows each kind of block as what it is', async () => {
    const letter = await letterOf({letter: blocks});
    const text = await find(letter, '[part=text]');
    const heading = await find(text, '[role=heading]');
    expect([heading.textContent, heading.ariaLevel]).to.deep.equal(['What we ask', '3']);
    letter.headingLevel = 3;
    await letter.updateComplete;
    expect(heading.ariaLevel).to.equal('4');
    const link = await find<HTMLAnchorElement>(text, 'p a');
    expect([link.href, link.rel, link.textContent]).to.deep.equal(['https://example.org/law', 'noopener noreferrer', 'the law']);
    expect(link.querySelector('strong')).to.not.equal(null);
    expect([...(await find(text, 'ul')).children].map(({textContent}) => textContent)).to.deep.equal(['Visas', 'Travel documents']);
    expect((await find(text, 'ol')).children.length).to.equal(2);
    expect((await find(text, 'blockquote')).textContent).to.equal('Nobody is illegal.');
    expect((await find(text, 'figcaption')).textContent).to.equal('Elie Wiesel');
  });

  it('says in which language it was written, where it is a translation', async () => {
    const letter = await letterOf({original: 'fr'}, 'en');
    await says(letter, 'Translation. Original language: French.');
    for (const original of ['en', 'en-GB', undefined]) {
      const own = await letterOf(original === undefined ? {} : {original}, 'en');
      await says(own, 'We call on you to act.');
      expect(words(own)).to.not.contain('Translation');
    }
  });

  it('says that its text is not there yet', async () => {
    await says(await letterOf({letter: []}), 'The text of this letter has not been published yet.');
  });

  describe('a long letter', () => {
    it('is folded, and unfolds and folds again', async () => {
      const letter = await letterOf({letter: long});
      const button = await find(letter, 'button');
      const rest = await find(letter, '#rest');
      expect([button.textContent.trim(), button.ariaExpanded, button.getAttribute('aria-controls'), rest.checkVisibility()]).to.deep.equal(['Read the whole letter', 'false', 'rest', false]);
      expect(rest.textContent).to.contain('Paragraph 11');
      button.click();
      await letter.updateComplete;
      expect([button.textContent.trim(), button.ariaExpanded, rest.checkVisibility()]).to.deep.equal(['Show less of the letter', 'true', true]);
      button.click();
      await letter.updateComplete;
      expect([button.ariaExpanded, rest.checkVisibility()]).to.deep.equal(['false', false]);
    });

    it('is whole where the author asks for that', async () => {
      const letter = await letterOf({letter: long});
      await find(letter, 'button');
      letter.unfolded = true;
      await letter.updateComplete;
      expect(all(letter, 'button')).to.deep.equal([]);
      expect((await find(letter, '[part=text] .prose')).textContent).to.contain('Paragraph 11');
    });

    it('is not folded for a few lines', async () => {
      const letter = await letterOf({letter: long.slice(0, 5)});
      await says(letter, 'Paragraph 4');
      expect(all(letter, 'button')).to.deep.equal([]);
    });
  });

  describe('in a language that is not the page’s', () => {
    it('has its own language and direction, and says which it is', async () => {
      const letter = await letterOf({language: 'ar', addressees: [{name: 'المفوض'}]}, 'fr');
      await says(letter, /Cette lettre n’est pas disponible dans la langue de cette page\. Langue affichée\s: arabe\./);
      for (const selector of ['[part=text]', '[part=addressees] ul']) {
        const {lang, dir} = await find(letter, selector);
        expect([lang, dir]).to.deep.equal(['ar', 'rtl']);
      }
      expect((await find(letter, '.letter')).lang).to.equal('fr');
    });

    it('says nothing of a dialect', async () => {
      const letter = await letterOf({language: 'fr'}, 'fr-CA');
      await says(letter, 'We call on you to act.');
      expect(words(letter)).to.not.contain('disponible');
    });

    for (const language of ['en-a', 'fr-x', 'zz-ZZ']) {
      it(`is shown all the same where its tag is "${language}"`, async () => {
        await says(await letterOf({language}, 'fr'), 'We call on you to act.');
      });
    }
  });
});
