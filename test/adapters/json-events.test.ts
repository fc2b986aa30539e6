import {expect} from 'chai';
import {fc} from '../support/property.js';
import {http, HttpResponse} from 'msw';
import {create} from '../../src/adapters/json.js';
import {BackendError, type AdapterSettings, type EventQuery, type PetitionEvent} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import type {ReadEvents} from '../../src/registry/event-door.js';
import {able} from '../mocks/able.js';
import {failure} from '../mocks/failure.js';
import {mangled} from '../mocks/mangled.js';
import {answer, sent} from '../mocks/network.js';

const SRC = 'https://events.example/api/events';
const EVENT = 'id = id; title = title; startsAt = starts_at';
const adapterWith = (given: AdapterSettings) => able(checked(create(new URL(SRC), {events: '', event: EVENT, ...given}), SRC), 'listEvents', 'getEvent');
const list = async (given: AdapterSettings, query: EventQuery = {}) => (await adapterWith(given).listEvents(query)) as ReadEvents;
const answering = (body: unknown, address = SRC) => {
  answer(http.get(address, () => HttpResponse.json(body as object)));
};
const starts_at = '2199-03-01T18:00:00Z';
const event = (change: object = {}) => ({id: 1, title: 'Vigil', starts_at, ...change});
const first = async (row: object, given: AdapterSettings = {}): Promise<PetitionEvent | undefined> => {
  answering([event(row)]);
  return (await list(given)).events[0];
};

