import {Petition} from '../../contract/petition.js';
import {checkOf, type Able} from '../check.js';
import {conforming, demand} from '../expect.js';

/** ISO 639-2 keeps it for private use, so that no petition is written in it. */
const NOBODYS_LANGUAGE = 'qaa';

/** As many languages as are looked at: a petition may come in two hundred. */
const ENOUGH = 3;

const ask = async ({adapter}: Able<'getPetition'>, language?: string) =>
  conforming(Petition, await adapter.getPetition(language === undefined ? {} : {language}), language === undefined ? 'The petition' : `The petition in "${language}"`);

/** What holds for a petition that is read. */
export const petitionChecks = [
  checkOf('getPetition', 'getPetition answers with a petition', async (subject) => {
    await ask(subject);
  }),

  checkOf('getPetition', 'getPetition answers in each language that it lists', async (subject) => {
    const {language, languages = [language]} = await ask(subject);
    demand(languages.includes(language), `The petition is in "${language}", which is not among its languages: name it in "languages".`);
    for (const listed of languages.slice(0, ENOUGH)) {
      const answer = await ask(subject, listed);
      demand(answer.language === listed, `Asked for "${listed}", which it lists, the petition came in "${answer.language}": pass the query's language on, or leave it out of "languages".`);
    }
  }),

  checkOf('getPetition', 'getPetition answers an unknown language in another and names it', async (subject) => {
    const {language, languages = [language]} = await ask(subject, NOBODYS_LANGUAGE);
    demand(language !== NOBODYS_LANGUAGE, `Asked for "${NOBODYS_LANGUAGE}", a language nobody writes, the petition claims to be in it: let "language" say what the text is in.`);
    demand(languages.includes(language), `Asked for an unknown language, the petition came in "${language}", which is not among its languages: answer in one of them.`);
  }),
];
