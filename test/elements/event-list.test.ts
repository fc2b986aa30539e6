import {expect} from 'chai';
import {BackendError, type EventPage, type EventQuery} from '../../src/contract/index.js';
import {SphereEventList} from '../../src/elements/event-list/event-list.js';
import {eventually} from '../support/eventually.js';
import {opensWithTheFive} from './first-five.js';
import {listFrom, listOf, many, names, vigil, wave} from './gathering.js';
import {errorsSaid} from './listening.js';
import {focused} from './signing.js';
import {all, aTurn, backEnd, find, place, says, words} from './support.js';

const registeredByImport = customElements.get('sphere-event-list') !== undefined;
const partOf = async (list: Element, part: string) => (await find(list, `[part=${part}]`)).textContent.trim();
const spaced = (text: string) => text.replace(/\s/gu, ' ').replace(/ ?[–−-] ?/g, '-');

describe('<sphere-event-list>', () => {
  opensWithTheFive({tag: 'sphere-event-list', element: SphereEventList, registeredByImport, alive: 'Vigil', failed: 'The list of events could not be reached.', events: [vigil]});

  it('shows what, when and where', async () => {
    const list = await listOf([{...vigil, organizer: {name: 'Sphere', url: 'https://example.org/us'}, url: 'https://example.org/lyon', language: 'fr'}], {lang: 'en-GB'});
    expect(await partOf(list, 'name')).to.equal('Vigil');
    expect(spaced(await partOf(list, 'time'))).to.match(/^Saturday,? 2 March 2199, 18:00-20:00 (GMT\+1|CET)$/);
    expect((await find<HTMLTimeElement>(list, 'time')).dateTime).to.equal(vigil.startsAt);
    expect(await partOf(list, 'place')).to.equal('Lyon, France');
    const [title, organizer] = all<HTMLAnchorElement>(list, '.event a');
    expect([title?.href, title?.rel, organizer?.href, organizer?.textContent]).to.deep.equal(['https://example.org/lyon', 'noopener noreferrer', 'https://example.org/us', 'Organised by Sphere']);
    expect((await find(list, '[part=name]')).lang).to.equal('fr');
  });

  it('gives headings the level that the page asks for', async () => {
    const list = await listOf([vigil, ...wave], {}, {'heading-level': '3', past: ''});
    await says(list, 'Noon in London');
    const levels = (selector: string) => all(list, selector).map(({ariaLevel}) => ariaLevel);
    expect([levels('.title'), levels('.upcoming .name'), levels('.past > [role=heading]'), new Set(levels('#past .name'))]).to.deep.equal([['3'], ['4'], ['4'], new Set(['5'])]);
  });

  it('takes a heading from the page', async () => {
    const list = await listOf([vigil]);
    const title = document.createElement('b');
    title.slot = 'title';
    title.textContent = 'Where we meet';
    list.append(title);
    const slot = await find<HTMLSlotElement>(list, 'slot[name=title]');
    await eventually(() => slot.assignedNodes().includes(title), 'The heading is not taken.');
    expect(list.querySelector('a')?.checkVisibility()).to.equal(false);
  });

  it('says that nothing is announced yet', async () => {
    const list = await listOf(wave);
    await says(list, 'No upcoming event has been announced yet.');
    expect(all(list, '[part=filter]')).to.deep.equal([]);
  });

  it('says in a place of its own what it says of a petition around it that is shown by other elements', async () => {
    const petition = await place('sphere-petition', backEnd({events: [vigil]}), document.body, '<sphere-event-list></sphere-event-list>');
    (await import('../../src/elements/petition/petition.js')).SpherePetition.define();
    await says(petition.querySelector('sphere-event-list') ?? petition, 'Vigil');
  });

  it('reads no document before it can be read itself', async () => {
    const asked: string[] = [];
    let give: (page: EventPage) => void = () => undefined;
    const adapter = backEnd({events: [vigil], listEvents: () => { asked.push('events'); return new Promise((resolve) => { give = resolve; }); }});
    const list = await listFrom({...adapter, getPetition: (...all) => { asked.push('petition'); return adapter.getPetition?.(...all) ?? Promise.reject(new Error()); }});
    await eventually(() => asked.length > 0, 'Nothing is asked.');
    await aTurn();
    expect(asked).to.deep.equal(['events']);
    expect(list.querySelector('a')?.checkVisibility()).to.equal(true);
    give({events: [{...vigil, description: [], status: 'scheduled'}]});
    await says(list, 'Vigil');
    await eventually(() => asked.includes('petition'), 'The petition is not asked for.');
  });

  describe('whose back end lists nothing', () => {
    it('shows what the author wrote', async () => {
      const list = await listFrom(backEnd());
      await aTurn();
      expect(list.querySelector('a')?.checkVisibility()).to.equal(true);
      expect(all(list, '.title')).to.deep.equal([]);
    });

    it('links to where events are, where there is such a place', async () => {
      const list = await listFrom(backEnd({links: {events: 'https://example.org/all'}}));
      await says(list, 'See the events on their own page');
      expect((await find<HTMLAnchorElement>(list, 'p a')).href).to.equal('https://example.org/all');
    });
  });

  describe('whose back end fails', () => {
    const lists = (answer: () => Promise<EventPage>) => listFrom(backEnd({events: [vigil], listEvents: answer}));

    it('keeps what the author wrote, says so once, and tries again', async () => {
      let broken = true;
      const list = await lists(() => (broken ? Promise.reject(new BackendError('unavailable', 'busy')) : Promise.resolve({events: [{...vigil, description: [], status: 'scheduled'}]})));
      await says(list, 'does not answer right now');
      expect(list.querySelector('a')?.checkVisibility()).to.equal(true);
      expect(errorsSaid()).to.have.length(1);
      broken = false;
      (await find(list, '.failure button')).click();
      await says(list, 'Vigil');
    });

    it('offers no other try where none can help', async () => {
      const list = await lists(() => Promise.resolve([] as never));
      await says(list, 'cannot be shown here');
      expect(all(list, 'button')).to.deep.equal([]);
      expect(errorsSaid()[0]).to.contain('invalid-response').and.to.contain('listEvents()');
    });

    it('keeps the events that it has when further ones cannot be had', async () => {
      let broken = true;
      const adapter = backEnd({events: many(150)});
      const list = await listFrom({...adapter, listEvents: (query: EventQuery) => (query.cursor !== undefined && broken ? Promise.reject(new BackendError('offline', 'gone')) : adapter.listEvents?.(query) ?? Promise.reject(new Error()))});
      for (let shown = 20; shown < 120; shown += 20) {
        await eventually(() => names(list).length === shown, `There are not ${shown} events.`);
        (await find(list, '.more')).click();
      }
      await says(list, 'The list of events could not be reached.');
      expect(names(list)).to.have.length(100);
      broken = false;
      (await find(list, '.failure button')).click();
      await eventually(() => names(list).length === 120, 'The rest does not come.');
    });
  });

  describe('with many events', () => {
    it('shows twenty, and twenty more with each press, which the focus follows', async () => {
      const queries: EventQuery[] = [];
      const adapter = backEnd({events: many(45)});
      const list = await listFrom({...adapter, listEvents: (query: EventQuery) => { queries.push(query); return adapter.listEvents?.(query) ?? Promise.reject(new Error()); }});
      await says(list, 'Gathering 20');
      expect(names(list)).to.have.length(20);
      (await find(list, '.more')).click();
      await eventually(() => names(list).length === 40, 'There are not forty.');
      expect(focused()?.textContent).to.equal('Gathering 21');
      (await find(list, '.more')).click();
      await eventually(() => names(list).length === 45, 'There are not all.');
      expect(focused()?.textContent).to.equal('Gathering 41');
      expect(all(list, '.more')).to.deep.equal([]);
      expect(queries).to.deep.equal([{limit: 100}]);
    });
  });

  describe('of what is over', () => {
    it('asks for nothing before somebody wants to see it', async () => {
      const queries: EventQuery[] = [];
      const adapter = backEnd({events: [vigil, ...wave]});
      const list = await listFrom({...adapter, listEvents: (query: EventQuery) => { queries.push(query); return adapter.listEvents?.(query) ?? Promise.reject(new Error()); }});
      const button = await find<HTMLButtonElement>(list, '.fold');
      expect([button.ariaExpanded, queries.length, names(list, '#past').length]).to.deep.equal(['false', 1, 0]);
      button.click();
      await says(list, 'Noon in London');
      expect([button.ariaExpanded, button.getAttribute('aria-controls'), queries[1]]).to.deep.equal(['true', 'past', {limit: 100, past: true}]);
      expect(names(list, '#past')).to.deep.equal(['Noon in New York', 'Noon in São Paulo', 'Noon in London', 'Noon in Bengaluru']);
      button.click();
      await eventually(() => names(list, '#past').length === 0, 'It does not fold.');
      button.click();
      await says(list, 'Noon in London');
      expect(queries).to.have.length(2);
    });

    it('shows it from the start where the page asks for that, or says that there is nothing', async () => {
      await says(await listOf(wave, {}, {past: ''}), 'Noon in Bengaluru');
      await says(await listOf([vigil], {}, {past: ''}), 'There are no past events here.');
    });

    it('gives each of the four cities its own noon', async () => {
      const list = await listOf(wave, {lang: 'en-GB'}, {past: ''});
      await says(list, 'Noon in Bengaluru');
      const times = all(list, '#past time').map(({textContent}) => spaced(textContent));
      expect(times.map((time) => time.replace(/^Saturday,? 16 March 2024, 12:00-14:00 /, ''))).to.deep.equal(['GMT-4', 'GMT-3', 'GMT', 'GMT+5:30']);
      expect(all(list, '#past .badge').map(({textContent}) => textContent)).to.deep.equal(Array(4).fill('Sample data'));
    });
  });

  it('shows the sound part of what a folder of files says, and tells the developer of the rest', async () => {
    const file = {events: [
      ...wave, {...vigil, startsAt: 'soon'}, {...vigil, id: 'no-zone', title: 'No zone', timeZone: 'Mars/Olympus', place: undefined}, {...vigil, id: 'odd-end', title: 'Odd end', endsAt: '2199-03-01T00:00:00Z', url: 'javascript:alert(1)'},
    ]};
    const list = await listFrom(backEnd({events: [], listEvents: () => Promise.resolve(file as never)}));
    await says(list, 'Odd end');
    expect(names(list)).to.deep.equal(['No zone', 'Odd end']);
    expect(spaced(words(list))).to.contain('UTC+1').and.to.contain('The place will be announced.').and.to.contain('Some events cannot be read, and are missing here.');
    expect(all(list, '.event a')).to.deep.equal([]);
    const said = errorsSaid().join('\n');
    for (const path of ['events.4.startsAt', 'events.5.timeZone', 'events.6.endsAt', 'events.6.url']) expect(said).to.contain(path);
    expect(said).to.not.contain('javascript');
  });
});
