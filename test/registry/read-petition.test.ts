import {expect} from 'chai';
import {memoryAdapter} from '../../src/adapters/memory.js';
import {readPetition} from '../../src/registry/read-petition.js';
import {english, french} from '../mocks/documents.js';
import {failure} from '../mocks/failure.js';

const SRC = 'https://petitions.example/p';

/** An adapter whose document differs from what it should be. */
const answering = (members: object) => ({name: 'lying', getPetition: () => Promise.resolve({...english, ...members} as never)});

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
    const error = await failure(readPetition(answering({letter: [{type: 'banner'}]}), SRC, {}));
    expect(error.issues[0]?.path).to.equal('letter.0.type');
    expect(error.message).to.contain(SRC);
  });

  describe('a document with a flaw', () => {
    it('is shown without what it can be shown without, and the flaw is named', async () => {
      const updates = [{body: []}, {publishedAt: 'yesterday', body: []}, {title: 'kept', body: []}];
      const {petition, flaws} = await readPetition(answering({summary: 7, goal: -1, share: {url: 'javascript:alert(1)'}, updates}), SRC, {});
      expect(petition).to.not.have.any.keys('summary', 'goal', 'share');
      expect(petition.updates.map(({title}) => title)).to.deep.equal([undefined, 'kept']);
      expect(petition.letter).to.deep.equal(english.letter);
      expect(flaws.flatMap(({issues}) => issues.map(({path}) => path))).to.have.members(['summary', 'goal', 'share.url', 'updates.1.publishedAt']);
    });

    for (const [tag, meant] of [['fr_FR', 'fr-FR'], ['', 'und'], ['français', 'und'], [7, 'und'], [undefined, 'und']] as const) {
      it(`is shown in the language that ${JSON.stringify(tag)} means: ${meant}`, async () => {
        const {petition, flaws} = await readPetition(answering({language: tag}), SRC, {});
        expect(petition.language).to.equal(meant);
        expect(flaws[0]?.issues[0]?.path).to.equal('language');
      });
    }

    it('is shown without a connection that leads nowhere, and nobody does at home what was to be done there', async () => {
      const {adapter, flaws} = await readPetition({...memoryAdapter({petition: english, events: []}), getPetition: answering({connect: {sign: {adapter: 'memory', src: 'nowhere'}, fly: {}}}).getPetition}, SRC, {});
      expect(adapter).to.have.any.keys('listEvents');
      expect(adapter).to.not.have.any.keys('sign', 'signSealed', 'getChallenge');
      expect(flaws[0]?.issues.map(({path}) => path)).to.include.members(['connect.sign.src']);
    });

    it('is shown without one for a capability that this version does not know', async () => {
      const {adapter} = await readPetition({...memoryAdapter({petition: english}), getPetition: answering({connect: {fly: {adapter: 'memory', src: SRC}}}).getPetition}, SRC, {});
      expect(adapter).to.have.any.keys('sign');
    });

    for (const [member, wrong] of Object.entries({
      title: 3, letter: [{type: 'paragraph'}], addressees: [{}], fields: [{name: 'x', type: 'file'}], consents: [{}], controllers: [{}], recipients: [{}],
      closesAt: 'soon', offers: ['fly'], challenge: 'yes', connect: 'elsewhere', test: 'no', updates: 'none',
    })) {
      it(`is not shown where ${member} is wrong`, async () => {
        const error = await failure(readPetition(answering({[member]: wrong, summary: 7}), SRC, {}));
        expect(error.code).to.equal('invalid-response');
        expect(error.issues.map(({path}) => path.split('.')[0])).to.include(member);
      });
    }

    for (const value of [null, [], 'a petition', 7]) {
      it(`is no document where it is ${JSON.stringify(value)}`, async () => {
        expect((await failure(readPetition({name: 'lying', getPetition: () => Promise.resolve(value as never)}, SRC, {}))).code).to.equal('invalid-response');
      });
    }
  });
});
