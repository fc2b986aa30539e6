import {expect} from 'chai';
import type {MemoryOptions, PetitionDocument} from '../../src/adapters/memory.js';
import {BackendError} from '../../src/contract/index.js';
import type {} from '../../src/elements/event-list/event-list.js';
import type {} from '../../src/elements/letter/letter.js';
import type {} from '../../src/elements/petition/petition.js';
import type {} from '../../src/elements/share/share.js';
import type {} from '../../src/elements/updates/updates.js';
import {expectAccessible} from '../support/axe.js';
import {fixture} from '../support/fixture.js';
import {errorsSaid} from './listening.js';
import {backEnd, place, room, says} from './support.js';

interface Opening {
  readonly tag: 'sphere-petition' | 'sphere-petition-form' | 'sphere-counter' | 'sphere-letter' | 'sphere-updates' | 'sphere-share' | 'sphere-event-list';
  readonly element: {define(): void} & CustomElementConstructor;
  /** Whether its name was taken when the file that imports its class began. */
  readonly registeredByImport: boolean;
  /** What it says of a petition that arrived. */
  readonly alive: string | RegExp;
  /** What it says when its back end cannot be reached. */
  readonly failed: string;
  /** What must be in the petition's document for it to say anything. */
  readonly petition?: Partial<PetitionDocument>;
  /** What must be listed. */
  readonly events?: MemoryOptions['events'];
}

/** What the suite of every element opens with. */
export const opensWithTheFive = ({tag, element, registeredByImport, alive, failed, petition = {}, events}: Opening): void => {
  before(() => { element.define(); });

  it('passes the a11y audit', async () => {
    const part = await place(tag, backEnd({count: 41, petition, ...(events && {events})}), await room());
    await says(part, alive);
    await expectAccessible(part);
  });

  it('registers nothing when its class is imported', () => {
    expect(registeredByImport).to.equal(false);
  });

  it('may be defined twice', () => {
    expect(customElements.get(tag)).to.equal(element);
    element.define();
    class Copy extends HTMLElement {}
    element.define.call(Object.assign(Copy, {tag}));
    expect(customElements.get(tag)).to.equal(element);
  });

  it('works after it is moved in the document', async () => {
    const adapter = backEnd({count: 41, petition, ...(events && {events})});
    const part = await place(tag, adapter);
    await says(part, alive);
    const elsewhere = await fixture('<section></section>');
    elsewhere.append(part);
    await says(part, alive);
    // Still alive, and not only still there: it takes another petition.
    Object.assign(part, {adapter: backEnd({getPetition: down, getTally: down})});
    await says(part, failed);
    Object.assign(part, {adapter});
    await says(part, alive);
  });

  it('tells the truth when its back end fails', async () => {
    const part = await place(tag, backEnd({getPetition: down, getTally: down}), document.body, '<a href="https://example.org/">The petition</a>');
    await says(part, failed);
    expect(errorsSaid()).to.have.lengthOf(1);
    expect(errorsSaid()[0]).to.contain(`<${tag}`).and.to.contain('offline');
    expect(part.querySelector('a')?.checkVisibility()).to.equal(true);
    await expectAccessible(part);
  });
};

const down = () => Promise.reject(new BackendError('offline', 'There is no way to the test’s back end.'));
