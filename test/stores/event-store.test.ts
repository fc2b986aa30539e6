import {expect} from 'chai';
import {BackendError, type BackendAdapter, type EventPage, type EventQuery, type Petition, type PetitionEvent} from '../../src/contract/index.js';
import {defineAdapter} from '../../src/registry/registry.js';
import type {EventList, KnownEvents} from '../../src/stores/event-list.js';
import {matching} from '../../src/stores/event-match.js';
import {eventsOf} from '../../src/stores/event-store.js';
import {PetitionStore} from '../../src/stores/petition-store.js';
import {english} from '../mocks/documents.js';
import {settle} from '../support/clock.js';
import {eventually} from '../support/eventually.js';
import {warmUp} from './warm-up.js';
import {watch} from './watch.js';

const event = (id: string, more: Partial<PetitionEvent> = {}): PetitionEvent =>
  ({id, title: `Event ${id}`, description: [], startsAt: '2199-03-01T18:00:00Z', status: 'scheduled', attendance: 'in-person', joinable: false, ...more});
const many = (count: number, first = 0) => Array.from({length: count}, (_, index) => event(`e${String(first + index).padStart(4, '0')}`));
const everything = () => true;

/** A store whose home lists events so; what it was asked is in `queries`. */
const made = (listEvents: (query: EventQuery) => EventPage | Promise<EventPage>, home: Partial<BackendAdapter> = {}) => {
  const queries: EventQuery[] = [];
  const adapter: BackendAdapter = {name: 'home', listEvents: async (query) => { queries.push(query); return listEvents(query); }, ...home};
  return {queries, events: eventsOf(new PetitionStore(() => Promise.resolve(adapter), 'https://petitions.example/p'))};
};
const begun = async (list: EventList) => {
  watch(list.state);
  await settle();
  return list;
};
const known = (list: EventList): KnownEvents => {
  const {value} = list.state;
  if (value.status === 'known') return value;
  throw new Error(`The events are ${value.status}${value.status === 'failed' ? `: ${value.error.message}` : ''}.`);
};
const ids = (list: EventList) => known(list).events.map(({id}) => id);

