import {expect} from 'chai';
import {BackendError} from '../../src/contract/index.js';
import {eventually} from '../support/eventually.js';
import {define, listFrom, listOf, names, vigil} from './gathering.js';
import {errorsSaid} from './listening.js';
import {all, aTurn, backEnd, find, says, words} from './support.js';

const spaced = (text: string) => text.replace(/\s/gu, ' ').replace(/ ?[–−-] ?/g, '-');
const badges = (list: Element) => all(list, '.badge').map(({textContent}) => textContent);
const buttons = (list: Element) => all(list, '.actions button').map(({textContent}) => textContent.trim());

describe('an event in the list', () => {
  before(define);

  it('that is cancelled stays visible, struck through, and nobody can join it', async () => {
    const list = await listOf([{...vigil, status: 'cancelled'}]);
    await find(list, '.actions button');
    expect([(await find(list, '.name s')).textContent, badges(list), buttons(list)]).to.deep.equal(['Vigil', ['Cancelled'], ['Details']]);
  });

  it('that is postponed says when it was to be', async () => {
    const list = await listOf([{...vigil, status: 'postponed', previousStartsAt: '2199-02-02T18:00:00+01:00'}], {lang: 'en-GB'});
    await says(list, 'Postponed');
    expect(spaced(words(list))).to.match(/It was to be: Saturday,? 2 February 2199( at|,) 18:00/);
  });

  it('that is full offers its waiting list', async () => {
    const list = await listOf([{...vigil, status: 'full'}]);
    await find(list, '.join');
    expect([badges(list), buttons(list)[0]]).to.deep.equal([['Full'], 'Join the waiting list']);
  });

  it('that is online is given by the reader’s own clock too, where that shows another time', async () => {
    const elsewhere = Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Kolkata' ? 'Europe/London' : 'Asia/Kolkata';
    for (const attendance of ['online', 'both'] as const) {
      const list = await listOf([{...vigil, timeZone: elsewhere, attendance}]);
      await says(list, 'Your time:');
      expect(badges(list)).to.deep.equal([attendance === 'online' ? 'Online' : 'In person and online']);
    }
    const here = await listOf([{...vigil, timeZone: elsewhere}]);
    await says(here, 'Vigil');
    expect(words(here)).to.not.contain('Your time');
    const same = await listOf([{...vigil, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, attendance: 'online', place: undefined}]);
    await says(same, 'Vigil');
    expect(words(same)).to.not.contain('Your time').and.to.not.contain('The place');
  });

  it('whose place is kept back says who is told it', async () => {
    await says(await listOf([{...vigil, place: {locality: 'Lyon', approximate: true}}]), 'The exact place is told to those who join.');
  });

  it('that is made up says so', async () => {
    const list = await listOf([{...vigil, sample: true}]);
    await says(list, 'Sample data');
  });

  it('keeps its words apart from those around them, whatever their direction', async () => {
    const list = await listOf([{...vigil, title: 'وقفة', language: 'ar', place: {name: 'ساحة', locality: 'Lyon'}}]);
    const name = await find(list, '.name');
    expect([name.dir, name.lang, getComputedStyle(name).direction]).to.deep.equal(['auto', 'ar', 'rtl']);
    expect((await find(list, '.where')).dir).to.equal('auto');
  });

  it('shows markup as the text that it is', async () => {
    const list = await listOf([{...vigil, title: '<img src=x onerror=alert(1)>', place: {name: '<b>x</b>'}, organizer: {name: '<i>y</i>'}}]);
    await says(list, '<b>x</b>');
    expect(names(list)).to.deep.equal(['<img src=x onerror=alert(1)>']);
    expect(all(list, 'img, b, i')).to.deep.equal([]);
  });

  describe('that has more to say', () => {
    const description = [{type: 'heading' as const, text: 'Programme'}, {type: 'paragraph' as const, text: 'We read the names.'}];
    const toggle = async (list: Element) => {
      const button = all<HTMLButtonElement>(list, '.actions button').find(({textContent}) => textContent.trim() === 'Details');
      button?.click();
      await aTurn();
      return button;
    };

    it('says it when asked, without a request where the list has it', async () => {
      const list = await listOf([{...vigil, description}], {getEvent: () => Promise.reject(new Error('Nobody should ask.'))});
      await find(list, '.actions button');
      const button = await toggle(list);
      await says(list, 'We read the names.');
      expect([button?.ariaExpanded, button?.getAttribute('aria-controls'), button?.getAttribute('aria-describedby')]).to.deep.equal(['true', 'details-lyon', 'event-lyon']);
      expect((await find(list, '.prose [role=heading]')).ariaLevel).to.equal('4');
      await toggle(list);
      expect(all(list, '.prose')).to.deep.equal([]);
      expect(button?.ariaExpanded).to.equal('false');
    });

    it('fetches it once where the list has it not', async () => {
      const asked: string[] = [];
      const list = await listOf([vigil], {getEvent: (id) => { asked.push(id); return Promise.resolve({...vigil, status: 'scheduled', description}); }});
      await find(list, '.actions button');
      for (let times = 0; times < 3; times++) await toggle(list);
      await says(list, 'We read the names.');
      expect(asked).to.deep.equal(['lyon']);
    });

    it('says that there is nothing more, or that it cannot be had', async () => {
      const bare = await listOf([vigil]);
      await find(bare, '.actions button');
      await toggle(bare);
      await says(bare, 'Nothing more has been announced yet.');
      const lost = await listOf([vigil], {getEvent: () => Promise.reject(new TypeError('lost'))});
      await find(lost, '.actions button');
      await toggle(lost);
      await says(lost, 'could not be reached');
    });
  });

  describe('that cannot be joined here', () => {
    const elsewhere = {joinEvent: undefined, proposeEvent: undefined, getEvent: undefined} as never;

    it('leads to its own page, or to that of all events, or nowhere', async () => {
      const list = await listOf([{...vigil, url: 'https://example.org/lyon'}, {...vigil, id: 'b'}, {...vigil, id: 'c', joinable: false, url: 'https://example.org/c'}], {...(elsewhere as object), links: {events: 'https://example.org/all', proposeEvent: 'https://example.org/new'}});
      await says(list, 'Join on its own page');
      expect(all<HTMLAnchorElement>(list, '.actions a').map(({href}) => href)).to.have.members(['https://example.org/lyon', 'https://example.org/all']);
      expect((await find<HTMLAnchorElement>(list, '.organise a')).href).to.equal('https://example.org/new');
    });

    it('and can be put into no calendar either has no button, and leaves no room for one', async () => {
      const list = await listOf([{...vigil, status: 'cancelled'}], elsewhere);
      await find(list, '.actions:not(.pending)');
      expect([all(list, '.actions button, .actions a, .organise').length, (await find(list, '.actions')).checkVisibility()]).to.deep.equal([0, false]);
    });

    it('because its petition does not offer it, though its protocol could, has no button to join it', async () => {
      const list = await listOf([vigil], {petition: {offers: ['getPetition', 'listEvents']}});
      await find(list, '.actions:not(.pending)');
      expect(buttons(list)).to.deep.equal(['Details']);
      expect(all(list, '.organise')).to.deep.equal([]);
    });

    it('because the petition’s document cannot be had is listed all the same', async () => {
      const list = await listOf([vigil], {getPetition: () => Promise.reject(new TypeError('lost'))});
      await find(list, '.actions:not(.pending)');
      expect(names(list)).to.deep.equal(['Vigil']);
    });
  });
});

describe('a list of events without a petition', () => {
  before(define);

  it('is nothing to complain of, as a calendar has none; one that cannot be read is', async () => {
    const {getPetition: _getPetition, ...calendar} = backEnd({events: [vigil]});
    await says(await listFrom(calendar), 'Vigil');
    await says(await listFrom({...calendar, getPetition: () => Promise.reject(new BackendError('invalid-response', 'Broken.'))}), 'Vigil');
    await eventually(() => errorsSaid().length > 0, 'Nobody is told what is broken.');
    expect(errorsSaid()).to.have.length(1);
    expect(errorsSaid()[0]).to.contain('Broken.');
  });
});
