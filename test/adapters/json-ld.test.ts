import {expect} from 'chai';
import {fc} from '../support/property.js';
import {create} from '../../src/adapters/json-ld.js';
import type {AdapterSettings} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import type {ReadEvents} from '../../src/registry/event-door.js';
import {able} from '../mocks/able.js';
import {failure} from '../mocks/failure.js';
import {mangled} from '../mocks/mangled.js';
import {sent} from '../mocks/network.js';

const SRC = 'https://ngo.example/events/';
const adapterWith = (given: AdapterSettings = {}) => able(checked(create(new URL(SRC), given), SRC), 'listEvents', 'getEvent');
const list = async (given: AdapterSettings = {}) => (await adapterWith(given).listEvents({})) as ReadEvents;

/** Puts structured data into the page. */
const put = (content: unknown) => {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.textContent = typeof content === 'string' ? content : JSON.stringify(content);
  document.head.append(script);
};
afterEach(() => { document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => { script.remove(); }); });

// backend-apis.md §16.2 [V-doc].
const event = (change: object = {}) => ({'@context': 'https://schema.org', '@type': 'Event', '@id': 'vigil', 'name': 'Vigil', 'startDate': '2199-03-01T18:00:00+01:00', ...change});
const first = async (change: object, given: AdapterSettings = {}) => {
  put(event(change));
  return (await list(given)).events[0];
};