describe('json: events', () => {
  describe('of five shapes', () => {
    const place = 'place.locality = city; place.country = country';
    const vigil = {id: '1', title: 'Vigil', startsAt: starts_at, place: {locality: 'Lyon', country: 'FR'}, attendance: 'in-person', status: 'scheduled', joinable: false, description: []};

    it('are read where they are nested', async () => {
      answering({data: {page: {events: [{id: 1, name: {en: 'Vigil'}, when: {start: starts_at}, where: {town: {name: 'Lyon'}, country: {code: 'fr'}}}]}}});
      const {events} = await list({'events-list': 'data.page.events', 'event': 'id = id; title = name.en; startsAt = when.start; place.locality = where.town.name; place.country = where.country.code'});
      expect(events).to.deep.equal([vigil]);
    });

    it('are read from HAL', async () => {
      // backend-apis.md §3.6 [V-use]: the shape of the Ruby client's fixture.
      answering({total_pages: 1, _embedded: {'osdi:events': [{'identifiers': ['action_network:1'], 'title': 'Vigil', 'start_date': starts_at, 'status': 'confirmed', 'location': {locality: 'Lyon', country: 'FR', location: {latitude: 45.7, longitude: 4.8}}}]}});
      const {events} = await list({'events-list': '_embedded.osdi:events', 'event': 'id = identifiers.0; title = title; startsAt = start_date; status = status; place.locality = location.locality; place.country = location.country; place.latitude = location.location.latitude; place.longitude = location.location.longitude'});
      expect(events).to.have.length(1);
      expect(events[0]).to.deep.include({title: 'Vigil', status: 'scheduled', place: {locality: 'Lyon', country: 'FR', latitude: 45.7, longitude: 4.8}});
      expect(events[0]?.id).to.match(/^action_network-1-\w+$/);
    });

    it('are read from JSON:API', async () => {
      answering({data: [{type: 'event', id: '1', attributes: {title: 'Vigil', starts_at, city: 'Lyon', country: 'FR'}}]});
      const {events} = await list({'events-list': 'data', 'event': 'id = id; title = attributes.title; startsAt = attributes.starts_at; place.locality = attributes.city; place.country = attributes.country'});
      expect(events).to.deep.equal([vigil]);
    });

    it('are read from rows whose first says the names', async () => {
      answering({values: [['id', 'Event name', 'starts_at', 'city', 'country'], ['1', 'Vigil', starts_at, 'Lyon', 'France'], ['2', 'March', '2199-03-02T18:00:00Z', 'Bonn', 'Germany']]});
      const {events} = await list({'events-list': 'values', 'events-header': true, 'event': `id = id; title = Event name; startsAt = starts_at; ${place}`});
      expect(events[0]).to.deep.equal(vigil);
      expect(events[1]?.place).to.deep.equal({locality: 'Bonn', country: 'DE'});
    });

    it('are read from rows by the numbers of their columns, and from what is no row', async () => {
      answering([['1', 'Vigil', starts_at], 'x']);
      const {events, omitted} = await list({event: 'id = 0; title = 1; startsAt = 2'});
      expect([events[0]?.title, omitted]).to.deep.equal(['Vigil', 1]);
      for (const values of [[null, ['1']], [['id'], {id: '1'}], [['id'], null]]) {
        answering({values});
        expect((await list({'events-list': 'values', 'events-header': true})).omitted).to.equal(1);
      }
      answering([]);
      expect((await list({'events-header': true})).events).to.deep.equal([]);
    });

    it('are read where numbers are text', async () => {
      answering([{id: 1, title: 'Vigil', starts: '7232004000', lat: '45.75', lon: '4.85'}]);
      const {events} = await list({event: 'id = id; title = title; startsAt = starts; place.latitude = lat; place.longitude = lon'});
      expect(events[0]).to.deep.include({startsAt: '2199-03-04T18:00:00.000Z', place: {latitude: 45.75, longitude: 4.85}});
    });
  });

  describe('times', () => {
    for (const [written, zone, startsAt] of [
      ['2199-03-01T18:00:00+01:00', undefined, '2199-03-01T18:00:00+01:00'], ['2199-03-01 18:00:00 +0100', undefined, '2199-03-01T18:00:00+01:00'], ['2199-03-01T18:00Z', undefined, '2199-03-01T18:00:00Z'],
      ['2199-03-01 18:00:00', 'Europe/Paris', '2199-03-01T18:00:00+01:00'], ['2199-07-01 18:00', 'Europe/Paris', '2199-07-01T18:00:00+02:00'], ['2199-03-01', 'America/New_York', '2199-03-01T00:00:00-05:00'],
      // Clocks go forward at two that night.
      ['2199-03-31 01:30', 'Europe/Paris', '2199-03-31T01:30:00+01:00'], ['2199-03-31 03:30', 'Europe/Paris', '2199-03-31T03:30:00+02:00'],
      [7_232_004_000, undefined, '2199-03-04T18:00:00.000Z'], [7_232_004_000_000, undefined, '2199-03-04T18:00:00.000Z'],
    ] as const) {
      it(`reads ${written}${zone === undefined ? '' : ` in ${zone}`}`, async () => {
        expect((await first({starts_at: written}, zone === undefined ? {} : {zone}))?.startsAt).to.equal(startsAt);
      });
    }

    it('are told in the zone of the event, where it says one', async () => {
      expect(await first({starts_at: '2199-03-01 18:00', tz: 'Asia/Tokyo'}, {event: `${EVENT}; timeZone = tz`, zone: 'Europe/Paris'})).to.deep.include({startsAt: '2199-03-01T18:00:00+09:00', timeZone: 'Asia/Tokyo'});
    });

    for (const written of ['2199-03-01 18:00', 'tomorrow', '', null, '2199-13-01T00:00:00Z', 1e300, {}, '2199-02-30T10:00:00Z']) {
      it(`says that ${JSON.stringify(written)} is none, and shows the other events`, async () => {
        answering([event({id: 'wrong', starts_at: written}), event({id: 'right'})]);
        const {events, omitted, complaint} = await list({});
        expect(events.map(({id}) => id)).to.deep.equal(['right']);
        expect(omitted).to.equal(1);
        expect(complaint?.message).to.contain('json.listEvents()').and.to.contain('startsAt');
      });
    }

    it('that end is none hides no event', async () => {
      answering([event({ends: 'late'})]);
      const {events, complaint} = await list({event: `${EVENT}; endsAt = ends`});
      expect(events).to.have.length(1);
      expect(complaint?.message).to.contain('endsAt');
    });
  });

  it('without a place, and with one that is empty, are shown', async () => {
    expect((await first({}))?.place).to.equal(undefined);
    expect((await first({venue: []}, {event: `${EVENT}; place.locality = venue.city`}))?.place).to.equal(undefined);
  });

  it('are not called by words of the mapping alone, nor by what every object has', async () => {
    expect((await first({}, {event: `${EVENT}; place.name = city + ', ' + country`}))?.place).to.equal(undefined);
    expect((await first({city: 'Lyon'}, {event: `${EVENT}; place.name = city + ', ' + country`}))?.place).to.deep.equal({name: 'Lyon,'});
    answering([event()]);
    expect((await list({event: 'id = id; startsAt = starts_at; title = toString + \'x\''})).omitted).to.equal(1);
  });

  it('say in the contract\'s words whether they take place, and how', async () => {
    const how = (value: unknown) => first({how: value}, {event: `${EVENT}; attendance = how`}).then((found) => found?.attendance);
    expect(await Promise.all([how(undefined)])).to.deep.equal(['in-person']);
    for (const [value, attendance] of [[true, 'online'], ['false', 'in-person'], ['MixedEventAttendanceMode', 'both'], ['VIRTUAL', 'online'], ['Offline', 'in-person']] as const) expect(await how(value), String(value)).to.equal(attendance);
    const status = async (value: unknown) => (await first({s: value}, {event: `${EVENT}; status = s`}))?.status;
    for (const [value, meant] of [['CANCELED', 'cancelled'], ['EventPostponed', 'postponed'], [true, 'full'], ['confirmed', 'scheduled'], [false, 'scheduled']] as const) expect(await status(value), String(value)).to.equal(meant);
  });

  it('can be joined where they say so, or the adapter can', async () => {
    expect((await first({}, {event: `${EVENT}; joinable = 'true'`}))?.joinable).to.equal(true);
    expect((await first({}, {join: 'rsvp'}))?.joinable).to.equal(true);
    expect((await first({open: false}, {join: 'rsvp', event: `${EVENT}; joinable = open`}))?.joinable).to.equal(false);
  });

  it('cannot be joined by an id that they do not have', async () => {
    answering([event({id: 'a:1'}), event({id: 2}), event({id: '\u00e9'})]);
    const {events} = await list({join: 'rsvp/{event}', event: `${EVENT}; joinable = 'true'`});
    expect(events.map(({joinable}) => joinable).sort()).to.deep.equal([false, false, true]);
    expect(events.find(({id}) => id === '2')?.joinable).to.equal(true);
    // On its own page an event needs no id.
    answering([event({id: 'a:1'})]);
    expect((await list({event: `${EVENT}; joinable = 'true'`})).events[0]?.joinable).to.equal(true);
  });

  it('need no address of their own: the petition\'s is theirs', async () => {
    answering([event()]);
    expect((await able(checked(create(new URL(SRC), {event: EVENT}), SRC), 'listEvents').listEvents({})).events).to.have.length(1);
  });

  it('read HTML as words, and only where it is some', async () => {
    const row = {title: 'Bread &amp; <em>Roses</em> &#8211; now', text: '<p>One<br>two</p><script>alert(1)</script><p>&lt;b&gt;three</p>'};
    const html = await first(row, {event: `${EVENT}; description = text`, html: true});
    expect(html?.title).to.equal('Bread & Roses – now');
    expect(html?.description).to.deep.equal(['One', 'two', '<b>three'].map((text) => ({type: 'paragraph', text})));
    expect((await first({title: '1 < 2 &amp; 3'}))?.title).to.equal('1 < 2 &amp; 3');
  });

  it('shorten a text that is too long, and let no control character through', async () => {
    const found = await first({title: `Vi\u0000gil\n${'x'.repeat(5000)}`});
    expect(found?.title).to.match(/^Vi gil x+…$/).and.to.have.length(200);
  });

  it('are as many as the times of a row', async () => {
    answering([{id: 7, title: 'Vigil', timeslots: [{id: 1, start: 7_232_004_000, full: false}, {id: 2, start: 7_232_090_400, full: true}]}, {id: 8, title: 'None', timeslots: []}]);
    const {events} = await list({'events-each': 'timeslots', 'event': 'id = id + \'-\' + each.id; title = title; startsAt = each.start; status = each.full'});
    expect(events.map(({id, status}) => [id, status])).to.deep.equal([['7-1', 'scheduled'], ['7-2', 'full']]);
    answering([{id: 7, title: 'Vigil', times: {start: 7_232_004_000}}]);
    expect((await list({'events-each': 'times', 'event': 'id = id; title = title; startsAt = each.start'})).events).to.have.length(1);
  });

  it('come from several answers, as far as they stay with the host', async () => {
    answering({data: [event()], next: `${SRC}?cursor=2`});
    answer(http.get(SRC, ({request}) => (new URL(request.url).searchParams.has('cursor') ? HttpResponse.json({data: [event({id: 2})], next: null}) : undefined)));
    expect((await list({'events-list': 'data', 'events-next': 'next'})).events.map(({id}) => id)).to.deep.equal(['1', '2']);
    answering({data: [], next: 'https://evil.example/'});
    expect((await failure(list({'events-list': 'data', 'events-next': 'next'}))).message).to.contain('another host').and.to.contain('"events-next"');
  });

  it('end after ten answers, though the next is named for ever', async () => {
    answering({data: [], next: SRC});
    await list({'events-list': 'data', 'events-next': 'next'});
    expect(sent).to.have.length(10);
  });

  it('are paged and narrowed here: 5 000 in one answer', async () => {
    answering(Array.from({length: 5000}, (_, index) => event({id: index, starts_at: new Date(Date.UTC(2199, 0, 1) + index * 3_600_000).toISOString().slice(0, 19), country: index % 2 === 0 ? 'FR' : 'DE'})));
    const given = {event: `${EVENT}; place.country = country`, zone: 'Europe/Paris'};
    const page = await list(given);
    expect([page.events.length, page.total, page.countries]).to.deep.equal([20, 5000, {FR: 2500, DE: 2500}]);
    const next = await list(given, {...(page.cursor !== undefined && {cursor: page.cursor}), country: 'FR', limit: 500});
    expect(next.events.length).to.equal(100);
    expect(next.events.every(({place}) => place?.country === 'FR')).to.equal(true);
  });

  for (const [what, body, reason] of [['missing', {}, 'missing'], ['no list', {data: {}}, 'expected array'], ['null', {data: null}, 'missing'], ['a text', {data: 'x'}, 'expected array']] as const) {
    it(`say that their list is ${what}`, async () => {
      answering(body);
      const error = await failure(list({'events-list': 'data'}));
      expect(error.code).to.equal('invalid-response');
      expect(error.message).to.contain('"json"').and.to.contain('"data"').and.to.contain('"events-list"').and.to.contain(reason);
    });
  }

  it('find one by its id', async () => {
    answering([event(), event({id: 'x@y'})]);
    const {events} = await list({});
    for (const {id} of events) expect((await adapterWith({}).getEvent(id)).id).to.equal(id);
    expect((await failure(adapterWith({}).getEvent('nobody'))).code).to.equal('not-found');
  });

  it('are sound or named, whatever comes', async () => {
    let body = '';
    answer(http.get(SRC, () => new HttpResponse(body)));
    const document = {data: [event({place: {city: 'Lyon', country: 'FR', lat: 45}, url: 'https://events.example/1', ends_at: '2199-03-01T19:00:00Z', kind: 'online', status: 'CONFIRMED', text: '<p>Come</p>'}), event({id: 2})]};
    const given = {'events-list': 'data', 'html': true, 'event': `${EVENT}; endsAt = ends_at; place.locality = place.city; place.country = place.country; place.latitude = place.lat; url = url; attendance = kind; status = status; description = text`};
    await fc.assert(fc.asyncProperty(mangled(document), async (text) => {
      body = text;
      try {
        const page = await list(given);
        expect(page.omitted === 0 || page.complaint?.message.includes('json.listEvents()')).to.equal(true);
        for (const {title, startsAt, url} of page.events) {
          expect(title.length).to.be.within(1, 200);
          expect(Number.isNaN(Date.parse(startsAt))).to.equal(false);
          expect(url ?? 'https:').to.match(/^https?:/);
        }
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.code).to.equal('invalid-response');
        expect(thrown.message).to.contain(SRC);
      }
    }), {numRuns: 300});
  });
});
