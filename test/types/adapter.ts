// Not run: that it compiles is the test, and that what is wrong does not.
import {can, type BackendAdapter, type Receipt, type Tally} from '../../src/contract/index.js';
import {defineAdapter} from '../../src/registry/registry.js';

declare const adapter: BackendAdapter;
declare const asOf: string;
declare const receivedAt: string;

/** What an adapter may return, and what it may not. */
export const right: BackendAdapter = {
  name: 'our-crm',
  repeatable: ['sign'],
  getTally: async () => ({count: 41, asOf}),
  sign: async () => ({status: 'accepted', receivedAt}),
  listEvents: async () => ({events: []}),
};

export const wrong: readonly BackendAdapter[] = [
  // @ts-expect-error: an adapter has a name
  {getTally: async () => ({count: 41, asOf})},
  // @ts-expect-error: a count is a number
  {name: 'our-crm', getTally: async () => ({count: '41', asOf})},
  // @ts-expect-error: a tally says of when it is
  {name: 'our-crm', getTally: async () => ({count: 41})},
  // @ts-expect-error: a call is answered later
  {name: 'our-crm', getTally: () => ({count: 41, asOf})},
  // @ts-expect-error: a receipt says one of three things
  {name: 'our-crm', sign: async () => ({status: 'thanks', receivedAt})},
  // @ts-expect-error: who joins is no signature that counts
  {name: 'our-crm', joinEvent: async () => ({status: 'counted', receivedAt})},
  // @ts-expect-error: events come in a page
  {name: 'our-crm', listEvents: async () => []},
  // @ts-expect-error: a petition has a title
  {name: 'our-crm', getPetition: async () => ({id: 'p', language: 'en'})},
  // @ts-expect-error: a challenge is signed
  {name: 'our-crm', getChallenge: async () => ({parameters: {}})},
  // @ts-expect-error: what came sealed gets a receipt like all else
  {name: 'our-crm', signSealed: async () => ({status: 'accepted'})},
  // @ts-expect-error: one event is no page of them
  {name: 'our-crm', getEvent: async () => ({events: []})},
  // @ts-expect-error: who invites is no signature that counts
  {name: 'our-crm', proposeEvent: async () => ({status: 'counted', receivedAt})},
  // @ts-expect-error: nobody is put on "all" lists
  {name: 'our-crm', subscribes: 'all', getTally: async () => ({count: 41, asOf})},
  // @ts-expect-error: a link stands for what a person can do there
  {name: 'our-crm', links: {donate: 'https://crm.example.org/'}},
  // @ts-expect-error: nobody calls that, as nothing of the contract is called so
  {name: 'our-crm', getTotal: async () => ({count: 41, asOf})},
  // @ts-expect-error: only what the contract knows can be repeated
  {name: 'our-crm', repeatable: ['signTwice']},
];

// @ts-expect-error: a factory makes an adapter
defineAdapter('our-crm', () => ({sign: async () => ({status: 'accepted', receivedAt})}));
// @ts-expect-error: what a factory makes is held to the same shapes
defineAdapter('our-crm', () => ({name: 'our-crm', getTally: async () => ({count: '41', asOf})}));

defineAdapter('our-crm', (src, {list}) => {
  src satisfies URL;
  // @ts-expect-error: perhaps the page does not say it
  list satisfies string;
  return right;
});

/** `can()` narrows, to that capability and no other. */
export const narrowed = async (): Promise<Tally | undefined> => {
  // @ts-expect-error: perhaps it cannot
  await adapter.getTally();
  if (!can(adapter, 'getTally')) {
    // @ts-expect-error: it cannot
    return adapter.getTally();
  }
  // @ts-expect-error: perhaps it cannot do that
  await adapter.getChallenge();
  // @ts-expect-error: there is no such capability
  can(adapter, 'getTotal');
  return adapter.getTally();
};

/** A third party's adapter with methods of its own. */
const ourCrm = {
  name: 'our-crm',
  sign: async (): Promise<Receipt> => ({status: 'accepted', receivedAt}),
  exportList: async (format: 'csv' | 'xlsx') => new Blob([format]),
} satisfies BackendAdapter & {exportList: unknown};
defineAdapter('our-crm', () => ourCrm);

/** Its own methods keep their types, before it is asked what it can and after. */
export const own = async (): Promise<Blob | undefined> => {
  // @ts-expect-error: its own method takes what it says
  await ourCrm.exportList('pdf');
  const extended: BackendAdapter & Pick<typeof ourCrm, 'exportList'> = ourCrm;
  if (!can(extended, 'sign')) return extended.exportList('csv');
  extended.sign satisfies (...parameters: never[]) => Promise<Receipt>;
  // @ts-expect-error: and still does once it is known to sign
  await extended.exportList('pdf');
  return extended.exportList('xlsx');
};
