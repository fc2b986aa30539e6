import {http, HttpResponse} from 'msw';
import * as ical from '../../src/adapters/ical.js';
import * as jsonLd from '../../src/adapters/json-ld.js';
import * as proca from '../../src/adapters/proca.js';
import {conformanceChecks} from '../../src/testing/index.js';
import {english} from '../mocks/documents.js';
import {answer} from '../mocks/network.js';
import {host} from './host.js';

// backend-apis.md §16.1, RFC 5545 [V-doc].
const vevent = (uid: number, start: string) => `BEGIN:VEVENT\r\nUID:${uid}@ngo.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:${start}\r\nSUMMARY:Vigil\r\nEND:VEVENT`;
const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ngo//x//EN\r\n${[vevent(1, '21990301T180000Z'), vevent(2, '21990201T180000Z'), vevent(3, '20200101T180000Z')].join('\r\n')}\r\nEND:VCALENDAR\r\n`;

const CALENDAR = new URL('https://ngo.example/events.ics');

host('ical', await conformanceChecks({
  made: {module: ical, src: CALENDAR, settings: {country: 'FR'}},
  adapter: () => {
    answer(http.get(CALENDAR.href, () => new HttpResponse(calendar)));
    return ical.create(CALENDAR, {country: 'FR'});
  },
}));

// backend-apis.md §16.2 [V-doc].
const script = document.createElement('script');
script.type = 'application/ld+json';
script.textContent = JSON.stringify({'@graph': [
  {'@type': 'Event', '@id': 'a', 'name': 'Vigil', 'startDate': '2199-03-01T18:00:00Z', 'location': {'@type': 'Place', 'address': {addressCountry: 'FR'}}},
  {'@type': 'Event', '@id': 'b', 'name': 'Call', 'startDate': '2199-02-01T18:00:00Z', 'location': {'@type': 'VirtualLocation', 'url': 'https://x.example'}},
  {'@type': 'Event', '@id': 'c', 'name': 'Over', 'startDate': '2020-02-01T18:00:00Z'},
]});
before(() => { document.head.append(script); });
after(() => { script.remove(); });
document.head.append(script);
const PAGE = new URL('https://ngo.example/');
host('json-ld', await conformanceChecks({made: {module: jsonLd, src: PAGE, settings: {zone: 'Europe/Paris'}}, adapter: () => jsonLd.create(PAGE, {zone: 'Europe/Paris'})}));

const API = 'https://api.proca.app/api';
let supporters = 41;

/** A stand-in written from Proca's source (backend-apis.md §6 [V-src]): a contact is checked by its form, supporters are counted by their addresses. */
const seen = new Set<string>();
const add = ({contact}: {contact: Record<string, string>}) => {
  const refused = (field: string) => HttpResponse.json({data: null, errors: [{message: `${field}: has invalid format`, path: ['addActionContact', field]}]});
  // §6.2: letters and ' . , - in a name, 64 of them at most.
  if (!/^[\p{L} '.,-]{1,64}$/u.test(contact['firstName'] ?? '')) return refused('first_name');
  const email = (contact['email'] ?? '').toLowerCase();
  if (!/^[^\s@]{1,60}@[^\s@]+$/.test(email)) return refused('email');
  if (!seen.has(email)) supporters += 1;
  seen.add(email);
  return HttpResponse.json({data: {addActionContact: {contactRef: 'Zm9vYmFy'}}});
};

const ACTION_PAGE = new URL(`${API}?id=42`);
host('proca', await conformanceChecks({
  made: {module: proca, src: ACTION_PAGE, settings: {newsletter: 'newsletter'}},
  // What Proca cannot do without; names of letters alone.
  petition: {...english, fields: [{name: 'givenName', type: 'text', required: true}, {name: 'email', type: 'email', required: true}], consents: [{id: 'newsletter', purpose: 'newsletter', text: 'Write to me.', version: '1'}]},
  excuse: {
    'sign refuses an answer to a question nobody asked': 'an answer that Proca has no name for goes into its custom fields',
    'sign refuses a consent nobody asked for': 'Proca has one consent, the newsletter: which others the petition asks for the form knows, and the platform does not',
  },
  adapter: () => {
    answer(
      http.get(API, () => HttpResponse.json({data: {actionPage: {campaign: {stats: {supporterCount: supporters}}}}})),
      http.post(API, async ({request}) => add(((await request.json()) as {variables: {contact: Record<string, string>}}).variables)),
    );
    return proca.create(ACTION_PAGE, {newsletter: 'newsletter'});
  },
}));