describe('a store of events', () => {
  before(warmUp);

  it('asks for nothing before somebody reads, and for the same list once', async () => {
    const {queries, events} = made(() => ({events: many(2)}));
    const list = events.list({past: false});
    await settle();
    expect(queries).to.deep.equal([]);
    await begun(list);
    expect(ids(list)).to.deep.equal(['e0000', 'e0001']);
    await begun(events.list({past: false}));
    expect(queries).to.deep.equal([{limit: 100}]);
  });

  it('is one for all elements of a petition', () => {
    const store = new PetitionStore(() => Promise.resolve({name: 'none'}));
    expect(eventsOf(store)).to.equal(eventsOf(store));
  });

  it('fetches further pages by their cursor, as far as events are wanted, and no page twice', async () => {
    const all = many(250);
    const {queries, events} = made(({cursor = '0'}) => ({events: all.slice(Number(cursor), Number(cursor) + 100), ...(Number(cursor) < 200 && {cursor: String(Number(cursor) + 100)})}));
    const list = await begun(events.list({past: false}));
    list.fill(100, everything);
    await settle();
    expect([queries.length, known(list).events.length, known(list).complete]).to.deep.equal([1, 100, false]);
    list.fill(101, everything);
    list.fill(101, everything);
    expect(known(list).fetching).to.equal(true);
    await settle();
    expect([queries.length, known(list).events.length]).to.deep.equal([2, 200]);
    list.fill(1000, everything);
    await settle();
    list.fill(1000, everything);
    await settle();
    expect(queries.map(({cursor}) => cursor)).to.deep.equal([undefined, '100', '200']);
    expect([known(list).events.length, known(list).complete]).to.deep.equal([250, true]);
  });

  it('ends where a cursor leads back or a page brings nothing new', async () => {
    const circle = made(({cursor}) => ({events: many(10, cursor === undefined ? 0 : 10), cursor: 'again'}));
    const list = await begun(circle.events.list({past: false}));
    for (let round = 0; round < 5; round++) { list.fill(1000, everything); await settle(); }
    expect([circle.queries.length, known(list).complete, known(list).events.length]).to.deep.equal([2, true, 20]);
    let next = 0;
    const nothing = made(() => ({events: many(10), cursor: `c${String(next++)}`}));
    const same = await begun(nothing.events.list({past: false}));
    for (let round = 0; round < 5; round++) { same.fill(1000, everything); await settle(); }
    expect([nothing.queries.length, known(same).complete]).to.deep.equal([2, true]);
  });

  it('does not believe for ever in a back end that always has more', async () => {
    let page = 0;
    const {queries, events} = made(() => ({events: many(1, page), cursor: `c${String(page++)}`}));
    const list = await begun(events.list({past: false}));
    for (let round = 0; round < 120; round++) { list.fill(1000, everything); await settle(); }
    expect([queries.length, known(list).complete]).to.deep.equal([101, true]);
  });

  it('shows each event once where pages overlap, as it came last', async () => {
    const {events} = made(({cursor}) => (cursor === undefined ? {events: many(3), cursor: 'c'} : {events: [event('e0002', {title: 'New'}), event('e0003')]}));
    const list = await begun(events.list({past: false}));
    list.fill(10, everything);
    await settle();
    expect(ids(list)).to.deep.equal(['e0000', 'e0001', 'e0002', 'e0003']);
    expect(known(list).events[2]?.title).to.equal('New');
  });

  it('filters and sorts again what a folder of files answers, which is everything', async () => {
    const file = [
      event('later', {startsAt: '2199-05-01T00:00:00Z', place: {country: 'FR'}}), event('over', {startsAt: '2020-03-01T18:00:00Z', place: {country: 'FR'}}),
      event('soon', {startsAt: '2199-03-01T00:00:00Z', place: {country: 'DE'}}), event('long ago', {id: 'ago', startsAt: '2013-09-03T18:00:00Z'}),
    ];
    const {queries, events} = made(() => ({events: file}));
    expect(ids(await begun(events.list({past: false})))).to.deep.equal(['soon', 'later']);
    expect(ids(await begun(events.list({past: true})))).to.deep.equal(['over', 'ago']);
    expect(known(events.list({past: false})).countries).to.deep.equal({FR: 1, DE: 1});
    // All are known: a country needs no request.
    const french = await begun(events.list({past: false, country: 'FR'}));
    expect([ids(french), known(french).complete]).to.deep.equal([['later'], true]);
    expect(known(french).countries).to.deep.equal({FR: 1, DE: 1});
    expect(queries).to.deep.equal([{limit: 100}, {limit: 100, past: true}]);
  });

  it('shows what is known of a country at once, and asks for the rest', async () => {
    const french = event('fr', {place: {country: 'FR'}});
    const {queries, events} = made(({country}) => (country === undefined
      ? {events: [french, event('de', {place: {country: 'DE'}})], cursor: 'more', countries: {FR: 2, DE: 40}}
      : {events: [french, event('fr2', {place: {country: 'FR'}})], countries: {FR: 2, DE: 40}}));
    await begun(events.list({past: false}));
    const list = events.list({past: false, country: 'FR'});
    expect([ids(list), known(list).fetching]).to.deep.equal([['fr'], true]);
    await begun(list);
    expect([ids(list), known(list).complete, known(list).fetching]).to.deep.equal([['fr', 'fr2'], true, false]);
    expect(queries[1]).to.deep.equal({limit: 100, country: 'FR'});
    expect(known(list).countries).to.deep.equal({FR: 2, DE: 40});
  });

  it('keeps what it has when a further page cannot be had, and asks again only when told', async () => {
    let broken = true;
    const {queries, events} = made(({cursor}) => {
      if (cursor === undefined) return {events: many(2), cursor: 'c'};
      if (broken) throw new BackendError('offline', 'gone');
      return {events: many(1, 2)};
    });
    const list = await begun(events.list({past: false}));
    list.fill(20, everything);
    await settle();
    list.fill(20, everything);
    await settle();
    expect([queries.length, known(list).error?.code, known(list).events.length]).to.deep.equal([2, 'offline', 2]);
    broken = false;
    list.retry();
    await settle();
    expect([queries.length, known(list).error, known(list).events.length]).to.deep.equal([3, undefined, 3]);
  });

  it('fails where the first page cannot be had, and begins again when told', async () => {
    let broken = true;
    const {events} = made(() => { if (broken) throw new BackendError('unavailable', 'busy'); return {events: many(1)}; });
    const list = await begun(events.list({past: false}));
    expect(list.state.value).to.have.nested.property('error.code', 'unavailable');
    broken = false;
    list.retry();
    expect(list.state.value.status).to.equal('waiting');
    await settle();
    expect(ids(list)).to.deep.equal(['e0000']);
    list.retry();
    expect(known(list).fetching).to.equal(false);
  });

  it('tells what is wrong with some events, and shows the others', async () => {
    const {events} = made(() => ({events: [event('good'), {...event('bad'), startsAt: 'soon'}, event('odd', {timeZone: 'Mars/Olympus'})]}));
    const list = await begun(events.list({past: false}));
    expect(ids(list)).to.deep.equal(['good', 'odd']);
    expect(known(list).omitted).to.equal(1);
    expect(known(list).complaints.flatMap(({issues}) => issues.map(({path}) => path))).to.deep.equal(['events.1.startsAt', 'events.2.timeZone']);
  });

  it('fails at an answer that is no page, and names the member', async () => {
    const {events} = made(() => [] as never);
    const {value} = (await begun(events.list({past: false}))).state;
    expect(value.status === 'failed' && [value.error.code, value.error.message.includes('home.listEvents() for https://petitions.example/p')]).to.deep.equal(['invalid-response', true]);
  });
});

