import {expect} from 'chai';
import {fc} from '../support/property.js';
import {countryName} from '../../src/localization/country-name.js';
import type {Locale} from '../../src/localization/locale.js';
import {formatTimes, readersTimes} from '../../src/localization/times.js';
import {timeZones, zonedTime} from '../../src/localization/zoned-time.js';

const locale = (tag: string): Locale => ({language: tag.slice(0, 2), tag, direction: 'ltr'});

/** Every kind of space as an ordinary one, and no marks of direction: engines carry different editions of the same data. */
const plain = (text: string) => text.replace(/[\u2066\u2069]/g, '').replace(/\s/gu, ' ').replace(/ ?[–−-] ?/g, '-');

/** At noon of 16 March 2024 in four cities: New York was four hours behind London that day, and not five as in winter. */
const CITIES = {
  'São Paulo': ['2024-03-16T12:00:00-03:00', 'America/Sao_Paulo', -3, 'GMT-3', 'UTC-3'], 'London': ['2024-03-16T12:00:00+00:00', 'Europe/London', 0, 'GMT', 'UTC'],
  'New York': ['2024-03-16T12:00:00-04:00', 'America/New_York', -4, 'GMT-4', 'UTC-4'], 'Bengaluru': ['2024-03-16T12:00:00+05:30', 'Asia/Kolkata', 5.5, 'GMT+5:30', 'UTC+5:30'],
} as const;

describe('the time of an event', () => {
  for (const [city, [startsAt, timeZone, hours, zone, offset]] of Object.entries(CITIES)) {
    it(`is noon in ${city}, by the clock of its zone, which it names`, () => {
      const text = plain(formatTimes({startsAt, timeZone}, 'long', locale('en-GB'), true));
      expect(text).to.match(/^Saturday,? 16 March 2024( at|,) 12:00 /).and.to.satisfy((words: string) => words.endsWith(` ${zone}`));
    });

    it(`is the same moment in ${city}, however it is written`, () => {
      const utc = new Date(startsAt).toISOString();
      expect(formatTimes({startsAt: utc, timeZone}, 'long', locale('en-GB'), true)).to.equal(formatTimes({startsAt, timeZone}, 'long', locale('en-GB'), true));
      expect(zonedTime('2024-03-16', '12:00', timeZone)).to.equal(startsAt);
      expect(new Date(startsAt).getTime()).to.equal(Date.UTC(2024, 2, 16, 12) - hours * 3_600_000);
    });

    it(`is noon in ${city} where its zone is not known, by the offset that it is written with`, () => {
      const text = plain(formatTimes({startsAt}, 'long', locale('en-GB'), true));
      expect(text).to.satisfy((words: string) => words.endsWith(`12:00 ${offset}`));
    });
  }

  it('has one date where it ends the same day, and two where it does not', () => {
    const timeZone = 'Europe/Paris';
    const evening = plain(formatTimes({startsAt: '2024-03-16T18:00:00+01:00', endsAt: '2024-03-16T20:00:00+01:00', timeZone}, 'long', locale('en-GB'), true));
    expect(evening.match(/2024/g)).to.have.length(1);
    expect(evening).to.match(/18:00-20:00/);
    const night = plain(formatTimes({startsAt: '2024-03-16T23:00:00+01:00', endsAt: '2024-03-17T01:00:00+01:00', timeZone}, 'long', locale('en-GB'), true));
    expect(night).to.match(/16 March 2024.*23:00.*17 March 2024.*01:00/);
  });

  it('reads an end that has another offset by the clock of the start, where no zone is given', () => {
    expect(plain(formatTimes({startsAt: '2024-03-16T12:00:00+02:00', endsAt: '2024-03-16T12:00:00Z'}, 'long', locale('en-GB'), true))).to.match(/12:00-14:00 UTC\+2$/);
  });

  it('writes an offset of half an hour to the west, and none of nought', () => {
    expect(plain(formatTimes({startsAt: '2024-03-16T12:00:00-03:30'}, 'long', locale('en'), true))).to.match(/UTC-3:30$/);
    for (const offset of ['Z', '+00:00', '-00:00']) expect(plain(formatTimes({startsAt: `2024-03-16T12:00:00${offset}`}, 'long', locale('en'), true))).to.match(/UTC$/);
  });

  for (const [tag, year] of [['fa', '۲۰۲۴'], ['th', '2024'], ['ar-SA', '2024|٢٠٢٤']] as const) {
    it(`is in the Gregorian calendar in ${tag} too`, () => { expect(formatTimes({startsAt: '2024-03-16T12:00:00Z', timeZone: 'UTC'}, 'long', locale(tag))).to.match(new RegExp(year)); });
  }

  it('has a leaf with the day of its place', () => {
    const times = {startsAt: '2024-03-16T23:30:00-04:00', timeZone: 'America/New_York'};
    expect([formatTimes(times, 'day', locale('en')), formatTimes(times, 'month', locale('en')), formatTimes(times, 'year', locale('en'))]).to.deep.equal(['16', 'Mar', '2024']);
  });

  it('is given by the reader’s clock only where that shows another time', () => {
    const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
    expect(readersTimes({startsAt: '2024-03-16T12:00:00Z', timeZone}, locale('en'))).to.equal(undefined);
    const other = timeZone === 'Asia/Kolkata' ? 'Europe/London' : 'Asia/Kolkata';
    const own = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'}).format(new Date('2024-03-16T12:00:00Z'));
    expect(readersTimes({startsAt: '2024-03-16T12:00:00Z', timeZone: other}, locale('en-GB'))).to.contain(own);
  });
});

