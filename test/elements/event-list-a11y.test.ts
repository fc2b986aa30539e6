import {BackendError, type BackendErrorCode} from '../../src/contract/index.js';
import {expectAccessible} from '../support/axe.js';
import {define, many, openJoin, openOrganise, vigil, wave} from './gathering.js';
import {press} from './signing.js';
import {aTurn, backEnd, find, place, room, says} from './support.js';

const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const failing = (code: BackendErrorCode) => () => Promise.reject(new BackendError(code, 'For the test.'));
const odd = [
  {...vigil, id: 'cancelled', status: 'cancelled' as const}, {...vigil, id: 'postponed', status: 'postponed' as const, previousStartsAt: '2199-02-02T18:00:00+01:00'}, {...vigil, id: 'full', status: 'full' as const, language: 'fr', sample: true},
  {...vigil, id: 'online', attendance: 'online' as const, place: undefined, url: 'https://example.org/', organizer: {name: 'Sphere', url: 'https://example.org/'}, timeZone: 'Pacific/Apia'},
  {...vigil, id: 'both', attendance: 'both' as const, place: {approximate: true}, description: [{type: 'heading' as const, text: 'Programme'}, {type: 'list' as const, items: ['Names']}]},
];
const petition = {rsvp: {fields: [{name: 'email', type: 'email' as const, required: true}], consents: [{id: 'contact', purpose: 'other' as const, text: 'Write to me.', version: '1', required: true}]}, controllers: [{id: 'us', name: 'Us', privacy: 'https://example.org/'}]};
const idle = async () => undefined;
const click = (selector: string) => async (list: Element) => { (await find(list, selector)).click(); await aTurn(); };

type State = readonly [string, Parameters<typeof backEnd>[0], (list: Element) => Promise<unknown>, string | RegExp];
const STATES: readonly State[] = [
  ['loading', {events: [], listEvents: never}, idle, 'on their way'],
  ['of every kind', {events: odd, petition}, (list) => find(list, '.join'), 'Postponed'],
  ['long, with its past', {events: [...many(25), ...wave]}, click('.fold'), 'Noon in London'],
  ['empty', {events: wave}, idle, 'No upcoming event'],
  ['telling details', {events: [odd[4] ?? vigil]}, async (list) => { (await find(list, '.actions button:last-child')).click(); await find(list, '.prose'); }, 'Programme'],
  ['asking who joins', {events: [vigil], petition}, openJoin, 'Join this event'],
  ['saying what is missing', {events: [vigil], petition}, async (list) => { await openJoin(list); await press(list); await find(list, '.summary'); }, 'Please check what is missing'],
  ['asking about an event', {events: [vigil], petition}, openOrganise, 'What is your event called?'],
  ['saying what is missing about an event', {events: [vigil], petition}, async (list) => { await openOrganise(list); await press(list); await find(list, '.summary'); }, 'Please check what is missing'],
  ['failed', {events: [], listEvents: failing('offline')}, idle, 'could not be reached'],
  ['elsewhere', {links: {events: 'https://example.org/'}}, idle, 'See the events'],
];

describe('the list of events passes the a11y audit', () => {
  before(define);

  for (const scheme of ['light', 'dark'] as const) {
    for (const [state, back, act, sentence] of STATES) {
      it(`when ${state}, ${scheme}`, async () => {
        const list = await place('sphere-event-list', backEnd(back), await room({scheme, lang: 'en'}), '<a href="https://example.org/">Events</a>');
        await act(list);
        await says(list, sentence);
        await expectAccessible(list);
      });
    }

    it(`when somebody joins, ${scheme}`, async () => {
      const list = await place('sphere-event-list', backEnd({events: [vigil], joinEvent: () => Promise.resolve({status: 'registered', receivedAt: '2026-11-22T09:00:00Z'}), petition: {rsvp: {fields: [], consents: []}}}), await room({scheme, lang: 'en'}));
      await openJoin(list);
      await press(list);
      await says(list, 'You are registered.');
      await expectAccessible(list);
    });

    it(`when a reader narrows it to nothing, ${scheme}`, async () => {
      const list = await place('sphere-event-list', backEnd({events: many(6)}), await room({scheme, lang: 'en'}));
      const field = await find<HTMLInputElement>(list, '#search');
      field.value = 'nowhere';
      field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      await says(list, 'No upcoming event matches.');
      await expectAccessible(list);
    });
  }
});
