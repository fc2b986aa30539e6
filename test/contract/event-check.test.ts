import {expect} from 'chai';
import {fc} from '../support/property.js';
import * as z from 'zod/mini';
import {EventPage, checkEvents, type CheckedEvents} from '../../src/contract/index.js';

const event = {
  id: 'lyon', title: 'Vigil', description: [{type: 'paragraph', text: 'Come.'}], startsAt: '2026-12-01T18:00:00+01:00', endsAt: '2026-12-01T20:00:00+01:00', timeZone: 'Europe/Paris', status: 'full', attendance: 'both',
  place: {name: 'Town hall', address: '1 Place de la Comédie', locality: 'Lyon', country: 'FR', latitude: 45.76, longitude: 4.83, approximate: true},
  url: 'https://example.org/lyon', calendar: 'https://example.org/lyon.ics', organizer: {name: 'Sphere', url: 'https://example.org/'}, joinable: true, language: 'fr', previousStartsAt: '2026-11-01T18:00:00+01:00', sample: true,
};

const read = (value: unknown): CheckedEvents => {
  const checked = checkEvents(value);
  if ('events' in checked) return checked;
  throw new Error(`It is no page at "${checked.path}": ${checked.reason}.`);
};
const paths = (change: object) => read({events: [{...event, ...change}]}).issues.map(({path}) => path);

