import {expect} from 'chai';
import type {PetitionDocument} from '../../src/adapters/memory.js';
import {BackendError} from '../../src/contract/index.js';
import {SphereCounter} from '../../src/elements/counter/counter.js';
import {SphereEventList} from '../../src/elements/event-list/event-list.js';
import {SphereLetter} from '../../src/elements/letter/letter.js';
import {SpherePetition} from '../../src/elements/petition/petition.js';
import {SpherePetitionForm} from '../../src/elements/petition-form/petition-form.js';
import {SphereShare} from '../../src/elements/share/share.js';
import {SphereUpdates} from '../../src/elements/updates/updates.js';
import {eventually} from '../support/eventually.js';
import {openJoin, vigil} from './gathering.js';
import {enter, fillIn, press} from './signing.js';
import {all, backEnd, find, place, says} from './support.js';

/** A module as it was written: the server sends it in the map of what it made of it. */
const sourceOf = async (path: string): Promise<string> => {
  const served = await (await fetch(path)).text();
  const bytes = Uint8Array.from(atob(served.split('base64,').at(-1)?.trim() ?? ''), (character) => character.charCodeAt(0));
  const {sourcesContent} = JSON.parse(new TextDecoder().decode(bytes)) as {sourcesContent: string[]};
  return sourcesContent.join('\n');
};

/** What the doc block over the class says: names by tag; the slot without a name is ''. */
const documented = (source: string, tag: string): string[] =>
  [...source.matchAll(new RegExp(`^ \\* @${tag} (?:\\{\\w+\\} )?([\\w-]*?) ?(?:- .*)?$`, 'gm'))].map(([, name]) => name ?? '').sort();

const petition: Partial<PetitionDocument> = {
  summary: 'Two sentences.', addressees: [{name: 'You'}], controllers: [{id: 'us', name: 'Us'}], updates: [{title: 'News', body: []}],
};
const never = () => new Promise<never>(() => { /* a back end that says nothing */ });
const lost = () => Promise.reject(new BackendError('offline', 'For the test.'));
const known = () => Promise.resolve({count: 5, asOf: '2026-01-01T00:00:00Z'});
const SLOTS = '<b slot="button">Go</b><b slot="thanks">Thanks</b>';

/** Each state in which an element shows something that it does not show in another. */
const shows: Readonly<Record<string, readonly (readonly [Parameters<typeof backEnd>[0], (element: Element) => Promise<unknown>])[]>> = {
  'sphere-counter': [[{getTally: known}, (counter) => says(counter, '5')], [{getTally: never}, (counter) => find(counter, 'slot')], [{getTally: lost}, (counter) => says(counter, 'cannot')],
    [{getTally: known}, async (counter) => { counter.setAttribute('min-count', '9'); await says(counter, 'first'); }]],
  'sphere-event-list': [
    [{events: [{...vigil, sample: true}, {...vigil, id: 'porto', place: {country: 'PT'}}]}, async (list) => { await find(list, '[part=filter]'); await openJoin(list); await press(list); await says(list, 'Please check'); }],
    [{events: [vigil], petition: {rsvp: {fields: [], consents: [{id: 'contact', purpose: 'other', text: 'Yes.', version: '1'}]}}}, async (list) => { await openJoin(list); await find(list, '.consent'); }],
    [{events: [vigil], petition: {rsvp: {fields: [], consents: []}}}, async (list) => { await openJoin(list); await press(list); await find(list, '.thanks'); }],
    [{events: [], listEvents: lost}, (list) => says(list, 'reached')],
  ],
  'sphere-letter': [[{}, (letter) => says(letter, 'We call')], [{getPetition: lost}, (letter) => says(letter, 'reached')]],
  'sphere-petition-form': [
    [{}, async (form) => { await enter(form, 'email', 'a@gmial.com'); await press(form); await says(form, 'Please check'); }],
    [{}, async (form) => { form.setAttribute('journey', 'share'); await fillIn(form); await press(form); await find(form, '.step'); }],
    [{sign: never}, async (form) => { await fillIn(form); await press(form); await says(form, 'being sent'); }],
    [{getPetition: lost}, (form) => says(form, 'reached')],
  ],
  'sphere-updates': [[{}, (news) => says(news, 'Latest news')], [{getPetition: lost}, (news) => says(news, 'reached')]],
  'sphere-share': [[{}, (share) => find(share, '[part=way]')], [{getPetition: lost}, (share) => says(share, 'reached')], [{getPetition: never}, (share) => find(share, 'slot')]],
  'sphere-petition': [[{}, (whole) => says(whole, 'News')], [{getPetition: lost}, (whole) => says(whole, 'reached')],
    [{}, async (whole) => { whole.setAttribute('src', 'https://petition.example/petitions/x'); await find(whole, '[part=embed]'); }]],
};

