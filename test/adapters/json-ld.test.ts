import {expect} from 'chai';
import fc from 'fast-check';
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
    expect(found).to.deep.equal({
      id: 'vigil', title: 'Vigil', startsAt: '2199-03-01T18:00:00+01:00', endsAt: '2199-03-01T20:00:00+01:00', description: [{type: 'paragraph', text: 'Come.'}], url: 'https://ngo.example/events/1',
      status: 'scheduled', attendance: 'in-person', place: {name: 'Square', address: '1 rue X', locality: 'Lyon', country: 'FR', latitude: 45.75, longitude: 4.85}, organizer: {name: 'Ada', url: 'https://ada.example/'},
      language: 'fr', joinable: true,
    });
    expect(sent).to.deep.equal([]);
  });

  for (const [what, content, count] of [
    ['a list', [event(), event({'@id': 'b'})], 2], ['a graph', {'@context': 'x', '@graph': [{'@type': 'WebPage'}, event()]}, 1], ['a list of items', {'@type': 'ItemList', 'itemListElement': [{'@type': 'ListItem', 'item': event()}]}, 1],
    ['a subtype', event({'@type': ['Thing', 'SocialEvent']}), 1], ['a full type', event({'@type': 'https://schema.org/Event'}), 1], ['events of an event', event({subEvent: [event({'@id': 'b'})]}), 2], ['something else', {'@type': 'Organization', 'name': 'x'}, 0],
    ['a reservation', event({'@type': 'EventReservation'}), 0],
  ] as const) {
    it(`finds events in ${what}`, async () => {
      put(content);
      expect((await list()).events).to.have.length(count);
    });
  }

  for (const [change, attendance] of [
    [{eventAttendanceMode: 'MixedEventAttendanceMode'}, 'both'], [{eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode'}, 'online'], [{location: {'@type': 'VirtualLocation', 'url': 'https://x.example'}}, 'online'],
    [{location: [{'@type': 'Place', 'name': 'x'}, {'@type': 'VirtualLocation'}]}, 'both'], [{eventStatus: 'EventMovedOnline'}, 'online'], [{location: 'Square'}, 'in-person'], [{}, 'in-person'],
  ] as const) {
    it(`takes part ${attendance} in ${JSON.stringify(change)}`, async () => { expect((await first(change))?.attendance).to.equal(attendance); });
  }

  it('reads a place that is a text, and states', async () => {
    expect(await first({location: 'Square', eventStatus: 'EventCancelled'})).to.deep.include({place: {name: 'Square'}, status: 'cancelled'});
    expect((await first({'@id': 'b', 'eventStatus': 'https://schema.org/EventPostponed', 'previousStartDate': '2199-02-01T18:00:00Z'})) !== undefined).to.equal(true);
  });

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
