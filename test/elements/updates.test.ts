import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {Petition} from '../../src/contract/index.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {SphereUpdates} from '../../src/elements/updates/updates.js';
import {english} from '../mocks/documents.js';
import {expectAccessible} from '../support/axe.js';
import {eventually} from '../support/eventually.js';
import {opensWithTheFive} from './first-five.js';
import {consoleSaid} from './listening.js';
import {all, backEnd, find, place, room, says, words} from './support.js';

const registeredByImport = customElements.get('sphere-updates') !== undefined;
const piece = (title: string, publishedAt?: string) => ({title, ...(publishedAt !== undefined && {publishedAt}), body: [{type: 'paragraph' as const, text: `About ${title}`}]});
const newsOf = async (updates: PetitionDocument['updates'], {lang = 'en', ...petition}: Partial<PetitionDocument> & {lang?: string} = {}) =>
  place('sphere-updates', backEnd({petition: {...petition, ...(updates && {updates})}}), await room({lang}), '<a href="https://example.org/">News</a>');
const titles = (news: Element) => all(news, '[part=update] > .heading:first-child').map(({textContent}) => textContent);

describe('<sphere-updates>', () => {
  opensWithTheFive({
    tag: 'sphere-updates', element: SphereUpdates, registeredByImport, alive: 'Latest news', failed: 'The petition could not be reached.',
    petition: {updates: [piece('We met', '2026-03-01T12:00:00Z')]},
  });

  it('shows each piece with its day, its title and its text', async () => {
    const news = await newsOf([{...piece('We met', '2026-03-01T12:00:00Z'), body: [{type: 'paragraph', text: 'It went well.'}, {type: 'list', items: ['One', 'Two']}]}]);
    for (const sentence of ['Latest news', 'We met', 'March 1, 2026', 'It went well.', 'Two']) await says(news, sentence);
    expect((await find<HTMLTimeElement>(news, 'time')).dateTime).to.equal('2026-03-01T12:00:00Z');
    expect(all(news, 'li').length).to.equal(2);
  });

  it('puts the newest first, by the moment and not by how it is written', async () => {
    const news = await newsOf([piece('old', '2024-01-01T00:00:00Z'), piece('newest', '2026-03-01T23:00:00-03:00'), piece('new', '2026-03-02T01:00:00Z')]);
    await says(news, 'Latest news');
    expect(titles(news)).to.deep.equal(['newest', 'new', 'old']);
  });

  it('leaves pieces of one moment, and of none at all, in the order of the document', async () => {
    const same = await newsOf([piece('a', '2026-03-01T12:00:00Z'), piece('b', '2026-03-01T13:00:00+01:00'), piece('c', '2026-03-01T12:00:00Z')]);
    await says(same, 'Latest news');
    expect(titles(same)).to.deep.equal(['a', 'b', 'c']);
    const none = await newsOf([piece('first'), piece('second')]);
    await says(none, 'Latest news');
    expect(titles(none)).to.deep.equal(['first', 'second']);
  });

  it('keeps a piece without a date below the one that it stands below in the document', async () => {
    const news = await newsOf([piece('pinned'), piece('old', '2024-01-01T00:00:00Z'), piece('more of the old'), piece('new', '2026-01-01T00:00:00Z'), piece('more of the new')]);
    await says(news, 'Latest news');
    expect(titles(news)).to.deep.equal(['pinned', 'new', 'more of the new', 'old', 'more of the old']);
    expect(all(news, 'time').length).to.equal(2);
  });

  it('shows nothing where there is no news: neither a heading nor the author’s link, which is for failures', async () => {
    const news = await newsOf([]);
    await eventually(() => words(news) === '', 'It goes on waiting.');
    expect(news.querySelector('a')?.checkVisibility()).to.equal(false);
    expect(news.getBoundingClientRect().height).to.equal(0);
  });

  it('begins its headings at the level that the page gives', async () => {
    const news = await newsOf([{...piece('We met'), body: [{type: 'heading', text: 'Why'}]}]);
    await says(news, 'Why');
    news.headingLevel = 4;
    await news.updateComplete;
    expect(all(news, '[role=heading]').map(({textContent, ariaLevel}) => [textContent, ariaLevel])).to.deep.equal([['Latest news', '4'], ['We met', '5'], ['Why', '6']]);
  });

  it('says which language its text is in, and its own words in that of the page', async () => {
    const news = await newsOf([piece('خبر', '2026-03-01T12:00:00Z')], {language: 'ar', lang: 'fr'});
    await says(news, '1 mars 2026');
    const [section, update] = [await find(news, 'section'), await find(news, '[part=update]')];
    expect([section.lang, section.dir, update.lang, update.dir]).to.deep.equal(['fr', 'ltr', 'ar', 'rtl']);
    await expectAccessible(news);
  });

  it('is laid out from right to left on a page that is', async () => {
    const news = await newsOf([piece('خبر')], {language: 'ar', lang: 'ar'});
    await find(news, 'section');
    for (const part of all(news, '.heading')) expect(getComputedStyle(part).direction).to.equal('rtl');
  });

  it('never shows a date that is none', async () => {
    const updates = [piece('Undated', 'yesterday'), piece('Sound', '2026-03-01T12:00:00Z')];
    const news = await place('sphere-updates', backEnd({getPetition: () => Promise.resolve(Petition.parse(english)).then((petition) => ({...petition, updates}))}));
    await says(news, /Sound|cannot be shown/);
    expect(words(news)).to.not.contain('Invalid Date');
    expect(consoleSaid.map(({message}) => message).join()).to.contain('updates.0.publishedAt');
  });

  describe('in <sphere-petition>', () => {
    before(() => { SpherePetition.define(); });

    it('stands as the part "updates", one heading level below the title', async () => {
      const petition = await place('sphere-petition', backEnd({petition: {updates: [piece('We met')]}}));
      const news = await find(petition, 'sphere-updates');
      expect([...news.part]).to.deep.equal(['updates']);
      await says(petition, 'We met');
      expect((await find(news, '[role=heading]')).ariaLevel).to.equal('3');
    });

    it('is not there where there is no news, and takes no room', async () => {
      const petition = await place('sphere-petition', backEnd());
      await says(petition, 'We call on you to act.');
      expect(all(petition, 'sphere-updates')).to.deep.equal([]);
    });

    it('may stand in an author’s arrangement, without an address of its own', async () => {
      const petition = await place('sphere-petition', backEnd({petition: {updates: [piece('We met')]}}), document.body, '<sphere-updates></sphere-updates>');
      await says(await find(petition, 'sphere-updates'), 'We met');
    });
  });
});