describe('where a store finds events', () => {
  const away = {adapter: 'events-away', src: 'https://away.example/p'};
  const document = (change: object) => () => Promise.resolve({...english, ...change} as unknown as Petition);
  let asked: string[];

  before(async () => {
    await warmUp();
    defineAdapter('events-away', () => ({name: 'events-away', links: {events: 'https://away.example/events'}, listEvents: async (query) => {
      asked.push(`away ${query.cursor ?? ''}`);
      return {events: [event(`away${query.cursor ?? ''}`)], ...(query.cursor === undefined && {cursor: '2'})};
    }}));
  });
  beforeEach(() => { asked = []; });

  const state = async (home: Partial<BackendAdapter>) => (await begun(eventsOf(new PetitionStore(() => Promise.resolve({name: 'home', ...home}))).list({past: false}))).state.value;
  const refusing = (code: 'not-found' | 'unsupported' | 'offline') => () => { asked.push('home'); return Promise.reject(new BackendError(code, 'no')); };

  it('is the address itself, and no document is read', async () => {
    const value = await state({listEvents: async () => ({events: many(1)}), getPetition: () => { asked.push('document'); return document({})(); }});
    expect([value.status, asked]).to.deep.equal(['known', []]);
  });

  for (const code of ['not-found', 'unsupported'] as const) {
    it(`is the place that the document names, where the address says "${code}"`, async () => {
      const value = await state({listEvents: refusing(code), getPetition: document({connect: {listEvents: away}})});
      expect([value.status === 'known' && value.events.map(({id}) => id), asked]).to.deep.equal([['away'], ['home', 'away ']]);
    });
  }

  it('is the place that the document names, where the address is that of a document, and stays that for further pages', async () => {
    const list = await begun(eventsOf(new PetitionStore(() => Promise.resolve({name: 'home', getPetition: document({connect: {listEvents: away}})}))).list({past: false}));
    list.fill(2, everything);
    await settle();
    expect([ids(list), asked]).to.deep.equal([['away', 'away2'], ['away ', 'away 2']]);
  });

  it('stays the one that a cursor came from, whatever the document says later', async () => {
    const home: BackendAdapter = {name: 'home', getPetition: document({connect: {listEvents: away}}), listEvents: async ({cursor}) => {
      asked.push(`home ${cursor ?? ''}`);
      return cursor === undefined ? {events: many(1), cursor: '2'} : {events: many(1, 1)};
    }};
    const store = new PetitionStore(() => Promise.resolve(home));
    const list = await begun(eventsOf(store).list({past: false}));
    watch(store.petition('en'));
    await eventually(() => store.petition('en').value.status === 'ready', 'The document does not come.');
    list.fill(2, everything);
    await settle();
    expect([ids(list), asked]).to.deep.equal([['e0000', 'e0001'], ['home ', 'home 2']]);
  });

  it('is nowhere where no back end lists events: then there may be a link', async () => {
    expect(await state({getPetition: document({})})).to.deep.equal({status: 'unsupported', link: undefined});
    expect(await state({links: {events: 'https://example.org/events'}, listEvents: refusing('not-found'), getPetition: document({offers: ['getPetition']})})).to.deep.equal({status: 'unsupported', link: 'https://example.org/events'});
  });

  it('is not asked of the document for any other trouble', async () => {
    const value = await state({listEvents: refusing('offline'), getPetition: () => { asked.push('document'); return document({})(); }});
    expect([value.status, asked]).to.deep.equal(['failed', ['home']]);
  });

  it('keeps, of what the document’s place lists, what is sound', async () => {
    defineAdapter('events-odd', () => ({name: 'events-odd', listEvents: async () => ({events: [event('fine'), {} as never]})}));
    const value = await state({getPetition: document({connect: {listEvents: {...away, adapter: 'events-odd'}}})});
    expect(value.status === 'known' && [value.events.map(({id}) => id), value.omitted, value.complaints.length]).to.deep.equal([['fine'], 1, 1]);
  });
});

