import {BackendError, type BackendAdapter, type Challenge, type Receipt} from '../../src/contract/index.js';
import {able} from '../mocks/able.js';
import type {Breakage} from './breakages.js';
import {challenging, closed, complete} from './complete-adapter.js';

const receipt = (): Receipt => ({status: 'counted', receivedAt: new Date().toISOString()});
const sign = (adapter: BackendAdapter) => able(adapter, 'sign').sign;

const solve = async (challenge: Challenge) => ({challenge, counter: 1, derivedKey: '00'});

/** Challenges, closed petitions, and who comes again. */
export const otherBreakages: readonly Breakage[] = [
  {base: challenging, options: {solve}, check: 'sign refuses a challenge that was not solved', says: /was accepted/, broken: function lax(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {base: challenging, options: {solve}, check: 'sign refuses a challenge that was used before', says: /was accepted/, broken: function forgetful(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {base: closed, check: 'sign says closed where the petition takes no signatures', says: /was accepted/, broken: function late(adapter) { return {...adapter, sign: async () => receipt()}; }},
  {base: closed, check: 'sign says closed where the petition takes no signatures', says: /code forbidden; it must be refused with the code closed/, broken: function vague(adapter) { return {...adapter, sign: async () => { throw new BackendError('forbidden', 'No.'); }}; }},
  {base: complete, check: 'sign tells nobody who has signed before', says: /with duplicate, receivedAt, status/, broken: function tellsBeside(adapter) {
    const known = new Set<string | undefined>();
    return {...adapter, sign: async (signature, options) => {
      const answer = await sign(adapter)(signature, options);
      const before = known.has(signature.fields['email']);
      known.add(signature.fields['email']);
      return before ? {...answer, duplicate: true} : answer;
    }};
  }},
  {base: complete, check: 'joinEvent tells nobody who comes already', says: /second RSVP got "accepted"/, broken: function tells(adapter) {
    const known = new Set<string | undefined>();
    return {...adapter, joinEvent: async (rsvp, options) => {
      const answer = await able(adapter, 'joinEvent').joinEvent(rsvp, options);
      const before = known.has(rsvp.fields['email']);
      known.add(rsvp.fields['email']);
      return before ? {...answer, status: 'accepted'} : answer;
    }};
  }},
];
