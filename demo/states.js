// Back ends that behave in one certain way each, so that a page can show what the elements make of it. They are made with what everybody
// has: defineAdapter(). Nothing that is signed with them leaves the page.
import {BackendError, defineAdapter} from './v1/sphere-petition.js';

const now = () => new Date().toISOString();
/** Days from today, at noon. */
const day = (days) => new Date(Math.floor(Date.now() / 86400000 + days) * 86400000 + 43200000).toISOString();
const never = () => new Promise(() => {});
const fail = (code, options) => async () => { throw new BackendError(code, 'this back end fails on purpose, to show what is said then.', options); };

/** The petition in a language, else in its own; `changes` make a state of it, and `only` a back end that has it in one language. */
const petitionFrom = (src, changes, only) => async ({language: wanted = ''}) => {
  const language = only ?? wanted;
  const petitions = await (await fetch(src)).json();
  const petition = petitions[language] ?? petitions[language.replace(/-.*/, '')] ?? Object.values(petitions)[0];
  return {...petition, offers: undefined, ...changes};
};

/** A back end that works; `given` says what is different about this one. */
const define = (name, {count = 12345, goal, tally, petition, only, status = 'counted', events, ...given} = {}) => defineAdapter(name, (src) => {
  let signed = 0;
  return {
    name,
    getPetition: petitionFrom(src, petition, only),
    getTally: async () => ({count: count + signed, goal, asOf: now(), ...tally}),
    sign: async () => {
      if (status === 'counted') signed += 1;
      return {status, receivedAt: now()};
    },
    ...(events && {listEvents: listOf(events)}),
    ...given,
  };
});

/** A list of events as a back end gives it: those to come or those that are over, twenty at a time. */
const listOf = (events) => async ({past = false, country, cursor = '0', limit = 20}) => {
  const found = events
    .filter(({startsAt, endsAt = startsAt}) => (endsAt < now()) === past)
    .filter(({place}) => country === undefined || place?.country === country)
    .sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1) * (past ? -1 : 1));
  const [begin, end] = [Number(cursor), Number(cursor) + limit];
  return {events: found.slice(begin, end), total: found.length, ...(end < found.length && {cursor: String(end)})};
};

// Numbers.
for (const count of [0, 1, 2, 21, 1_000_000]) define(`demo-${count}`, {count});
define('demo');
define('demo-goal', {count: 8200, goal: 10_000});
define('demo-about', {tally: {approximate: true}});
define('demo-waiting', {getPetition: never, getTally: never, listEvents: never});
define('demo-offline', {getPetition: fail('offline'), getTally: fail('offline'), listEvents: fail('offline')});
define('demo-no-tally', {getTally: undefined});

// Petitions.
define('demo-missing', {getPetition: fail('not-found'), getTally: fail('not-found'), listEvents: fail('not-found')});
define('demo-early', {petition: {opensAt: day(30)}, count: 0});
define('demo-closed', {petition: {closesAt: '2024-04-01T00:00:00Z'}});
define('demo-test', {petition: {test: true}});
define('demo-bare', {petition: {summary: undefined, callToAction: undefined, letter: [], addressees: [], updates: []}});
define('demo-sealed', {petition: {recipients: [{controller: 'sphere-foundation', keyId: '2026', suite: 'DHKEM-X25519-HKDF-SHA256/HKDF-SHA256/AES-256-GCM', publicKey: 'AAAA'}]}});
define('demo-read-only', {sign: undefined, links: {sign: 'https://example.org/petition'}});
define('demo-subscribes', {subscribes: true});
define('demo-russian', {only: 'ru', petition: {languages: ['ru']}});
define('demo-asks', {petition: {fields: [
  {name: 'givenName', type: 'text', required: true},
  {name: 'email', type: 'email', required: true},
  {name: 'postcode', type: 'text', label: 'Code postal', hint: 'Cinq chiffres.', autocomplete: 'postal-code'},
  {name: 'role', type: 'select', label: 'Vous êtes', options: [{value: 'lawyer', label: 'Avocat·e'}, {value: 'other', label: 'Autre'}]},
], language: 'fr'}});

// Signing.
define('demo-confirm', {status: 'confirm'});
define('demo-accepted', {status: 'accepted'});
define('demo-slow', {sign: never});
define('demo-unreachable', {sign: fail('offline'), repeatable: ['sign']});
define('demo-refuses', {sign: fail('invalid', {issues: [{path: 'fields.email', reason: 'refused on purpose'}]})});