describe('looking for an event', () => {
  const names: Record<string, string> = {BR: 'Brésil', DE: 'Allemagne'};
  const finds = (text: string, more: Partial<PetitionEvent>) => matching(text, (code) => names[code] ?? code)(event('x', more));

  it('minds neither accents nor capitals, in either of the two', () => {
    expect(finds('sao PAULO', {place: {locality: 'São Paulo'}})).to.equal(true);
    expect(finds('São', {place: {locality: 'Sao Paulo'}})).to.equal(true);
    expect(finds('ŁÓDŹ', {place: {locality: 'łódź'}})).to.equal(true);
    expect(finds('ЙОШКАР', {title: 'йошкар'})).to.equal(true);
  });

  it('looks at the title, the place and the country by its name', () => {
    expect(finds('vigil', {title: 'A vigil'})).to.equal(true);
    expect(finds('rue', {place: {address: '1 rue de Lyon'}})).to.equal(true);
    expect(finds('hall', {place: {name: 'Town hall'}})).to.equal(true);
    expect(finds('bresil', {place: {country: 'BR'}})).to.equal(true);
    expect(finds('vigil', {organizer: {name: 'Vigil'}})).to.equal(false);
  });

  it('wants every word, in any order, and takes none for all', () => {
    expect(finds('lyon vigil', {title: 'Vigil', place: {locality: 'Lyon'}})).to.equal(true);
    expect(finds('lyon march', {title: 'Vigil', place: {locality: 'Lyon'}})).to.equal(false);
    expect(finds('  ', {})).to.equal(true);
  });
});
