import {expect} from 'chai';
import {eventually} from '../support/eventually.js';
import {settle} from '../support/clock.js';
import {place, setPageLanguage} from './speaking-element.js';

describe('a lang that names no language', () => {
  const {warn} = console;
  let told: string[] = [];

  beforeEach(() => {
    told = [];
    console.warn = (message: string) => { told.push(message); };
  });
  afterEach(() => {
    console.warn = warn;
    setPageLanguage('en');
  });

  it('is told the developer of the page once, however many elements stand in it', async () => {
    setPageLanguage('deutsch, bitte');
    place('<p><speaking-element></speaking-element></p>');
    place('<p><speaking-element></speaking-element></p>');
    await eventually(() => told.length > 0, 'Nobody is told.');
    await settle();
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('lang="deutsch, bitte"').and.to.contain('BCP 47');
  });

  it('is not one that is empty, or written as other systems write it', async () => {
    for (const lang of ['', ' ', 'fr_FR', 'iw', 'no', 'PT-br']) place(`<speaking-element lang="${lang}"></speaking-element>`);
    // Whatever would be told comes in a module of its own: one that is known to be told comes after it.
    place('<speaking-element lang="français ?"></speaking-element>');
    await eventually(() => told.length > 0, 'Nobody is told.');
    expect(told.map((message) => message.includes('français ?'))).to.deep.equal([true]);
  });
});
