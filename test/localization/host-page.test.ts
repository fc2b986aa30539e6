import {configureLocalization, msg, str} from '@lit/localize';
import {expect} from 'chai';
import {settle} from '../support/clock.js';

const at = (module: string) => `/dist/localization/${module}.js`;

/** The page's own use of the library, by the same ids as ours. */
const {getLocale, setLocale} = configureLocalization({
  sourceLocale: 'en',
  targetLocales: ['it'],
  loadLocale: () => Promise.resolve({templates: {'host.hello': 'Ciao dalla pagina', 'counter.final': 'Della pagina'}}),
});
const hostHello = () => msg(str`Hello from the page`, {id: 'host.hello'});

describe('a page that uses @lit/localize itself, beside the built library', () => {
  before(async () => {
    const {ok} = await fetch(at('messages'), {method: 'HEAD'});
    if (!ok) throw new Error('dist/ is not there: "npm run build" makes it.');
  });

  afterEach(() => setLocale('en'));

  const library = async () => {
    const messages = await import(at('messages')) as typeof import('../../src/localization/messages.js');
    const packs = await import(at('packs')) as typeof import('../../src/localization/packs.js');
    await packs.loadLanguage('fr');
    return {...messages, final: () => messages.msg('Final count', {id: 'counter.final'})};
  };

  it('keeps its own words and its own language', async () => {
    const {inLanguage, final} = await library();
    await setLocale('it');
    expect(hostHello()).to.equal('Ciao dalla pagina');
    expect(inLanguage('fr', final)).to.equal('Nombre final');
    expect(inLanguage('fr', hostHello)).to.equal('Ciao dalla pagina');
    expect(getLocale()).to.equal('it');
  });

  it('gives the library none of its own', async () => {
    const {final} = await library();
    await setLocale('it');
    expect(final()).to.equal('Final count');
  });

  it('hears nothing of the library’s languages', async () => {
    const heard: unknown[] = [];
    const listen = (event: Event) => { heard.push(event); };
    window.addEventListener('lit-localize-status', listen);
    const {inLanguage, final} = await library();
    inLanguage('fr', final);
    await settle();
    window.removeEventListener('lit-localize-status', listen);
    expect(heard).to.deep.equal([]);
  });
});