/** All that an element shows of itself, in all its states; not what its parts show. */
const rendered = async (tag: keyof HTMLElementTagNameMap) => {
  const parts = new Set<string>();
  const slots = new Set<string>();
  for (const [change, until] of shows[tag] ?? []) {
    const element = await place(tag, backEnd({...change, petition: {...petition, ...change?.petition}}), document.body, SLOTS);
    await until(element);
    const own = all(element, '*').filter((each) => each.getRootNode() === element.shadowRoot);
    for (const each of own) {
      for (const part of each.part) parts.add(part);
      if (each instanceof HTMLSlotElement) slots.add(each.name);
    }
    element.remove();
  }
  return {parts: [...parts].sort(), slots: [...slots].sort()};
};

const ELEMENTS = [
  ['/src/elements/counter/counter.ts', SphereCounter, 'sphere-counter'],
  ['/src/elements/event-list/event-list.ts', SphereEventList, 'sphere-event-list'],
  ['/src/elements/letter/letter.ts', SphereLetter, 'sphere-letter'],
  ['/src/elements/petition-form/petition-form.ts', SpherePetitionForm, 'sphere-petition-form'],
  ['/src/elements/petition/petition.ts', SpherePetition, 'sphere-petition'],
  ['/src/elements/updates/updates.ts', SphereUpdates, 'sphere-updates'],
  ['/src/elements/share/share.ts', SphereShare, 'sphere-share'],
] as const;

/** Fails to compile where an element is missing from `HTMLElementTagNameMap`. */
const made = (): readonly [SphereCounter, SphereEventList, SphereLetter, SpherePetitionForm, SpherePetition, SphereUpdates, SphereShare] => [
  document.createElement('sphere-counter'), document.createElement('sphere-event-list'), document.createElement('sphere-letter'), document.createElement('sphere-petition-form'),
  document.createElement('sphere-petition'), document.createElement('sphere-updates'), document.createElement('sphere-share'),
];

describe('what is written over each element', () => {
  const marked: string[] = [];
  const {add} = CustomStateSet.prototype;
  before(() => {
    SpherePetition.define();
    SphereEventList.define();
    SphereShare.define();
    CustomStateSet.prototype.add = function (this: CustomStateSet, state: string) {
      marked.push(state);
      return add.call(this, state);
    };
  });
  after(() => { CustomStateSet.prototype.add = add; });
  beforeEach(() => { marked.length = 0; });

  for (const [path, element, tag] of ELEMENTS) {
    it(`is what <${tag}> shows: its parts, slots and states, each of them and no other`, async () => {
      const source = await sourceOf(path);
      expect(documented(source, 'tag')).to.deep.equal([tag]);
      expect(element.tag).to.equal(tag);
      const {parts, slots} = await rendered(tag);
      expect(parts).to.deep.equal(documented(source, 'csspart'));
      expect(slots).to.deep.equal(documented(source, 'slot'));
      const inherited = tag === 'sphere-petition' ? new Set<string>() : new Set(marked);
      expect([...inherited].sort()).to.deep.equal(documented(source, 'cssstate'));
    });

    it(`names custom properties that the styles of <${tag}> read`, async () => {
      const read = element.styles.map(({cssText}) => cssText).join('\n');
      const properties = [...(await sourceOf(path)).matchAll(/@cssprop (--[\w-]+)/g)].map(([, name]) => name ?? '');
      expect(properties).to.include('--sphere-accent');
      for (const name of properties) expect(read).to.contain(`var(${name}`);
    });
  }

  it('makes elements of the classes that the types promise', async () => {
    const [counter, events, letter, form, whole, news, share] = made();
    expect([
      counter instanceof SphereCounter, events instanceof SphereEventList, letter instanceof SphereLetter, form instanceof SpherePetitionForm, whole instanceof SpherePetition, news instanceof SphereUpdates,
      share instanceof SphereShare,
    ]).to.deep.equal([true, true, true, true, true, true, true]);
    await eventually(() => true, 'Never.');
  });
});