// News.
const block = (type, text) => ({type, text});
define('demo-quiet', {petition: {updates: []}});
define('demo-news', {petition: {language: 'en', updates: [
  {id: 'one', title: 'The first visas', publishedAt: day(-3), body: [block('paragraph', 'Two consulates have answered. What they ask for now:'), {type: 'list', items: ['a passport, even an expired one', 'a letter of support']}]},
  {id: 'two', title: 'A letter from Yekaterinburg', publishedAt: day(-40), body: [block('quote', 'We read your names aloud in the kitchen. Not all of them; there were too many.')]},
  {id: 'three', body: [block('paragraph', 'A piece of news without a day and without a title.')]},
]}});

// Events.
const place = (locality, country, timeZone) => ({timeZone, attendance: 'in-person', place: {name: 'Sample square', locality, country}, sample: true});
const paris = place('Paris', 'FR', 'Europe/Paris');
const past = [
  {id: 'sao-paulo', title: 'São Paulo', startsAt: '2024-03-16T15:00:00-03:00', ...place('São Paulo', 'BR', 'America/Sao_Paulo')},
  {id: 'london', title: 'London', startsAt: '2024-03-16T12:00:00+00:00', ...place('London', 'GB', 'Europe/London')},
];
const upcoming = [
  {id: 'plain', title: 'An evening of letters', startsAt: day(7), endsAt: day(7.1), ...paris, joinable: true},
  {id: 'cancelled', title: 'A march that was called off', startsAt: day(9), ...paris, status: 'cancelled'},
  {id: 'postponed', title: 'A vigil that was put off', startsAt: day(20), previousStartsAt: day(10), ...paris, status: 'postponed', joinable: true},
  {id: 'full', title: 'A workshop without a free chair', startsAt: day(21), ...paris, status: 'full'},
  {id: 'online', title: 'How to host: a call', startsAt: day(22), timeZone: 'America/New_York', attendance: 'online', sample: true, joinable: true},
  {id: 'both', title: 'A talk, there and on screen', startsAt: day(23), ...place('Montréal', 'CA', 'America/Toronto'), attendance: 'both'},
  {id: 'bare', title: 'Without place, zone or end', startsAt: day(24), attendance: 'in-person'},
  {id: 'lost-zone', title: 'In a zone that no longer exists', startsAt: day(25), ...paris, timeZone: 'Europe/Atlantis'},
];
define('demo-no-events', {events: []});
define('demo-only-past', {events: past});
define('demo-events', {
  events: [...past, ...upcoming],
  repeatable: ['joinEvent', 'proposeEvent'],
  joinEvent: async () => ({status: 'registered', receivedAt: now()}),
  proposeEvent: async () => ({status: 'review', receivedAt: now()}),
});
define('demo-linked-events', {events: upcoming.slice(0, 1).map((event) => ({...event, joinable: false, url: 'https://example.org/event'})), links: {proposeEvent: 'https://example.org/organise'}});
define('demo-elsewhere', {links: {events: 'https://example.org/events'}});
const cities = [['Paris', 'FR', 'Europe/Paris'], ['Berlin', 'DE', 'Europe/Berlin'], ['Madrid', 'ES', 'Europe/Madrid'], ['São Paulo', 'BR', 'America/Sao_Paulo'], ['New York', 'US', 'America/New_York'], ['Bengaluru', 'IN', 'Asia/Kolkata']];
define('demo-60-events', {events: Array.from({length: 60}, (_, index) => ({id: `event-${index}`, title: `Gathering ${index + 1}`, startsAt: day(index + 1), ...place(...cities[index % cities.length])}))});

// Buttons that spare the reader the typing: one fills the form beside it in and signs, another presses its button as it is.
const SAMPLE = {givenName: 'Ada', familyName: 'Exemple', email: 'ada@example.org', country: 'FR'};
const root = (element) => element.closest('.stage').querySelector('sphere-petition-form').shadowRoot;
document.addEventListener('click', ({target}) => {
  if (!target.matches('.try')) return;
  const form = root(target);
  if (target.dataset.try === 'sign') {
    for (const [name, value] of Object.entries(SAMPLE)) {
      const input = form.querySelector(`[name=${name}]`);
      if (input) input.value = value;
    }
    for (const box of form.querySelectorAll('[type=checkbox][required], #consent-signature')) box.checked = true;
  }
  form.querySelector('[part=button]')?.click();
});
