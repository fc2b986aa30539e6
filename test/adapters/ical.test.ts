import {expect} from 'chai';
import {fc} from '../support/property.js';
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

  it('ends an event in the zone where it ends, and not before a century has passed', async () => {
    expect((await first(['DTSTART;TZID=Europe/Paris:21990314T120000', 'DTEND;TZID=Europe/London:21990314T130000']))).to.deep.include({startsAt: '2199-03-14T12:00:00+01:00', endsAt: '2199-03-14T13:00:00+00:00', timeZone: 'Europe/Paris'});
    expect((await first([START, 'DTEND:21990314T110000Z']))?.endsAt).to.equal(undefined);
    for (const duration of ['-PT1H', 'P', 'an hour', 'P99999999999W', 'PT0S']) expect((await first([START, `DURATION:${duration}`])), duration).to.include({title: 'Vigil', startsAt: '2199-03-14T12:00:00Z'}).and.to.not.have.property('endsAt');
    expect((await first([START, 'DURATION:P1W']))?.endsAt).to.equal('2199-03-21T12:00:00.000Z');
    expect((await first([START, 'DURATION:PT1M5S']))?.endsAt).to.equal('2199-03-14T12:01:05.000Z');
    expect((await first(['DTSTART;VALUE=DATE:21990314', 'DTEND;VALUE=DATE:21990316'], {zone: 'UTC'}))).to.deep.include({startsAt: '2199-03-14T00:00:00+00:00', endsAt: '2199-03-16T00:00:00+00:00'});
  });

  it('does not take the calendar\'s zone for one that it does not know', async () => {
    // Outlook's own names; its VTIMEZONE is not read.
    const text = calendar('DTSTART;TZID=Tokyo Standard Time:21990314T120000').replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:Europe/Paris\r\nBEGIN:VTIMEZONE\r\nTZID:Tokyo Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0900\r\nEND:STANDARD\r\nEND:VTIMEZONE');
    const {events, omitted, complaint} = await list(text);
    expect([events.length, omitted]).to.deep.equal([0, 1]);
    expect(complaint?.message).to.contain('startsAt');
    expect((await list(text, {zone: 'Asia/Tokyo'})).events[0]?.startsAt).to.equal('2199-03-14T12:00:00+09:00');
  });

  it('goes by no zone of the calendar that browsers do not know', async () => {
    const text = calendar(START).replace('VERSION:2.0', 'VERSION:2.0\r\nX-WR-TIMEZONE:Nowhere/None');
    const {events, complaint} = await list(text);
    expect([events[0]?.startsAt, events[0]?.timeZone, complaint]).to.deep.equal(['2199-03-14T12:00:00Z', undefined, undefined]);
  });

  it('unfolds lines, with or without CR, by space or tab', async () => {
    const text = calendar(START).replace('SUMMARY:Vigil', 'SUMMARY:Veille\r\n  à Lyon');
    expect((await list(text)).events[0]?.title).to.equal('Veille à Lyon');
    expect((await list(text.replaceAll('\r', ''))).events[0]?.title).to.equal('Veille à Lyon');
    expect((await list(calendar(START).replace('SUMMARY:Vigil', 'SUMM\n\tARY;LANGUAGE="x:y;z":Vi\n gil'))).events[0]?.title).to.equal('Vigil');
    expect((await list(`\uFEFF${calendar(START).replaceAll('\r\n', '\r').toLowerCase().replace('20260101t000000z', 'x').replace('21990314t120000z', '21990314T120000Z')}`)).events[0]?.title).to.equal('vigil');
  });

  it('takes escapes back, and a backslash before anything else for itself', async () => {
    expect((await first([START, 'LOCATION:a\\, b\\; c\\\\n d\\N e \\x']))?.place?.name).to.equal('a, b; c\\n d e \\x');
  });

  it('reads HTML where the settings say that there is some', async () => {
    const lines = [START, 'DESCRIPTION:<b>Come</b>&amp; bring<br>a candle'];
    expect((await first(lines, {html: true}))?.description.map((block) => ('text' in block ? block.text : ''))).to.deep.equal(['Come& bring', 'a candle']);
    expect((await first(lines))?.description.map((block) => ('text' in block ? block.text : ''))).to.deep.equal(['<b>Come</b>&amp; bring<br>a candle']);
  });

  it('leads to the page of an event, where it has one', async () => {
    expect(await first([START, 'URL:https://ngo.example/1'])).to.deep.include({url: 'https://ngo.example/1', joinable: true});
    expect((await first([START, 'URL:']))?.joinable).to.equal(false);
    expect((await first([START, 'URL:message:x']))?.url).to.equal(undefined);
  });

  it('is not led astray by an alarm inside an event', async () => {
    expect((await list(calendar(START).replace('BEGIN:VEVENT', 'BEGIN:X-DRAFTS\r\nBEGIN:VEVENT').replace('END:VEVENT', 'END:VEVENT\r\nEND:X-DRAFTS'))).events).to.deep.equal([]);
    expect(await first([START, 'BEGIN:VALARM', 'SUMMARY:Wake up', 'DESCRIPTION:x', 'DURATION:PT9H', 'END:VALARM'])).to.deep.include({title: 'Vigil', description: []});
  });

  it('shows the first instance of an event that recurs', async () => {
    const {events} = await list(calendar(START, 'RRULE:FREQ=WEEKLY;COUNT=10'));
    expect(events.map(({startsAt}) => startsAt)).to.deep.equal(['2199-03-14T12:00:00Z']);
  });

  for (const [what, lines] of [
    ['is taken out', ['EXDATE;TZID=Europe/Paris:21990321T130000,21990314T130000']], ['is taken out, told in another zone', ['EXDATE:21990314T120000Z']],
    ['is told of by itself', ['END:VEVENT', 'BEGIN:VEVENT', 'UID:1@ngo', 'SUMMARY:Vigil', 'RECURRENCE-ID;TZID=Europe/Paris:21990314T130000', 'DTSTART;TZID=Europe/Paris:21990315T130000', 'STATUS:CANCELLED']],
  ] as const) {
    it(`does not show the first instance as planned where that ${what}`, async () => {
      const {events} = await list(calendar('DTSTART;TZID=Europe/Paris:21990314T130000', 'RRULE:FREQ=WEEKLY', ...lines));
      expect(events.map(({startsAt, status}) => [startsAt, status])).to.deep.equal(lines.length > 1 ? [['2199-03-15T13:00:00+01:00', 'cancelled']] : []);
    });
  }

  it('shows the first instance where another is taken out, or another event\'s', async () => {
    const other = ['END:VEVENT', 'BEGIN:VEVENT', 'UID:2@ngo', 'SUMMARY:Other', 'RRULE:FREQ=DAILY', 'EXDATE:21990314T120000Z', START];
    expect((await list(calendar(START, 'RRULE:FREQ=WEEKLY', 'EXDATE:21990321T120000Z', ...other))).events.map(({title}) => title)).to.deep.equal(['Vigil']);
    expect((await list(calendar(START, 'RDATE:21990321T120000Z', 'EXDATE:21990314T120000Z'))).events).to.deep.equal([]);
    // Without a rule there is nothing that a date could be taken out of.
    expect((await list(calendar(START, 'EXDATE:21990314T120000Z'))).events).to.have.length(1);
  });

  it('keeps a moved instance apart from the event that it belongs to', async () => {
    const text = calendar(START, 'RRULE:FREQ=WEEKLY', 'END:VEVENT', 'BEGIN:VEVENT', 'UID:1@ngo', 'RECURRENCE-ID:21990321T120000Z', 'DTSTART:21990322T120000Z', 'SUMMARY:Moved');
    const {events} = await list(text);
    expect(new Set(events.map(({id}) => id)).size).to.equal(2);
    for (const {id, title} of events) expect((await adapterWith().getEvent(id)).title).to.equal(title);
    expect((await failure(adapterWith().getEvent('nobody'))).code).to.equal('not-found');
  });

  it('says when an event is cancelled, and leaves a private one out', async () => {
    expect((await first([START, 'STATUS:CANCELLED']))?.status).to.equal('cancelled');
    for (const name of ['PRIVATE', 'CONFIDENTIAL', 'private']) expect((await list(calendar(START, `CLASS:${name}`))).events).to.deep.equal([]);
    expect((await list(calendar(START, 'CLASS:PUBLIC'))).events).to.have.length(1);
  });

  for (const [what, lines] of [['without its zone', ['DTSTART:21990314T120000']], ['that is none', ['DTSTART:soon']], ['of a day that there is not', ['DTSTART:21990231T120000Z']], ['missing', []]] as const) {
    it(`counts an event with a time ${what} as left out, and says so`, async () => {
      const {events, omitted, complaint} = await list(calendar(...lines));
      expect([events.length, omitted]).to.deep.equal([0, 1]);
      expect(complaint?.message).to.contain('ical.listEvents()').and.to.contain('startsAt');
    });
  }

  it('needs no UID: title and time hold an event apart', async () => {
    const without = (...lines: string[]) => calendar(...lines).replace('UID:1@ngo\r\n', '');
    expect((await list(without(START))).events[0]?.id).to.match(/^Vigil-21990314T120000Z-\w+$/);
    const {omitted, complaint} = await list(without().replace('SUMMARY:Vigil\r\n', ''));
    expect(omitted).to.equal(1);
    expect(complaint?.message).to.contain('.id');
  });

  it('shows an event without a place, and counts one without a title', async () => {
    const text = calendar(START).replace('SUMMARY:Vigil\r\n', '');
    expect((await list(text)).omitted).to.equal(1);
    expect((await first([START]))?.place).to.equal(undefined);
    expect((await first([START, 'LOCATION:', 'GEO:']))?.place).to.equal(undefined);
  });

  it('is found at an address to subscribe to', async () => {
    body = calendar(START);
    for (const scheme of ['webcal', 'webcals']) {
      const adapter = able(create(new URL(SRC.replace('https', scheme)), {page: 'https://ngo.example/events'}), 'listEvents');
      expect((await adapter.listEvents({})).events).to.have.length(1);
      expect(adapter.links).to.deep.equal({events: 'https://ngo.example/events'});
    }
    expect(() => create(new URL('ftp://ngo.example/events.ics'), {})).to.throw(/"ical" cannot use its address/);
  });

  for (const [given, name] of [[{zone: 'Europe/Pari'}, 'zone'], [{country: 'fr'}, 'country'], [{country: 'FRA'}, 'country'], [{page: 'ngo.example'}, 'page'], [{zoen: 'UTC'}, 'zoen']] as [AdapterSettings, string][]) {
    it(`names ${name} in ${JSON.stringify(given)}`, () => { expect(() => create(new URL(SRC), given)).to.throw(`"${name}"`); });
  }

  for (const [status, code] of [[404, 'not-found'], [403, 'forbidden'], [500, 'unavailable']] as const) {
    it(`says ${code} where it is answered with ${status}`, async () => {
      answer(http.get(SRC, () => new HttpResponse('<html>', {status})));
      const error = await failure(list(''));
      expect(error.code).to.equal(code);
      expect(error.message).to.contain(SRC);
    });
  }

  for (const [what, text] of [['a page of HTML', '<!DOCTYPE html>'], ['nothing', ''], ['JSON', '{}']] as const) {
    it(`says that ${what} is no calendar`, async () => {
      const error = await failure(list(text));
      expect(error.code).to.equal('invalid-response');
      expect(error.message).to.contain('"ical"').and.to.contain('BEGIN:VCALENDAR').and.to.contain(SRC);
    });
  }

  it('reads 5 000 events, each in a zone and with a long description', async () => {
    const start = 'DTSTART;TZID=Europe/Paris:21990314T120000';
    const many = Array.from({length: 5000}, (_, index) => `BEGIN:VEVENT\r\nUID:${index}\r\n${start}\r\n${start.replace('START', 'END')}\r\nSUMMARY:E\r\nDESCRIPTION:${'x\r\n '.repeat(20)}\r\nEND:VEVENT`).join('\r\n');
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