describe('a time that is chosen', () => {
  it('has the offset of its zone at that moment', () => {
    expect(zonedTime('2027-01-16', '18:30', 'Europe/Paris')).to.equal('2027-01-16T18:30:00+01:00');
    expect(zonedTime('2027-07-16', '18:30:00', 'Europe/Paris')).to.equal('2027-07-16T18:30:00+02:00');
    expect(zonedTime('2027-07-16', '00:00', 'UTC')).to.equal('2027-07-16T00:00:00+00:00');
  });

  it('is none where the date or the time is none', () => {
    for (const [date, time] of [['', '12:00'], ['2027-01-01', ''], ['tomorrow', '12:00'], ['2027-13-01', '12:00'], ['2027-01-01', '25:00']] as const) expect(zonedTime(date, time, 'UTC')).to.equal(undefined);
  });

  it('is what the zone’s clock then shows, on any day of any zone, but for the hour that is left out in spring', () => {
    const {own, all} = timeZones();
    expect(all).to.include.members([own, 'UTC', 'Europe/Paris']);
    fc.assert(fc.property(fc.constantFrom(...all), fc.date({min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true}), (zone, date) => {
      // A moment that there surely is, as that zone's clock shows it.
      const shown = new Intl.DateTimeFormat('sv', {timeZone: zone, dateStyle: 'short', timeStyle: 'short'}).format(date);
      const [day = '', time = ''] = shown.split(' ');
      const moment = zonedTime(day, time, zone) ?? '';
      expect(new Intl.DateTimeFormat('sv', {timeZone: zone, dateStyle: 'short', timeStyle: 'short'}).format(new Date(moment)), zone).to.equal(shown);
    }), {numRuns: 300});
  });
});

describe('the name of a country', () => {
  for (const [code, tag, name] of [['FR', 'fr', 'France'], ['GB', 'en', 'United Kingdom'], ['US', 'en', 'United States'], ['HK', 'en', 'Hong Kong'], ['PS', 'en', 'Palestine'], ['XK', 'en', 'Kosovo']] as const) {
    it(`is ${name} for ${code} in ${tag}`, () => { expect(countryName(code, locale(tag))).to.equal(name); });
  }
  it('is the code itself where there is no such country', () => { expect(countryName('QQ', locale('en'))).to.equal('QQ'); });
});
