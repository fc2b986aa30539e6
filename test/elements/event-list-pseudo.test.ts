import {BackendError, type BackendErrorCode} from '../../src/contract/index.js';
import {pseudo} from '../../src/localization/generated/pseudo.js';
import {defineLocale} from '../../src/localization/packs.js';
import {eventually} from '../support/eventually.js';
import {define, many, openJoin, openOrganise, vigil, wave} from './gathering.js';
import {enter, press} from './signing.js';
import {backEnd, find, place, room} from './support.js';
import {MARKS, OWN, untranslated} from './untranslated.js';

const own = {...vigil, title: OWN, place: {locality: OWN}};
const failing = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code, 'For the test.'));
const receivedAt = '2026-11-22T09:00:00Z';
const petition = {test: false, rsvp: {fields: [{name: 'email', type: 'email' as const, required: true}], consents: [{id: 'contact', purpose: 'other' as const, text: OWN, version: '1', required: true}]}, controllers: [{id: 'us', name: OWN, privacy: 'https://example.org/'}]};
const nothing = {test: false, rsvp: {fields: [], consents: []}, proposal: {fields: [], consents: []}};
const kinds = [
  {...own, id: 'a', status: 'cancelled' as const}, {...own, id: 'b', status: 'postponed' as const}, {...own, id: 'c', status: 'full' as const, sample: true, organizer: {name: OWN}},
  {...own, id: 'd', attendance: 'online' as const, place: undefined}, {...own, id: 'e', attendance: 'both' as const, place: {approximate: true}},
];
const found = (selector: string) => (list: Element) => find(list, selector);
const click = (selector: string, until: string) => async (list: Element) => { (await find(list, selector)).click(); await find(list, until); };
const joins = async (list: Element) => { await openJoin(list); await press(list); await find(list, '#outcome'); };
const organises = async (list: Element) => {
  await openOrganise(list);
  for (const [name, value] of Object.entries({'event:title': OWN, 'event:date': '2199-01-01', 'event:time': '12:00', 'event:attendance': 'online'})) await enter(list, name, value);
  await press(list);
  await find(list, '#outcome');
};

const STATES: readonly (readonly [string, Parameters<typeof backEnd>[0], (list: Element) => Promise<unknown>])[] = [
  ['loading', {events: [], listEvents: () => new Promise<never>(() => { /* a back end that says nothing */ })}, found('.note')],
  ['of every kind', {events: kinds, petition}, found('.join')],
  ['long', {events: many(25).map((event) => ({...event, title: OWN, place: {locality: OWN}}))}, found('.more')],
  ['empty', {events: [own, ...wave].slice(1).map((event) => ({...event, title: OWN}))}, found('.empty')],
  ['without a past', {events: [own]}, click('.fold', '#past .empty')],
  ['telling details', {events: [own]}, click('.actions button:last-child', '.prose .note')],
  ['saying what is missing', {events: [own], petition}, joins],
  ['saying what is missing about an event', {events: [own], petition}, async (list) => { await openOrganise(list); await press(list); await find(list, '.summary'); }],
  ...(['registered', 'waiting', 'confirm', 'accepted'] as const).map((status) => [`joined (${status})`, {events: [own], petition: nothing, joinEvent: () => Promise.resolve({status, receivedAt})}, joins] as const),
  ...(['published', 'review', 'confirm', 'accepted'] as const).map((status) => [`proposed (${status})`, {events: [own], petition: nothing, proposeEvent: () => Promise.resolve({status, receivedAt})}, organises] as const),
  ...(['offline', 'rate-limited', 'closed', 'invalid', 'unsupported', 'invalid-response'] as const).map((code) => [`refused (${code})`, {events: [own], petition: nothing, repeatable: [], joinEvent: failing(code)}, joins] as const),
  ...(['offline', 'unavailable', 'invalid-response'] as const).map((code) => [`failed (${code})`, {events: [own], listEvents: failing(code)}, found('.failure')] as const),
  ['elsewhere', {links: {events: 'https://example.org/'}}, found('p a')],
];

describe('events in a pseudo-language', () => {
  before(() => {
    define();
    for (const [name, load] of Object.entries(pseudo)) defineLocale(name, load);
  });

  for (const lang of ['en-XA', 'ar-XB'] as const) {
    for (const [state, back, act] of STATES) {
      it(`nothing is left untranslated of a list that is ${state} (${lang})`, async () => {
        const list = await place('sphere-event-list', backEnd({...back, petition: {test: false, ...back?.petition, language: lang}}), await room({lang}));
        await act(list);
        await eventually(() => untranslated(list, MARKS[lang]).length === 0, `There is English on the page: ${untranslated(list, MARKS[lang]).join(' | ')}`);
      });
    }
  }
});
