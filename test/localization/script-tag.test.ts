import type {BackendAdapter} from '../../src/contract/index.js';
import type {LocaleLoader} from '../../src/localization/packs.js';
import {eventually} from '../support/eventually.js';

const BUILT = '/cdn/sphere-petition.js';

/** What a page gets from the script tag's module. */
interface ScriptTag {
  readonly defineLocale: (language: string, load: LocaleLoader) => void;
}

const adapter: BackendAdapter = {
  name: 'test',
  getPetition: () => Promise.resolve({
    id: 'p', title: 'T', letter: [], addressees: [], updates: [], fields: [], consents: [], controllers: [{id: 'us', name: 'Ada'}], language: 'en', opensAt: '2999-01-01T12:00:00Z',
  }),
  getTally: () => Promise.resolve({count: 21, goal: 50, asOf: '2026-01-01T00:00:00Z', approximate: true}),
};

const text = (root: Element | ShadowRoot): string => [root, ...root.querySelectorAll('*')].flatMap((each) => {
  const own = [...each.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : []));
  return [...own, ...(each instanceof Element && each.shadowRoot ? [text(each.shadowRoot)] : [])];
}).join(' ').replace(/\s+/gu, ' ');

describe('the built script tag, whose messages go by numbers', () => {
  let script: ScriptTag;
  before(async () => {
    const {ok} = await fetch(BUILT, {method: 'HEAD'});
    if (!ok) throw new Error(`${BUILT} is not there: "npm run build" makes it.`);
    script = await import(BUILT) as ScriptTag;
  });

  const petitions: Element[] = [];
  afterEach(() => { for (const petition of petitions.splice(0)) petition.remove(); });

  const shows = async (lang: string, ...sentences: readonly string[]) => {
    const petition = document.createElement('sphere-petition');
    Object.assign(petition, {adapter, lang});
    document.body.append(petition);
    petitions.push(petition);
    const said = () => (petition.shadowRoot ? text(petition.shadowRoot) : '');
    await eventually(() => sentences.every((each) => said().includes(each)), `It says "${said()}" and not "${sentences.join('", "')}".`);
  };

  for (const [lang, empty, early, label] of [
    ['en', 'The text of this letter', 'can be signed from January', 'signatures'],
    ['fr', 'Le texte de cette lettre', 'pourra être signée à partir du', 'signatures'],
    ['de', 'Der Text dieses Briefes', 'kann ab dem 1. Januar 2999', 'Unterschriften'],
    ['uk', 'Текст цього листа', 'можна буде з 1 січня 2999', 'підпис'],
    ['ar', 'لم يُنشر نص هذه الرسالة', 'يمكن توقيع هذه العريضة ابتداءً من', 'توقيعًا'],
  ] as const) {
    it(`speaks ${lang}`, () => shows(lang, empty, early, label));
  }

  it('takes a page’s own words by name, values and all, and says the rest in English', async () => {
    script.defineLocale('nl', () => ({templates: {'counter.goal': {strTag: true, strings: Object.assign(['Doel: ', '!'], {raw: []}), values: [0]}, 'letter.empty': 'Nog geen brief.', 'no.such': 'Niets'}}));
    await shows('nl', 'Doel: 50!', 'Nog geen brief.', 'can be signed from');
  });

  it('takes a page’s own words in place of shipped ones', async () => {
    script.defineLocale('it', () => Promise.resolve({templates: {'letter.empty': 'Ancora niente.'}}));
    await shows('it', 'Ancora niente.');
  });
});
