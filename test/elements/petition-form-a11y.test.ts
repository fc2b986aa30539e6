import {BackendError, type BackendAdapter, type BackendErrorCode, type Receipt} from '../../src/contract/index.js';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {expectAccessible} from '../support/axe.js';
import {enter, fillIn, press} from './signing.js';
import {all, backEnd, find, place, room, says} from './support.js';

const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const refusing = (code: BackendErrorCode, retryAfter?: number) => ({sign: () => Promise.reject(new BackendError(code, 'For the test.', {retryAfter, issues: [{path: 'fields.email', reason: 'email'}]}))});
const giving = (status: Receipt['status']) => ({sign: () => Promise.resolve({status, receivedAt: '2026-01-01T00:00:00Z'})});
const full: Partial<PetitionDocument> = {
  callToAction: 'Ask for a way out',
  fields: [
    {name: 'givenName', type: 'text', required: true, hint: 'As your friends call you.'}, {name: 'email', type: 'email', required: true}, {name: 'country', type: 'country', required: true},
    {name: 'role', type: 'select', label: 'Role', options: [{value: 'p', label: 'Parent'}]},
  ],
  controllers: [{id: 'us', name: 'Example Relief', privacy: 'https://example.org/privacy', contact: 'data@example.org'}],
};

const shown = async () => undefined;
const pressed = (form: Element) => press(form);
const signed = async (form: Element) => {
  await fillIn(form);
  await press(form);
};
const mistyped = async (form: Element) => {
  await enter(form, 'email', 'ada@gmial.com');
  await find(form, '.suggestion button');
};

type State = readonly [what: string, back: Partial<BackendAdapter> & {petition?: Partial<PetitionDocument>}, act: (form: Element) => Promise<unknown>, sentence: string];
const STATES: readonly State[] = [
  ['loading', {getPetition: never}, shown, 'on its way'],
  ['ready', {petition: full}, shown, 'Example Relief'],
  ['ready, on a platform that subscribes', {subscribes: true}, shown, 'mailing list'],
  ['asked about an e-mail address', {}, mistyped, 'Did you mean'],
  ['left with problems', {petition: full}, pressed, 'Please check what is missing'],
  ['sending', {sign: never}, signed, 'Your signature is being sent'],
  ['retrying', refusing('rate-limited', 100), signed, 'We keep trying'],
  ['refused', refusing('invalid'), signed, 'did not accept some'],
  ['not sent', {...refusing('rate-limited'), repeatable: []}, signed, 'overloaded'],
  ['not known to be sent, to a back end that counts twice', {...refusing('offline'), repeatable: []}, signed, 'it may count twice'],
  ['closed meanwhile', refusing('closed'), signed, 'takes no signatures'],
  ['left in doubt', refusing('invalid-response'), signed, 'cannot tell whether'],
  ...(['counted', 'confirm', 'accepted'] as const).map((status): State => [`signed (${status})`, giving(status), signed, 'Someone else']),
  ['early', {petition: {opensAt: '2999-01-01T12:00:00Z'}}, shown, 'can be signed from'],
  ['closed', {petition: {closesAt: '2020-01-01T12:00:00Z'}}, shown, 'closed on'],
  ['unsupported', {petition: {offers: ['getPetition']}, links: {sign: 'https://example.org/'}}, shown, 'Sign it on its own page'],
  ['sealed', {petition: {recipients: [{controller: 'us', keyId: 'k', suite: 's', publicKey: 'abc'}]}}, shown, 'cannot be signed on this page'],
  ['challenged', {petition: {challenge: true}}, shown, 'cannot be signed on this page'],
];

describe('the form passes the a11y audit', () => {
  before(() => { SpherePetitionForm.define(); });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [what, back, act, sentence] of STATES) {
      it(`when ${what}, ${scheme}`, async () => {
        const form = await place('sphere-petition-form', backEnd(back), await room({scheme}));
        await act(form);
        await says(form, sentence);
        await expectAccessible(form);
      });
    }
  }

  it('and everything that can be pressed is at least 24 pixels high, what one signs with 44', async () => {
    const form = await place('sphere-petition-form', backEnd({petition: full}));
    await mistyped(form);
    await press(form);
    await says(form, 'Please check');
    const low = (selector: string, least: number) => all(form, selector).filter((each) => each.getBoundingClientRect().height < least).map(({outerHTML}) => outerHTML);
    const found = [...low('button, input, select', 24), ...low('[part=button], [part=control]', 44)];
    if (found.length > 0) throw new Error(`Too low: ${found.join(', ')}`);
  });
});
