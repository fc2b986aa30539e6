import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {readPetition} from '../../src/registry/read-petition.js';
import {english, french} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

const SRC = 'https://petitions.example/p';

describe('readPetition', () => {
  it('gives the petition in the language asked for, and the adapter that its document makes', async () => {
    const home = memoryAdapter({petition: {en: english, fr: {...french, offers: ['getPetition', 'getTally']}}});
    const {petition, adapter} = await readPetition(home, SRC, {language: 'fr'});
    expect(petition.title).to.equal(french.title);
    expect(adapter).to.have.property('getTally');
    expect(adapter).to.not.have.property('sign');
  });

  it('says that an adapter cannot show a petition', async () => {
    const error = await failure(readPetition({name: 'counter-only'}, SRC, {}));
    expect(error.code).to.equal('unsupported');
    expect(error.message).to.contain('"counter-only"');
  });

  it('checks the document at the door', async () => {
    const error = await failure(readPetition({name: 'lying', getPetition: () => Promise.resolve({...english, language: 'fr_FR'} as never)}, SRC, {}));
    expect(error.issues[0]?.path).to.equal('language');
    expect(error.message).to.contain(SRC);
  });
});
