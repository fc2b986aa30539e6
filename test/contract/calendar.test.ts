import {expect} from 'chai';
import {fc} from '../support/property.js';
import ICAL from 'ical.js';
import {calendarOf, type CalendarFrame, type PetitionEvent} from '../../src/contract/index.js';

const event: PetitionEvent = {
  id: 'sao-paulo', title: 'Vigília; às 9h, na Paulista', description: [], startsAt: '2024-03-16T09:00:00-03:00', endsAt: '2024-03-16T11:00:00-03:00', timeZone: 'America/Sao_Paulo', status: 'scheduled',
  attendance: 'in-person', joinable: false, url: 'https://example.org/são-paulo?a=1,2;3', place: {name: 'MASP', address: 'Av. Paulista, 1578', locality: 'São Paulo', country: 'BR'},
};
const frame: CalendarFrame = {petition: {id: 'safe-exit', address: 'https://petition.example/petitions/safe-exit/?lang=pt'}, revised: Date.parse('2024-03-01T08:00:00.123Z'), countryName: (code) => (code === 'BR' ? 'Brasil' : code)};

/** As another program reads it. */
const read = (text: string) => {
  const calendar = ICAL.Component.fromString(text);
  return {calendar, events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))};
};
const only = (change: Partial<PetitionEvent> = {}, more: Partial<CalendarFrame> = {}) => {
  const text = calendarOf([{...event, ...change}], {...frame, ...more});
  const {calendar, events: [first]} = read(text);
  if (!first) throw new Error('There is no event in it.');
  return {text, calendar, event: first, property: (name: string) => first.component.getFirstPropertyValue(name)};
};
const lines = (text: string) => text.split('\r\n');