describe('checkEvents', () => {
  it('takes an answer for no page where there is no list of events', () => {
    expect(checkEvents([event])).to.deep.equal({path: '', reason: 'expected object'});
    expect(checkEvents(null)).to.deep.equal({path: '', reason: 'expected object'});
    expect(checkEvents({})).to.deep.equal({path: 'events', reason: 'missing'});
    expect(checkEvents({events: {}})).to.deep.equal({path: 'events', reason: 'expected array'});
  });

  it('leaves out an event that lacks what every event has, names the member, and keeps the others', () => {
    for (const [member, wrong] of [['id', 'no id!'], ['title', 7], ['startsAt', '2026-12-01T18:00:00'], ['startsAt', '2026-02-30T18:00:00Z'], ['attendance', 'hybrid']] as const) {
      for (const value of [wrong, undefined, null]) {
        const {events, issues, omitted} = read({events: [event, {...event, [member]: value}, {...event, id: 'last'}]});
        expect([events.map(({id}) => id), issues.map(({path}) => path), omitted]).to.deep.equal([['lyon', 'last'], [`events.1.${member}`], 1]);
      }
    }
    expect(read({events: ['x', null, [event]]})).to.deep.include({events: [], omitted: 3});
  });

  for (const [member, wrong] of [
    ['timeZone', 'Mars/Olympus'], ['timeZone', 'Europe/Paris; DROP'], ['timeZone', '+01:00'], ['endsAt', 'late'], ['endsAt', '2026-12-01T17:59:59+01:00'], ['url', 'javascript:alert(1)'], ['url', 'ftp://example.org'], ['calendar', 'webcal://example.org'],
    ['status', 'maybe'], ['place', 'Lyon'], ['place', null], ['place', []], ['organizer', 'Sphere'], ['organizer', 7], ['joinable', 'yes'], ['language', 'français'], ['language', ''], ['sample', 1],
    ['previousStartsAt', 'once'], ['description', 'Come.'], ['description', [{type: 'html', text: '<b>'}]], ['description', [{type: 'paragraph', text: [{text: 'x', href: 'javascript:alert(1)'}]}]], ['description', [{type: 'list', items: []}]],
  ] as const) {
    it(`shows an event without its ${member} where that is ${JSON.stringify(wrong)}, and names it`, () => {
      const {events: [found], issues} = read({events: [{...event, [member]: wrong}]});
      expect(issues.map(({path}) => path)).to.deep.equal([`events.0.${member}`]);
      const [bare] = read({events: [{...event, [member]: undefined}]}).events;
      expect(found).to.deep.equal(bare);
      expect(JSON.stringify(found)).not.to.contain('javascript');
    });
  }

  it('keeps what is sound of a place and of an organiser', () => {
    const {events: [found], issues} = read({events: [{...event, place: {locality: 'Lyon', country: 'France', latitude: 91, surprise: 1}, organizer: {name: 'Sphere', url: 'x'}}]});
    expect(found).to.deep.include({place: {locality: 'Lyon'}, organizer: {name: 'Sphere'}});
    expect(issues.map(({path}) => path)).to.have.members(['events.0.place.country', 'events.0.place.latitude', 'events.0.organizer.url']);
    expect(paths({organizer: {url: 'https://example.org/'}})).to.deep.equal(['events.0.organizer.name']);
    expect(read({events: [{...event, organizer: {}}]}).events[0]).to.not.have.property('organizer');
  });

  it('keeps the events where something is wrong with the page', () => {
    const {events, issues, ...rest} = read({events: [event], cursor: 7, total: -1, countries: {FR: 1, france: 1, DE: '2'}});
    expect(events).to.have.length(1);
    expect(issues.map(({path}) => path)).to.have.members(['cursor', 'total', 'countries.france', 'countries.DE']);
    expect(rest).to.deep.equal({countries: {FR: 1}, omitted: 0});
    expect(read({events: [], countries: 'none'}).issues.map(({path}) => path)).to.deep.equal(['countries']);
  });

  it('says what is wrong without its value, which may be somebody’s name', () => {
    expect(JSON.stringify(read({events: [{...event, organizer: 'Ada Exemple', title: ['Ada']}]}).issues)).not.to.contain('Ada');
  });

  const line = (maxLength: number) => fc.string({maxLength});
  const moment = fc.date({min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true}).map((date) => date.toISOString());
  const text = fc.oneof(line(20), fc.array(fc.record({text: line(20), href: fc.constantFrom('https://example.org/', 'mailto:ada@example.org', 'javascript:alert(1)'), strong: fc.boolean()}, {requiredKeys: ['text']}), {maxLength: 3}));
  const block = fc.oneof(
    fc.record({type: fc.constantFrom('heading', 'paragraph'), text}), fc.record({type: fc.constant('quote'), text, source: line(20)}, {requiredKeys: ['type', 'text']}),
    fc.record({type: fc.constant('list'), items: fc.array(text, {maxLength: 3}), ordered: fc.boolean()}, {requiredKeys: ['type', 'items']}),
  );
  const document = fc.record({
    id: fc.oneof(fc.constantFrom('lyon', 'a-1'), line(5)), title: line(210), description: fc.array(block, {maxLength: 3}), startsAt: moment, endsAt: moment, timeZone: fc.constantFrom('Europe/Paris', 'UTC', 'Asia/Kolkata'),
    status: fc.constantFrom('scheduled', 'full', 'postponed', 'cancelled', 'odd'), previousStartsAt: moment, attendance: fc.constantFrom('in-person', 'online', 'both'),
    place: fc.record({name: line(20), address: line(20), locality: line(20), country: fc.constantFrom('FR', 'fr', 'FRA'), latitude: fc.double({min: -91, max: 91, noNaN: true}), longitude: fc.double({min: -181, max: 181, noNaN: true}), approximate: fc.boolean()}, {requiredKeys: []}),
    url: fc.oneof(fc.webUrl(), line(5)), organizer: fc.record({name: line(20), url: fc.webUrl()}, {requiredKeys: []}), joinable: fc.boolean(), language: fc.constantFrom('fr', 'pt-BR', 'x'), sample: fc.boolean(), surprise: fc.anything(),
  }, {requiredKeys: ['id', 'title', 'startsAt', 'attendance']});
  const page = fc.record({events: fc.array(document, {maxLength: 3}), cursor: line(20), total: fc.integer({min: -1, max: 9}), countries: fc.dictionary(fc.constantFrom('FR', 'DE'), fc.integer({min: -1, max: 9}))}, {requiredKeys: ['events']});

  it('agrees with the schema on every page that is sound: nothing is wrong with it, and nothing is lost', () => {
    let sound = 0;
    fc.assert(fc.property(page, (value) => {
      const parsed = z.safeParse(EventPage, value);
      if (!parsed.success) return;
      sound++;
      // Beyond the schema: an end before the start is dropped.
      const events = parsed.data.events.map(({endsAt, ...rest}) => ({...rest, ...(endsAt !== undefined && Date.parse(endsAt) >= Date.parse(rest.startsAt) && {endsAt})}));
      const {issues, omitted, ...checked} = read(value);
      expect(checked, fc.stringify(value)).to.deep.equal({...parsed.data, events});
      expect(omitted).to.equal(0);
      expect(issues.every(({reason}) => reason === 'before startsAt')).to.equal(true);
    }), {numRuns: 3000});
    expect(sound).to.be.greaterThan(100);
  });

  it('agrees with the schema on every page that is not: it says that something is wrong, and what it lets through the schema takes', () => {
    fc.assert(fc.property(page, (value) => {
      const {issues, omitted: _, ...checked} = read(value);
      const again = z.safeParse(EventPage, checked);
      expect(again.success && again.data, fc.stringify(value)).to.deep.equal(checked);
      if (!z.safeParse(EventPage, value).success) expect(issues, fc.stringify(value)).to.not.deep.equal([]);
    }), {numRuns: 3000});
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.record({events: fc.jsonValue(), countries: fc.jsonValue()}), fc.record({events: fc.array(fc.record({id: fc.jsonValue(), title: fc.jsonValue(), startsAt: fc.jsonValue(), attendance: fc.jsonValue(), place: fc.jsonValue(), timeZone: fc.jsonValue(), description: fc.jsonValue(), organizer: fc.jsonValue()}))})), (value) => {
      checkEvents(value);
    }), {numRuns: 2000});
  });
});
