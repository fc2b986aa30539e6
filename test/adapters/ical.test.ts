import {expect} from 'chai';
import fc from 'fast-check';
import {http, HttpResponse} from 'msw';
import {create} from '../../src/adapters/ical.js';
import {BackendError, type AdapterSettings} from '../../src/contract/index.js';
import {checked} from '../../src/registry/door.js';
import type {ReadEvents} from '../../src/registry/event-door.js';
import {able} from '../mocks/able.js';
import {failure} from '../mocks/failure.js';
import {answer} from '../mocks/network.js';

const SRC = 'https://ngo.example/events.ics';
/** backend-apis.md §16.1, RFC 5545 [V-doc]: the least calendar, with lines of its own in its event. */
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//ngo//x//EN', 'BEGIN:VEVENT', 'UID:1@ngo', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Vigil', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
const START = 'DTSTART:21990314T120000Z';

let body = '';
const adapterWith = (given: AdapterSettings = {}) => able(checked(create(new URL(SRC), given), SRC), 'listEvents', 'getEvent');
const list = async (text: string, given: AdapterSettings = {}) => {
  body = text;
  return (await adapterWith(given).listEvents({})) as ReadEvents;
};
const first = async (lines: string[], given: AdapterSettings = {}) => (await list(calendar(...lines), given)).events[0];

