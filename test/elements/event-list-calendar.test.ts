import {expect} from 'chai';
import {BackendError, type PetitionEvent} from '../../src/contract/index.js';
import {expectAccessible} from '../support/axe.js';
import {eventually} from '../support/eventually.js';
import {define, listOf, vigil, wave} from './gathering.js';
import {useSandbox} from './sharing.js';
import {aTurn, all, find, says} from './support.js';

const described = {...vigil, description: [{type: 'paragraph' as const, text: 'Bring a candle.'}]};
const whole: PetitionEvent = {...described, status: 'scheduled', calendar: 'https://back-end.example/lyon.ics'};

const details = (list: Element) => find(list, '.actions [aria-expanded]:not(.join)');
const calendar = (list: Element) => all(list, '.panel > p > .quiet')[0];
const open = async (list: Element): Promise<HTMLElement> => {
  (await details(list)).click();
  return find(list, '.panel > p > .quiet');
};

/** What is saved until the test ends, instead of by the browser. */
const useDisk = (): {readonly name: string; readonly content: string; readonly type: string}[] => {
  const saved: {name: string; content: string; type: string}[] = [];
  const blobs = new Map<string, Blob>();
  const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  URL.createObjectURL = (blob) => {
    const address = make(blob);
    if (blob instanceof Blob) blobs.set(address, blob);
    return address;
  };
  HTMLAnchorElement.prototype.click = function save(this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    void blob?.text().then((content) => { saved.push({name: this.download, content, type: blob.type}); });
  };
  restore = () => { Object.assign(URL, {createObjectURL: make}); Object.assign(HTMLAnchorElement.prototype, {click}); };
  return saved;
};
let restore = (): void => {};
afterEach(() => { restore(); });

describe('the details of an event', () => {
  before(define);

  it('put it into the reader’s calendar: a file that the page makes, with what is said at length, whoever keeps it', async () => {
    const saved = useDisk();
    for (const back of [{}, {getEvent: () => Promise.resolve(whole)}]) {
      const list = await listOf(['getEvent' in back ? vigil : described], {...back, links: {petition: 'https://back-end.example/petitions/p'}});
      (await open(list)).click();
      const file = await eventually(() => saved.shift(), 'Nothing was saved.');
      expect([file.name, file.type]).to.deep.equal(['lyon.ics', 'text/calendar']);
      expect(file.content).to.contain('\r\nUID:lyon@back-end.example/petitions/p\r\n').and.to.contain('\r\nDTSTART:21990302T170000Z\r\n').and.to.contain('LOCATION:Lyon\\, France').and.to.contain('Bring a candle.');
    }
  });

  it('offer it in the reader’s language, beside the event’s own', async () => {
    const list = await listOf([{...described, language: 'de'}], {lang: 'fr'});
    const button = await open(list);
    await says(list, 'Ajouter à l’agenda');
    expect(button.closest('[lang]')?.getAttribute('lang')).to.equal('fr');
    expect(all(list, `#${button.getAttribute('aria-describedby') ?? ''}`)[0]?.textContent).to.equal('Vigil');
    await expectAccessible(list);
  });

  it('offer it also where nothing can be read at length, now or at all', async () => {
    for (const getEvent of [undefined as never, () => Promise.reject(new BackendError('offline', 'For the test.')), () => Promise.reject(new BackendError('not-found', 'For the test.'))]) {
      const list = await listOf([vigil], {getEvent});
      expect((await open(list)).textContent).to.equal('Add to calendar');
    }
  });

  it('offer nothing for an event that is called off, or over', async () => {
    for (const [event, attributes] of [[{...described, status: 'cancelled'}, {}], [{...described, ...wave[1], description: described.description}, {past: ''}]] as const) {
      const list = await listOf([event], {}, attributes);
      (await details(list)).click();
      await says(list, 'Bring a candle.');
      await aTurn();
      expect(calendar(list)?.textContent).to.equal(undefined);
    }
  });

  it('lead to the back end’s file in a sandbox, which can save none; and offer nothing where there is none', async () => {
    useSandbox();
    const link = await open(await listOf([vigil], {getEvent: () => Promise.resolve(whole)}));
    expect([link.localName, link.getAttribute('href'), link.getAttribute('rel')]).to.deep.equal(['a', 'https://back-end.example/lyon.ics', 'noopener noreferrer']);
    const list = await listOf([described]);
    (await details(list)).click();
    await says(list, 'Bring a candle.');
    await aTurn();
    expect(calendar(list)?.textContent).to.equal(undefined);
  });
});