describe('json-ld', () => {
  it('reads an event with all that it says, and fetches nothing', async () => {
    const found = await first({
      endDate: '2199-03-01T20:00:00+01:00', description: 'Come.', url: '/events/1', eventStatus: 'https://schema.org/EventScheduled', eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {'@type': 'Place', 'name': 'Square', 'address': {'@type': 'PostalAddress', 'streetAddress': '1 rue X', 'addressLocality': 'Lyon', 'addressCountry': 'France'}, 'geo': {latitude: '45.75', longitude: 4.85}},
      organizer: {'@type': 'Organization', 'name': 'Ada', 'url': 'https://ada.example'}, inLanguage: 'fr', image: ['x'],
    });
    expect(found?.id).to.match(/^vigil-2199-03-01T18-00-00-01-00-\w+$/);
    expect({...found, id: 'vigil'}).to.deep.equal({
      id: 'vigil', title: 'Vigil', startsAt: '2199-03-01T18:00:00+01:00', endsAt: '2199-03-01T20:00:00+01:00', description: [{type: 'paragraph', text: 'Come.'}], url: 'https://ngo.example/events/1',
      status: 'scheduled', attendance: 'in-person', place: {name: 'Square', address: '1 rue X', locality: 'Lyon', country: 'FR', latitude: 45.75, longitude: 4.85}, organizer: {name: 'Ada', url: 'https://ada.example/'},
      language: 'fr', joinable: true,
    });
    expect(sent).to.deep.equal([]);
  });

  for (const [what, content, count] of [
    ['a list', [event(), event({'@id': 'b'})], 2], ['a graph', {'@context': 'x', '@graph': [{'@type': 'WebPage'}, event()]}, 1], ['a list of items', {'@type': 'ItemList', 'itemListElement': [{'@type': 'ListItem', 'item': event()}]}, 1],
    ['a subtype', event({'@type': ['Thing', 'SocialEvent']}), 1], ['a full type', event({'@type': 'https://schema.org/Event'}), 1], ['events of an event', event({subEvent: [event({'@id': 'b'})]}), 2], ['something else', {'@type': 'Organization', 'name': 'x'}, 0],
    ['a reservation', event({'@type': 'EventReservation'}), 0], ['a series, with its events', {'@type': 'EventSeries', 'name': 'Vigils', 'subEvent': [event(), event({'@id': 'b'})]}, 2], ['a short form', event({'@type': 'schema:MusicEvent'}), 1],
    ['another vocabulary\'s name', event({'@type': 'https://schema.org#Event'}), 1], ['a festival', event({'@type': 'Festival'}), 1], ['a course', event({'@type': 'CourseInstance'}), 1], ['a graph in a list', [{'@graph': [event()]}], 1],
    ['what a page is about', {'@type': 'WebPage', 'mainEntity': event()}, 1], ['what somebody organises', {'@type': 'Organization', 'event': event(), 'events': [event({'@id': 'b'})]}, 2], ['a type that is none', event({'@type': [7, null, {}]}), 0],
    ['what is told twice', [event(), {'@graph': [event()]}], 1], ['two times of one name', [event(), event({startDate: '2199-03-02T18:00:00+01:00'})], 2], ['two places of one name and time', [event({'@id': undefined, 'url': '/lyon'}), event({'@id': undefined, 'url': '/bonn'})], 2], ['a page of several', [event({'@id': undefined, 'url': '/events/'}), event({'@id': undefined, 'url': '/events/', 'startDate': '2199-03-02T18:00:00Z'})], 2],
  ] as const) {
    it(`finds events in ${what}`, async () => {
      put(content);
      expect((await list()).events).to.have.length(count);
    });
  }

  for (const [change, attendance] of [
    [{eventAttendanceMode: 'MixedEventAttendanceMode'}, 'both'], [{eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode'}, 'online'], [{location: {'@type': 'VirtualLocation', 'url': 'https://x.example'}}, 'online'],
    [{location: [{'@type': 'Place', 'name': 'x'}, {'@type': 'VirtualLocation'}]}, 'both'], [{eventStatus: 'EventMovedOnline'}, 'online'], [{eventStatus: ['https://schema.org/EventRescheduled', 'https://schema.org/EventMovedOnline']}, 'online'], [{location: {'@type': ['VirtualLocation']}}, 'online'],
    [{location: {'@type': 'https://schema.org/VirtualLocation'}}, 'online'], [{location: [{'@type': 'Place', 'name': 'x'}]}, 'in-person'], [{eventAttendanceMode: 'Offline', location: {'@type': 'VirtualLocation'}}, 'in-person'], [{location: 'Square'}, 'in-person'], [{}, 'in-person'],
  ] as const) {
    it(`takes part ${attendance} in ${JSON.stringify(change)}`, async () => { expect((await first(change))?.attendance).to.equal(attendance); });
  }

  it('reads a place that is a text, and states', async () => {
    expect(await first({location: 'Square', eventStatus: 'EventCancelled'})).to.deep.include({place: {name: 'Square'}, status: 'cancelled'});
    put(event({'@id': 'b', 'eventStatus': ['https://schema.org/EventPostponed'], 'previousStartDate': '2199-02-01T18:00:00Z'}));
    expect((await list()).events.find(({id}) => id.startsWith('b-'))).to.deep.include({status: 'postponed', previousStartsAt: '2199-02-01T18:00:00Z'});
  });

  it('reads a place that is an address, and one beside a call', async () => {
    expect((await first({location: {'@type': 'PostalAddress', 'streetAddress': '1 rue X', 'addressLocality': 'Lyon', 'addressCountry': {name: 'France'}}}))?.place).to.deep.equal({address: '1 rue X', locality: 'Lyon', country: 'FR'});
    put(event({'@id': 'b', 'location': [{'@type': 'VirtualLocation', 'name': 'Call'}, {'@type': 'Place', 'name': 'Hall', 'address': '2 rue Y'}]}));
    expect((await list()).events.find(({id}) => id.startsWith('b-'))?.place).to.deep.equal({name: 'Hall', address: '2 rue Y'});
    put(event({'@id': 'c', 'location': {'@type': 'VirtualLocation', 'name': 'Call'}}));
    expect((await list()).events.find(({id}) => id.startsWith('c-'))?.place).to.equal(undefined);
  });

  it('leads to the page of an event, where it has one', async () => {
    for (const [url, joinable] of [['https://ngo.example/e', true], ['e', true], ['', false], [7, false], [undefined, false]] as const) {
      document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => { script.remove(); });
      const found = await first({url});
      expect([found?.joinable, found?.url !== undefined], String(url)).to.deep.equal([joinable, joinable]);
    }
  });

  it('reads HTML as words where the settings say that there is some', async () => {
    expect((await first({name: 'Bread &amp; Roses'}, {html: true}))?.title).to.equal('Bread & Roses');
    expect((await list()).events[0]?.title).to.equal('Bread &amp; Roses');
  });

  it('says no language that is described rather than named', async () => {
    put(event({inLanguage: {'@type': 'Language', 'name': 'French'}}));
    const {events, complaint} = await list();
    expect([events[0]?.language, complaint]).to.deep.equal([undefined, undefined]);
  });

  it('finds one by its id', async () => {
    put([event(), event({'@id': 'b', 'name': 'March'})]);
    for (const {id, title} of (await list()).events) expect((await adapterWith().getEvent(id)).title).to.equal(title);
    expect((await failure(adapterWith().getEvent('nobody'))).code).to.equal('not-found');
  });

  it('sees what is written into the page later, when it is read again', async () => {
    const adapter = adapterWith();
    expect((await adapter.listEvents({})).events).to.deep.equal([]);
    put(event());
    expect((await adapter.listEvents({})).events).to.have.length(1);
  });

  it('reads a script whose type says how it is written', async () => {
    const script = document.createElement('script');
    script.type = 'application/ld+json; charset=utf-8';
    script.textContent = JSON.stringify(event());
    document.head.append(script);
    try {
      expect((await list()).events).to.have.length(1);
    } finally {
      script.remove();
    }
  });

  it('reads 5 000 events', async () => {
    put(Array.from({length: 5000}, (_, index) => event({'@id': `e${index}`, 'startDate': '2199-03-01T18:00'})));
    expect((await list({zone: 'Europe/Paris'})).total).to.equal(5000);
  });

  it('shows no end of what is nested without end', async () => {
    put(Array.from({length: 40}).reduce<object>((inner) => ({'@graph': [inner]}), event()));
    expect((await list()).events).to.deep.equal([]);
  });

  for (const [given, name] of [[{zone: 'Europe/Pari'}, 'zone'], [{html: 'perhaps'}, 'html'], [{page: 'https://ngo.example'}, 'page']] as [AdapterSettings, string][]) {
    it(`names ${name} in ${JSON.stringify(given)}`, () => { expect(() => create(new URL(SRC), given)).to.throw(`"${name}"`); });
  }

  it('needs a zone for a time without one', async () => {
    put(event({startDate: '2199-03-01T18:00'}));
    const {omitted, complaint} = await list();
    expect(omitted).to.equal(1);
    expect(complaint?.message).to.contain('json-ld.listEvents()').and.to.contain('startsAt');
    expect((await list({zone: 'Europe/Paris'})).events[0]?.startsAt).to.equal('2199-03-01T18:00:00+01:00');
  });

  it('says that a script is broken, and shows what the others say', async () => {
    put('{"@type": "Event", ');
    put(event());
    const {events, omitted, complaint} = await list();
    expect([events.length, omitted]).to.deep.equal([1, 1]);
    expect(complaint?.message).to.contain('json-ld');
    put('{');
    expect((await list()).omitted).to.equal(2);
  });

  it('gives up when its caller does', async () => {
    expect((await failure(adapterWith().listEvents({}, {signal: AbortSignal.abort()}))).code).to.equal('aborted');
  });

  it('is sound or named, whatever stands in the page', async () => {
    const document_ = {'@graph': [event({location: {'@type': 'Place', 'address': {addressLocality: 'Lyon', addressCountry: {name: 'FR'}}, 'geo': {latitude: 1}}, organizer: [{name: 'x'}], url: 'https://x.example'}), event({'@id': 'b'})]};
    await fc.assert(fc.asyncProperty(mangled(document_), async (text) => {
      put(text);
      try {
        const {omitted, complaint} = await list();
        expect(omitted === 0 || complaint?.message.includes('json-ld.listEvents()')).to.equal(true);
      } finally {
        document.querySelectorAll('script[type="application/ld+json"]').forEach((script) => { script.remove(); });
      }
    }), {numRuns: 300});
  });
});