describe('ical', () => {
  beforeEach(() => { answer(http.get(SRC, () => new HttpResponse(body, {headers: {'Content-Type': 'text/calendar; charset=utf-8'}}))); });

  it('reads an event with all that it says', async () => {
    const event = await first([START, 'DTEND:21990314T140000Z', 'LOCATION:Place X\\, Lyon', 'URL:https://ngo.example/1', 'STATUS:CONFIRMED', 'GEO:45.75;4.85', 'DESCRIPTION:Come\\nand bring a candle\\; or two'], {country: 'FR'});
    expect(event).to.deep.include({
      title: 'Vigil', startsAt: '2199-03-14T12:00:00Z', endsAt: '2199-03-14T14:00:00Z', url: 'https://ngo.example/1', status: 'scheduled', attendance: 'in-person',
      place: {name: 'Place X, Lyon', country: 'FR', latitude: 45.75, longitude: 4.85},
      description: [{type: 'paragraph', text: 'Come'}, {type: 'paragraph', text: 'and bring a candle; or two'}],
    });
    expect(event?.id).to.match(/^1-ngo-\w+$/);
  });

  for (const [line, given, startsAt] of [
    ['DTSTART:21990314T120000Z', {}, '2199-03-14T12:00:00Z'], ['DTSTART;TZID=Europe/Brussels:21990314T120000', {}, '2199-03-14T12:00:00+01:00'], ['DTSTART;TZID="Europe/Brussels":21990714T120000', {}, '2199-07-14T12:00:00+02:00'],
    ['DTSTART:21990314T120000', {zone: 'Asia/Tokyo'}, '2199-03-14T12:00:00+09:00'], ['DTSTART;TZID=W. Europe Standard Time:21990314T120000', {zone: 'Europe/Berlin'}, '2199-03-14T12:00:00+01:00'],
    ['DTSTART;VALUE=DATE:21990314', {zone: 'Europe/Paris'}, '2199-03-14T00:00:00+01:00'],
  ] as const) {
    it(`tells the time of ${line}`, async () => { expect((await first([line], given))?.startsAt).to.equal(startsAt); });
  }

  it('goes by the calendar\'s zone where nobody says another', async () => {
    const text = calendar('DTSTART:21990314T120000').replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:America/New_York');
    expect((await list(text)).events[0]?.startsAt).to.match(/^2199-03-14T12:00:00-0[45]:00$/);
  });

  it('adds a duration to the beginning, and a day to a day', async () => {
    expect((await first([START, 'DURATION:P1DT2H30M']))?.endsAt).to.equal('2199-03-15T14:30:00.000Z');
    expect((await first(['DTSTART;VALUE=DATE:21990314'], {zone: 'UTC'}))?.endsAt).to.equal('2199-03-15T00:00:00.000Z');
  });

  it('unfolds lines, with or without CR, in the middle of a letter too', async () => {
    const text = calendar(START).replace('SUMMARY:Vigil', 'SUMMARY:Veille\r\n  à Lyon');
    expect((await list(text)).events[0]?.title).to.equal('Veille à Lyon');
    expect((await list(text.replaceAll('\r', ''))).events[0]?.title).to.equal('Veille à Lyon');
  });

  it('is not led astray by an alarm inside an event', async () => {
    expect(await first([START, 'BEGIN:VALARM', 'SUMMARY:Wake up', 'DESCRIPTION:x', 'DURATION:PT9H', 'END:VALARM'])).to.deep.include({title: 'Vigil', description: []});
  });

  it('shows the first instance of an event that recurs', async () => {
    const {events} = await list(calendar(START, 'RRULE:FREQ=WEEKLY;COUNT=10'));
    expect(events.map(({startsAt}) => startsAt)).to.deep.equal(['2199-03-14T12:00:00Z']);
  });

  it('keeps a moved instance apart from the event that it belongs to', async () => {
    const text = calendar(START, 'RRULE:FREQ=WEEKLY', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:1@ngo', 'RECURRENCE-ID:21990321T120000Z', 'DTSTART:21990322T120000Z', 'SUMMARY:Moved');
    const {events} = await list(text);
    expect(new Set(events.map(({id}) => id)).size).to.equal(2);
  });

  it('says when an event is cancelled, and leaves a private one out', async () => {
    expect((await first([START, 'STATUS:CANCELLED']))?.status).to.equal('cancelled');
    expect((await list(calendar(START, 'CLASS:PRIVATE'))).events).to.deep.equal([]);
  });

  for (const [what, lines] of [['without its zone', ['DTSTART:21990314T120000']], ['that is none', ['DTSTART:soon']], ['of a day that there is not', ['DTSTART:21990231T120000Z']], ['missing', []]] as const) {
    it(`counts an event with a time ${what} as left out, and says so`, async () => {
      const {events, omitted, complaint} = await list(calendar(...lines));
      expect([events.length, omitted]).to.deep.equal([0, 1]);
      expect(complaint?.message).to.contain('ical.listEvents()').and.to.contain('startsAt');
    });
  }

  it('needs no UID to name a missing id', async () => {
    const {complaint} = await list(calendar(START).replace('UID:1@ngo\r\n', ''));
    expect(complaint?.message).to.contain('.id');
  });

  for (const [what, text] of [['a page of HTML', '<!DOCTYPE html>'], ['nothing', ''], ['JSON', '{}']] as const) {
    it(`says that ${what} is no calendar`, async () => {
      const error = await failure(list(text));
      expect(error.code).to.equal('invalid-response');
      expect(error.message).to.contain('"ical"').and.to.contain('BEGIN:VCALENDAR').and.to.contain(SRC);
    });
  }

  it('reads 5 000 events', async () => {
    const many = Array.from({length: 5000}, (_, index) => `BEGIN:VEVENT\r\nUID:${index}\r\n${START}\r\nSUMMARY:E\r\nEND:VEVENT`).join('\r\n');
    expect((await list(`BEGIN:VCALENDAR\r\n${many}\r\nEND:VCALENDAR`)).total).to.equal(5000);
  });

  it('is sound or named, whatever comes', async () => {
    const text = calendar(START, 'DTEND:21990314T140000Z', 'LOCATION:Place', 'GEO:45;4', 'URL:https://ngo.example', 'DESCRIPTION:x');
    const noise = fc.constantFrom('', ':', ';', '\r\n ', '\r\n', '"', 'Z', '9', 'BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', '\\', '\u0000', 'x'.repeat(3000), 'TZID=Nowhere/None');
    await fc.assert(fc.asyncProperty(fc.nat({max: text.length}), fc.nat({max: 30}), noise, async (position, length, inserted) => {
      try {
        const {omitted, complaint} = await list(text.slice(0, position) + inserted + text.slice(position + length));
        expect(omitted === 0 || complaint?.message.includes('ical.listEvents()')).to.equal(true);
      } catch (thrown) {
        if (!BackendError.is(thrown)) throw thrown;
        expect(thrown.message).to.contain('"ical"');
      }
    }), {numRuns: 400});
  });
});