describe('calendarOf', () => {
  it('says what, when and where, so that another program reads it as it was', () => {
    const {event: found, calendar, property} = only();
    expect([calendar.getFirstPropertyValue('version'), calendar.getFirstPropertyValue('method'), calendar.getFirstPropertyValue('name')]).to.deep.equal(['2.0', null, null]);
    expect([found.summary, found.location, property('status')]).to.deep.equal(['Vigília; às 9h, na Paulista', 'MASP, Av. Paulista, 1578, São Paulo, Brasil', 'CONFIRMED']);
    expect([found.startDate.toICALString(), found.endDate.toICALString(), String(property('dtstamp'))]).to.deep.equal(['20240316T120000Z', '20240316T140000Z', '2024-03-01T08:00:00Z']);
    expect([found.uid, property('url'), found.description]).to.deep.equal(['sao-paulo@petition.example/petitions/safe-exit', 'https://example.org/s%C3%A3o-paulo?a=1,2;3', 'https://example.org/s%C3%A3o-paulo?a=1,2;3']);
  });

  it('ends no event that does not say when, or says a time before it starts', () => {
    for (const endsAt of [undefined, '2024-03-16T08:00:00-03:00', event.startsAt]) expect(only({endsAt}).property('dtend')).to.equal(null);
  });

  for (const [status, said] of [['full', 'CONFIRMED'], ['postponed', 'TENTATIVE'], ['cancelled', 'CANCELLED']] as const) {
    it(`calls an event that is ${status} ${said}`, () => { expect(only({status}).property('status')).to.equal(said); });
  }

  it('knows an event by its petition’s address, and by the petition’s name where it has none', () => {
    expect(only({}, {petition: {id: 'safe-exit', address: 'https://petition.example/petitions/safe-exit'}}).event.uid).to.equal(only().event.uid);
    const homeless = only({url: undefined, place: undefined}, {petition: {id: 'safe-exit', address: 'not an address'}});
    expect([homeless.event.uid, homeless.property('url'), homeless.property('description'), homeless.property('location')]).to.deep.equal(['sao-paulo@safe-exit', null, null, null]);
  });

  it('has a petition’s address where the event has none of its own', () => {
    expect(only({url: undefined}).property('url')).to.equal('https://petition.example/petitions/safe-exit/?lang=pt');
  });

  it('gives what is said at length as text: links by their address, lists by their marks', () => {
    const {event: found} = only({description: [
      {type: 'heading', text: 'Come'},
      {type: 'paragraph', text: [{text: 'Read '}, {text: 'how', href: 'https://example.org/how'}, {text: '; bring water, please.', strong: true}]},
      {type: 'list', items: ['A candle', 'A back\\slash']},
      {type: 'list', ordered: true, items: ['First', 'Second']},
      {type: 'quote', text: 'Nobody is left behind.', source: 'A friend\r\nof ours'},
    ]});
    expect(found.description).to.equal([
      'Come', 'Read how (https://example.org/how); bring water, please.', '• A candle\n• A back\\slash', '1. First\n2. Second', 'Nobody is left behind.\n– A friend\nof ours', 'https://example.org/s%C3%A3o-paulo?a=1,2;3',
    ].join('\n\n'));
  });

  it('is named, and asked for again within the hour, where people subscribe to it', () => {
    const text = calendarOf([event, {...event, id: 'lyon'}], {...frame, name: 'Une sortie, sûre; enfin'});
    const {calendar} = read(text);
    expect(lines(text)).to.include.members(['NAME:Une sortie\\, sûre\\; enfin', 'X-WR-CALNAME:Une sortie\\, sûre\\; enfin', 'X-PUBLISHED-TTL:PT1H']);
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).to.equal('PT1H');
    expect(calendar.getAllSubcomponents('vevent')).to.have.length(2);
  });

  // One line, as the contract has it: no control characters.
  const line = fc.string({unit: 'binary', maxLength: 200, size: 'max'}).map((text) => text.replace(/\p{Cc}/gu, ''));
  const anything = fc.record({title: line, name: line, paragraph: line});

  it('folds after 75 octets at most, ends every line with CR LF, and cuts no character', () => {
    const decoder = new TextDecoder('utf-8', {fatal: true});
    fc.assert(fc.property(anything, ({title, name, paragraph}) => {
      const {text} = only({title, place: {name}, description: [{type: 'paragraph', text: paragraph}]});
      expect(text.endsWith('END:VCALENDAR\r\n')).to.equal(true);
      expect(text.replaceAll('\r\n', '')).to.not.match(/[\r\n]/);
      for (const each of lines(text)) {
        const octets = new TextEncoder().encode(each);
        expect(octets.length).to.be.at.most(75);
        expect(decoder.decode(octets)).to.equal(each);
        expect(each).to.not.match(/^\p{Surrogate}|\p{Surrogate}$/u);
      }
    }));
  });

  it('folds only where it must: every line but a text’s last has room for no further character', () => {
    fc.assert(fc.property(line, (title) => {
      const all = lines(only({title}).text);
      all.forEach((each, index) => {
        const next = /^ (.)/su.exec(all[index + 1] ?? '')?.[1];
        if (next !== undefined) expect(new TextEncoder().encode(each + next).length).to.be.greaterThan(75);
      });
    }));
  });

  it('loses nothing by it: another program reads the same texts', () => {
    fc.assert(fc.property(anything, ({title, name, paragraph}) => {
      const {event: found} = only({title, place: {name}, description: [{type: 'paragraph', text: paragraph}], url: undefined});
      expect(found.summary).to.equal(title);
      expect(found.location || '').to.equal(name);
      expect(found.description).to.equal(`${paragraph}\n\nhttps://petition.example/petitions/safe-exit/?lang=pt`);
    }));
  });

  it('writes no line that somebody else thought of', () => {
    const text = calendarOf([{...event, title: 'x\r\nEND:VEVENT', description: [{type: 'quote', text: 'y', source: 'z\nBEGIN:VALARM'}], url: 'https://example.org/\u0085ATTACH:x'}], frame);
    expect(lines(text).filter((each) => /^(END:VEVENT|BEGIN:VALARM|ATTACH)/.test(each))).to.deep.equal(['END:VEVENT']);
    expect(text).to.contain('%C2%85ATTACH');
  });
});
